package outcrop.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.Lens;
import outcrop.app.view.part.InspectorActions;
import outcrop.app.view.part.RowPictures;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What the inspector does in an open project.
final class RowActions implements InspectorActions {
  private final Desk desk;
  private final WorkspaceViewModel project;

  RowActions(Desk desk, WorkspaceViewModel project) {
    this.desk = desk;
    this.project = project;
  }

  @Override
  public void filter(String field, String value) {
    SelectionClause clause =
        SelectionClause.of("", "cell:" + field, new Predicate.In(field, List.of(value)));
    project.execute(new Command.SetClause(clause), "");
  }

  @Override
  public void goToRow(int row) {
    project.chosen().focus(row, project.chosen().viewProperty().get());
  }

  @Override
  public void openLink(String address) {
    desk.files().openLink(address);
  }

  @Override
  public void setLens(String field, @Nullable Lens lens) {
    project.execute(new Command.SetLens(field, lens == null ? "" : lens.name()), "");
  }

  @Override
  public RowPictures pictures(String field) {
    return ProjectPictures.of(project.workspace().images(), field);
  }
}
