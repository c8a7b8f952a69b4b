package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.Target;

/// Moves the target over a chart, before the gestures that filter: a drag takes the end of a bar,
/// or the line of a cap, to a number of rows.
///
/// The arrows along the bars go from bar to bar as always; those across move the target of the bar
/// by one part in a hundred of the axis, with Shift by a tenth, and by one row at least. Enter
/// applies the target, Esc takes it away.
final class ShapeDrag {
  private static final double DRAG_START = 3;
  private static final int NOTHING = -1;
  private static final int CAP = -2;

  private final ChartPane pane;
  private final ChartState state;
  private @Nullable ShapeActions actions;
  private int grabbed = NOTHING;
  private boolean moved;
  private double pressX;
  private double pressY;

  ShapeDrag(ChartPane pane, ChartState state) {
    this.pane = pane;
    this.state = state;
    pane.addEventFilter(MouseEvent.MOUSE_MOVED, this::hovered);
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    pane.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
  }

  /// Takes part from now on; with null the chart's own gestures are all there is.
  void setActions(@Nullable ShapeActions value) {
    actions = value;
    grabbed = NOTHING;
  }

  private int slotAt(double x, double y) {
    Optional<Target> target = state.targetAt(x, y);
    return target
        .map(
            found ->
                switch (found) {
                  case Target.Handle _ -> CAP;
                  case Target.Bin(int bin) -> bin;
                  case Target.Segment segment -> segment.bin();
                  case Target.Missing _ -> state.bins();
                  default -> NOTHING;
                })
        .orElse(NOTHING);
  }

  private void hovered(MouseEvent event) {
    Optional<Frame> frame = state.frame();
    if (actions != null && frame.isPresent()) {
      boolean shaped = slotAt(event.getX(), event.getY()) != NOTHING;
      if (shaped) {
        pane.setCursor(frame.get().across() ? Cursor.V_RESIZE : Cursor.H_RESIZE);
        pane.showTip(event.getX(), event.getY());
        event.consume();
      }
    }
  }

  private void pressed(MouseEvent event) {
    if (actions == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    grabbed = slotAt(event.getX(), event.getY());
    moved = false;
    pressX = event.getX();
    pressY = event.getY();
    if (grabbed != NOTHING) {
      pane.requestFocus();
      state.wire.actions.activate();
      pane.hideTip();
      event.consume();
    }
  }

  private void dragged(MouseEvent event) {
    if (actions == null || grabbed == NOTHING) {
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
    if (actions == null || grabbed == NOTHING) {
      return;
    }
    event.consume();
    if (moved) {
      move(event, true);
    } else if (grabbed >= 0) {
      state.setCursor(grabbed, false);
      pane.tellCursor();
    }
    grabbed = NOTHING;
  }

  private void move(MouseEvent event, boolean done) {
    Frame frame = state.frame().orElse(null);
    if (frame == null || actions == null) {
      return;
    }
    double pixel = frame.across() ? event.getY() : event.getX();
    double low = frame.across() ? frame.bounds().y() : frame.bounds().x();
    double high = frame.across() ? frame.bounds().bottom() : frame.bounds().right();
    double rows = frame.counts().toValue(Math.clamp(pixel, low, high));
    put(Double.isFinite(rows) ? Math.max(0, rows) : 0, done);
  }

  private void put(double rows, boolean done) {
    if (actions != null) {
      if (grabbed == CAP) {
        actions.cap(rows, done);
      } else {
        actions.drag(grabbed, rows, done);
      }
    }
  }

  private void typed(KeyEvent event) {
    Frame frame = state.frame().orElse(null);
    if (actions == null || frame == null || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    KeyCode more = frame.across() ? KeyCode.UP : KeyCode.RIGHT;
    KeyCode less = frame.across() ? KeyCode.DOWN : KeyCode.LEFT;
    if (event.getCode() == more || event.getCode() == less) {
      step(frame, event.getCode() == more ? 1 : -1, event.isShiftDown());
    } else if (event.getCode() == KeyCode.ENTER) {
      actions.apply();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      actions.cancel();
    } else {
      return;
    }
    event.consume();
  }

  private void step(Frame frame, int direction, boolean far) {
    if (state.cursor() < 0) {
      state.setCursor(0, false);
    }
    if (actions == null) {
      return;
    }
    double low =
        frame.counts().toValue(frame.across() ? frame.bounds().bottom() : frame.bounds().x());
    double high =
        frame.counts().toValue(frame.across() ? frame.bounds().y() : frame.bounds().right());
    double by = Math.max(1, Math.rint((high - low) / (far ? 10 : 100)));
    actions.drag(
        state.cursor(), Math.max(0, actions.wanted(state.cursor()) + direction * by), true);
    pane.tellCursor();
  }
}
