package outcrop.analysis.stats;

import java.util.Arrays;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;

/// The different values of a field of numbers or times, each a class of its own, numbered in rising
/// order. NaN and the infinities are no classes.
public final class ValueClasses {
  /// A row without a value.
  public static final int MISSING = -1;

  /// A row whose value is no class.
  public static final int UNUSABLE = -2;

  private static final int ROWS_PER_CHECK = 1 << 16;

  private final ValueKeys keys;
  private final long[] distinct;

  /// @param column of numbers or times
  /// @param use asked now and then whether the store is to be closed
  public ValueClasses(Column column, ColumnUse use) {
    this.keys =
        switch (column) {
          case NumberColumn numbers -> ValueKeys.of(numbers);
          case TimeColumn times -> ValueKeys.of(times);
          default -> throw new IllegalArgumentException(column.field().name() + " has no order");
        };
    long[] values = new long[column.rowCount()];
    int used = 0;
    for (int row = 0; row < values.length; row++) {
      if ((row & ROWS_PER_CHECK - 1) == 0) {
        use.checkWanted();
      }
      if (keys.named(row)) {
        values[used++] = keys.key().applyAsLong(row);
      }
    }
    Arrays.sort(values, 0, used);
    int size = 0;
    for (int i = 0; i < used; i++) {
      if (size == 0 || values[i] != values[size - 1]) {
        values[size++] = values[i];
      }
    }
    this.distinct = Arrays.copyOf(values, size);
  }

  /// How many different values there are.
  public int size() {
    return distinct.length;
  }

  /// The value of a class, as the user knows it.
  public String name(int index) {
    return keys.text().apply(distinct[index]);
  }

  /// The class of a row, [#MISSING] or [#UNUSABLE].
  public int of(int row) {
    if (keys.missing().test(row)) {
      return MISSING;
    }
    return keys.usable().test(row)
        ? Arrays.binarySearch(distinct, keys.key().applyAsLong(row))
        : UNUSABLE;
  }
}
