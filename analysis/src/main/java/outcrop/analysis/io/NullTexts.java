package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;

/// The texts that mean that a value is missing, as they stand in a file: in `NA,"NA"` the first
/// means the bare letters, the second the same in quotes. A bare empty cell is missing anyway.
final class NullTexts {
  static final NullTexts NONE = new NullTexts("");

  private final char[][] bare;
  private final char[][] quoted;

  /// @param option texts separated by commas
  NullTexts(String option) {
    List<char[]> plain = new ArrayList<>();
    List<char[]> inQuotes = new ArrayList<>();
    for (String text : option.split(",", -1)) {
      if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
        inQuotes.add(text.substring(1, text.length() - 1).toCharArray());
      } else if (!text.isEmpty()) {
        plain.add(text.toCharArray());
      }
    }
    bare = plain.toArray(char[][]::new);
    quoted = inQuotes.toArray(char[][]::new);
  }

  boolean isEmpty() {
    return bare.length == 0 && quoted.length == 0;
  }

  boolean contains(char[] chars, int start, int length, boolean inQuotes) {
    for (char[] text : inQuotes ? quoted : bare) {
      if (text.length == length && isAt(chars, start, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(char[] chars, int start, char[] text) {
    for (int i = 0; i < text.length; i++) {
      if (chars[start + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
