package outcrop.analysis.stats;

import java.util.Arrays;

/// Whether numbers may come from a normal distribution of any mean and width.
public final class Normality {
  /// What [#andersonDarling] exceeds by chance once in ten thousand times (Stephens 1974).
  public static final double CRITICAL_AT_0_0001 = 1.8692;

  private Normality() {}

  /// The statistic of Anderson and Darling with estimated mean and variance, corrected for the
  /// number of values (Stephens 1974): 0 for perfectly normal ones, infinite where all are equal.
  ///
  /// @param numbers at least two, finite; left as they are
  public static double andersonDarling(double[] numbers) {
    int n = numbers.length;
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double variance = 0;
    for (double number : numbers) {
      variance += (number - mean) * (number - mean) / (n - 1);
    }
    if (!(variance > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double sd = Math.sqrt(variance);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double below = Normal.logUpperTail((mean - sorted[i]) / sd);
      double above = Normal.logUpperTail((sorted[n - 1 - i] - mean) / sd);
      sum += (2 * i + 1) * (below + above);
    }
    double statistic = -n - sum / n;
    return statistic * (1 + 4.0 / n - 25.0 / ((double) n * n));
  }
}
