package outcrop.analysis.stats;

import java.util.function.DoubleUnaryOperator;

/// The 95 % interval of the non-centrality λ of a test: all values for which what was found lies
/// within the middle 95 % of the law of the test (Smithson, 2003).
///
/// Non-central χ² with a small λ is the mixture of central ones by the law of Poisson. All others
/// are those of Patnaik (1949), which are right to a few thousandths of probability there: χ² with
/// k degrees and λ as (k + 2λ)/(k + λ) times χ² with (k + λ)²/(k + 2λ) degrees, and F likewise
/// above its fraction.
final class NonCentrality {
  private static final double TAIL = 0.025;
  private static final int STEPS = 80;

  /// Up to this λ the mixture is summed.
  private static final double SUMMED = 1_000;

  private NonCentrality() {}

  /// The ends of λ, 0 or more.
  record Ends(double low, double high) {}

  /// @param x the χ² that was found
  static Ends ofChiSquared(double x, double freedom) {
    return of(
        x,
        lambda ->
            lambda <= SUMMED
                ? mixture(x, freedom, lambda)
                : TailProbability.chiSquared(
                    x * (freedom + lambda) / (freedom + 2 * lambda), degrees(freedom, lambda)));
  }

  /// The chance that χ² with more and more degrees is at least `x`, weighted by the law of Poisson
  /// with mean λ/2. Two degrees more raise it by (x/2)^a e^(−x/2) / Γ(a + 1) with a half the
  /// degrees.
  private static double mixture(double x, double freedom, double lambda) {
    double mean = lambda / 2;
    double half = x / 2;
    double weight = Math.exp(-mean);
    double tail = TailProbability.chiSquared(x, freedom);
    double step = Math.exp(freedom / 2 * Math.log(half) - half - LogGamma.of(freedom / 2 + 1));
    double sum = 0;
    double weights = 0;
    int last = (int) (mean + 12 * Math.sqrt(mean) + 30);
    for (int j = 0; j <= last && weights < 1 - 1e-12; j++) {
      sum += weight * Math.min(1, tail);
      weights += weight;
      weight *= mean / (j + 1);
      tail += step;
      step *= half / (freedom / 2 + j + 1);
    }
    return sum;
  }

  /// @param f the F that was found
  static Ends ofFisher(double f, double above, double below) {
    return of(
        f * above,
        lambda ->
            TailProbability.fisher(f * above / (above + lambda), degrees(above, lambda), below));
  }

  private static double degrees(double freedom, double lambda) {
    return (freedom + lambda) * (freedom + lambda) / (freedom + 2 * lambda);
  }

  /// @param size of the order of λ
  /// @param atLeast the chance of at least what was found, rising with λ
  private static Ends of(double size, DoubleUnaryOperator atLeast) {
    double most = Math.max(1, size);
    while (atLeast.applyAsDouble(most) < 1 - TAIL && most < 1e12) {
      most *= 2;
    }
    return new Ends(where(atLeast, TAIL, most), where(atLeast, 1 - TAIL, most));
  }

  /// The λ at which the chance is a given one; 0 where it is larger from the beginning.
  private static double where(DoubleUnaryOperator atLeast, double chance, double most) {
    double low = 0;
    double high = most;
    for (int i = 0; i < STEPS && high - low > 1e-9 * high; i++) {
      double middle = (low + high) / 2;
      if (atLeast.applyAsDouble(middle) < chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : (low + high) / 2;
  }
}
