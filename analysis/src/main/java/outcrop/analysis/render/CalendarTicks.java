package outcrop.analysis.render;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcrop.analysis.render.Scale.Tick;

/// Ticks on times: at calendar boundaries in UTC, with what changes seldom (day, month, year) said
/// once below.
final class CalendarTicks {
  private static final double SECOND = 1e6;
  private static final double DAY = 86_400 * SECOND;

  /// Steps that a reader of calendars counts in.
  private enum Step {
    SECOND_1(ChronoUnit.SECONDS, 1, SECOND),
    SECOND_5(ChronoUnit.SECONDS, 5, 5 * SECOND),
    SECOND_15(ChronoUnit.SECONDS, 15, 15 * SECOND),
    SECOND_30(ChronoUnit.SECONDS, 30, 30 * SECOND),
    MINUTE_1(ChronoUnit.MINUTES, 1, 60 * SECOND),
    MINUTE_5(ChronoUnit.MINUTES, 5, 300 * SECOND),
    MINUTE_15(ChronoUnit.MINUTES, 15, 900 * SECOND),
    MINUTE_30(ChronoUnit.MINUTES, 30, 1800 * SECOND),
    HOUR_1(ChronoUnit.HOURS, 1, 3600 * SECOND),
    HOUR_3(ChronoUnit.HOURS, 3, 3 * 3600 * SECOND),
    HOUR_6(ChronoUnit.HOURS, 6, 6 * 3600 * SECOND),
    HOUR_12(ChronoUnit.HOURS, 12, 12 * 3600 * SECOND),
    DAY_1(ChronoUnit.DAYS, 1, DAY),
    DAY_2(ChronoUnit.DAYS, 2, 2 * DAY),
    DAY_7(ChronoUnit.DAYS, 7, 7 * DAY),
    DAY_14(ChronoUnit.DAYS, 14, 14 * DAY),
    MONTH_1(ChronoUnit.MONTHS, 1, 30.44 * DAY),
    MONTH_3(ChronoUnit.MONTHS, 3, 91.3 * DAY),
    MONTH_6(ChronoUnit.MONTHS, 6, 182.6 * DAY),
    YEARS(ChronoUnit.YEARS, 1, 365.25 * DAY);

    final ChronoUnit unit;
    final int count;
    final double micros;

    Step(ChronoUnit unit, int count, double micros) {
      this.unit = unit;
      this.count = count;
      this.micros = micros;
    }
  }

  private CalendarTicks() {}

  static List<Tick> between(double from, double to, int wanted, List<String> months) {
    double rough = (to - from) / Math.max(1, wanted);
    if (rough < SECOND * 0.999) {
      return fractions(from, to, wanted);
    }
    for (Step step : Step.values()) {
      if (step.micros >= rough * 0.75 && step != Step.YEARS) {
        return calendar(from, to, step, months);
      }
    }
    return years(from, to, wanted);
  }

  private static List<Tick> years(double from, double to, int wanted) {
    double first = 1970 + from / Step.YEARS.micros;
    double last = 1970 + to / Step.YEARS.micros;
    int every =
        Math.max(1, NumberTicks.step(first, last, wanted).max(java.math.BigDecimal.ONE).intValue());
    List<Tick> ticks = new ArrayList<>();
    long year = Math.floorDiv((long) Math.floor(first), every) * (long) every;
    for (; year <= last + 1 && ticks.size() < 1000; year += every) {
      if (Math.abs(year) < 290_000) {
        double micros = micros(LocalDateTime.of((int) year, 1, 1, 0, 0));
        if (micros >= from && micros <= to) {
          ticks.add(new Tick(micros, Numerals.plain(year, 7)));
        }
      }
    }
    return ticks;
  }

  private static List<Tick> calendar(double from, double to, Step step, List<String> months) {
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime time = floor(time(from), step);
    String said = "";
    while (micros(time) <= to && ticks.size() < 1000) {
      if (micros(time) >= from) {
        String context = context(time, step, months);
        ticks.add(
            new Tick(micros(time), label(time, step, months), context.equals(said) ? "" : context));
        said = context;
      }
      time = next(time, step);
    }
    return ticks;
  }

  private static LocalDateTime floor(LocalDateTime time, Step step) {
    int n = step.count;
    return switch (step.unit) {
      case SECONDS -> time.truncatedTo(ChronoUnit.SECONDS).withSecond(time.getSecond() / n * n);
      case MINUTES -> time.truncatedTo(ChronoUnit.MINUTES).withMinute(time.getMinute() / n * n);
      case HOURS -> time.truncatedTo(ChronoUnit.HOURS).withHour(time.getHour() / n * n);
      case DAYS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      default ->
          time.truncatedTo(ChronoUnit.DAYS)
              .withDayOfMonth(1)
              .withMonth((time.getMonthValue() - 1) / n * n + 1);
    };
  }

  /// Days start anew with each month, so that ticks of several days never come close to the next
  /// month's first.
  private static LocalDateTime next(LocalDateTime time, Step step) {
    LocalDateTime next = time.plus(step.count, step.unit);
    if (step.unit == ChronoUnit.DAYS && step.count > 1) {
      LocalDateTime month = time.withDayOfMonth(1).plusMonths(1);
      return ChronoUnit.DAYS.between(next, month) < step.count * 0.6 ? month : next;
    }
    return next;
  }

  private static String label(LocalDateTime time, Step step, List<String> months) {
    return switch (step.unit) {
      case SECONDS ->
          two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
      case MINUTES, HOURS -> two(time.getHour()) + ":" + two(time.getMinute());
      case DAYS -> Integer.toString(time.getDayOfMonth());
      default -> months.get(time.getMonthValue() - 1);
    };
  }

  private static String context(LocalDateTime time, Step step, List<String> months) {
    String year = Numerals.plain(time.getYear(), 7);
    String month = months.get(time.getMonthValue() - 1);
    return switch (step.unit) {
      case SECONDS, MINUTES, HOURS -> time.getDayOfMonth() + " " + month + " " + year;
      case DAYS -> month + " " + year;
      default -> year;
    };
  }

  private static List<Tick> fractions(double from, double to, int wanted) {
    double step = Math.max(1, NumberTicks.step(from, to, wanted).doubleValue());
    List<Tick> ticks = new ArrayList<>();
    for (double at = Math.ceil(from / step) * step; at <= to && ticks.size() < 1000; at += step) {
      double second = Math.floorMod((long) at, 60_000_000L) / SECOND;
      ticks.add(new Tick(at, String.format(Locale.ROOT, step < 1000 ? "%.6fs" : "%.3fs", second)));
    }
    return ticks;
  }

  /// The moment of a number of microseconds; beyond the calendar its first or last moment.
  static LocalDateTime time(double micros) {
    double bounded = Math.clamp(micros, -9e18, 9e18);
    long whole = (long) Math.floor(bounded);
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(whole, 1_000_000L),
        (int) Math.floorMod(whole, 1_000_000L) * 1000,
        ZoneOffset.UTC);
  }

  static double micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * SECOND + time.getNano() / 1000;
  }

  private static String two(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }
}
