package outcrop.analysis.code;

import java.util.Map;

/// Patterns of times in the letters of `strftime`, which SQL and Python share.
final class TimeDirectives {
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("yyyy", "%Y"),
          Map.entry("uuuu", "%Y"),
          Map.entry("yy", "%y"),
          Map.entry("MM", "%m"),
          Map.entry("M", "%m"),
          Map.entry("MMM", "%b"),
          Map.entry("MMMM", "%B"),
          Map.entry("dd", "%d"),
          Map.entry("d", "%d"),
          Map.entry("HH", "%H"),
          Map.entry("H", "%H"),
          Map.entry("hh", "%I"),
          Map.entry("h", "%I"),
          Map.entry("mm", "%M"),
          Map.entry("ss", "%S"),
          Map.entry("a", "%p"),
          Map.entry("EEE", "%a"),
          Map.entry("EEEE", "%A"));

  private TimeDirectives() {}

  static String sql(String pattern) throws Untranslatable {
    return translated(pattern, "%g");
  }

  /// Python reads any digits of a second as a fraction.
  static String python(String pattern) throws Untranslatable {
    return translated(pattern, "%f");
  }

  private static String translated(String pattern, String millis) throws Untranslatable {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int end = at;
      while (end < pattern.length() && pattern.charAt(end) == c) {
        end++;
      }
      String run = pattern.substring(at, end);
      if (!Character.isLetter(c) && "'[]".indexOf(c) < 0) {
        out.append(run.replace("%", "%%"));
      } else if (run.equals("SSS")) {
        out.append(millis);
      } else if (LETTERS.get(run) instanceof String directive) {
        out.append(directive);
      } else {
        throw new Untranslatable("the time pattern " + pattern);
      }
      at = end;
    }
    return out.toString();
  }
}
