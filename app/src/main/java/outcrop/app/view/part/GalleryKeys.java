package outcrop.app.view.part;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keyboard does in the gallery.
///
/// Arrows, Page Up, Page Down, Home and End move the focus; with Shift the way is selected. Space
/// lets the row join or leave the selection, Ctrl+A selects all rows, Esc none, Enter activates.
final class GalleryKeys {
  private final GalleryGrid gallery;
  private final GalleryState state;

  GalleryKeys(GalleryGrid gallery, GalleryState state) {
    this.gallery = gallery;
    this.state = state;
    gallery.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    boolean done =
        event.isShortcutDown()
            ? shortcut(event.getCode())
            : move(event.getCode(), event.isShiftDown()) || act(event.getCode());
    if (done) {
      event.consume();
    }
  }

  private boolean move(KeyCode key, boolean extend) {
    long at = state.rows.position;
    long columns = state.columns();
    switch (key) {
      case LEFT, KP_LEFT -> go(at - 1, extend);
      case RIGHT, KP_RIGHT -> go(at + 1, extend);
      case UP, KP_UP -> go(at < columns ? at : at - columns, extend);
      case DOWN, KP_DOWN -> go(at + columns, extend);
      case PAGE_UP -> go(at - columns * state.pageLines(), extend);
      case PAGE_DOWN -> go(at + columns * state.pageLines(), extend);
      case HOME -> go(0, extend);
      case END -> go(state.rows.last(), extend);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean act(KeyCode key) {
    switch (key) {
      case ENTER -> state.onActivate.accept(state.rows.row());
      case SPACE -> state.toggle(state.rows.position);
      case CONTEXT_MENU, F10 -> gallery.showMenuAtFocus();
      case ESCAPE -> {
        return state.clearSelection();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean shortcut(KeyCode key) {
    switch (key) {
      case A -> state.selectAll();
      case HOME -> go(0, false);
      case END -> go(state.rows.last(), false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void go(long position, boolean extend) {
    int to = Math.clamp(position, 0, state.rows.last());
    if (extend) {
      state.extendTo(to);
    } else {
      state.focus(to);
    }
  }
}
