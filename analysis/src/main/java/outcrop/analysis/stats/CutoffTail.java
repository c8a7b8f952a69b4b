package outcrop.analysis.stats;

import java.util.function.ToDoubleFunction;

/// The power law with an exponential cutoff, p(x) ∝ x^−alpha · e^(−rate·x); the power law is the
/// case without a rate.
///
/// @param logNormaliser of x^−alpha · e^(−rate·(x − xmin))
record CutoffTail(double alpha, double rate, double xmin, double logNormaliser) implements TailLaw {
  private static final double MOST_ALPHA = 10;
  private static final double LOWEST_LOG_RATE = -40;
  private static final double HIGHEST_LOG_RATE = 6;
  private static final int SUMMED = 64;
  private static final int PANELS = 64;
  private static final double NEGLIGIBLE = 45;

  /// Abscissas and weights of Gauss and Legendre's rule of five points.
  private static final double[] POINTS = {
    -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
  };

  private static final double[] WEIGHTS = {
    0.23692688505618908,
    0.47862867049936647,
    0.5688888888888889,
    0.47862867049936647,
    0.23692688505618908
  };

  static CutoffTail fit(Tail tail, double alpha) {
    double scale = Math.log(tail.xmin());
    ToDoubleFunction<double[]> loss =
        at -> {
          boolean allowed =
              at[0] >= 0
                  && at[0] <= MOST_ALPHA
                  && at[1] >= LOWEST_LOG_RATE
                  && at[1] <= HIGHEST_LOG_RATE;
          if (!allowed) {
            return Double.POSITIVE_INFINITY;
          }
          CutoffTail law = of(at[0], Math.exp(at[1] - scale), tail);
          return alphaLoss(law, tail);
        };
    double[] best = {alpha, LOWEST_LOG_RATE};
    double least = Double.POSITIVE_INFINITY;
    double longest = Math.log(tail.xmin() / tail.largest());
    double[][] starts = {
      {alpha, longest - 3}, {Math.max(0.1, alpha - 0.5), longest}, {0.5, Math.min(0, longest + 3)}
    };
    for (double[] from : starts) {
      double[] found = Minimum.around(from, new double[] {-0.1, 0.7}, loss);
      double value = loss.applyAsDouble(found);
      if (value < least) {
        least = value;
        best = found;
      }
    }
    return of(best[0], Math.exp(best[1] - scale), tail);
  }

  private static double alphaLoss(CutoffTail law, Tail tail) {
    return law.alpha * tail.logSum()
        + law.rate * (tail.sum() - tail.n() * law.xmin)
        + tail.n() * law.logNormaliser;
  }

  private static CutoffTail of(double alpha, double rate, Tail tail) {
    double normaliser =
        tail.discrete() ? sum(alpha, rate, tail.xmin()) : integral(alpha, rate, tail.xmin());
    return new CutoffTail(alpha, rate, tail.xmin(), Math.log(normaliser));
  }

  /// Σ x^−alpha · e^(−rate·(x − xmin)) over whole x ≥ xmin: terms one by one, the rest by Euler and
  /// Maclaurin.
  private static double sum(double alpha, double rate, double xmin) {
    double sum = 0;
    double w = xmin;
    for (; w < xmin + SUMMED; w++) {
      sum += Math.exp(-alpha * Math.log(w) - rate * (w - xmin));
    }
    double decay = Math.exp(-rate * SUMMED);
    double term = Math.pow(w, -alpha) * decay;
    double slope = alpha / w + rate;
    double curve = alpha / (w * w);
    double third = slope * slope * slope + 3 * slope * curve + 2 * curve / w;
    return sum
        + decay * integral(alpha, rate, w)
        + term / 2
        + term * slope / 12
        - term * third / 720;
  }

  /// ∫ x^−alpha · e^(−rate·(x − from)) dx from `from` on, in steps of ln x.
  private static double integral(double alpha, double rate, double from) {
    double theta = rate * from;
    double end = 1;
    while ((alpha - 1) * end + theta * Math.expm1(end) < NEGLIGIBLE && end < 1e4) {
      end *= 1.5;
    }
    double half = end / PANELS / 2;
    double integral = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double middle = (2 * panel + 1) * half;
      for (int i = 0; i < POINTS.length; i++) {
        double t = middle + half * POINTS[i];
        integral += WEIGHTS[i] * Math.exp((1 - alpha) * t - theta * Math.expm1(t));
      }
    }
    return integral * half * Math.pow(from, 1 - alpha);
  }

  @Override
  public double logDensity(double x) {
    return -alpha * Math.log(x) - rate * (x - xmin) - logNormaliser;
  }
}
