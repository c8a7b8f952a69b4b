package outcrop.app.view.part;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What the mouse does in the table.
///
/// Header: click sorts, with Shift as a further key; drag moves the column; the right edge sizes
/// it, a double click on it fits it. Body: click focuses a cell, with Ctrl it joins or leaves the
/// selection, with Shift it extends it; a row number selects its row; double click activates.
final class GridMouse {
  private static final double REACH = 4;
  private static final double DRAG_START = 6;

  private final GridTable table;
  private final GridState state;
  private double pressX;
  private double pressWidth;
  private int pressed = GridPointer.NONE;
  private boolean selecting;

  GridMouse(GridTable table, GridState state) {
    this.table = table;
    this.state = state;
    table.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    table.addEventHandler(MouseEvent.MOUSE_EXITED, this::left);
    table.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    table.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    table.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
  }

  private void moved(MouseEvent event) {
    state.pointer.leave();
    if (table.isOverCells(event.getX(), event.getY())) {
      if (event.getY() < GridState.HEADER_HEIGHT) {
        double x = table.contentX(event.getX());
        boolean overColumns = event.getX() >= table.numberWidth();
        state.pointer.edge = overColumns ? state.columns.edgeAt(x, REACH) : GridPointer.NONE;
        state.pointer.header =
            overColumns && state.pointer.edge < 0 ? state.columns.indexAt(x) : GridPointer.NONE;
      } else {
        state.pointer.row = table.positionAt(event.getY());
      }
    }
    table.setCursor(state.pointer.edge >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT);
    state.repaint();
  }

  private void left(MouseEvent event) {
    if (pressed < 0 && pressWidth == 0 && !selecting) {
      state.pointer.leave();
      state.repaint();
    }
  }

  private void pressed(MouseEvent event) {
    table.requestFocus();
    if (event.getButton() != MouseButton.PRIMARY
        || !table.isOverCells(event.getX(), event.getY())) {
      return;
    }
    moved(event);
    pressX = event.getX();
    if (event.getY() < GridState.HEADER_HEIGHT) {
      pressedHeader(event);
    } else {
      pressedRow(event);
    }
  }

  private void pressedHeader(MouseEvent event) {
    int edge = state.pointer.edge;
    if (edge >= 0 && event.getClickCount() == 2) {
      state.fitWidth(edge);
    } else if (edge >= 0) {
      pressWidth = state.columns.at(edge).width();
    } else {
      pressed = state.pointer.header;
    }
  }

  private void pressedRow(MouseEvent event) {
    int position = table.positionAt(event.getY());
    if (position < 0) {
      state.clearSelection();
      return;
    }
    boolean overNumber = event.getX() < table.numberWidth();
    int over = state.columns.indexAt(table.contentX(event.getX()));
    int column = overNumber || over < 0 ? state.focusColumn : over;
    if (event.isShiftDown()) {
      state.extendTo(position, column);
    } else if (event.isShortcutDown()) {
      state.focusColumn = column;
      state.toggleRow(position);
    } else {
      state.clearSelection();
      state.rows.selection.setAnchor(position);
      state.focus(position, column);
      if (overNumber) {
        state.toggleRow(position);
      }
      if (event.getClickCount() == 2) {
        state.onActivate.accept(state.focusedRow());
      }
    }
    selecting = true;
  }

  private void dragged(MouseEvent event) {
    if (state.pointer.edge >= 0 && pressWidth > 0) {
      double width = pressWidth + event.getX() - pressX;
      state
          .columns
          .at(state.pointer.edge)
          .setWidth(Math.clamp(width, GridColumns.LEAST_WIDTH, GridColumns.GREATEST_WIDTH));
      state.columns.changed();
      state.repaint();
    } else if (pressed >= 0 && Math.abs(event.getX() - pressX) > DRAG_START
        || state.pointer.moved >= 0) {
      state.pointer.moved = pressed;
      state.pointer.drop = dropBefore(table.contentX(event.getX()));
      state.repaint();
    } else if (selecting) {
      int position = table.nearestPosition(event.getY());
      if (position != state.rows.position && position >= 0) {
        state.extendTo(position, state.focusColumn);
      }
    }
  }

  private int dropBefore(double x) {
    int over = state.columns.indexAt(x);
    if (over < 0) {
      return x < 0 ? 0 : state.columns.count();
    }
    double middle = (state.columns.left(over) + state.columns.right(over)) / 2;
    return x < middle ? over : over + 1;
  }

  private void released(MouseEvent event) {
    if (pressWidth > 0) {
      state.columnsChanged();
    } else if (state.pointer.moved >= 0) {
      state.columns.move(state.pointer.moved, state.pointer.drop);
      state.columnsChanged();
    } else if (pressed >= 0) {
      state.cycleSort(state.columns.at(pressed).name(), event.isShiftDown());
    }
    pressWidth = 0;
    pressed = GridPointer.NONE;
    selecting = false;
    state.pointer.moved = GridPointer.NONE;
    state.pointer.drop = GridPointer.NONE;
    moved(event);
  }
}
