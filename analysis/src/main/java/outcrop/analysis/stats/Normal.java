package outcrop.analysis.stats;

/// The normal law to the precision of doubles, also far out, where tails are less than the smallest
/// double and only their logarithms can be told.
public final class Normal {
  /// The quantile that leaves 2.5 % on each side.
  public static final double Z95 = 1.959963984540054;

  private static final double SQRT2 = Math.sqrt(2);
  private static final double SQRT_PI = Math.sqrt(Math.PI);
  private static final double SERIES_TO = 2;
  private static final double FAR = 25;
  private static final int MOST_TERMS = 200;

  private Normal() {}

  /// P(Z ≤ z).
  public static double cdf(double z) {
    return 0.5 * erfc(-z / SQRT2);
  }

  /// 1 − erf(x), exact in the upper tail.
  public static double erfc(double x) {
    if (x < 0) {
      return 2 - erfc(-x);
    }
    return x < SERIES_TO ? 1 - erfSeries(x) : Math.exp(-x * x) * scaledErfc(x);
  }

  /// ln P(Z > z), finite for every finite `z`.
  public static double logUpperTail(double z) {
    double x = z / SQRT2;
    if (x < SERIES_TO) {
      return x > -SERIES_TO ? Math.log(0.5 * erfc(x)) : Math.log1p(-0.5 * erfc(-x));
    }
    return Math.log(0.5 * scaledErfc(x)) - x * x;
  }

  /// The quantile of a probability within (0, 1): the start of Abramowitz and Stegun 26.2.23,
  /// brought to full precision by Halley's steps.
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("No quantile of " + p);
    }
    if (p > 0.5) {
      return -quantile(1 - p);
    }
    double t = Math.sqrt(-2 * Math.log(p));
    double z =
        -t
            + (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    for (int step = 0; step < 3; step++) {
      double error = (cdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
      z -= error / (1 + z * error / 2);
    }
    return z;
  }

  /// The series 2/√π e^(−x²) Σ 2^k x^(2k+1) / (1·3·…·(2k+1)), whose terms are all positive.
  private static double erfSeries(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; k < MOST_TERMS && term > sum * 1e-17; k++) {
      term *= 2 * x * x / (2 * k + 1);
      sum += term;
    }
    return 2 / SQRT_PI * Math.exp(-x * x) * sum;
  }

  /// e^(x²) erfc(x) for x ≥ 2: Laplace's continued fraction, from its far end.
  private static double scaledErfc(double x) {
    int terms = x > FAR ? 12 : 120;
    double tail = x;
    for (int k = terms; k > 0; k--) {
      tail = x + k / 2.0 / tail;
    }
    return 1 / (SQRT_PI * tail);
  }
}
