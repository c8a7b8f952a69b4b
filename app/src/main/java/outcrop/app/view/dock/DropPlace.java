package outcrop.app.view.dock;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.app.viewmodel.LayoutEdits;

/// Where a dragged tab would go, and what that looks like.
///
/// @param mark the area to light up, in the scene
/// @param layout the arrangement after the drop
record DropPlace(Bounds mark, LayoutSpec layout) {
  private static final double EDGE = 0.26;

  /// A group that is smaller is not split: neither half could show a view.
  private static final double LOWEST = 240;

  private static final double NARROWEST = 280;

  /// The place for a view dropped at a point over a group.
  static DropPlace of(LayoutSpec layout, String view, DockGroup group, Point2D at) {
    String member = group.viewIds().getFirst();
    if (group.viewIds().equals(java.util.List.of(view))) {
      return new DropPlace(group.contentInScene(), layout);
    }
    String beside =
        group.viewIds().stream().filter(id -> !id.equals(view)).findFirst().orElse(member);
    if (group.overBar(at)) {
      int index = group.tabIndexAt(at.getX());
      Bounds bar = group.barInScene();
      return new DropPlace(
          new BoundingBox(group.tabEdge(index) - 1, bar.getMinY() + 4, 3, bar.getHeight() - 8),
          LayoutEdits.moved(layout, view, beside, index));
    }
    Bounds area = group.contentInScene();
    double x = (at.getX() - area.getMinX()) / area.getWidth();
    double y = (at.getY() - area.getMinY()) / area.getHeight();
    double nearest = Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
    boolean vertical = nearest == y || nearest == 1 - y;
    boolean roomy = vertical ? area.getHeight() >= LOWEST : area.getWidth() >= NARROWEST;
    if (nearest > EDGE || !roomy) {
      return new DropPlace(area, LayoutEdits.moved(layout, view, beside, group.viewIds().size()));
    }
    boolean before = nearest == x || nearest == y;
    return new DropPlace(
        half(area, vertical, before), layout.split(view, beside, vertical, before));
  }

  private static Bounds half(Bounds area, boolean vertical, boolean before) {
    double width = vertical ? area.getWidth() : area.getWidth() / 2;
    double height = vertical ? area.getHeight() / 2 : area.getHeight();
    return new BoundingBox(
        vertical || before ? area.getMinX() : area.getMinX() + width,
        !vertical || before ? area.getMinY() : area.getMinY() + height,
        width,
        height);
  }
}
