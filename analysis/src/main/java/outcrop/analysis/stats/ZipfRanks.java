package outcrop.analysis.stats;

/// Zipf's law over the ranks of classes: the frequency of rank r of V is proportional to r^−s.
///
/// @param exponent s by maximum likelihood over the V ranks there are
/// @param se its standard error
/// @param leastSquares the slope of the straight line through the logarithms of frequency and rank:
///   biased, only for a dotted line
/// @param leastSquaresIntercept the logarithm of the frequency of that line at rank 1
public record ZipfRanks(
    double exponent, double se, double leastSquares, double leastSquaresIntercept) {
  private static final double MOST = 20;
  private static final double TOLERANCE = 1e-9;
  private static final double STEP = 1e-3;
  private static final int SUMMED = 64;

  /// @param counts positive sizes of classes
  /// @return NaN in each place for one class alone, where there is nothing to see
  public static ZipfRanks of(ValueFrequencies counts) {
    long classes = counts.size();
    if (classes < 2) {
      return new ZipfRanks(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double n = counts.sum();
    double logRanks = 0;
    double weighted = 0;
    double squares = 0;
    double products = 0;
    double logCounts = 0;
    long rank = 0;
    for (int i = counts.distinct() - 1; i >= 0; i--) {
      double logCount = Math.log(counts.values()[i]);
      double logs = 0;
      for (long last = rank + counts.frequencies()[i]; rank < last; ) {
        rank++;
        double log = Math.log(rank);
        logs += log;
        squares += log * log;
      }
      logRanks += logs;
      weighted += counts.values()[i] * logs;
      products += logCount * logs;
      logCounts += logCount * counts.frequencies()[i];
    }
    double mean = weighted / n;
    double exponent =
        Minimum.between(0, MOST, TOLERANCE, s -> s * mean + logNormaliser(s, classes));
    double curve =
        (logNormaliser(exponent + STEP, classes)
                - 2 * logNormaliser(exponent, classes)
                + logNormaliser(exponent - STEP, classes))
            / (STEP * STEP);
    double slope =
        (products - logRanks * logCounts / classes) / (squares - logRanks * logRanks / classes);
    return new ZipfRanks(
        exponent,
        1 / Math.sqrt(n * curve),
        // +0 for a flat line.
        0.0 - slope,
        (logCounts - slope * logRanks) / classes);
  }

  public Interval interval() {
    return Interval.normal(exponent, se, 0, Double.POSITIVE_INFINITY);
  }

  /// The share of rows that the fitted law gives to a rank.
  public double share(long rank, long classes) {
    return Math.exp(-exponent * Math.log(rank) - logNormaliser(exponent, classes));
  }

  /// ln Σ r^−s over r = 1…n: the first ranks one by one, the others by Euler and Maclaurin.
  private static double logNormaliser(double s, long n) {
    double sum = 0;
    for (int r = 1; r < Math.min(n, SUMMED); r++) {
      sum += Math.pow(r, -s);
    }
    if (n < SUMMED) {
      return Math.log(sum + Math.pow(n, -s));
    }
    double first = Math.pow(SUMMED, -s);
    double last = Math.pow(n, -s);
    double span = Math.log((double) n / SUMMED);
    double power = (1 - s) * span;
    double integral =
        SUMMED * first * (Math.abs(power) < 1e-9 ? span : Math.expm1(power) / (1 - s));
    double slopes = s * (first / SUMMED - last / n) / 12;
    double thirds =
        s * (s + 1) * (s + 2) * (first / Math.pow(SUMMED, 3) - last / Math.pow(n, 3)) / 720;
    return Math.log(sum + integral + (first + last) / 2 + slopes - thirds);
  }
}
