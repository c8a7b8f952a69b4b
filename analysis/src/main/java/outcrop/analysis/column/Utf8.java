package outcrop.analysis.column;

/// UTF-8 from characters without a string in between.
public final class Utf8 {
  /// How many bytes so many characters can need.
  public static final int MAX_BYTES_PER_CHAR = 3;

  private Utf8() {}

  /// Encodes characters into `target` from `offset` on, where there is room, and returns the number
  /// of bytes.
  ///
  /// Readers refuse rows with half a surrogate pair; should one come here it becomes `?`.
  public static int encode(char[] chars, int start, int length, byte[] target, int offset) {
    int at = offset;
    int end = start + length;
    int from = start;
    for (; from < end && chars[from] < 0x80; from++) {
      target[at++] = (byte) chars[from];
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
}
