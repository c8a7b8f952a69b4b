package outcrop.analysis.stats;

/// Intervals of means after Student (1908) and Welch (1947).
public final class StudentT {
  private StudentT() {}

  /// The quantile that leaves 2.5 % on each side, for any positive number of degrees of freedom.
  public static double z95(double freedom) {
    double low = Normal.Z95;
    double high = 1e6;
    for (int i = 0; i < 200 && high - low > 1e-12 * high; i++) {
      double middle = high > 2 * low ? Math.sqrt(low * high) : (low + high) / 2;
      if (TailProbability.fisher(middle * middle, 1, freedom) > 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The 95 % interval of a mean; everything that is possible for fewer than two values.
  ///
  /// @param deviation standard deviation with n − 1
  public static Interval mean(double mean, double deviation, long n) {
    if (n < 2) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double half = z95(n - 1.0) * deviation / Math.sqrt(n);
    return new Interval(mean - half, mean + half);
  }

  /// The 95 % interval of the difference of two means, whose groups may differ in spread;
  /// everything that is possible where a group has fewer than two values.
  public static Interval difference(
      double mean, double deviation, long n, double other, double otherDeviation, long m) {
    if (n < 2 || m < 2) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double first = deviation * deviation / n;
    double second = otherDeviation * otherDeviation / m;
    double sum = first + second;
    double difference = mean - other;
    if (sum == 0) {
      return new Interval(difference, difference);
    }
    double freedom = sum * sum / (first * first / (n - 1) + second * second / (m - 1));
    double half = z95(freedom) * Math.sqrt(sum);
    return new Interval(difference - half, difference + half);
  }
}
