package outcrop.analysis.render;

import outcrop.analysis.query.TailFigure;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.stats.Interval;

/// Measures of a long tail as they are written.
public final class TailFigureText {
  private static final int DIGITS = 4;

  private TailFigureText() {}

  public static String name(Measure measure, TailWords words) {
    return words.measures().get(measure.ordinal());
  }

  /// `0.6716`, or `3.4%` for a share.
  public static String value(TailFigure figure) {
    return written(figure, figure.value());
  }

  /// `0.668 – 0.675`; empty where there is none.
  public static String interval(TailFigure figure) {
    Interval interval = figure.interval();
    return interval == null
        ? ""
        : written(figure, interval.low()) + " – " + written(figure, interval.high());
  }

  private static String written(TailFigure figure, double value) {
    if (figure.isShare()) {
      return Numerals.percent(value);
    }
    return Math.abs(value) >= 1000
        ? Numerals.exact(Math.round(value))
        : Numerals.plain(value, DIGITS);
  }
}
