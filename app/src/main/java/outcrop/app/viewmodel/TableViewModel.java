package outcrop.app.viewmodel;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.ViewSpec;

/// A table over the filtered rows.
public final class TableViewModel extends RowsViewModel {
  private final ReadOnlyObjectWrapper<TableSpec> spec;

  TableViewModel(WorkspaceViewModel project, TableSpec spec) {
    super(project, spec.id());
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<TableSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof TableSpec table) {
      spec.set(table);
      ask(table.sort());
    }
  }

  /// Orders the rows otherwise.
  public void sort(List<SortKey> sort) {
    edit(spec.get().withSort(sort), "");
  }

  /// Keeps what the user did to columns; one step of the history while they are at it.
  public void columns(List<ColumnLayout> columns) {
    edit(spec.get().withColumns(columns), "columns");
  }
}
