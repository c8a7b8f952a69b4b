package outcrop.analysis.stats;

/// Upper tails of the distributions that tests need, to about 12 digits.
///
/// The incomplete gamma and beta functions by their series and continued fractions (Abramowitz and
/// Stegun 6.5.29, 6.5.31 and 26.5.8), evaluated by Lentz's method.
public final class TailProbability {
  private static final double EPSILON = 1e-15;
  private static final double TINY = 1e-300;
  private static final int MOST_STEPS = 10_000;

  private TailProbability() {}

  /// The chance that χ² with so many degrees of freedom is at least `x`.
  public static double chiSquared(double x, double freedom) {
    return x <= 0 ? 1 : upperGamma(freedom / 2, x / 2);
  }

  /// The chance that Fisher's F is at least `f`. With one degree of freedom above, F is the square
  /// of Student's t, and this is its two-sided tail.
  public static double fisher(double f, double above, double below) {
    if (f <= 0) {
      return 1;
    }
    return incompleteBeta(below / (below + above * f), below / 2, above / 2);
  }

  /// Q(a, x) = Γ(a, x) / Γ(a).
  private static double upperGamma(double a, double x) {
    double factor = Math.exp(a * Math.log(x) - x - LogGamma.of(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int i = 1; i < MOST_STEPS && term > sum * EPSILON; i++) {
        term *= x / (a + i);
        sum += term;
      }
      return Math.clamp(1 - sum * factor, 0.0, 1.0);
    }
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MOST_STEPS; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / notZero(an * d + b);
      c = notZero(b + an / c);
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < EPSILON) {
        break;
      }
    }
    return Math.clamp(factor * h, 0.0, 1.0);
  }

  /// I_x(a, b), regularised.
  private static double incompleteBeta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double factor =
        Math.exp(
            LogGamma.of(a + b)
                - LogGamma.of(a)
                - LogGamma.of(b)
                + a * Math.log(x)
                + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? factor * betaFraction(x, a, b) / a
        : 1 - factor * betaFraction(1 - x, b, a) / b;
  }

  private static double betaFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < MOST_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < EPSILON) {
        break;
      }
    }
    return h;
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
