package outcrop.analysis.column;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Prose, as UTF-8 bytes end to end.
///
/// @param offsets 8 bytes per row and one more, native order: where each row's text starts in
///   `bytes`
/// @param bytes the texts, UTF-8
public record TextColumn(
    Field field, int rowCount, MemorySegment offsets, MemorySegment bytes, @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  /// A column on the heap; null values are missing.
  public static TextColumn of(Field field, @Nullable String... values) {
    long[] offsets = new long[values.length + 1];
    long[] missing = new long[RowSet.wordCount(values.length)];
    boolean anyMissing = false;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int row = 0; row < values.length; row++) {
      String value = values[row];
      if (value == null) {
        missing[row >>> 6] |= 1L << row;
        anyMissing = true;
      } else {
        bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
      }
      offsets[row + 1] = bytes.size();
    }
    return new TextColumn(
        field,
        values.length,
        MemorySegment.ofArray(offsets),
        MemorySegment.ofArray(bytes.toByteArray()),
        anyMissing ? RowSet.ofWords(missing, values.length) : null);
  }

  /// The length of a text in UTF-8 bytes; 0 where missing.
  public long byteLength(int row) {
    return offsets.getAtIndex(LONG, row + 1L) - offsets.getAtIndex(LONG, row);
  }

  @Override
  public @Nullable String textAt(int row) {
    return isMissing(row) ? null : head(row, Integer.MAX_VALUE);
  }

  /// The first part of a text, decoded from at most `maxBytes` bytes and cut at a whole character,
  /// so that a table cell never pays for a text of 50 MB. Empty where missing.
  public String head(int row, int maxBytes) {
    long start = offsets.getAtIndex(LONG, row);
    int length = (int) Math.min(byteLength(row), maxBytes);
    if (length == maxBytes) {
      while (length > 0 && (bytes.get(ValueLayout.JAVA_BYTE, start + length - 1) & 0xC0) == 0x80) {
        length--;
      }
      if (length > 0 && bytes.get(ValueLayout.JAVA_BYTE, start + length - 1) < 0) {
        length--;
      }
    }
    byte[] part = new byte[length];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start, part, 0, length);
    return new String(part, StandardCharsets.UTF_8);
  }
}
