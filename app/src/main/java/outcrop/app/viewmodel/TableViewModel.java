package outcrop.app.viewmodel;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.ViewSpec;

/// A table over the filtered rows.
public final class TableViewModel implements ViewModel {
  private final WorkspaceViewModel project;
  private final ReadOnlyObjectWrapper<TableSpec> spec;
  private final ReadOnlyObjectWrapper<@Nullable RowsData> rows = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable List<SortKey> asked;

  TableViewModel(WorkspaceViewModel project, TableSpec spec) {
    this.project = project;
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<TableSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /// The rows in their order, null until the first answer.
  public ReadOnlyObjectProperty<@Nullable RowsData> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// Why there are no rows to show, in one sentence; empty where there are.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public WorkspaceViewModel project() {
    return project;
  }

  @Override
  public void update(ViewSpec newSpec, Selection selection) {
    if (newSpec instanceof TableSpec table) {
      spec.set(table);
      if (!Objects.equals(asked, table.sort())) {
        asked = table.sort();
        project.links().ask(new RowsQuery(table.id(), table.sort()), this::show, problem::set);
      }
    }
  }

  private void show(ViewData answer) {
    if (answer instanceof RowsData newRows) {
      rows.set(newRows);
      problem.set("");
    }
  }

  /// Orders the rows otherwise.
  public void sort(List<SortKey> sort) {
    project.execute(new Command.EditView(spec.get().withSort(sort)), "");
  }

  /// Keeps what the user did to columns; one step of the history while they are at it.
  public void columns(List<ColumnLayout> columns) {
    project.execute(
        new Command.EditView(spec.get().withColumns(columns)), "columns:" + spec.get().id());
  }

  @Override
  public void close() {
    project.links().forget(spec.get().id());
  }
}
