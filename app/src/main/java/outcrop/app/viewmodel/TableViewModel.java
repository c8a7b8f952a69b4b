package outcrop.app.viewmodel;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.ViewSpec;

/// A table over the filtered rows.
public final class TableViewModel implements RowsViewModel {
  private final WorkspaceViewModel project;
  private final ReadOnlyObjectWrapper<TableSpec> spec;
  private final RowsAnswer rows;

  TableViewModel(WorkspaceViewModel project, TableSpec spec) {
    this.project = project;
    this.spec = new ReadOnlyObjectWrapper<>(spec);
    this.rows = new RowsAnswer(project, spec.id());
  }

  @Override
  public ReadOnlyObjectProperty<TableSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<@Nullable RowsData> rowsProperty() {
    return rows.rowsProperty();
  }

  @Override
  public ReadOnlyStringProperty problemProperty() {
    return rows.problemProperty();
  }

  public WorkspaceViewModel project() {
    return project;
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof TableSpec table) {
      spec.set(table);
      rows.ask(table.sort());
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
    rows.close();
  }
}
