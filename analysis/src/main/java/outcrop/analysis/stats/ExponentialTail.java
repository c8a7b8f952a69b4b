package outcrop.analysis.stats;

/// The exponential law above a start; over whole numbers the geometric one.
///
/// @param rate per unit of the values
/// @param logAtStart the logarithm of the density at the start
record ExponentialTail(double rate, double xmin, double logAtStart) implements TailLaw {
  static ExponentialTail fit(Tail tail) {
    double mean = tail.sum() / tail.n() - tail.xmin();
    double rate = tail.discrete() ? Math.log1p(1 / mean) : 1 / mean;
    double logAtStart = tail.discrete() ? Math.log(-Math.expm1(-rate)) : Math.log(rate);
    return new ExponentialTail(rate, tail.xmin(), logAtStart);
  }

  @Override
  public double logDensity(double x) {
    return logAtStart - rate * (x - xmin);
  }
}
