package outcrop.analysis.io;

import java.util.List;
import java.util.Map;
import java.util.Set;
import outcrop.analysis.task.UserFailure;

/// How a source writes numbers: which sign stands before the fraction and which between groups of
/// three digits.
///
/// @param decimal `.` or `,`
/// @param thousands [#NONE] where digits are not grouped; a space stands for every kind of space
record NumberStyle(char decimal, char thousands) {
  static final char NONE = '\0';
  static final NumberStyle PLAIN = new NumberStyle('.', NONE);

  static final String DECIMAL = "decimal";
  static final String THOUSANDS = "thousands";
  static final ReaderOption DECIMAL_OPTION =
      ReaderOption.choice(
          DECIMAL, List.of(".", ","), "What stands before the fraction of a number.");
  static final ReaderOption THOUSANDS_OPTION =
      ReaderOption.choice(
          THOUSANDS,
          List.of("none", ",", ".", "space", "'"),
          "What stands between groups of three digits.");

  private static final Map<String, Character> SEPARATORS =
      Map.of("none", NONE, "", NONE, ",", ',', ".", '.', "space", ' ', " ", ' ', "'", '\'');

  /// @throws UserFailure where an option has a value that it cannot have
  static NumberStyle of(Map<String, String> options) {
    String decimal = options.getOrDefault(DECIMAL, ".");
    String grouping = options.getOrDefault(THOUSANDS, "none");
    if (!Set.of(".", ",").contains(decimal)) {
      throw new UserFailure("The option decimal is \".\" or \",\", not \"" + decimal + "\".");
    }
    Character thousands = SEPARATORS.get(grouping);
    if (thousands == null) {
      throw new UserFailure(
          "The option thousands is none, \",\", \".\", space or ', not \"" + grouping + "\".");
    }
    if (thousands == decimal.charAt(0)) {
      throw new UserFailure(
          "The options decimal and thousands cannot both be \"" + decimal + "\"; change one.");
    }
    NumberStyle style = new NumberStyle(decimal.charAt(0), thousands);
    return style.equals(PLAIN) ? PLAIN : style;
  }

  /// Writes what [#of] reads.
  void into(Map<String, String> options) {
    options.put(DECIMAL, String.valueOf(decimal));
    options.put(
        THOUSANDS, thousands == NONE ? "none" : thousands == ' ' ? "space" : "" + thousands);
  }

  private boolean groups(char c) {
    return switch (thousands) {
      case NONE -> false;
      case ' ' -> c == ' ' || c == '\u00A0' || c == '\u202F';
      case '\'' -> c == '\'' || c == '\u2019';
      default -> c == thousands;
    };
  }

  /// Writes a number of this style as a plain one.
  ///
  /// @param target at least as long as the text
  /// @return the length of the plain number, −1 where the text is no number of this style
  int plain(char[] chars, int start, int end, char[] target) {
    int at = start;
    int length = 0;
    if (at < end && (chars[at] == '-' || chars[at] == '+')) {
      target[length++] = chars[at++];
    }
    int run = 0;
    boolean grouped = false;
    for (; at < end; at++) {
      char c = chars[at];
      if (c >= '0' && c <= '9') {
        target[length++] = c;
        run++;
      } else if (groups(c)) {
        if (run == 0 || run > 3 || grouped && run != 3) {
          return -1;
        }
        grouped = true;
        run = 0;
      } else {
        break;
      }
    }
    if (grouped && run != 3) {
      return -1;
    }
    if (at < end && chars[at] == decimal) {
      target[length++] = '.';
      at++;
    }
    for (; at < end; at++) {
      char c = chars[at];
      if ((c < '0' || c > '9') && c != 'e' && c != 'E' && c != '-' && c != '+') {
        return -1;
      }
      target[length++] = c;
    }
    return length;
  }
}
