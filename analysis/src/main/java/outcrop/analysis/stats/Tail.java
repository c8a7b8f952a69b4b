package outcrop.analysis.stats;

import outcrop.analysis.stats.PowerLawFit.Kind;

/// The observations from the start of a tail on, with the sums that likelihoods are made of.
final class Tail {
  private final ValueFrequencies observed;
  private final Kind kind;
  private final double[] logs;
  private final double n;
  private final double sum;
  private final double logSum;
  private final double logSquares;

  Tail(ValueFrequencies positive, PowerLawFit fit) {
    int from = 0;
    while (positive.values()[from] < fit.xmin()) {
      from++;
    }
    observed = positive.from(from);
    kind = fit.kind();
    logs = new double[observed.distinct()];
    double[] sums = new double[4];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(observed.values()[i]);
      double frequency = observed.frequencies()[i];
      sums[0] += frequency;
      sums[1] += frequency * observed.values()[i];
      sums[2] += frequency * logs[i];
      sums[3] += frequency * logs[i] * logs[i];
    }
    n = sums[0];
    sum = sums[1];
    logSum = sums[2];
    logSquares = sums[3];
  }

  boolean discrete() {
    return kind == Kind.DISCRETE;
  }

  double[] values() {
    return observed.values();
  }

  double[] logs() {
    return logs;
  }

  long[] frequencies() {
    return observed.frequencies();
  }

  double xmin() {
    return observed.values()[0];
  }

  double largest() {
    return observed.values()[logs.length - 1];
  }

  /// Where a law that is cut into cells of whole numbers starts.
  double edge() {
    return discrete() ? xmin() - 0.5 : xmin();
  }

  double n() {
    return n;
  }

  double sum() {
    return sum;
  }

  double logSum() {
    return logSum;
  }

  double logSquares() {
    return logSquares;
  }

  double logLikelihood(TailLaw law) {
    double likelihood = 0;
    for (int i = 0; i < logs.length; i++) {
      likelihood += observed.frequencies()[i] * law.logDensity(observed.values()[i]);
    }
    return likelihood;
  }
}
