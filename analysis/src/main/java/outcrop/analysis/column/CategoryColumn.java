package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Named values by dictionary.
///
/// @param ordinals 4 bytes per row, native order: the position in the dictionary, −1 where missing
/// @param dictionary the distinct values in order of first appearance
public record CategoryColumn(
    Field field,
    int rowCount,
    MemorySegment ordinals,
    Dictionary dictionary,
    @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

  /// A column on the heap; null values are missing.
  public static CategoryColumn of(Field field, @Nullable String... values) {
    Dictionary.Builder dictionary = new Dictionary.Builder();
    int[] ordinals = new int[values.length];
    long[] missing = new long[RowSet.wordCount(values.length)];
    boolean anyMissing = false;
    for (int row = 0; row < values.length; row++) {
      String value = values[row];
      if (value == null) {
        ordinals[row] = -1;
        missing[row >>> 6] |= 1L << row;
        anyMissing = true;
      } else {
        ordinals[row] = dictionary.add(value);
      }
    }
    return new CategoryColumn(
        field,
        values.length,
        MemorySegment.ofArray(ordinals),
        dictionary.build(),
        anyMissing ? RowSet.ofWords(missing, values.length) : null);
  }

  /// The position in the dictionary, −1 where missing.
  public int ordinal(int row) {
    return ordinals.getAtIndex(INT, row);
  }

  @Override
  public @Nullable String textAt(int row) {
    int ordinal = ordinal(row);
    return ordinal < 0 ? null : dictionary.value(ordinal);
  }
}
