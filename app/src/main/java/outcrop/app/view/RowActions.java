package outcrop.app.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.command.Command;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.Lens;
import outcrop.app.view.part.InspectorActions;
import outcrop.app.view.part.PictureBox;
import outcrop.app.view.part.RowPictures;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What the inspector does in an open project.
final class RowActions implements InspectorActions {
  private static final int COLOURS = 4;

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

  /// The boxes of a COCO file, in shares of the width and height that the dataset names.
  @Override
  public List<PictureBox> boxes(String field, int row) {
    double width = number("width", row);
    double height = number("height", row);
    if (!(width > 0 && height > 0)) {
      return List.of();
    }
    Map<String, Integer> colours = new HashMap<>();
    return project.workspace().images().boxes(row).stream()
        .map(
            box -> {
              String label = Objects.requireNonNullElse(box.label(), "");
              int colour = colours.computeIfAbsent(label, _ -> colours.size() % COLOURS);
              return new PictureBox(
                  box.x() / width,
                  box.y() / height,
                  box.width() / width,
                  box.height() / height,
                  label,
                  colour);
            })
        .toList();
  }

  /// A number of a row, 0 where there is none.
  private double number(String field, int row) {
    return project.columns().schema().find(field).isPresent()
            && project.columns().column(field) instanceof NumberColumn numbers
            && !numbers.isMissing(row)
        ? numbers.at(row)
        : 0;
  }
}
