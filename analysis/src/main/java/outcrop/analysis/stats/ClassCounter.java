package outcrop.analysis.stats;

import java.util.Arrays;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.TermCounts;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.task.UserFailure;

/// Counts the classes of a field: its values, or the terms of a text field.
public final class ClassCounter {
  private static final int ROWS_PER_CHECK = 1 << 16;

  private final ColumnUse use;

  /// @param use the right to read the columns, which ends the counting when they are closed
  public ClassCounter(ColumnUse use) {
    this.use = use;
  }

  /// The classes of a field of categories, lists, numbers or times. A row with a list counts once
  /// for each different value in it; NaN and the infinities are no classes.
  ///
  /// @throws UserFailure for a field of texts, whose terms are counted through the index, and for
  ///   vectors
  public ClassCounts count(Column column, RowSet rows) {
    return switch (column) {
      case CategoryColumn categories -> categories(categories, rows);
      case ListColumn lists -> lists(lists, rows);
      case NumberColumn numbers -> values(ValueKeys.of(numbers), rows);
      case TimeColumn times -> values(ValueKeys.of(times), rows);
      default ->
          throw new UserFailure(
              "“"
                  + column.field().name()
                  + "” has no classes to count: choose a field of categories, lists, numbers or"
                  + " times.");
    };
  }

  /// The terms of a text field, each counted as often as it occurs.
  public ClassCounts terms(TextIndex index, TextColumn column, RowSet rows) {
    TermCounts terms = index.terms(column.field().name(), rows, use);
    RowSet none = column.missing();
    return ClassCounts.of(
        terms.occurrences(),
        terms::term,
        rows.cardinality(),
        none == null ? 0 : none.and(rows).cardinality(),
        0);
  }

  private ClassCounts categories(CategoryColumn column, RowSet rows) {
    long[] counts = new long[column.dictionary().size()];
    int missing = 0;
    for (int row = next(rows, 0); row >= 0; row = next(rows, row + 1)) {
      int ordinal = column.ordinal(row);
      if (ordinal < 0) {
        missing++;
      } else {
        counts[ordinal]++;
      }
    }
    return ClassCounts.of(counts, column.dictionary()::value, rows.cardinality(), missing, 0);
  }

  private ClassCounts lists(ListColumn column, RowSet rows) {
    long[] counts = new long[column.dictionary().size()];
    int missing = 0;
    int empty = 0;
    for (int row = next(rows, 0); row >= 0; row = next(rows, row + 1)) {
      if (column.isMissing(row)) {
        missing++;
        continue;
      }
      int[] ordinals = column.distinctOrdinals(row);
      empty += ordinals.length == 0 ? 1 : 0;
      for (int ordinal : ordinals) {
        counts[ordinal]++;
      }
    }
    return ClassCounts.of(counts, column.dictionary()::value, rows.cardinality(), missing, empty);
  }

  private ClassCounts values(ValueKeys keys, RowSet rows) {
    long[] values = new long[rows.cardinality()];
    int used = 0;
    int missing = 0;
    int unusable = 0;
    for (int row = next(rows, 0); row >= 0; row = next(rows, row + 1)) {
      if (keys.missing().test(row)) {
        missing++;
      } else if (keys.usable().test(row)) {
        values[used++] = keys.key().applyAsLong(row);
      } else {
        unusable++;
      }
    }
    Arrays.sort(values, 0, used);
    long[] distinct = new long[used];
    long[] counts = new long[used];
    int size = 0;
    for (int i = 0; i < used; i++) {
      if (size == 0 || values[i] != distinct[size - 1]) {
        distinct[size++] = values[i];
      }
      counts[size - 1]++;
    }
    long[] known = Arrays.copyOf(distinct, size);
    return ClassCounts.of(
        Arrays.copyOf(counts, size),
        ordinal -> keys.text().apply(known[ordinal]),
        rows.cardinality(),
        missing,
        unusable);
  }

  /// The next row, asking now and then whether the store is to be closed.
  private int next(RowSet rows, int from) {
    if ((from & (ROWS_PER_CHECK - 1)) == 0) {
      use.checkWanted();
    }
    return rows.next(from);
  }
}
