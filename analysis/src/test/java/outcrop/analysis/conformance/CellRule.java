package outcrop.analysis.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether two cells say the same, whatever notation the database and we choose for it.
final class CellRule {
  private static final Pattern COLUMN =
      Pattern.compile("\\{'name': '?(.*?)'?, 'type': (.*?)\\}(?=, \\{'name'|\\]$)");
  private static final Pattern COPY = Pattern.compile("(.+)_(\\d{1,3})");
  private static final double CLOSE = 1e-7;

  private CellRule() {}

  /// Exact text, or equal as numbers, truth values, times, nested values, types or lists of
  /// columns.
  static boolean same(String expected, String actual) {
    if (expected.equals(actual)
        || expected.equals("(empty)") && actual.isEmpty()
        || expected.equals(actual.replace("\0", "\\0"))) {
      return true;
    }
    return sameNumber(expected, actual)
        || truth(expected) != null && truth(expected).equals(truth(actual))
        || sameTime(expected, actual)
        || expected.matches("\\d\\d:\\d\\d:00") && expected.equals(actual + ":00")
        || sameColumns(expected, actual)
        || sameType(expected, actual)
        || nested(expected) && bare(expected).equals(bare(actual));
  }

  private static boolean sameNumber(String expected, String actual) {
    try {
      BigDecimal a = new BigDecimal(plain(expected));
      BigDecimal b = new BigDecimal(actual);
      return a.compareTo(b) == 0
          || Math.abs(a.doubleValue() - b.doubleValue()) <= CLOSE * Math.abs(a.doubleValue())
          // A database shows decimals with as many digits as their type has.
          || a.compareTo(b.setScale(Math.max(0, a.scale()), java.math.RoundingMode.HALF_UP)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /// A number that is written with groups of three digits or with a decimal comma.
  private static String plain(String number) {
    return number.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?")
        ? number.replace(",", "")
        : number.replace(',', '.');
  }

  private static String truth(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "t", "1", "yes" -> "true";
      case "false", "f", "0", "no" -> "false";
      default -> null;
    };
  }

  private static boolean sameTime(String expected, String actual) {
    return expected.matches("\\d{4}-\\d\\d-\\d\\d.*") && instant(expected).equals(instant(actual));
  }

  /// Without the notation of midnight, of the time zone and of fractions.
  private static String instant(String time) {
    return time.replace('T', ' ')
        .replaceFirst("(\\+00(:00)?|Z)$", "")
        .replaceFirst("(\\.\\d*?)0+$", "$1")
        .replaceFirst("\\.$", "")
        .replaceFirst("( \\d\\d:\\d\\d)$", "$1:00")
        .replaceFirst(" 00:00:00$", "");
  }

  private static boolean sameType(String expected, String actual) {
    return expected.matches("[A-Z_]+( WITH TIME ZONE)?(\\(.*\\))?(\\[\\])*")
        && actual.matches("[A-Z_]+( WITH TIME ZONE)?(\\(.*\\))?(\\[\\])*")
        && compatible(expected, actual);
  }

  /// A field of numbers, texts, truth values or times; a field of the truth values of a text is a
  /// category of them here, and a time of day is a text.
  private static boolean compatible(String expected, String actual) {
    return DeclaredType.family(expected) == DeclaredType.family(actual);
  }

  private static boolean sameColumns(String expected, String actual) {
    List<String[]> wanted = columns(expected);
    List<String[]> given = columns(actual);
    if (wanted.isEmpty() || wanted.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i)[0].replace("\\'", "'");
      if (!sameName(name, given.get(i)[0].replace("\\'", "'"))
          || !compatible(wanted.get(i)[1], given.get(i)[1])) {
        return false;
      }
    }
    return true;
  }

  /// Names that stand several times are told apart from 1 on there and from 2 on here.
  private static boolean sameName(String expected, String actual) {
    Matcher copy = COPY.matcher(expected);
    return expected.equalsIgnoreCase(actual)
        || copy.matches()
            && actual.equalsIgnoreCase(copy.group(1) + '_' + (Integer.parseInt(copy.group(2)) + 1));
  }

  private static List<String[]> columns(String text) {
    List<String[]> columns = new ArrayList<>();
    if (text.startsWith("[{'name': ")) {
      Matcher matcher = COLUMN.matcher(text);
      while (matcher.find()) {
        columns.add(new String[] {matcher.group(1), matcher.group(2)});
      }
    }
    return columns;
  }

  private static boolean nested(String text) {
    return text.startsWith("[") || text.startsWith("{") || text.matches("\".*\"");
  }

  /// A nested value without the quotes and blanks of either notation.
  private static String bare(String text) {
    return text.replaceAll("[\"'\\s\\\\]", "").replace("=", ":").replace("NULL", "null");
  }
}
