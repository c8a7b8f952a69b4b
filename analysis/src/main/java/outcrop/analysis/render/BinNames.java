package outcrop.analysis.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;

/// Names of bins and their widths in words.
final class BinNames {
  private BinNames() {}

  /// What a bin holds: `20 – 25`, `3`, `2024-03`, or the value itself.
  static String of(BinAxis axis, int bin, ChartWords words) {
    return switch (axis) {
      case BinAxis.Numbers numbers -> number(numbers, bin);
      case BinAxis.Times times -> time(times, bin);
      case BinAxis.Values values -> Names.of(values.values().get(bin), words);
    };
  }

  /// What several bins beside each other hold.
  static String between(BinAxis axis, int first, int last, ChartWords words) {
    return switch (axis) {
      case BinAxis.Numbers numbers ->
          number(
              new BinAxis.Numbers(
                  new double[] {numbers.edges()[first], numbers.edges()[last + 1]},
                  numbers.integral()),
              0);
      case BinAxis.Times times ->
          moment(times.edges()[first], times.unit(), times.format())
              + " – "
              + moment(times.edges()[last + 1], times.unit(), times.format());
      case BinAxis.Values _ -> of(axis, first, words) + " – " + of(axis, last, words);
    };
  }

  /// Where an edge between two bins lies; empty for bars by value.
  static String edge(BinAxis axis, int edge) {
    return switch (axis) {
      case BinAxis.Numbers numbers -> Numerals.plain(numbers.edges()[edge], 8);
      case BinAxis.Times times -> moment(times.edges()[edge], "SECOND", times.format());
      case BinAxis.Values _ -> "";
    };
  }

  private static String number(BinAxis.Numbers axis, int bin) {
    double low = axis.edges()[bin];
    double high = axis.edges()[bin + 1];
    if (axis.integral() && Math.abs(low) < 1e15 && Math.abs(high) < 1e15) {
      double first = Math.ceil(low);
      boolean closed = bin == axis.size() - 1 && !endsPastLast(axis);
      double last = closed ? Math.floor(high) : Math.ceil(high) - 1;
      return first >= last ? whole(first) : whole(first) + " – " + whole(last);
    }
    return rounded(low, high - low) + " – " + rounded(high, high - low);
  }

  /// Equal bins of whole numbers end beyond the largest value, bins that are equal on another scale
  /// end with it.
  private static boolean endsPastLast(BinAxis.Numbers axis) {
    double[] edges = axis.edges();
    return axis.size() == 1 ? edges[1] - edges[0] == 1 : isEven(edges);
  }

  private static boolean isEven(double[] edges) {
    double width = edges[1] - edges[0];
    for (int i = 2; i < edges.length; i++) {
      if (Math.abs(edges[i] - edges[i - 1] - width) > Math.abs(width) * 1e-6) {
        return false;
      }
    }
    return true;
  }

  private static String whole(double value) {
    return Numerals.plain(value, 17);
  }

  /// As many decimals as tell two edges apart, and one more.
  private static String rounded(double value, double width) {
    if (!Double.isFinite(width) || width <= 0 || Math.abs(value) >= 1e15) {
      return Numerals.plain(value, 6);
    }
    int decimals = 1 - (int) Math.floor(Math.log10(width));
    if (decimals > 12) {
      return Numerals.plain(value, 6);
    }
    BigDecimal cut = new BigDecimal(value).setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN);
    return Numerals.plain(cut.doubleValue(), 17).length() > 14
        ? Numerals.plain(value, 6)
        : Numerals.plain(cut.doubleValue(), 12);
  }

  private static String time(BinAxis.Times axis, int bin) {
    String low = moment(axis.edges()[bin], axis.unit(), axis.format());
    return axis.unit().equals("EVEN") || axis.unit().equals("WEEK")
        ? low + " – " + moment(axis.edges()[bin + 1], axis.unit(), axis.format())
        : low;
  }

  /// A moment as exactly as its calendar step needs.
  static String moment(long micros, String unit, ValueFormat format) {
    LocalDateTime time = CalendarTicks.time(micros);
    String day = time.toLocalDate().toString();
    return switch (unit) {
      case "YEAR" -> Integer.toString(time.getYear());
      case "QUARTER" -> time.getYear() + " Q" + ((time.getMonthValue() + 2) / 3);
      case "MONTH" -> day.substring(0, day.length() - 3);
      case "WEEK", "DAY" -> day;
      default -> format == ValueFormat.DATE ? day : day + " " + time.toLocalTime().withNano(0);
    };
  }

  /// Width of the bins where all are equal, in words; empty where they are not.
  static String width(BinAxis.Numbers axis) {
    double[] edges = axis.edges();
    return isEven(edges) ? Numerals.plain(edges[1] - edges[0], 4) : "";
  }

  /// Whether every bin holds exactly one whole number and begins with it.
  static boolean isOnePerWhole(BinAxis.Numbers axis) {
    double[] edges = axis.edges();
    for (int i = 1; i < edges.length && axis.integral(); i++) {
      if (edges[i] - edges[i - 1] != 1) {
        return false;
      }
    }
    return axis.integral();
  }
}
