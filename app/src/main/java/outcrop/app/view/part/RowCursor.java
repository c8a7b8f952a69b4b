package outcrop.app.view.part;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;

/// Rows in an order, the one that has the focus, and those that are selected: what every view that
/// shows rows one by one has in common.
///
/// The focus stays with its row when rows are filtered or sorted. Nothing is painted here: whoever
/// moves the cursor asks for that.
final class RowCursor {
  private static final RowOrder NO_ROWS = new NoRows();

  final RowSelection selection = new RowSelection();
  RowOrder order = NO_ROWS;
  int position;
  IntConsumer onFocus = row -> {};
  Consumer<RowSet> onSelection = rows -> {};
  private RowSet matching = RowSet.none(0);
  private int toldRow = -1;

  /// Takes over other rows of the same dataset.
  void setRows(RowsData data, int rowCount) {
    // A row that was filtered out gets the focus back when it returns: the inspector still shows
    // it.
    int row = toldRow >= 0 ? toldRow : row();
    take(data);
    int found = row < 0 || row >= rowCount ? -1 : order.positionOf(row);
    position = found >= 0 ? found : Math.clamp(position, 0, last());
    if (selection.rows().rowCount() != rowCount) {
      selection.clear(rowCount);
    }
  }

  /// Takes over the rows of another dataset: nothing is selected, the first row has the focus.
  void setOtherRows(RowsData data, int rowCount) {
    take(data);
    selection.clear(rowCount);
    position = 0;
    toldRow = -1;
  }

  private void take(RowsData data) {
    order = data.order();
    matching = data.rows();
    selection.setAnchor(-1);
  }

  int size() {
    return order.size();
  }

  /// The last position, 0 where there is no row.
  int last() {
    return Math.max(0, order.size() - 1);
  }

  /// The dataset row that has the focus, −1 where there is none.
  int row() {
    return order.size() == 0 ? -1 : order.rowAt(Math.min(position, last()));
  }

  /// Puts the focus at a position, at the nearest beyond the ends.
  void move(int to) {
    position = Math.clamp(to, 0, last());
  }

  /// Tells the row that has the focus, where it is another one than was told last.
  void tell() {
    int row = row();
    if (row != toldRow) {
      toldRow = row;
      onFocus.accept(row);
    }
  }

  /// Follows the focus of another view without telling it.
  ///
  /// @return whether the row is among these
  boolean follow(int row) {
    int found = row < 0 ? -1 : order.positionOf(row);
    if (found >= 0) {
      position = found;
      toldRow = row;
    }
    return found >= 0;
  }

  /// Selects the stretch from where the selection began to a position, and nothing else.
  void extendTo(int to) {
    selection.extendTo(Math.clamp(to, 0, last()), position, order);
  }

  /// Lets the row at a position join or leave the selection. The first to join a row that was
  /// chosen by a click takes it along: a click and a click with Ctrl select two.
  void toggle(int at) {
    if (selection.isEmpty() && at != position && selection.isAnchor(position)) {
      selection.toggle(row());
    }
    selection.toggle(order.rowAt(at));
    selection.setAnchor(at);
  }

  /// Selects every row, also those never seen.
  void selectAll() {
    select(matching);
  }

  /// @return whether anything was selected
  boolean clearSelection() {
    if (selection.isEmpty()) {
      return false;
    }
    select(RowSet.none(selection.rows().rowCount()));
    return true;
  }

  private void select(RowSet rows) {
    selection.set(rows);
    tellSelection();
  }

  void tellSelection() {
    onSelection.accept(selection.rows());
  }

  private record NoRows() implements RowOrder {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public int rowAt(int position) {
      throw new IndexOutOfBoundsException(position);
    }

    @Override
    public int positionOf(int row) {
      return -1;
    }
  }
}
