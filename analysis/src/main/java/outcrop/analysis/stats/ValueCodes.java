package outcrop.analysis.stats;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;

/// Numbers the different values of a field in the order in which they come. Rows without a value
/// have a number of their own.
public final class ValueCodes {
  private final Map<Long, Integer> known = new HashMap<>();
  private @Nullable Integer ofMissing;
  private int size;

  /// The number of a row's value.
  ///
  /// @throws IllegalArgumentException for a field whose values have no bits of their own
  public int of(Column column, int row) {
    if (column.isMissing(row)) {
      if (ofMissing == null) {
        ofMissing = size++;
      }
      return ofMissing;
    }
    Integer code = known.putIfAbsent(bits(column, row), size);
    return code == null ? size++ : code;
  }

  /// How many numbers have been given.
  public int size() {
    return size;
  }

  /// What tells a value of the field from its others; two fields cannot be compared by it.
  public static long bits(Column column, int row) {
    return switch (column) {
      case CategoryColumn categories -> categories.ordinal(row);
      case TimeColumn times -> times.microsAt(row);
      case NumberColumn numbers when numbers.integral() -> numbers.longAt(row);
      case NumberColumn numbers ->
          Double.doubleToLongBits(numbers.at(row) == 0 ? 0.0 : numbers.at(row));
      case outcrop.analysis.column.TextColumn _,
          outcrop.analysis.column.ListColumn _,
          outcrop.analysis.column.VectorColumn _ ->
          throw new IllegalArgumentException(column.field().name() + " has no single values");
    };
  }
}
