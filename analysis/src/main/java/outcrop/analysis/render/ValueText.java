package outcrop.analysis.render;

import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.stats.Interval;

/// Values and differences of values along an axis in words: as many digits as the range of the axis
/// makes meaningful, moments to the day or the second.
final class ValueText {
  private static final double DAY = TimeColumn.MICROS_PER_DAY;
  private static final double LONG_SPAN = 90 * DAY;

  private final BinAxis axis;
  private final ChartWords words;
  private final double span;

  ValueText(BinAxis axis, ChartWords words) {
    this.axis = axis;
    this.words = words;
    double[] edges = ValueAxis.edges(axis);
    span = edges[edges.length - 1] - edges[0];
  }

  String of(double value) {
    if (axis instanceof BinAxis.Times times && Double.isFinite(value)) {
      boolean days = times.format() == ValueFormat.DATE || span > LONG_SPAN;
      return BinNames.moment(Math.round(value), days ? "DAY" : "SECOND", times.format());
    }
    return Numerals.plain(value, digits(value));
  }

  /// A stretch of the axis: a number, or a length of time in its largest fitting unit.
  String difference(double value) {
    if (axis instanceof BinAxis.Times) {
      double size = Math.abs(value);
      double[] lengths = {365.2425 * DAY, DAY, DAY / 24, DAY / 1440, 1e6};
      int[] units = {0, 4, 5, 6, 7};
      for (int i = 0; i < lengths.length; i++) {
        if (size >= 2 * lengths[i] || i == lengths.length - 1) {
          return Numerals.plain(value / lengths[i], 3) + " " + words.manyUnits().get(units[i]);
        }
      }
    }
    return Numerals.plain(value, 3);
  }

  /// The unit of time in which densities are told, and its length.
  record Unit(String name, double length) {}

  Unit unit() {
    if (!(axis instanceof BinAxis.Times)) {
      return new Unit("", 1);
    }
    double[] lengths = {365.2425 * DAY, DAY, DAY / 24, DAY / 1440, 1e6};
    int[] units = {0, 4, 5, 6, 7};
    for (int i = 0; i < lengths.length; i++) {
      if (span >= 5 * lengths[i]) {
        return new Unit(words.units().get(units[i]), lengths[i]);
      }
    }
    return new Unit(words.units().get(7), 1e6);
  }

  /// `12.3 (11.9 to 12.7)`.
  String interval(double value, Interval interval) {
    return ChartWords.fill(
        words.shapes().interval(), of(value), of(interval.low()), of(interval.high()));
  }

  String differenceInterval(double value, Interval interval) {
    return ChartWords.fill(
        words.shapes().interval(),
        difference(value),
        difference(interval.low()),
        difference(interval.high()));
  }

  /// A thousandth of the axis is what the eye can tell apart.
  private int digits(double value) {
    double needed = Math.log10(Math.max(Math.abs(value), 1e-300) / Math.max(span, 1e-300)) + 4;
    return (int) Math.clamp(Math.ceil(needed), 3, 12);
  }
}
