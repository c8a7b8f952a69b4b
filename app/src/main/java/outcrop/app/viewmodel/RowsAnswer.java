package outcrop.app.viewmodel;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TableSpec.SortKey;

/// The filtered rows in the order that one view wants, asked again when it wants another.
final class RowsAnswer {
  private final WorkspaceViewModel project;
  private final String viewId;
  private final ReadOnlyObjectWrapper<@Nullable RowsData> rows = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable List<SortKey> asked;

  RowsAnswer(WorkspaceViewModel project, String viewId) {
    this.project = project;
    this.viewId = viewId;
  }

  /// The order of the first table, for views that have none of their own.
  static List<SortKey> orderOf(ProjectState state) {
    return state.views().stream()
        .filter(TableSpec.class::isInstance)
        .map(view -> ((TableSpec) view).sort())
        .findFirst()
        .orElse(List.of());
  }

  void ask(List<SortKey> sort) {
    if (!sort.equals(asked)) {
      asked = sort;
      project.links().ask(new RowsQuery(viewId, sort), this::show, problem::set);
    }
  }

  private void show(ViewData answer) {
    if (answer instanceof RowsData newRows) {
      rows.set(newRows);
      problem.set("");
    }
  }

  ReadOnlyObjectProperty<@Nullable RowsData> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void close() {
    project.links().forget(viewId);
  }
}
