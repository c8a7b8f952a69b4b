package outcrop.analysis.stats;

/// ln Γ(x) for x > 0, by Stirling's series beyond 10; about 1e-14 of the value.
final class LogGamma {
  private static final double SHIFT = 10;
  private static final double HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

  private LogGamma() {}

  static double of(double x) {
    double product = 1;
    double w = x;
    for (; w < SHIFT; w++) {
      product *= w;
    }
    double inverse = 1 / (w * w);
    double series =
        (1.0 / 12
                - inverse
                    * (1.0 / 360
                        - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188))))
            / w;
    return (w - 0.5) * Math.log(w) - w + HALF_LOG_2PI + series - Math.log(product);
  }
}
