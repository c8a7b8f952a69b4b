package outcrop.app.cli;

/// Text as it stands in one cell of a printed table: on one line, harmless, and measured in
/// columns.
final class CellText {
  private static final int ESCAPE_PICTURES = 0x2400;

  private CellText() {}

  /// The text with every control character replaced by one visible character, so that a value can
  /// neither break a table nor drive the terminal. Positions stay the same.
  static String harmless(String text) {
    StringBuilder result = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char shown = shown(c);
      if (shown != c) {
        result = result == null ? new StringBuilder(text) : result;
        result.setCharAt(i, shown);
      }
    }
    return result == null ? text : result.toString();
  }

  private static char shown(char c) {
    if (c == '\n') {
      return '⏎';
    }
    if (c < ' ') {
      return (char) (ESCAPE_PICTURES + c);
    }
    // C1 controls drive terminals too, and direction overrides would turn the rest of the line
    // around.
    boolean hidden =
        c >= 0x7F && c <= 0x9F
            || c >= 0x202A && c <= 0x202E
            || c >= 0x2066 && c <= 0x2069
            || c == 0x2028
            || c == 0x2029;
    return hidden ? '�' : c;
  }

  /// How many columns of a terminal the text takes.
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += width(point);
      i += Character.charCount(point);
    }
    return width;
  }

  /// The end of the longest start of `text` from position `from` that takes at most `columns`.
  static int end(String text, int from, int columns) {
    int width = 0;
    int i = from;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      width += width(point);
      if (width > columns) {
        return i;
      }
      i += Character.charCount(point);
    }
    return i;
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /// East Asian wide and fullwidth characters and pictographs (Unicode Standard Annex 11).
  private static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115F
            || point >= 0x2E80 && point <= 0xA4CF && point != 0x303F
            || point >= 0xAC00 && point <= 0xD7A3
            || point >= 0xF900 && point <= 0xFAFF
            || point >= 0xFE30 && point <= 0xFE6F
            || point >= 0xFF00 && point <= 0xFF60
            || point >= 0xFFE0 && point <= 0xFFE6
            || point >= 0x1F300 && point <= 0x1FAFF
            || point >= 0x20000 && point <= 0x3FFFD);
  }
}
