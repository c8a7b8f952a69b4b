package outcrop.app.cli;

/// A horizontal bar of characters.
final class Bar {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
  private static final int PARTS = 8;

  private Bar() {}

  /// A bar that fills `width` columns when `value` equals `largest`. Whatever is not zero shows.
  ///
  /// @param fine whether the stream can carry block characters; `#` stands for them otherwise
  static String of(long value, long largest, int width, boolean fine) {
    if (value <= 0 || largest <= 0) {
      return "";
    }
    if (!fine) {
      return "#".repeat((int) Math.max(1, Math.round((double) value * width / largest)));
    }
    long eighths = Math.max(1, Math.round((double) value * width * PARTS / largest));
    int rest = (int) (eighths % PARTS);
    return "█".repeat((int) (eighths / PARTS)) + (rest == 0 ? "" : EIGHTHS.charAt(rest));
  }

  /// Whether a stream of this charset can carry the blocks.
  static boolean isFine(java.nio.charset.Charset charset) {
    return Terminal.canPrint(charset, EIGHTHS);
  }
}
