package outcrop.analysis.overview;

import java.util.Locale;
import java.util.Set;

/// Values that often stand for "none" without saying so.
///
/// A word is suspicious wherever at least two rows have it. A number is suspicious
///
/// - where it is −1 and no other value is negative,
/// - where it is one of 9, 99, 999… or their negatives and lies farther from all other values than
///   these reach,
/// - or where it has at least 1 % of the values, among ten or more, and five times as many as any
///   other.
///
/// A moment is suspicious wherever at least two rows and 0.1 % of the values have it.
final class DefaultValues {
  static final int LEAST_ROWS = 2;
  static final int LEAST_OF_NUMBER = 5;
  static final int LEAST_DISTINCT = 10;
  static final double LEAST_SHARE = 0.01;
  static final double LEAST_SHARE_OF_MOMENT = 0.001;
  static final double TIMES_NEXT = 5;

  private static final Set<String> WORDS =
      Set.of(
          "unknown",
          "unk",
          "n/a",
          "na",
          "#n/a",
          "none",
          "null",
          "nil",
          "nan",
          "missing",
          "?",
          "??",
          "-",
          "--",
          "---",
          ".",
          "not available",
          "not applicable",
          "not specified",
          "unspecified",
          "undefined",
          "not provided",
          "no data",
          "tbd",
          "default",
          "xxx",
          "-1",
          "999",
          "9999",
          "-999",
          "-9999",
          "99999",
          "1970-01-01",
          "1900-01-01",
          "0000-00-00",
          "unbekannt",
          "k. a.",
          "k.a.",
          "keine angabe",
          "");
  private static final Set<String> MOMENTS =
      Set.of(
          "0001-01-01",
          "1601-01-01",
          "1899-12-30",
          "1900-01-01",
          "1970-01-01",
          "2099-12-31",
          "9999-12-31");
  private static final double[] NUMBERS = {
    0, -1, 99, -99, 999, -999, 9_999, -9_999, 99_999, -99_999, 999_999, -999_999
  };

  private DefaultValues() {}

  static boolean isWord(String value) {
    return WORDS.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /// @param moment as ISO 8601 says it; only the day counts, at midnight
  static boolean isMoment(String moment) {
    String rest = moment.length() > 10 ? moment.substring(10) : "";
    return moment.length() >= 10
        && MOMENTS.contains(moment.substring(0, 10))
        && !rest.matches(".*[1-9].*");
  }

  /// The place of a number among the suspicious ones, −1 where it is none.
  static int placeOf(double value) {
    for (int i = 0; i < NUMBERS.length; i++) {
      if (NUMBERS[i] == value) {
        return i;
      }
    }
    return -1;
  }

  static int numberCount() {
    return NUMBERS.length;
  }

  static double number(int place) {
    return NUMBERS[place];
  }
}
