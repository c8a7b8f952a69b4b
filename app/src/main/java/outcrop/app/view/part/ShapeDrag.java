package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Frame;

/// Moves the target over a chart, before the gestures that filter: a drag takes the end of a bar, a
/// class of a long tail, or the line of a cap, to a number of rows.
///
/// The arrows along the classes go from one to the next as always; those across move the target of
/// the class, or the cap, by one part in a hundred of the axis, with Shift by a tenth, and by one
/// row at least. Enter applies the target, Esc takes it away.
final class ShapeDrag {
  private static final double DRAG_START = 3;

  private final ShapeSurface surface;
  private @Nullable ShapeActions actions;
  private int grabbed = ShapeSurface.NOTHING;
  private boolean moved;
  private double pressX;
  private double pressY;

  ShapeDrag(ShapeSurface surface) {
    this.surface = surface;
    Region node = surface.node();
    node.addEventFilter(MouseEvent.MOUSE_MOVED, this::hovered);
    node.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    node.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    node.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
  }

  /// Takes part from now on; with null the chart's own gestures are all there is.
  void setActions(@Nullable ShapeActions value) {
    actions = value;
    grabbed = ShapeSurface.NOTHING;
  }

  private int classAt(double x, double y) {
    return surface.targetAt(x, y).map(surface::classOf).orElse(ShapeSurface.NOTHING);
  }

  private void hovered(MouseEvent event) {
    Optional<Frame> frame = surface.frame();
    if (actions != null && frame.isPresent()) {
      boolean shaped = classAt(event.getX(), event.getY()) != ShapeSurface.NOTHING;
      if (shaped) {
        surface.node().setCursor(frame.get().across() ? Cursor.V_RESIZE : Cursor.H_RESIZE);
        surface.showTip(event.getX(), event.getY());
        event.consume();
      }
    }
  }

  private void pressed(MouseEvent event) {
    if (actions == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    grabbed = classAt(event.getX(), event.getY());
    moved = false;
    pressX = event.getX();
    pressY = event.getY();
    if (grabbed != ShapeSurface.NOTHING) {
      surface.node().requestFocus();
      surface.activate();
      surface.hideTip();
      event.consume();
    }
  }

  private void dragged(MouseEvent event) {
    if (actions == null || grabbed == ShapeSurface.NOTHING) {
      return;
    }
    event.consume();
    moved |=
        Math.abs(event.getX() - pressX) > DRAG_START
            || Math.abs(event.getY() - pressY) > DRAG_START;
    if (moved) {
      move(event, false);
    }
  }

  private void released(MouseEvent event) {
    if (actions == null || grabbed == ShapeSurface.NOTHING) {
      return;
    }
    event.consume();
    if (moved) {
      move(event, true);
    } else {
      surface.setCursor(grabbed);
      surface.tellCursor();
    }
    grabbed = ShapeSurface.NOTHING;
  }

  private void move(MouseEvent event, boolean done) {
    surface.frame().ifPresent(frame -> put(grabbed, rowsAt(frame, pixel(frame, event)), done));
  }

  private static double pixel(Frame frame, MouseEvent event) {
    return frame.across() ? event.getY() : event.getX();
  }

  private static double low(Frame frame) {
    return frame.across() ? frame.bounds().y() : frame.bounds().x();
  }

  private static double high(Frame frame) {
    return frame.across() ? frame.bounds().bottom() : frame.bounds().right();
  }

  private static double rowsAt(Frame frame, double pixel) {
    double rows = frame.counts().toValue(Math.clamp(pixel, low(frame), high(frame)));
    return Double.isFinite(rows) ? Math.max(0, rows) : 0;
  }

  private void put(int index, double rows, boolean done) {
    if (actions == null) {
      return;
    }
    if (index == ShapeSurface.CAP) {
      actions.cap(rows, done);
    } else {
      actions.drag(index, rows, done);
    }
  }

  private void typed(KeyEvent event) {
    Frame frame = surface.frame().orElse(null);
    if (actions == null || frame == null || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    KeyCode more = frame.across() ? KeyCode.UP : KeyCode.RIGHT;
    KeyCode less = frame.across() ? KeyCode.DOWN : KeyCode.LEFT;
    if (event.getCode() == more || event.getCode() == less) {
      step(actions, frame, event.getCode() == more ? 1 : -1, event.isShiftDown());
    } else if (event.getCode() == KeyCode.ENTER) {
      actions.apply();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      actions.cancel();
    } else {
      return;
    }
    event.consume();
  }

  private void step(ShapeActions to, Frame frame, int direction, boolean far) {
    if (surface.cursor() == ShapeSurface.NOTHING) {
      surface.setCursor(0);
    }
    int index = surface.cursor();
    if (index == ShapeSurface.NOTHING) {
      return;
    }
    double now = index == ShapeSurface.CAP ? to.cap() : to.wanted(index);
    double from = frame.counts().toPixel(now);
    double bottom = frame.across() ? high(frame) : low(frame);
    double by = (high(frame) - low(frame)) / (far ? 10 : 100);
    double pixel =
        (Double.isFinite(from) ? from : bottom) + (frame.across() ? -by : by) * direction;
    double rows = Math.rint(rowsAt(frame, pixel));
    // The axis ends above the largest class, and a row is the least that can be added.
    boolean moves = direction > 0 ? rows > now : rows < now;
    put(index, moves ? rows : Math.max(0, now + direction), true);
    surface.tellCursor();
  }
}
