package outcrop.analysis.query;

import outcrop.analysis.dataset.RowSet;

/// The rows of a table by position: constant time for any position.
public interface RowOrder {
  /// Rows as they stand in the dataset.
  static RowOrder ofDataset(RowSet rows) {
    return new DatasetOrder(rows);
  }

  int size();

  /// The dataset row at a position.
  int rowAt(int position);

  /// The position of a dataset row, −1 where it is filtered out.
  int positionOf(int row);

  /// The rows at a stretch of positions.
  ///
  /// @param first the first position
  /// @param last the last position, which belongs to the stretch
  /// @param rowCount rows of the dataset
  default RowSet stretch(int first, int last, int rowCount) {
    long[] words = new long[RowSet.wordCount(rowCount)];
    for (int position = first; position <= last; position++) {
      int row = rowAt(position);
      words[row >>> 6] |= 1L << row;
    }
    return RowSet.ofWords(words, rowCount);
  }
}
