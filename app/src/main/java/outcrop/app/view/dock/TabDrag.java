package outcrop.app.view.dock;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A tab under way to another place. It uses plain mouse events, because the drag and drop of the
/// platform is slow to start, and absent on a screenless one.
final class TabDrag {
  private static final double THRESHOLD = 8;

  private final DockTab tab;
  private final DockArea area;
  private @Nullable Point2D start;
  private @Nullable DropPlace place;
  private boolean moving;

  private TabDrag(DockTab tab, DockArea area) {
    this.tab = tab;
    this.area = area;
  }

  static void install(DockTab tab, DockArea area) {
    TabDrag drag = new TabDrag(tab, area);
    tab.addEventHandler(MouseEvent.MOUSE_PRESSED, drag::pressed);
    tab.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::dragged);
    tab.addEventHandler(MouseEvent.MOUSE_RELEASED, drag::released);
  }

  private void pressed(MouseEvent event) {
    start = event.isPrimaryButtonDown() ? new Point2D(event.getSceneX(), event.getSceneY()) : null;
    moving = false;
  }

  private void dragged(MouseEvent event) {
    Point2D at = new Point2D(event.getSceneX(), event.getSceneY());
    if (start == null || !moving && start.distance(at) < THRESHOLD) {
      return;
    }
    moving = true;
    tab.setCursor(Cursor.CLOSED_HAND);
    tab.setOpacity(0.5);
    place = area.placeAt(tab.viewId(), at).orElse(null);
    area.mark(place);
  }

  private void released(MouseEvent event) {
    DropPlace target = place;
    boolean moved = moving;
    start = null;
    place = null;
    moving = false;
    tab.setCursor(Cursor.DEFAULT);
    tab.setOpacity(1);
    area.mark(null);
    if (moved && target != null) {
      area.drop(tab.viewId(), target);
    }
  }
}
