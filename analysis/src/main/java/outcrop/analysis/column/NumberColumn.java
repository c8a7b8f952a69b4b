package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Numbers: 64-bit integers where the whole column is integral, doubles otherwise. NaN and the
/// infinities are values; missing rows are in the mask and hold 0.
///
/// @param values 8 bytes per row, native order: `long` if `integral`, else `double`
public record NumberColumn(
    Field field, int rowCount, MemorySegment values, boolean integral, @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  public static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

  public static NumberColumn ofLongs(Field field, long[] values, @Nullable RowSet missing) {
    return new NumberColumn(field, values.length, MemorySegment.ofArray(values), true, missing);
  }

  public static NumberColumn ofDoubles(Field field, double[] values, @Nullable RowSet missing) {
    return new NumberColumn(field, values.length, MemorySegment.ofArray(values), false, missing);
  }

  /// The value as a double; integers beyond 2^53 are rounded. Undefined (0) where missing.
  public double at(int row) {
    return integral ? (double) values.getAtIndex(LONG, row) : values.getAtIndex(DOUBLE, row);
  }

  /// The exact integer. Only for integral columns.
  public long longAt(int row) {
    return values.getAtIndex(LONG, row);
  }

  @Override
  public @Nullable String textAt(int row) {
    if (isMissing(row)) {
      return null;
    }
    return integral ? Long.toString(longAt(row)) : textOf(values.getAtIndex(DOUBLE, row));
  }

  /// The shortest text that reads back as the same double, without a needless `.0`.
  public static String textOf(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
