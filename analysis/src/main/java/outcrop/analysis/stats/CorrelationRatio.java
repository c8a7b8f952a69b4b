package outcrop.analysis.stats;

import java.util.Optional;
import outcrop.analysis.stats.Association.Measure;

/// The correlation ratio η of a number and a category (Pearson, 1905): the square root of the share
/// of the number's variance that lies between the categories. The test is that of the one-way
/// analysis of variance.
public final class CorrelationRatio {
  private CorrelationRatio() {}

  /// @param category of each row in 0…size−1; missing is a category like any other
  /// @param value of each row; rows with NaN or an infinity are left out
  /// @return empty where fewer than two categories have values, where no category has two, or where
  ///   the value never changes
  public static Optional<Association> of(int[] category, int size, double[] value) {
    long n = 0;
    double mean = 0;
    for (double x : value) {
      if (Double.isFinite(x)) {
        n++;
        mean += (x - mean) / n;
      }
    }
    long[] counts = new long[size];
    double[] sums = new double[size];
    double total = 0;
    for (int i = 0; i < value.length; i++) {
      if (Double.isFinite(value[i])) {
        double d = value[i] - mean;
        counts[category[i]]++;
        sums[category[i]] += d;
        total += d * d;
      }
    }
    int groups = 0;
    double between = 0;
    for (int g = 0; g < size; g++) {
      if (counts[g] > 0) {
        groups++;
        between += sums[g] * sums[g] / counts[g];
      }
    }
    if (groups < 2 || groups == n || !(total > 0) || Double.isInfinite(total)) {
      return Optional.empty();
    }
    double share = Math.clamp(between / total, 0.0, 1.0);
    double f = share / (groups - 1) / ((1 - share) / (n - groups));
    double p = share == 1 ? 0 : TailProbability.fisher(f, groups - 1, n - groups);
    return Optional.of(Association.of(Measure.CORRELATION_RATIO, Math.sqrt(share), n, p));
  }
}
