package outcrop.app.view.part;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keyboard does to a chart: arrows move from bar to bar, with Shift they draw the brush
/// along; Space and Enter choose the bar, with Ctrl beside those already chosen; Esc clears.
final class ChartKeys {
  private final ChartPane pane;
  private final ChartState state;

  ChartKeys(ChartPane pane, ChartState state) {
    this.pane = pane;
    this.state = state;
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (state.bins() > 0
        && !event.isAltDown()
        && (move(event.getCode(), event.isShiftDown())
            || act(event.getCode(), event.isShortcutDown()))) {
      event.consume();
    }
  }

  private boolean move(KeyCode key, boolean extend) {
    int page = Math.max(1, state.isHistogram() ? state.bins() / 8 : state.shownBars() - 1);
    switch (key) {
      case LEFT, UP, KP_LEFT, KP_UP -> go(state.cursor() < 0 ? 0 : state.cursor() - 1, extend);
      case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> go(state.cursor() + 1, extend);
      case PAGE_UP -> go(state.cursor() - page, extend);
      case PAGE_DOWN -> go(state.cursor() + page, extend);
      case HOME -> go(0, extend);
      case END -> go(state.bins() - 1, extend);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void go(int bin, boolean extend) {
    boolean brushing = extend && state.isHistogram();
    state.setCursor(brushing ? Math.min(bin, state.bins() - 1) : bin, brushing);
    if (brushing) {
      state.commitBrush(state.anchor(), state.cursor());
    }
    pane.tellCursor();
  }

  private boolean act(KeyCode key, boolean additive) {
    switch (key) {
      case SPACE, ENTER -> {
        if (state.cursor() < 0) {
          state.setCursor(0, false);
        }
        pane.choose(state.cursor(), additive);
      }
      case ESCAPE -> {
        state.forgetCursor();
        state.clear();
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
