package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;

/// Several values per row, by dictionary: tags, categories of boxes, coordinates. An empty list is
/// a value; a row without a list is missing.
///
/// @param offsets 8 bytes per row and one more, native order: where each row's elements start in
///   `ordinals`
/// @param ordinals 4 bytes per element, native order: the position in the dictionary, −1 for an
///   element that is `null`
/// @param dictionary the distinct elements in order of first appearance; numbers are in their
///   shortest exact form
public record ListColumn(
    Field field,
    int rowCount,
    MemorySegment offsets,
    MemorySegment ordinals,
    Dictionary dictionary,
    @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

  private static final int SHORT_LIST = 32;

  /// A column on the heap; a null list is missing, a null element is an element without a value.
  public static ListColumn of(Field field, List<? extends @Nullable List<@Nullable String>> rows) {
    Dictionary.Builder dictionary = new Dictionary.Builder();
    long[] offsets = new long[rows.size() + 1];
    long[] missing = new long[RowSet.wordCount(rows.size())];
    boolean anyMissing = false;
    int[] ordinals = new int[16];
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable String> values = rows.get(row);
      if (values == null) {
        missing[row >>> 6] |= 1L << row;
        anyMissing = true;
      } else {
        for (String value : values) {
          if (count == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, 2 * count);
          }
          ordinals[count++] = value == null ? -1 : dictionary.add(value);
        }
      }
      offsets[row + 1] = count;
    }
    return new ListColumn(
        field,
        rows.size(),
        MemorySegment.ofArray(offsets),
        MemorySegment.ofArray(Arrays.copyOf(ordinals, count)),
        dictionary.build(),
        anyMissing ? RowSet.ofWords(missing, rows.size()) : null);
  }

  /// Where the elements of a row start; they end where those of the next row start.
  public long start(int row) {
    return offsets.getAtIndex(LONG, row);
  }

  /// How many elements a row has; 0 where missing.
  public int length(int row) {
    return (int) (start(row + 1) - start(row));
  }

  /// The dictionary position of an element, −1 where it is `null`.
  public int ordinal(long element) {
    return ordinals.getAtIndex(INT, element);
  }

  /// Whether an element is the first of its value in its row, so that a row counts once per value.
  public boolean isFirst(long rowStart, long element) {
    int ordinal = ordinal(element);
    for (long before = rowStart; before < element; before++) {
      if (ordinal(before) == ordinal) {
        return false;
      }
    }
    return true;
  }

  /// The different values of a row by dictionary position, each once, without `null`.
  public int[] distinctOrdinals(int row) {
    long start = start(row);
    int length = length(row);
    int[] all = new int[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      int ordinal = ordinal(start + i);
      if (ordinal >= 0 && (length > SHORT_LIST || isFirst(start, start + i))) {
        all[count++] = ordinal;
      }
    }
    int[] found = Arrays.copyOf(all, count);
    return length > SHORT_LIST ? Arrays.stream(found).distinct().toArray() : found;
  }

  /// Whether the elements are numbers.
  public boolean numeric() {
    return isNumeric(field.format());
  }

  /// Whether the elements of a list of this format are numbers.
  public static boolean isNumeric(ValueFormat format) {
    return format == ValueFormat.INTEGER || format == ValueFormat.DECIMAL;
  }

  /// The elements of a row in order; empty where missing.
  public List<@Nullable String> values(int row) {
    long start = start(row);
    int length = length(row);
    List<@Nullable String> values = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      int ordinal = ordinal(start + i);
      values.add(ordinal < 0 ? null : dictionary.value(ordinal));
    }
    return values;
  }

  @Override
  public @Nullable String textAt(int row) {
    return isMissing(row) ? null : head(row, Integer.MAX_VALUE);
  }

  /// The first part of a list as JSON, cut behind the element that makes it longer than `maxChars`.
  /// `[]` where missing.
  public String head(int row, int maxChars) {
    StringBuilder text = new StringBuilder("[");
    long start = start(row);
    int length = length(row);
    for (int i = 0; i < length && text.length() <= maxChars; i++) {
      if (i > 0) {
        text.append(',');
      }
      int ordinal = ordinal(start + i);
      if (ordinal < 0) {
        text.append("null");
      } else if (numeric()) {
        text.append(dictionary.value(ordinal));
      } else {
        quote(dictionary.value(ordinal), text);
      }
    }
    return text.append(']').toString();
  }

  /// Appends a text as a JSON string.
  private static void quote(String value, StringBuilder target) {
    target.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> target.append("\\\"");
        case '\\' -> target.append("\\\\");
        case '\n' -> target.append("\\n");
        case '\r' -> target.append("\\r");
        case '\t' -> target.append("\\t");
        default -> {
          if (c < ' ') {
            target.append("\\u%04x".formatted((int) c));
          } else {
            target.append(c);
          }
        }
      }
    }
    target.append('"');
  }
}
