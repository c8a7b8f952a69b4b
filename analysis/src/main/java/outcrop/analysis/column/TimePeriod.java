package outcrop.analysis.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outcrop.analysis.dataset.ValueFormat;

/// The stretch of time that a text means: `2024` the whole year, `2024-05` the month, `2024-05-31`
/// the day, `2024-05-31T12` the hour.
///
/// A text with minutes or finer means one moment, because that is how exact values are written
/// ([TimeColumn#textOf]); otherwise a value could not be named apart from its neighbours.
///
/// @param from first microsecond
/// @param to last microsecond, inclusive
public record TimePeriod(long from, long to) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([+-]?\\d{4,6})(?:-(\\d{2})(?:-(\\d{2})(?:[T ](\\d{2})(?::(\\d{2})(?::(\\d{2})"
              + "(?:\\.(\\d{1,9}))?)?)?(Z|[+-]\\d{2}:?\\d{2})?)?)?)?",
          Pattern.CASE_INSENSITIVE);

  /// Reads ISO 8601, whole or cut off at the year, month, day or hour.
  ///
  /// @param format of the field; only instants may carry `Z` or an offset
  /// @return empty where the text is no such time
  public static Optional<TimePeriod> parse(String text, ValueFormat format) {
    Matcher parts = SHAPE.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean local = format == ValueFormat.DATE || format == ValueFormat.DATETIME;
    if (local && parts.group(8) != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(parts));
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static TimePeriod of(Matcher parts) {
    LocalDate day =
        LocalDate.of(Integer.parseInt(parts.group(1)), number(parts, 2, 1), number(parts, 3, 1));
    LocalDateTime start =
        day.atTime(number(parts, 4, 0), number(parts, 5, 0), number(parts, 6, 0), nanos(parts));
    long from = micros(start, parts);
    if (parts.group(5) != null) {
      return new TimePeriod(from, from);
    }
    LocalDateTime end =
        parts.group(4) != null
            ? start.plusHours(1)
            : parts.group(3) != null
                ? start.plusDays(1)
                : parts.group(2) != null ? start.plusMonths(1) : start.plusYears(1);
    return new TimePeriod(from, micros(end, parts) - 1);
  }

  private static int number(Matcher parts, int group, int absent) {
    return parts.group(group) == null ? absent : Integer.parseInt(parts.group(group));
  }

  private static int nanos(Matcher parts) {
    String fraction = parts.group(7);
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static long micros(LocalDateTime time, Matcher parts) {
    String zone = parts.group(8);
    ZoneOffset offset =
        zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.toUpperCase(Locale.ROOT));
    return Math.addExact(
        Math.multiplyExact(time.toEpochSecond(offset), TimeColumn.MICROS_PER_SECOND),
        time.getNano() / 1000);
  }
}
