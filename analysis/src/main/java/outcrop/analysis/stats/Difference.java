package outcrop.analysis.stats;

import java.util.Optional;

/// How two groups of numbers differ, the first less the second.
///
/// @param mean difference of means
/// @param meanInterval 95 %, after Welch; empty where a group has fewer than two values
/// @param median difference of medians
/// @param medianInterval 95 %, by bootstrap; empty where a group has fewer than six values
/// @param standardised difference of means in standard deviations, pooled (Cohen's d); NaN where
///   there is none
/// @param seed of the bootstrap
/// @param draws of the bootstrap
public record Difference(
    double mean,
    Optional<Interval> meanInterval,
    double median,
    Optional<Interval> medianInterval,
    double standardised,
    long seed,
    int draws) {
  private static final int FEWEST = 6;

  /// @throws IllegalArgumentException where a group is empty
  public static Difference of(SortedValues one, SortedValues other, long seed) {
    double mean = one.mean() - other.mean();
    double first = one.deviation();
    double second = other.deviation();
    double pooled =
        Math.sqrt(
            ((one.n() - 1.0) * first * first + (other.n() - 1.0) * second * second)
                / (one.n() + other.n() - 2.0));
    boolean few = one.n() < FEWEST || other.n() < FEWEST;
    return new Difference(
        mean,
        one.n() < 2 || other.n() < 2
            ? Optional.empty()
            : Optional.of(
                StudentT.difference(one.mean(), first, one.n(), other.mean(), second, other.n())),
        one.quantile(0.5) - other.quantile(0.5),
        few ? Optional.empty() : Optional.of(QuantileBootstrap.difference(one, other, 0.5, seed)),
        pooled > 0 ? mean / pooled : Double.NaN,
        seed,
        QuantileBootstrap.DRAWS);
  }
}
