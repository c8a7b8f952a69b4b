package outcrop.analysis.stats;

import java.util.function.DoubleUnaryOperator;

/// The 95 % band of a quantile plot: all points lie inside it in 95 of 100 cases where the line is
/// true. Of two groups it is that of Kolmogorov and Smirnov (Doksum and Sievers, 1976), of a normal
/// law that of Lilliefors (1967) with the constant of Stephens (1974).
///
/// Ends are quantiles; an infinite one is open.
public final class QuantileBand {
  private static final double KOLMOGOROV = 1.3581;

  private QuantileBand() {}

  /// The ends of the quantiles of a group beside a value of another.
  public static Interval between(Steps one, Steps other, double value) {
    double reach = KOLMOGOROV * Math.sqrt(((double) one.n() + other.n()) / one.n() / other.n());
    return ends(one.share(value), reach, other::inverse);
  }

  /// The ends of the quantiles of the standard normal law beside a value.
  ///
  /// @param standard the value less the mean, in deviations
  /// @param n how many values mean and deviation were worked out from
  public static Interval ofNormal(double standard, long n) {
    double root = Math.sqrt(n);
    double reach = 0.895 / (root - 0.01 + 0.85 / root);
    return ends(Normal.cdf(standard), reach, Normal::quantile);
  }

  private static Interval ends(double share, double reach, DoubleUnaryOperator quantile) {
    return new Interval(
        share - reach <= 0 ? Double.NEGATIVE_INFINITY : quantile.applyAsDouble(share - reach),
        share + reach >= 1 ? Double.POSITIVE_INFINITY : quantile.applyAsDouble(share + reach));
  }

  /// Mean and deviation of values on a scale.
  public record Law(double mean, double deviation) {
    /// @param place where a value lies on the scale
    public static Law of(Steps steps, DoubleUnaryOperator place) {
      double sum = 0;
      double squares = 0;
      long before = 0;
      for (int i = 0; i < steps.values().length; i++) {
        double at = place.applyAsDouble(steps.values()[i]);
        long rows = steps.counts()[i] - before;
        before = steps.counts()[i];
        sum += rows * at;
        squares += rows * at * at;
      }
      double mean = sum / steps.n();
      return new Law(
          mean, Math.sqrt(Math.max(0, squares - sum * mean) / Math.max(1, steps.n() - 1)));
    }

    /// How many deviations a place lies above the mean.
    public double standard(double place) {
      return (place - mean) / deviation;
    }
  }
}
