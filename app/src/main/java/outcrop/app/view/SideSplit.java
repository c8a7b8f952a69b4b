package outcrop.app.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import outcrop.app.view.dock.DividerDrag;
import outcrop.app.viewmodel.UserPreferences;
import outcrop.app.viewmodel.UserPreferences.Sides;

/// The middle of the window between two panes, whose widths the user chooses and which may be put
/// away. Both are remembered for all projects.
final class SideSplit extends SplitPane {
  /// A side takes no more of the window, so that the middle stays usable.
  private static final double MOST = 0.4;

  private static final double NARROW_WINDOW = 1200;
  private static final double NARROWER = 0.86;

  private final Region left;
  private final Region right;
  private final UserPreferences preferences;
  private Sides sides;

  SideSplit(Region left, Node middle, Region right, UserPreferences preferences) {
    this.left = left;
    this.right = right;
    this.preferences = preferences;
    this.sides = preferences.sides();
    getStyleClass().add("main-split");
    getItems().setAll(left, middle, right);
    if (!sides.leftShown()) {
      getItems().remove(left);
    }
    if (!sides.rightShown()) {
      getItems().remove(right);
    }
    for (Region side : List.of(left, right)) {
      SplitPane.setResizableWithParent(side, false);
    }
    widthProperty()
        .subscribe(
            (before, now) -> {
              if (before.doubleValue() == 0 && now.doubleValue() > 0) {
                placeDividers();
              }
            });
    DividerDrag.onEnd(this, this::keepWidths);
  }

  boolean isShown(boolean leftSide) {
    return getItems().contains(leftSide ? left : right);
  }

  /// Brings a side to the window, or takes it away.
  void toggle(boolean leftSide) {
    Region side = leftSide ? left : right;
    if (!getItems().remove(side)) {
      getItems().add(leftSide ? 0 : getItems().size(), side);
    }
    placeDividers();
    keep(new Sides(sides.left(), sides.right(), isShown(true), isShown(false)));
  }

  /// Sides are smaller in a small window; what is remembered is their width in a large one.
  private double scale() {
    return getWidth() < NARROW_WINDOW ? NARROWER : 1;
  }

  private void placeDividers() {
    double width = Math.max(1, getWidth());
    if (isShown(true)) {
      setDividerPosition(0, Math.min(MOST, sides.left() * scale() / width));
    }
    if (isShown(false)) {
      setDividerPosition(
          getItems().size() - 2, 1 - Math.min(MOST, sides.right() * scale() / width));
    }
  }

  private void keepWidths() {
    double[] places = getDividerPositions();
    double unit = getWidth() / scale();
    keep(
        new Sides(
            isShown(true) ? Math.rint(places[0] * unit) : sides.left(),
            isShown(false) ? Math.rint((1 - places[places.length - 1]) * unit) : sides.right(),
            isShown(true),
            isShown(false)));
  }

  private void keep(Sides now) {
    boolean same =
        Math.abs(now.left() - sides.left()) < 2
            && Math.abs(now.right() - sides.right()) < 2
            && now.leftShown() == sides.leftShown()
            && now.rightShown() == sides.rightShown();
    if (!same) {
      sides = now;
      preferences.setSides(now);
    }
  }
}
