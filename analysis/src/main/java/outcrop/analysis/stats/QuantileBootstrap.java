package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The bootstrap of quantiles (Efron 1979) without drawing any rows.
///
/// The m-th smallest of n rows drawn with replacement is the value at rank ⌈n·U⌉, where U is the
/// m-th smallest of n uniform numbers and so follows the beta law with m and n − m + 1. One draw of
/// U is one draw of rows, exactly, so that the cost does not depend on the number of rows.
public final class QuantileBootstrap {
  public static final int DRAWS = 2000;
  public static final long SEED = 1;

  private QuantileBootstrap() {}

  /// The 95 % percentile interval of the difference of a quantile between two groups.
  ///
  /// @throws IllegalArgumentException where a group is empty
  public static Interval difference(SortedValues one, SortedValues other, double p, long seed) {
    if (one.n() == 0 || other.n() == 0) {
      throw new IllegalArgumentException("No quantile of nothing");
    }
    RandomGenerator random = new SplittableRandom(seed);
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = draw(one, p, random) - draw(other, p, random);
    }
    Arrays.sort(draws);
    return SortedValues.of(draws).middle();
  }

  /// The quantile of rows drawn anew.
  private static double draw(SortedValues values, double p, RandomGenerator random) {
    int n = values.n();
    double place = p * (n - 1);
    int below = (int) Math.floor(place);
    double share = place - below;
    double first = beta(below + 1, n - below, random);
    double low = values.at(rank(first, n));
    if (share == 0 || below + 1 >= n) {
      return low;
    }
    // The next smallest of the uniform numbers is the smallest of those that are left above.
    double next = 1 - (1 - first) * Math.pow(1 - random.nextDouble(), 1.0 / (n - below - 1));
    return low * (1 - share) + values.at(rank(next, n)) * share;
  }

  private static int rank(double u, int n) {
    return Math.clamp((long) Math.ceil(u * n) - 1, 0, n - 1);
  }

  private static double beta(double a, double b, RandomGenerator random) {
    double x = gamma(a, random);
    return x / (x + gamma(b, random));
  }

  /// Marsaglia and Tsang (2000), for shapes of at least 1.
  private static double gamma(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = Math.pow(1 + c * z, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
