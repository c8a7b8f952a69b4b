package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.function.LongFunction;
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
      case NumberColumn numbers -> numbers(numbers, rows);
      case TimeColumn times -> times(times, rows);
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

  private ClassCounts numbers(NumberColumn column, RowSet rows) {
    long[] values = new long[rows.cardinality()];
    int used = 0;
    int missing = 0;
    int unusable = 0;
    for (int row = next(rows, 0); row >= 0; row = next(rows, row + 1)) {
      if (column.isMissing(row)) {
        missing++;
      } else if (column.integral()) {
        values[used++] = column.longAt(row);
      } else {
        double value = column.at(row);
        if (Double.isFinite(value)) {
          values[used++] = sortable(value);
        } else {
          unusable++;
        }
      }
    }
    boolean integral = column.integral();
    return runs(
        values,
        used,
        value -> integral ? Long.toString(value) : NumberColumn.textOf(ofSortable(value)),
        rows.cardinality(),
        missing,
        unusable);
  }

  private ClassCounts times(TimeColumn column, RowSet rows) {
    long[] values = new long[rows.cardinality()];
    int used = 0;
    int missing = 0;
    for (int row = next(rows, 0); row >= 0; row = next(rows, row + 1)) {
      if (column.isMissing(row)) {
        missing++;
      } else {
        values[used++] = column.microsAt(row);
      }
    }
    return runs(
        values,
        used,
        value -> TimeColumn.textOf(value, column.field().format()),
        rows.cardinality(),
        missing,
        0);
  }

  private static ClassCounts runs(
      long[] values, int used, LongFunction<String> text, int rows, int missing, int unusable) {
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
        ordinal -> text.apply(known[ordinal]),
        rows,
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

  /// A long in the order of the doubles; both zeros are one.
  private static long sortable(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  private static double ofSortable(long sortable) {
    return Double.longBitsToDouble(sortable ^ (sortable >> 63 & Long.MAX_VALUE));
  }
}
