package outcrop.analysis.stats;

import java.util.Optional;
import outcrop.analysis.stats.Association.Measure;

/// The correlation ratio of a number and a category with the correction of its bias by Kelley
/// (1935), ε. η² is the share of the number's variance that lies between the categories (Pearson,
/// 1905); with many categories and few rows it is large where nothing hangs together. ε² = 1 − (1 −
/// η²)(n − 1)/(n − g) with g categories, not below 0, has hardly any bias (Okada, 2013).
///
/// The test is that of the one-way analysis of variance. The interval comes from the non-centrality
/// n·η²/(1 − η²) of its F.
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
    double corrected = 1 - (1 - share) * (n - 1) / (n - groups);
    double epsilon = Math.sqrt(Math.max(0, corrected));
    if (share == 1) {
      return Optional.of(new Association(Measure.CORRELATION_RATIO, 1, n, p, 1, 1));
    }
    NonCentrality.Ends ends = NonCentrality.ofFisher(f, groups - 1, n - groups);
    double low = Math.sqrt(ends.low() / (ends.low() + n));
    double high = Math.sqrt(ends.high() / (ends.high() + n));
    return Optional.of(
        new Association(
            Measure.CORRELATION_RATIO,
            epsilon,
            n,
            p,
            Math.min(epsilon, low),
            Math.max(epsilon, high)));
  }
}
