package outcrop.analysis.stats;

/// The power law p(x) ∝ x^−alpha for x ≥ xmin that fits best.
///
/// @param kind whether values are whole numbers or any
/// @param alpha the exponent, by maximum likelihood
/// @param se the standard error of `alpha` for this `xmin`
/// @param xmin where the law starts, chosen for the least `ks`
/// @param nTail the observations from `xmin` on
/// @param n all positive observations
/// @param ks the largest distance between the distribution of the tail and the law
/// @param logLikelihood of the tail
public record PowerLawFit(
    Kind kind,
    double alpha,
    double se,
    double xmin,
    long nTail,
    long n,
    double ks,
    double logLikelihood)
    implements TailFit {

  /// What the values of a law are.
  public enum Kind {
    /// Whole numbers, such as counts.
    DISCRETE,
    /// Any positive numbers.
    CONTINUOUS
  }

  /// The 95 % interval of `alpha` for this `xmin`.
  public Interval alphaInterval() {
    return Interval.normal(alpha, se, 1, Double.POSITIVE_INFINITY);
  }

  /// P(X ≥ x) of the law for x ≥ xmin, to draw it over the observed tail.
  public double survival(double x) {
    return switch (kind) {
      case DISCRETE -> HurwitzZeta.of(alpha, x) / HurwitzZeta.of(alpha, xmin);
      case CONTINUOUS -> Math.pow(x / xmin, 1 - alpha);
    };
  }

  /// The share of all positive observations that lie in the tail.
  public double tailShare() {
    return (double) nTail / n;
  }
}
