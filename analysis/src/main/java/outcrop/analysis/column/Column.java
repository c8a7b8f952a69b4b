package outcrop.analysis.column;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// The values of one field for all rows, with a mask of the rows that have none.
///
/// Columns are immutable and safe to read from any thread. Rows are ordinals in 0…rowCount−1. Data
/// lies in memory segments, mapped from the store or on the heap; kernels read the segments
/// directly.
public sealed interface Column
    permits NumberColumn, CategoryColumn, TextColumn, TimeColumn, ListColumn, VectorColumn {
  Field field();

  int rowCount();

  /// Rows without a value, or null where every row has one.
  @Nullable RowSet missing();

  default boolean isMissing(int row) {
    RowSet mask = missing();
    return mask != null && mask.contains(row);
  }

  default int missingCount() {
    RowSet mask = missing();
    return mask == null ? 0 : mask.cardinality();
  }

  /// The exact text of a value, the same in the table, in exports and in row keys; null where
  /// missing.
  ///
  /// Whole numbers have no fraction, doubles their shortest form that reads back equal (`NaN`,
  /// `Infinity` and `-Infinity` where they are values), times are ISO 8601. Lists and vectors are
  /// JSON lists without blanks.
  @Nullable String textAt(int row);
}
