package outcrop.app.viewmodel;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.ViewSpec;

/// A view that shows the filtered rows one by one. Focus and selection are [ChosenRows].
public abstract sealed class RowsViewModel implements ViewModel
    permits TableViewModel, GalleryViewModel, ReaderViewModel {
  private final WorkspaceViewModel project;
  private final RowsAnswer rows;

  /// @param viewId of the view that asks
  RowsViewModel(WorkspaceViewModel project, String viewId) {
    this.project = project;
    this.rows = new RowsAnswer(project, viewId);
  }

  public final WorkspaceViewModel project() {
    return project;
  }

  /// The rows in their order, null until the first answer.
  public final ReadOnlyObjectProperty<@Nullable RowsData> rowsProperty() {
    return rows.rowsProperty();
  }

  /// Why there are no rows to show, in one sentence; empty where there are.
  public final ReadOnlyStringProperty problemProperty() {
    return rows.problemProperty();
  }

  final void ask(List<SortKey> order) {
    rows.ask(order);
  }

  /// Changes the view; one step of the history while edits of one kind follow each other.
  ///
  /// @param kind empty for an edit that is a step of its own
  final void edit(ViewSpec changed, String kind) {
    project.execute(new Command.EditView(changed), kind.isEmpty() ? "" : kind + ":" + changed.id());
  }

  @Override
  public final void close() {
    rows.close();
  }
}
