package outcrop.analysis.stats;

/// Hurwitz' zeta function ζ(s, q) = Σ (q + k)^−s over k ≥ 0, with its first two derivatives by `s`.
///
/// Terms are summed up to a shift of 16; the rest is the Euler–Maclaurin formula with six Bernoulli
/// terms, about 1e-14 of the value for 1 < s ≤ 6.
///
/// @param value ζ
/// @param first dζ/ds
/// @param second d²ζ/ds²
public record HurwitzZeta(double value, double first, double second) {
  private static final double SHIFT = 16;

  /// B₂ⱼ / (2j)!
  private static final double[] BERNOULLI = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30_240,
    -1.0 / 1_209_600,
    1.0 / 47_900_160,
    -691.0 / 1_307_674_368_000.0
  };

  /// ζ(s, q) alone.
  ///
  /// @param s above 1
  /// @param q above 0
  public static double of(double s, double q) {
    double sum = 0;
    double w = q;
    for (; w < SHIFT; w++) {
      sum += Math.pow(w, -s);
    }
    double power = Math.pow(w, -s);
    sum += power * w / (s - 1) + power / 2;
    double rising = s;
    double falling = power / w;
    for (int j = 0; j < BERNOULLI.length; j++) {
      sum += BERNOULLI[j] * rising * falling;
      rising *= (s + 2 * j + 1) * (s + 2 * j + 2);
      falling /= w * w;
    }
    return sum;
  }

  /// ζ(s, q) and its derivatives.
  public static HurwitzZeta withDerivatives(double s, double q) {
    double value = 0;
    double first = 0;
    double second = 0;
    double w = q;
    for (; w < SHIFT; w++) {
      double ln = Math.log(w);
      double term = Math.exp(-s * ln);
      value += term;
      first -= term * ln;
      second += term * ln * ln;
    }
    double ln = Math.log(w);
    double power = Math.exp(-s * ln);
    double integral = power * w / (s - 1);
    double slope = -ln - 1 / (s - 1);
    value += integral + power / 2;
    first += integral * slope - power * ln / 2;
    second += integral * (slope * slope + 1 / ((s - 1) * (s - 1))) + power * ln * ln / 2;
    // A term is c · s(s+1)…(s+2j) · w^(−s−2j−1): its derivatives follow from that of its logarithm.
    double rising = s;
    double falling = power / w;
    double logSlope = 1 / s - ln;
    double logCurve = -1 / (s * s);
    for (int j = 0; j < BERNOULLI.length; j++) {
      double term = BERNOULLI[j] * rising * falling;
      value += term;
      first += term * logSlope;
      second += term * (logSlope * logSlope + logCurve);
      double a = s + 2 * j + 1;
      double b = a + 1;
      rising *= a * b;
      falling /= w * w;
      logSlope += 1 / a + 1 / b;
      logCurve -= 1 / (a * a) + 1 / (b * b);
    }
    return new HurwitzZeta(value, first, second);
  }
}
