package outcrop.analysis.model;

/// The curve `1 / (1 + a·x^(2b))` that says how alike two points of a map are at the distance `x`.
///
/// @param a how soon it falls
/// @param b how steeply
record MapCurve(double a, double b) {
  private static final int POINTS = 300;
  private static final int STEPS = 100;

  /// The curve nearest, by least squares at 300 points in 0…3·spread, to the one that is 1 up to
  /// `minimum` and falls as `exp(−(x − minimum) / spread)` from there (McInnes, Healy and Melville,
  /// “UMAP”, 2018, definition 11).
  static MapCurve of(double minimum, double spread) {
    double a = 1;
    double b = 1;
    double damping = 1e-3;
    double error = error(a, b, minimum, spread);
    for (int step = 0; step < STEPS; step++) {
      double aa = 0;
      double ab = 0;
      double bb = 0;
      double ra = 0;
      double rb = 0;
      for (int i = 1; i < POINTS; i++) {
        double x = 3 * spread * i / (POINTS - 1);
        double power = Math.pow(x, 2 * b);
        double value = 1 / (1 + a * power);
        double byA = -power * value * value;
        double byB = byA * a * 2 * Math.log(x);
        double rest = wanted(x, minimum, spread) - value;
        aa += byA * byA;
        ab += byA * byB;
        bb += byB * byB;
        ra += byA * rest;
        rb += byB * rest;
      }
      double da = aa * (1 + damping);
      double db = bb * (1 + damping);
      double determinant = da * db - ab * ab;
      double nextA = a + (ra * db - rb * ab) / determinant;
      double nextB = b + (rb * da - ra * ab) / determinant;
      double next = error(nextA, nextB, minimum, spread);
      if (next < error && nextA > 0 && nextB > 0) {
        a = nextA;
        b = nextB;
        error = next;
        damping /= 10;
      } else {
        damping *= 10;
      }
    }
    return new MapCurve(a, b);
  }

  private static double wanted(double x, double minimum, double spread) {
    return x < minimum ? 1 : Math.exp(-(x - minimum) / spread);
  }

  private static double error(double a, double b, double minimum, double spread) {
    double error = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = 3 * spread * i / (POINTS - 1);
      double rest = wanted(x, minimum, spread) - 1 / (1 + a * Math.pow(x, 2 * b));
      error += rest * rest;
    }
    return error;
  }
}
