package outcrop.analysis.query;

/// Counts rows by cell of a table of counts. A row may count in several cells, at most once in
/// each.
sealed interface RowCounts permits Cells, ListCells {
  int cellCount();

  /// The cells in which a row counts.
  int[] cellsOf(int row);

  long sizeInBytes();

  /// Counts all rows by cell.
  int[] countAll();

  /// Counts the rows of a bitmap by cell.
  int[] count(long[] words);
}
