package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.Target;

/// What the keyboard does to a chart: arrows move from bar to bar, with Shift they draw the brush
/// along; Space and Enter choose the bar, with Ctrl beside those already chosen; Esc clears. Alt
/// and arrows move the bar, of a histogram its lower edge. N goes from note to note: Alt and arrows
/// move it, Enter writes it, Delete removes it.
final class ChartKeys {
  private final ChartPane pane;
  private final ChartState state;

  ChartKeys(ChartPane pane, ChartState state) {
    this.pane = pane;
    this.state = state;
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    Optional<HitRegion> note = state.noteCursor();
    if (note.isPresent() && MarkDrag.key(event, note.get(), state.wire.marks)
        || event.getCode() == KeyCode.N && !event.isShortcutDown() && note()
        || event.isAltDown() && put(event)) {
      event.consume();
      return;
    }
    if (state.bins() > 0
        && !event.isAltDown()
        && (move(event.getCode(), event.isShiftDown())
            || act(event.getCode(), event.isShortcutDown()))) {
      event.consume();
    }
  }

  private boolean note() {
    boolean any = !state.regions(Target.Note.class).isEmpty();
    if (any) {
      state.nextNote();
      pane.tellCursor();
    }
    return any;
  }

  /// Puts the bar at the cursor elsewhere, or the lower edge of the bin.
  private boolean put(KeyEvent event) {
    int cursor = state.cursor();
    if (cursor < 0 || cursor >= state.bins()) {
      return false;
    }
    int way =
        switch (event.getCode()) {
          case LEFT, UP, KP_LEFT, KP_UP -> -1;
          case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> 1;
          default -> 0;
        };
    if (way == 0) {
      return false;
    }
    if (state.isHistogram()) {
      double step = event.isShiftDown() ? 10 : 1;
      state
          .frame()
          .map(frame -> frame.bins().edges()[cursor])
          .ifPresent(edge -> state.moveEdge(cursor, edge + way * step));
    } else {
      state.wire.actions.moveBar(cursor, cursor + way);
      state.setCursor(cursor + way, false);
    }
    return true;
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
        state.leaveNotes();
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
