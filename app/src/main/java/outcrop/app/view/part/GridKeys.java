package outcrop.app.view.part;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import outcrop.analysis.spec.TableSpec.SortKey;

/// What the keyboard does in the table.
///
/// Arrows, Page Up and Page Down move the focused cell, Home and End go to the first and last
/// column, with Ctrl to the first and last row; with Shift the way is selected. Space lets the row
/// join or leave the selection, Ctrl+A selects all rows, Esc none, Ctrl+C copies, with Shift as
/// JSON, Enter activates. Alt with up and down sorts by the focused column, Alt with left and right
/// moves it, Alt+Shift sizes it.
final class GridKeys {
  private static final double SIZE_STEP = 16;

  private final GridTable table;
  private final GridState state;

  GridKeys(GridTable table, GridState state) {
    this.table = table;
    this.state = state;
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    boolean done =
        event.isAltDown()
            ? column(event.getCode(), event.isShiftDown())
            : event.isShortcutDown()
                ? shortcut(event.getCode(), event.isShiftDown())
                : move(event.getCode(), event.isShiftDown()) || act(event.getCode());
    if (done) {
      event.consume();
    }
  }

  private boolean move(KeyCode key, boolean extend) {
    int row = state.rows.position;
    int column = state.focusColumn;
    switch (key) {
      case UP, KP_UP -> go(row - 1, column, extend);
      case DOWN, KP_DOWN -> go(row + 1, column, extend);
      case PAGE_UP -> go(row - state.pageRows(), column, extend);
      case PAGE_DOWN ->
          go((int) Math.min(Integer.MAX_VALUE, (long) row + state.pageRows()), column, extend);
      case LEFT, KP_LEFT -> go(row, column - 1, false);
      case RIGHT, KP_RIGHT -> go(row, column + 1, false);
      case HOME -> go(row, 0, false);
      case END -> go(row, state.columns.count() - 1, false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean act(KeyCode key) {
    switch (key) {
      case ENTER -> state.onActivate.accept(state.focusedRow());
      case SPACE -> state.toggleRow(state.rows.position);
      case CONTEXT_MENU -> table.showCellMenuAtFocus();
      case F10 -> table.showCellMenuAtFocus();
      case ESCAPE -> {
        return state.clearSelection();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean shortcut(KeyCode key, boolean extend) {
    switch (key) {
      case HOME -> go(0, state.focusColumn, extend);
      case END -> go(state.lastPosition(), state.focusColumn, extend);
      case UP -> go(0, state.focusColumn, extend);
      case DOWN -> go(state.lastPosition(), state.focusColumn, extend);
      case A -> state.selectAll();
      case C -> {
        if (extend) {
          table.copyJson();
        } else {
          table.copy();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean column(KeyCode key, boolean size) {
    GridColumn column = state.focusedColumn();
    if (column == null) {
      return false;
    }
    switch (key) {
      case UP -> state.askSort(List.of(new SortKey(column.name(), false)));
      case DOWN -> state.askSort(List.of(new SortKey(column.name(), true)));
      case LEFT -> change(column, size ? -SIZE_STEP : 0, -1);
      case RIGHT -> change(column, size ? SIZE_STEP : 0, 2);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void change(GridColumn column, double wider, int target) {
    if (wider != 0) {
      column.setWidth(
          Math.clamp(column.width() + wider, GridColumns.LEAST_WIDTH, GridColumns.GREATEST_WIDTH));
    } else {
      int place = Math.clamp(state.focusColumn + target, 0, state.columns.count());
      state.columns.move(state.focusColumn, place);
      state.focusColumn = state.columns.indexOf(column.name());
    }
    state.columnsChanged();
  }

  private void go(int row, int column, boolean extend) {
    if (extend) {
      state.extendTo(row, column);
    } else {
      state.focus(row, column);
    }
  }
}
