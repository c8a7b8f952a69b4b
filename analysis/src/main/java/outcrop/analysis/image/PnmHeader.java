package outcrop.analysis.image;

import java.io.IOException;

/// The head of a portable bitmap, greymap or pixmap.
///
/// @param kind 1…6 as in `P1`…`P6`
/// @param most the largest value of a sample, 1 for bitmaps
/// @param dataStart where the samples start
record PnmHeader(int kind, int width, int height, int most, long dataStart) {
  private static final int LONGEST = 1 << 16;

  /// Kinds 1…3 are written as text.
  boolean isText() {
    return kind <= 3;
  }

  boolean isBitmap() {
    return kind == 1 || kind == 4;
  }

  int channels() {
    return kind == 3 || kind == 6 ? 3 : 1;
  }

  static PnmHeader read(HeadBytes head) throws IOException {
    int kind = head.u8(1) - '0';
    boolean bitmap = kind == 1 || kind == 4;
    long[] at = {2};
    int width = number(head, at);
    int height = number(head, at);
    int most = bitmap ? 1 : number(head, at);
    if (most < 1 || most > 65535) {
      throw new IOException("The largest value is out of range");
    }
    // Exactly one blank stands between the head and the samples.
    return new PnmHeader(kind, width, height, most, at[0] + 1);
  }

  private static int number(HeadBytes head, long[] at) throws IOException {
    boolean comment = false;
    for (int c = head.u8(at[0]); comment || c < '0' || c > '9'; c = head.u8(++at[0])) {
      if (at[0] > LONGEST || !comment && c > ' ' && c != '#') {
        throw new IOException("A number is missing in the head");
      }
      comment = c == '#' || comment && c != '\n';
    }
    long value = 0;
    for (int c = head.u8(at[0]); c >= '0' && c <= '9'; c = head.u8(++at[0])) {
      value = value * 10 + c - '0';
      if (value > Integer.MAX_VALUE) {
        throw new IOException("A number in the head is too large");
      }
    }
    return (int) value;
  }
}
