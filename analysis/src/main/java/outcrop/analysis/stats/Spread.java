package outcrop.analysis.stats;

import java.util.Optional;

/// How the values of a group are spread, in a size that does not depend on how many there are.
///
/// @param n how many values
/// @param mean arithmetic; NaN where there is no value
/// @param deviation with n − 1; NaN for fewer than two values
/// @param quantiles at [#LEVELS], between neighbours in proportion; NaN without values
/// @param meanInterval 95 %, after Student; empty for fewer than two values
/// @param medianInterval 95 %, from order statistics; empty for fewer than six values
/// @param steps the empirical distribution function
/// @param tukey the box; empty without values
/// @param density on the scale of the axis; empty where it was not asked for or values do not
///   differ
/// @param points some values, each in proportion to how often it is there; empty where they were
///   not asked for
public record Spread(
    long n,
    double mean,
    double deviation,
    double[] quantiles,
    Optional<Interval> meanInterval,
    Optional<Interval> medianInterval,
    Steps steps,
    Optional<Tukey> tukey,
    Optional<KernelDensity> density,
    double[] points) {
  /// Probabilities of the quantiles that are kept.
  public static final double[] LEVELS = {0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};

  /// @param values rising and finite
  /// @param places the same on the scale of the axis
  /// @param density empty where none is wanted
  public static Spread of(
      SortedValues values, SortedValues places, Optional<KernelDensity> density, double[] points) {
    int n = values.n();
    double mean = values.mean();
    double deviation = values.deviation();
    double[] quantiles = new double[LEVELS.length];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = values.quantile(LEVELS[i]);
    }
    return new Spread(
        n,
        mean,
        deviation,
        quantiles,
        n < 2 ? Optional.empty() : Optional.of(StudentT.mean(mean, deviation, n)),
        values.medianInterval(),
        Steps.of(values),
        n == 0 ? Optional.empty() : Optional.of(Tukey.of(values, places)),
        density,
        points);
  }

  public double median() {
    return quantiles[5];
  }

  /// The quantile that is kept for a probability of [#LEVELS].
  ///
  /// @throws IllegalArgumentException for another probability
  public double quantile(double level) {
    for (int i = 0; i < LEVELS.length; i++) {
      if (LEVELS[i] == level) {
        return quantiles[i];
      }
    }
    throw new IllegalArgumentException("Not kept: the quantile of " + level);
  }
}
