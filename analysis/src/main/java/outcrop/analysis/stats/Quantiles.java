package outcrop.analysis.stats;

import java.util.Arrays;

/// Quantiles of numbers, by linear interpolation between the order statistics (type 7).
public final class Quantiles {
  private static final double LOW = (1 - Interval.CONFIDENCE) / 2;

  private Quantiles() {}

  /// @param sorted rising, at least one number
  /// @param share 0 for the least to 1 for the largest
  public static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    return below + 1 >= sorted.length
        ? sorted[sorted.length - 1]
        : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  /// The middle 95 % of numbers in any order.
  static Interval middle(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Interval(of(sorted, LOW), of(sorted, 1 - LOW));
  }

  /// A 95 % interval of a quantile of the population, without any assumption on its law: the order
  /// statistics whose ranks hold the binomial count below the quantile.
  ///
  /// @param sorted rising, at least one number
  public static Interval interval(double[] sorted, double share) {
    int n = sorted.length;
    double spread = Normal.Z95 * Math.sqrt(n * share * (1 - share));
    int low = (int) Math.floor(n * share - spread) - 1;
    int high = (int) Math.ceil(n * share + spread);
    return new Interval(sorted[Math.clamp(low, 0, n - 1)], sorted[Math.clamp(high, 0, n - 1)]);
  }
}
