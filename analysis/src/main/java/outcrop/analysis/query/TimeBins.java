package outcrop.analysis.query;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.UserFailure;

/// Chooses time bins at the boundaries of the calendar: the finest step that gives at most 60 bins,
/// or the one whose number of bins comes closest to the wanted.
final class TimeBins {
  private static final int MOST = 60;
  private static final int SUBSECOND_BINS = 20;
  private static final int MOST_ASKED = 20_000;
  private static final List<Step> LADDER =
      List.of(
          new Step("SECOND", 1, 1),
          new Step("SECOND", 5, 5),
          new Step("SECOND", 15, 15),
          new Step("SECOND", 30, 30),
          new Step("MINUTE", 1, 60),
          new Step("MINUTE", 5, 300),
          new Step("MINUTE", 15, 900),
          new Step("MINUTE", 30, 1800),
          new Step("HOUR", 1, 3600),
          new Step("HOUR", 3, 10_800),
          new Step("HOUR", 6, 21_600),
          new Step("HOUR", 12, 43_200),
          new Step("DAY", 1, 86_400),
          new Step("WEEK", 1, 604_800),
          new Step("MONTH", 1, 2_629_746),
          new Step("QUARTER", 1, 7_889_238),
          new Step("YEAR", 1, 31_556_952.0),
          new Step("YEAR", 2, 2 * 31_556_952.0),
          new Step("YEAR", 5, 5 * 31_556_952.0),
          new Step("YEAR", 10, 10 * 31_556_952.0),
          new Step("YEAR", 20, 20 * 31_556_952.0),
          new Step("YEAR", 50, 50 * 31_556_952.0),
          new Step("YEAR", 100, 100 * 31_556_952.0),
          new Step("YEAR", 500, 500 * 31_556_952.0),
          new Step("YEAR", 1000, 1000 * 31_556_952.0),
          new Step("YEAR", 10_000, 10_000 * 31_556_952.0));

  private TimeBins() {}

  /// A calendar step.
  ///
  /// @param seconds its usual length
  private record Step(String unit, int count, double seconds) {
    double bins(long min, long max) {
      return ((double) max - min) / TimeColumn.MICROS_PER_SECOND / seconds;
    }

    LocalDateTime floor(LocalDateTime time) {
      LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
      return switch (unit) {
        case "YEAR" -> day.withDayOfYear(1).withYear(Math.floorDiv(time.getYear(), count) * count);
        case "QUARTER" -> day.withDayOfMonth(1).withMonth((time.getMonthValue() - 1) / 3 * 3 + 1);
        case "MONTH" -> day.withDayOfMonth(1);
        case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case "DAY" -> day;
        case "HOUR" -> day.withHour(time.getHour() / count * count);
        case "MINUTE" -> day.withHour(time.getHour()).withMinute(time.getMinute() / count * count);
        default ->
            time.truncatedTo(ChronoUnit.MINUTES).withSecond(time.getSecond() / count * count);
      };
    }

    LocalDateTime next(LocalDateTime time) {
      return switch (unit) {
        case "YEAR" -> time.plusYears(count);
        case "QUARTER" -> time.plusMonths(3);
        case "MONTH" -> time.plusMonths(1);
        case "WEEK" -> time.plusWeeks(1);
        case "DAY" -> time.plusDays(1);
        case "HOUR" -> time.plusHours(count);
        case "MINUTE" -> time.plusMinutes(count);
        default -> time.plusSeconds(count);
      };
    }
  }

  /// @param wanted the count that the user asked for, 0 for the rule
  static BinAxis.Times axis(long min, long max, int wanted, ValueFormat format) {
    double span = ((double) max - min) / TimeColumn.MICROS_PER_SECOND;
    double smallest = format == ValueFormat.DATE ? 86_400 : 1;
    if (span < smallest && format != ValueFormat.DATE && span > 0) {
      return even(min, max, wanted, format);
    }
    Step best = LADDER.getLast();
    for (Step step : LADDER.reversed()) {
      boolean fits = step.seconds >= smallest && step.bins(min, max) <= MOST - 1;
      boolean closer =
          Math.abs(Math.log((step.bins(min, max) + 1) / Math.max(wanted, 1)))
              <= Math.abs(Math.log((best.bins(min, max) + 1) / Math.max(wanted, 1)));
      if (wanted == 0 ? fits : step.seconds >= smallest && step.bins(min, max) <= 1000 && closer) {
        best = step;
      }
    }
    return new BinAxis.Times(
        edges(min, max, best), best.unit, format, wanted > 0 ? BinRule.ASKED : BinRule.CALENDAR);
  }

  /// Bins of a step that was asked for.
  ///
  /// @throws UserFailure where there would be too many; a step below a day for dates is a day
  static BinAxis.Times axis(
      long min, long max, outcrop.analysis.spec.DistributionSpec.Step asked, Field field) {
    boolean finer =
        field.format() == ValueFormat.DATE
            && asked == outcrop.analysis.spec.DistributionSpec.Step.HOUR;
    String unit = finer ? "DAY" : asked.name();
    Step step =
        LADDER.stream()
            .filter(one -> one.unit.equals(unit) && one.count == 1)
            .findFirst()
            .orElseThrow();
    if (step.bins(min, max) > MOST_ASKED) {
      throw new UserFailure(
          "“%s” spans more than %,d steps of a %s; choose a longer step."
              .formatted(field.name(), MOST_ASKED, unit.toLowerCase(Locale.ROOT)));
    }
    return new BinAxis.Times(edges(min, max, step), unit, field.format(), BinRule.ASKED);
  }

  private static long[] edges(long min, long max, Step step) {
    LongStream.Builder edges = LongStream.builder();
    LocalDateTime edge = step.floor(TimeColumn.dateTime(min));
    while (micros(edge) <= max && micros(edge) < Long.MAX_VALUE) {
      edges.add(micros(edge));
      edge = step.next(edge);
    }
    return edges.add(micros(edge)).build().toArray();
  }

  private static BinAxis.Times even(long min, long max, int wanted, ValueFormat format) {
    int count = wanted == 0 ? SUBSECOND_BINS : wanted;
    long step = Math.max(1, (max - min) / count + 1);
    long[] edges = LongStream.iterate(min, edge -> edge <= max, edge -> edge + step).toArray();
    long[] closed = Arrays.copyOf(edges, edges.length + 1);
    closed[edges.length] = edges[edges.length - 1] + step;
    return new BinAxis.Times(closed, "EVEN", format, wanted > 0 ? BinRule.ASKED : BinRule.EVEN);
  }

  private static long micros(LocalDateTime time) {
    long seconds = time.toEpochSecond(ZoneOffset.UTC);
    return Math.abs(seconds) > Long.MAX_VALUE / TimeColumn.MICROS_PER_SECOND - 1
        ? (seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE)
        : seconds * TimeColumn.MICROS_PER_SECOND + time.getNano() / 1000;
  }
}
