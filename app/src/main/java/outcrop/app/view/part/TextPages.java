package outcrop.app.view.part;

import java.nio.charset.StandardCharsets;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.TextColumn;

/// A value of any length in parts that a reader can take in: no part is decoded before it is looked
/// at.
interface TextPages {
  /// The most that a part holds, in bytes or letters.
  int PAGE = 16_384;

  /// The most that is shown before the reader asks for all.
  int PREVIEW = 3_000;

  /// The length of the value in bytes of UTF-8, or of letters where that is what is known.
  long length();

  /// A stretch of the value, cut at whole characters.
  String part(long from, int length);

  default boolean isLong() {
    return length() > PREVIEW;
  }

  default String preview() {
    return part(0, isLong() ? PREVIEW * 2 / 3 : PREVIEW);
  }

  default int pages() {
    return (int) Math.max(1, (length() + PAGE - 1) / PAGE);
  }

  default String page(int index) {
    return part((long) index * PAGE, PAGE);
  }

  /// The parts of a value that is not missing.
  static TextPages of(Column column, int row) {
    if (column instanceof TextColumn text) {
      return new Utf8(text, row);
    }
    String value = column.textAt(row);
    return new Whole(value == null ? "" : value);
  }

  /// A text that lies in a column.
  record Utf8(TextColumn column, int row) implements TextPages {
    private static final int LONGEST_CHARACTER = 4;

    @Override
    public long length() {
      return column.byteLength(row);
    }

    @Override
    public String part(long from, int length) {
      byte[] bytes = column.part(row, from, length + LONGEST_CHARACTER);
      int start = boundary(bytes, 0);
      int end = boundary(bytes, length);
      return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /// The first start of a character at or after a place.
    private static int boundary(byte[] bytes, int from) {
      int place = Math.min(from, bytes.length);
      while (place < bytes.length && (bytes[place] & 0xC0) == 0x80) {
        place++;
      }
      return place;
    }
  }

  /// A text in memory.
  record Whole(String text) implements TextPages {
    @Override
    public long length() {
      return text.length();
    }

    @Override
    public String part(long from, int length) {
      int start = boundary((int) Math.min(from, text.length()));
      return text.substring(start, boundary((int) Math.min(from + length, text.length())));
    }

    private int boundary(int place) {
      boolean inside =
          place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
      return inside ? place + 1 : place;
    }
  }
}
