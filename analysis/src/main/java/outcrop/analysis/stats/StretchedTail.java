package outcrop.analysis.stats;

import java.util.function.ToDoubleFunction;

/// The stretched exponential (Weibull) law above a start: P(X ≥ x) =
/// exp(−(slope/shape)·((x/start)^shape − 1)); over whole numbers each has the mass between its
/// halves.
///
/// For a shape near 0 it becomes the power law; the shape is held above 0.001.
///
/// @param shape the power in the exponent, 1 for the exponential law
/// @param slope how fast the tail falls at the start, on logarithmic axes
/// @param start where the law starts
record StretchedTail(double shape, double slope, double start, boolean discrete)
    implements TailLaw {
  private static final double LEAST_SHAPE = 1e-3;
  private static final double MOST_SHAPE = 20;
  private static final double NEAR_BOUND = 1.1;

  static StretchedTail fit(Tail tail, double alpha) {
    ToDoubleFunction<double[]> loss =
        at -> {
          double shape = Math.exp(at[0]);
          return shape < LEAST_SHAPE || shape > MOST_SHAPE
              ? Double.POSITIVE_INFINITY
              : -tail.logLikelihood(of(at, tail));
        };
    double[] best = {Math.log(0.3), Math.log(alpha - 1)};
    double least = Double.POSITIVE_INFINITY;
    for (double shape : new double[] {0.02, 0.3, 1}) {
      double[] from = {Math.log(shape), Math.log(alpha - 1)};
      double[] found = Minimum.around(from, new double[] {0.4, -0.3}, loss);
      double value = loss.applyAsDouble(found);
      if (value < least) {
        least = value;
        best = found;
      }
    }
    return of(best, tail);
  }

  private static StretchedTail of(double[] at, Tail tail) {
    return new StretchedTail(Math.exp(at[0]), Math.exp(at[1]), tail.edge(), tail.discrete());
  }

  private double logSurvival(double x) {
    return -slope / shape * Math.expm1(shape * Math.log(x / start));
  }

  @Override
  public double logDensity(double x) {
    if (!discrete) {
      return Math.log(slope / start) + (shape - 1) * Math.log(x / start) + logSurvival(x);
    }
    double low = logSurvival(x - 0.5);
    return low + Math.log(-Math.expm1(logSurvival(x + 0.5) - low));
  }

  @Override
  public boolean atBound() {
    return shape < LEAST_SHAPE * NEAR_BOUND;
  }
}
