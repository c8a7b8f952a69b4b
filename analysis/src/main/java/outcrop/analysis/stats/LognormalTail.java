package outcrop.analysis.stats;

import java.util.function.ToDoubleFunction;

/// The lognormal law above a start; over whole numbers each has the mass between its halves.
///
/// Without a bound the law may slide to ever smaller `mu`, where it becomes the power law itself;
/// it is held above `ln xmin − 50`, and whoever ends there shows no curvature of a lognormal law.
///
/// @param mu mean of the logarithms
/// @param sigma their standard deviation
record LognormalTail(double mu, double sigma, Tail tail, double logAbove) implements TailLaw {
  private static final double FURTHEST = 50;
  private static final double NEAR_BOUND = 0.5;
  private static final double HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

  private static LognormalTail of(double mu, double sigma, Tail tail) {
    return new LognormalTail(
        mu, sigma, tail, Normal.logUpperTail((Math.log(tail.edge()) - mu) / sigma));
  }

  /// The slope of the power law gives starts along the ridge on which both laws agree.
  static LognormalTail fit(Tail tail, double alpha) {
    double start = Math.log(tail.xmin());
    double lowest = start - FURTHEST;
    ToDoubleFunction<double[]> loss =
        at ->
            at[0] < lowest || at[0] > start + FURTHEST
                ? Double.POSITIVE_INFINITY
                : -of(at[0], Math.exp(at[1]), tail).logLikelihood();
    double mean = tail.logSum() / tail.n();
    double spread = Math.sqrt(Math.max(1e-6, tail.logSquares() / tail.n() - mean * mean));
    double[] best = {mean, Math.log(spread)};
    double least = Double.POSITIVE_INFINITY;
    double[][] starts = {
      best,
      {start - 2, 0.5 * Math.log(Math.max(1e-3, (mean - start + 2) / (alpha - 1)))},
      {start - 20, 0.5 * Math.log((mean - start + 20) / (alpha - 1))}
    };
    for (double[] from : starts) {
      double[] found = Minimum.around(from, new double[] {-0.5, 0.3}, loss);
      double value = loss.applyAsDouble(found);
      if (value < least) {
        least = value;
        best = found;
      }
    }
    return of(best[0], Math.exp(best[1]), tail);
  }

  private double logLikelihood() {
    if (tail.discrete()) {
      return tail.logLikelihood(this);
    }
    double squares = tail.logSquares() - 2 * mu * tail.logSum() + tail.n() * mu * mu;
    return -tail.logSum()
        - tail.n() * (Math.log(sigma) + HALF_LOG_2PI + logAbove)
        - squares / (2 * sigma * sigma);
  }

  @Override
  public double logDensity(double x) {
    if (!tail.discrete()) {
      double z = (Math.log(x) - mu) / sigma;
      return -Math.log(x) - Math.log(sigma) - HALF_LOG_2PI - z * z / 2 - logAbove;
    }
    double low = Normal.logUpperTail((Math.log(x - 0.5) - mu) / sigma);
    double high = Normal.logUpperTail((Math.log(x + 0.5) - mu) / sigma);
    return low + Math.log(-Math.expm1(high - low)) - logAbove;
  }

  @Override
  public boolean atBound() {
    return mu < Math.log(tail.xmin()) - FURTHEST + NEAR_BOUND;
  }
}
