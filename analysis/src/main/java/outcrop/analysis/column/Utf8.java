package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// UTF-8 from characters without a string in between.
public final class Utf8 {
  /// How many bytes so many characters can need.
  public static final int MAX_BYTES_PER_CHAR = 3;

  private static final int BLOCK = 32;

  private Utf8() {}

  /// A loop without a way out, so that it runs on whole vectors.
  private static boolean isAscii(char[] chars, int from) {
    int all = 0;
    for (int i = 0; i < BLOCK; i++) {
      all |= chars[from + i];
    }
    return all < 0x80;
  }

  /// Encodes characters into `target` from `offset` on, where there is room, and returns the number
  /// of bytes.
  ///
  /// Readers refuse rows with half a surrogate pair; should one come here it becomes `?`.
  public static int encode(char[] chars, int start, int length, byte[] target, int offset) {
    int at = offset;
    int end = start + length;
    int from = start;
    while (end - from >= BLOCK && isAscii(chars, from)) {
      for (int i = 0; i < BLOCK; i++) {
        target[at + i] = (byte) chars[from + i];
      }
      at += BLOCK;
      from += BLOCK;
    }
    while (from < end) {
      char c = chars[from++];
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (c < 0x800) {
        target[at++] = (byte) (0xC0 | c >> 6);
        target[at++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        target[at++] = (byte) (0xE0 | c >> 12);
        target[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        target[at++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)
          && from < end
          && Character.isLowSurrogate(chars[from])) {
        int point = Character.toCodePoint(c, chars[from++]);
        target[at++] = (byte) (0xF0 | point >> 18);
        target[at++] = (byte) (0x80 | point >> 12 & 0x3F);
        target[at++] = (byte) (0x80 | point >> 6 & 0x3F);
        target[at++] = (byte) (0x80 | point & 0x3F);
      } else {
        target[at++] = '?';
      }
    }
    return at - offset;
  }

  /// The bytes that [#encode] would write.
  static int length(char[] chars, int start, int length) {
    int bytes = 0;
    int end = start + length;
    for (int at = start; at < end; at++) {
      char c = chars[at];
      if (Character.isHighSurrogate(c) && at + 1 < end && Character.isLowSurrogate(chars[at + 1])) {
        bytes += 4;
        at++;
      } else {
        bytes += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }

  /// The code points between two places of UTF-8 bytes.
  static int characters(MemorySegment bytes, long from, long to) {
    int continuations = 0;
    for (long at = from; at < to; at++) {
      continuations += (bytes.get(ValueLayout.JAVA_BYTE, at) & 0xC0) == 0x80 ? 1 : 0;
    }
    return (int) (to - from) - continuations;
  }
}
