package outcrop.analysis.selection;

import java.lang.foreign.MemorySegment;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;

/// Kernels that go over a whole column and give the rows whose value passes, 64 rows to a word.
final class ColumnScan {
  private ColumnScan() {}

  /// Rows that have a value.
  static RowSet present(Column column) {
    RowSet missing = column.missing();
    return missing == null ? RowSet.all(column.rowCount()) : missing.not();
  }

  static RowSet missing(Column column) {
    RowSet missing = column.missing();
    return missing == null ? RowSet.none(column.rowCount()) : missing;
  }

  /// Rows whose 64-bit integer lies between two inclusive bounds.
  static RowSet between(Column column, MemorySegment values, long lo, long hi) {
    int rows = column.rowCount();
    long[] words = new long[RowSet.wordCount(rows)];
    if (lo > hi) {
      return RowSet.ofWords(words, rows);
    }
    // One unsigned comparison does for both bounds.
    long width = hi - lo + Long.MIN_VALUE;
    for (int w = 0; w < words.length; w++) {
      int base = w << 6;
      int count = Math.min(64, rows - base);
      long word = 0;
      for (int i = 0; i < count; i++) {
        long value = values.getAtIndex(NumberColumn.LONG, base + i) - lo + Long.MIN_VALUE;
        word |= (value <= width ? 1L : 0L) << i;
      }
      words[w] = word;
    }
    return withoutMissing(column, words);
  }

  /// Rows whose double lies between two inclusive bounds; never NaN.
  static RowSet between(NumberColumn column, double lo, double hi) {
    int rows = column.rowCount();
    MemorySegment values = column.values();
    long[] words = new long[RowSet.wordCount(rows)];
    for (int w = 0; w < words.length; w++) {
      int base = w << 6;
      int count = Math.min(64, rows - base);
      long word = 0;
      for (int i = 0; i < count; i++) {
        double value = values.getAtIndex(NumberColumn.DOUBLE, base + i);
        word |= (value >= lo & value <= hi ? 1L : 0L) << i;
      }
      words[w] = word;
    }
    return withoutMissing(column, words);
  }

  /// Rows whose double is not a number.
  static RowSet notANumber(NumberColumn column) {
    int rows = column.rowCount();
    long[] words = new long[RowSet.wordCount(rows)];
    if (!column.integral()) {
      for (int row = 0; row < rows; row++) {
        if (Double.isNaN(column.at(row))) {
          words[row >>> 6] |= 1L << row;
        }
      }
    }
    return withoutMissing(column, words);
  }

  /// Rows whose value's ordinal is marked.
  static RowSet marked(CategoryColumn column, boolean[] marked) {
    int rows = column.rowCount();
    MemorySegment ordinals = column.ordinals();
    long[] words = new long[RowSet.wordCount(rows)];
    for (int w = 0; w < words.length; w++) {
      int base = w << 6;
      int count = Math.min(64, rows - base);
      long word = 0;
      for (int i = 0; i < count; i++) {
        int ordinal = ordinals.getAtIndex(CategoryColumn.INT, base + i);
        word |= (ordinal >= 0 && marked[ordinal] ? 1L : 0L) << i;
      }
      words[w] = word;
    }
    return RowSet.ofWords(words, rows);
  }

  /// Rows that have an element whose ordinal is marked.
  static RowSet marked(ListColumn column, boolean[] marked) {
    int rows = column.rowCount();
    MemorySegment ordinals = column.ordinals();
    long[] words = new long[RowSet.wordCount(rows)];
    long element = 0;
    for (int row = 0; row < rows; row++) {
      long end = column.start(row + 1);
      boolean found = false;
      for (; element < end; element++) {
        int ordinal = ordinals.getAtIndex(ListColumn.INT, element);
        found |= ordinal >= 0 && marked[ordinal];
      }
      words[row >>> 6] |= (found ? 1L : 0L) << row;
    }
    return RowSet.ofWords(words, rows);
  }

  private static RowSet withoutMissing(Column column, long[] words) {
    RowSet missing = column.missing();
    if (missing != null) {
      for (int w = 0; w < words.length; w++) {
        words[w] &= ~missing.word(w);
      }
    }
    return RowSet.ofWords(words, column.rowCount());
  }
}
