package outcrop.app.view.part;

import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.RowOrder;

/// The selected rows of the table, as a bitmap over the dataset: selecting all rows or a stretch of
/// them costs a bitmap.
final class RowSelection {
  private RowSet rows = RowSet.none(0);
  private int anchor = -1;

  RowSet rows() {
    return rows;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean contains(int row) {
    return row < rows.rowCount() && rows.contains(row);
  }

  void set(RowSet value) {
    rows = value;
  }

  void clear(int rowCount) {
    rows = RowSet.none(rowCount);
  }

  /// From where a stretch is counted: the position of the last row that was chosen by itself.
  void setAnchor(int position) {
    anchor = position;
  }

  boolean isAnchor(int position) {
    return anchor == position;
  }

  void toggle(int row) {
    RowSet one = RowSet.of(rows.rowCount(), row);
    rows = rows.contains(row) ? rows.andNot(one) : rows.or(one);
  }

  /// Selects the stretch from the anchor to a position, and nothing else.
  void extendTo(int position, int from, RowOrder order) {
    if (anchor < 0 || anchor >= order.size()) {
      anchor = from;
    }
    rows = order.stretch(Math.min(anchor, position), Math.max(anchor, position), rows.rowCount());
  }
}
