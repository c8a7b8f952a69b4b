package outcrop.analysis.stats;

import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;

/// Numbers and times as whole numbers in the same order, to be sorted and counted.
///
/// @param key of a row that has one
/// @param missing whether a row has no value
/// @param usable whether the value of a row names a class: NaN and the infinities do not
/// @param text the value of a key, as the user knows it
record ValueKeys(
    IntToLongFunction key, IntPredicate missing, IntPredicate usable, LongFunction<String> text) {
  static ValueKeys of(NumberColumn column) {
    return column.integral()
        ? new ValueKeys(column::longAt, column::isMissing, _ -> true, Long::toString)
        : new ValueKeys(
            row -> sortable(column.at(row)),
            column::isMissing,
            row -> Double.isFinite(column.at(row)),
            key -> NumberColumn.textOf(ofSortable(key)));
  }

  static ValueKeys of(TimeColumn column) {
    return new ValueKeys(
        column::microsAt,
        column::isMissing,
        _ -> true,
        key -> TimeColumn.textOf(key, column.field().format()));
  }

  boolean named(int row) {
    return !missing.test(row) && usable.test(row);
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
