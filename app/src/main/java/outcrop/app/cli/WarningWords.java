package outcrop.app.cli;

import java.util.Locale;
import outcrop.analysis.overview.FieldWarning;

/// Says the warnings about fields in one line each.
final class WarningWords {
  private static final int LONGEST_VALUE = 60;

  private WarningWords() {}

  static String of(FieldWarning warning) {
    String rows = Words.count(warning.count()) + " of " + Words.count(warning.of(), "row");
    String share = " (" + Words.share(warning.count(), warning.of()) + ")";
    String value = quoted(warning.value());
    return switch (warning.kind()) {
      case EMPTY -> "has no value in any of " + Words.count(warning.of(), "row");
      case CONSTANT ->
          "is constant: "
              + (warning.value().isEmpty() ? "one value" : value)
              + " in every row that has a value, "
              + rows;
      case NEARLY_CONSTANT -> value + " has " + rows + share + ", at least 99 %";
      case MOSTLY_MISSING -> "is missing in " + rows + share;
      case SUSPICIOUS_DEFAULT ->
          value + " may stand for no value: " + rows + " with a value" + share;
      case MIXED_TYPES ->
          "mixes types: " + rows + share + " are not like the others, such as " + value;
      case NOT_FINITE -> value + " in " + rows + share;
      case ONE_TO_ONE ->
          "is one-to-one with " + others(warning) + " in all " + Words.count(warning.of(), "row");
      case DETERMINES ->
          "determines " + others(warning) + " in all " + Words.count(warning.of(), "row");
      case BLANKS ->
          "begins or ends with a blank in "
              + rows
              + share
              + (warning.value().isEmpty() ? "" : ", such as " + value);
      case CASE_VARIANTS ->
          Words.count((long) warning.amount(), "group")
              + " of values differ only in capitals or blanks, "
              + rows
              + share
              + ", such as "
              + value;
      case OUTLIERS ->
          rows + share + " lie beyond the quartiles by more than 3 interquartile ranges";
      case SKEWED ->
          String.format(Locale.ROOT, "is skewed: skewness %.2f", warning.amount())
              + ", n "
              + Words.count(warning.of());
      case REPEATS -> rows + share + " repeat an earlier text letter by letter";
      case ALL_DISTINCT ->
          "looks like an id: all " + Words.count(warning.count(), "value") + " are distinct";
    };
  }

  private static String others(FieldWarning warning) {
    long more = (long) warning.amount() - 1;
    return quoted(warning.other()) + (more > 0 ? " and " + Words.count(more, "more field") : "");
  }

  private static String quoted(String value) {
    String line = value.replaceAll("[\\p{Cntrl}]", "·");
    return "\""
        + (line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) + "…" : line)
        + "\"";
  }
}
