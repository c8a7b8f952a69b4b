package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.DrawingActions.Drag;

/// What mouse and keyboard do to a drawing.
///
/// The first click on a drawing that the user was not working on only makes it the one where it
/// would otherwise give up the filter.
final class DrawingGestures {
  private static final double DRAG_START = 3;
  private static final int BIG_STEP = 10;

  private final DrawingPane pane;
  private double pressX;
  private double pressY;
  private final MarkDrag marks = new MarkDrag();
  private boolean marking;
  private boolean pressed;
  private boolean dragging;
  private boolean activated;
  private @Nullable ContextMenu open;

  DrawingGestures(DrawingPane pane) {
    this.pane = pane;
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pane.hideTip());
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void moved(MouseEvent event) {
    pane.showTip(event.getX(), event.getY());
    pane.setCursor(
        pane.targetAt(event.getX(), event.getY())
            .map(
                target ->
                    switch (target) {
                      case Target.Handle _, Target.Edge _, Target.Note _, Target.Arrow _ ->
                          Cursor.MOVE;
                      case Target.Bin _,
                          Target.Segment _,
                          Target.Item _,
                          Target.Panel _,
                          Target.LegendEntry _,
                          Target.Missing _,
                          Target.MoreBars _,
                          Target.MoreLegend _ ->
                          Cursor.HAND;
                      case Target.OffScale _,
                          Target.ValueAxis _,
                          Target.CountAxis _,
                          Target.Title _,
                          Target.Subtitle _,
                          Target.Band _,
                          Target.Reference _ ->
                          Cursor.DEFAULT;
                    })
            .orElse(Cursor.DEFAULT));
  }

  private void pressed(MouseEvent event) {
    pane.requestFocus();
    boolean now = pane.actions().activate();
    activated = event.getClickCount() <= 1 ? now : activated && now;
    if (event.getButton() == MouseButton.PRIMARY) {
      event.consume();
      pane.hideTip();
      pressX = event.getX();
      pressY = event.getY();
      marking = marks.press(pane.hitAt(pressX, pressY), pressX, pressY);
      pressed = true;
      dragging = false;
    }
  }

  private void dragged(MouseEvent event) {
    if (!pressed) {
      return;
    }
    event.consume();
    if (marking) {
      marks.drag(event.getX(), event.getY(), pane.marks());
      return;
    }
    dragging = dragging || Math.hypot(event.getX() - pressX, event.getY() - pressY) > DRAG_START;
    if (dragging) {
      pane.actions().drag(new Drag(pressX, pressY, event.getX(), event.getY(), false));
    }
  }

  private void released(MouseEvent event) {
    if (!pressed) {
      return;
    }
    pressed = false;
    event.consume();
    if (marking) {
      marks.release(event.getX(), event.getY(), event.getClickCount() == 2, pane.marks());
      return;
    }
    if (dragging) {
      dragging = false;
      pane.actions().drag(new Drag(pressX, pressY, event.getX(), event.getY(), true));
      return;
    }
    Optional<Target> target = pane.targetAt(pressX, pressY);
    if (target.isPresent()) {
      boolean additive = event.isShortcutDown() || event.isShiftDown();
      click(target.get(), additive, event.getClickCount() == 2);
    } else if (!activated) {
      pane.actions().clear();
    }
  }

  private void click(Target target, boolean additive, boolean twice) {
    switch (target) {
      case Target.Title _ -> edit(TextPart.TITLE, twice);
      case Target.Subtitle _ -> edit(TextPart.SUBTITLE, twice);
      case Target.ValueAxis _ -> edit(TextPart.X_TITLE, twice);
      case Target.CountAxis _ -> edit(TextPart.Y_TITLE, twice);
      default -> pane.actions().choose(target, additive);
    }
  }

  private void edit(TextPart part, boolean twice) {
    if (twice) {
      pane.actions().editText(part);
    }
  }

  private void scrolled(ScrollEvent event) {
    int steps = event.getDeltaY() == 0 ? 0 : event.getDeltaY() < 0 ? 1 : -1;
    Target target = pane.targetAt(event.getX(), event.getY()).orElse(new Target.Title());
    if (steps != 0 && pane.actions().scroll(target, steps)) {
      event.consume();
    }
  }

  private void menu(ContextMenuEvent event) {
    Optional<HitRegion> cursor = event.isKeyboardTrigger() ? pane.cursorRegion() : Optional.empty();
    double x = cursor.map(at -> at.bounds().centreX()).orElse(event.getX());
    double y = cursor.map(at -> at.bounds().centreY()).orElse(event.getY());
    List<MenuItem> items = pane.menuAt(x, y);
    if (open != null) {
      open.hide();
    }
    if (!items.isEmpty()) {
      open = new ContextMenu(items.toArray(MenuItem[]::new));
      var place = pane.localToScreen(x, y);
      open.show(pane, place.getX(), place.getY());
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    Optional<HitRegion> at = pane.cursorRegion();
    if (at.isPresent() && MarkDrag.key(event, at.get(), pane.marks())) {
      event.consume();
      return;
    }
    boolean used =
        switch (event.getCode()) {
          case LEFT, UP, KP_LEFT, KP_UP -> arrow(-1, event);
          case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> arrow(1, event);
          case SPACE, ENTER -> act(event.isShortcutDown());
          case ESCAPE -> {
            pane.forgetCursor();
            pane.actions().clear();
            yield true;
          }
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private boolean arrow(int way, KeyEvent event) {
    if (event.isAltDown()) {
      if (pane.cursor().orElse(null) instanceof Target.Handle handle) {
        boolean up = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.KP_UP;
        boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.KP_DOWN;
        // Up means more, as on a slider.
        int sign = up || down ? -way : way;
        pane.actions().nudge(handle, sign * (event.isShiftDown() ? BIG_STEP : 1));
        return true;
      }
      return false;
    }
    pane.moveCursor(way);
    return true;
  }

  private boolean act(boolean additive) {
    pane.cursor().ifPresent(target -> click(target, additive, true));
    return true;
  }
}
