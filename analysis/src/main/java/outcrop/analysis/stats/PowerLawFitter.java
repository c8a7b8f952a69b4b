package outcrop.analysis.stats;

import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.stats.TooLittleData.Reason;

/// Fits a power law to the tail of positive numbers (Clauset, Shalizi and Newman 2009): the
/// exponent by maximum likelihood for every possible start of the tail, the start by the least
/// Kolmogorov–Smirnov distance.
///
/// Every distinct value but the largest is tried as the start, as long as ten observations remain.
/// A start is given up as soon as one point lies further from the law than the best start so far;
/// since neighbours miss at the same points, one look is enough for most of them, and the answer is
/// the same as if all distances had been worked out.
///
/// The distance compares the share of observations up to and with each value with the law for whole
/// numbers, and the share below each value for continuous ones, as the published reference fits do.
public final class PowerLawFitter {
  /// Below so many observations there is no fit.
  public static final int FEWEST_OBSERVATIONS = 50;

  /// Below so many different values there is no fit.
  public static final int FEWEST_VALUES = 10;

  private static final double STEPS_MATTER_TO = 100;

  static final int FEWEST_IN_TAIL = 10;
  static final double LEAST_ALPHA = 1.01;
  static final double MOST_ALPHA = 6;
  private static final double ALPHA_PRECISION = 1e-10;
  private static final int MOST_STEPS = 60;
  private static final int SPREAD = 64;

  private final double[] values;
  private final long[] tailCounts;
  private final double[] tailLogSums;
  private final double[] logs;
  private final Kind kind;

  private int bestStart = -1;
  private double bestKs = Double.POSITIVE_INFINITY;
  private double bestAlpha;
  private int worstPoint;

  private PowerLawFitter(ValueFrequencies numbers, Kind kind) {
    this.kind = kind;
    this.values = numbers.values();
    int size = values.length;
    this.logs = new double[size];
    this.tailCounts = new long[size + 1];
    this.tailLogSums = new double[size + 1];
    for (int i = size - 1; i >= 0; i--) {
      logs[i] = Math.log(values[i]);
      tailCounts[i] = tailCounts[i + 1] + numbers.frequencies()[i];
      tailLogSums[i] = tailLogSums[i + 1] + numbers.frequencies()[i] * logs[i];
    }
  }

  /// The law that suits measured numbers: discrete for whole ones, as counts are, unless their tail
  /// starts beyond 100, where steps of one no longer matter and such sizes as inhabitants or
  /// seconds are continuous. Counts of classes are always discrete.
  public static Kind kindOf(ValueFrequencies numbers) {
    if (!numbers.positive().whole()) {
      return Kind.CONTINUOUS;
    }
    return fit(numbers, Kind.DISCRETE) instanceof PowerLawFit law && law.xmin() > STEPS_MATTER_TO
        ? Kind.CONTINUOUS
        : Kind.DISCRETE;
  }

  /// The best fit, where there is enough to fit. Zeros and negative numbers are left out.
  ///
  /// @throws IllegalArgumentException for a discrete law over numbers that are not whole
  public static TailFit fit(ValueFrequencies numbers, Kind kind) {
    ValueFrequencies positive = numbers.positive();
    long n = positive.size();
    if (n == 0) {
      return new TooLittleData(Reason.NO_VALUES, 0, 0);
    }
    if (n < FEWEST_OBSERVATIONS) {
      return new TooLittleData(Reason.FEW_OBSERVATIONS, n, positive.distinct());
    }
    if (positive.distinct() < FEWEST_VALUES) {
      return new TooLittleData(Reason.FEW_VALUES, n, positive.distinct());
    }
    return best(positive, kind);
  }

  /// The best fit of positive numbers, however few; one value alone has the steepest law.
  static PowerLawFit best(ValueFrequencies positive, Kind kind) {
    if (kind == Kind.DISCRETE && !positive.whole()) {
      throw new IllegalArgumentException("A discrete law wants whole numbers");
    }
    PowerLawFitter fitter = new PowerLawFitter(positive, kind);
    fitter.tryAll();
    return fitter.fitAt(fitter.bestStart, fitter.bestAlpha);
  }

  /// The fit of the tail from one of the values on.
  ///
  /// @throws IllegalArgumentException where `xmin` is not one of the values, or the largest
  public static PowerLawFit from(ValueFrequencies positive, Kind kind, double xmin) {
    PowerLawFitter fitter = new PowerLawFitter(positive, kind);
    int start = java.util.Arrays.binarySearch(positive.values(), xmin);
    if (start < 0 || start >= positive.distinct() - 1) {
      throw new IllegalArgumentException("No tail starts at " + xmin);
    }
    return fitter.fitAt(start, fitter.alpha(start));
  }

  /// A coarse round first: a good start early lets most others be given up at once.
  private void tryAll() {
    int last = Math.max(0, values.length - 2);
    while (last > 0 && tailCounts[last] < FEWEST_IN_TAIL) {
      last--;
    }
    int step = Math.max(1, (last + 1) / SPREAD);
    for (int start = 0; start <= last; start += step) {
      tryStart(start);
    }
    for (int start = 0; step > 1 && start <= last; start++) {
      if (start % step != 0) {
        tryStart(start);
      }
    }
  }

  private void tryStart(int start) {
    double alpha = alpha(start);
    double ks = distance(start, alpha, bestKs);
    if (ks < bestKs || ks == bestKs && start < bestStart) {
      bestKs = ks;
      bestStart = start;
      bestAlpha = alpha;
    }
  }

  private PowerLawFit fitAt(int start, double alpha) {
    long n = tailCounts[start];
    double ks = distance(start, alpha, Double.POSITIVE_INFINITY);
    double xmin = values[start];
    double logLikelihood;
    double se;
    if (kind == Kind.DISCRETE) {
      HurwitzZeta zeta = HurwitzZeta.withDerivatives(alpha, xmin);
      double slope = zeta.first() / zeta.value();
      se = 1 / Math.sqrt(n * (zeta.second() / zeta.value() - slope * slope));
      logLikelihood = -n * Math.log(zeta.value()) - alpha * tailLogSums[start];
    } else {
      se = (alpha - 1) / Math.sqrt(n);
      logLikelihood =
          n * (Math.log(alpha - 1) + (alpha - 1) * logs[start]) - alpha * tailLogSums[start];
    }
    return new PowerLawFit(kind, alpha, se, xmin, n, tailCounts[0], ks, logLikelihood);
  }

  /// The exponent of most likelihood for the tail from a value on.
  private double alpha(int start) {
    double n = tailCounts[start];
    double mean = tailLogSums[start] / n;
    if (kind == Kind.CONTINUOUS) {
      return 1 + 1 / (mean - logs[start]);
    }
    double xmin = values[start];
    double guess = 1 + 1 / (mean - Math.log(xmin - 0.5));
    double alpha = Math.clamp(guess, LEAST_ALPHA, MOST_ALPHA);
    double low = LEAST_ALPHA;
    double high = MOST_ALPHA;
    for (int step = 0; step < MOST_STEPS; step++) {
      HurwitzZeta zeta = HurwitzZeta.withDerivatives(alpha, xmin);
      double slope = zeta.first() / zeta.value();
      // The slope of the likelihood falls in alpha: Newton's step, kept between the known ends.
      double gradient = -slope - mean;
      if (gradient > 0) {
        low = alpha;
      } else {
        high = alpha;
      }
      double next = alpha + gradient / (zeta.second() / zeta.value() - slope * slope);
      next = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(next - alpha) < ALPHA_PRECISION) {
        return next;
      }
      alpha = next;
    }
    return alpha;
  }

  /// The distance of the tail from its law; some larger number than `enough` where it is larger.
  private double distance(int start, double alpha, double enough) {
    return kind == Kind.DISCRETE
        ? discreteDistance(start, alpha, enough)
        : continuousDistance(start, alpha, enough);
  }

  private double continuousDistance(int start, double alpha, double enough) {
    double n = tailCounts[start];
    double largest = 0;
    if (worstPoint > start && enough < Double.POSITIVE_INFINITY) {
      largest = continuousGap(start, alpha, worstPoint, n);
    }
    for (int i = start; i < values.length && largest <= enough; i++) {
      double gap = continuousGap(start, alpha, i, n);
      if (gap > largest) {
        largest = gap;
        worstPoint = i;
      }
    }
    return largest;
  }

  private double continuousGap(int start, double alpha, int i, double n) {
    double above = Math.exp((1 - alpha) * (logs[i] - logs[start]));
    return Math.abs(tailCounts[i] / n - above);
  }

  private double discreteDistance(int start, double alpha, double enough) {
    double n = tailCounts[start];
    double all = HurwitzZeta.of(alpha, values[start]);
    double largest = 0;
    if (worstPoint > start && enough < Double.POSITIVE_INFINITY) {
      double beyond = HurwitzZeta.of(alpha, values[worstPoint] + 1);
      largest = Math.abs(tailCounts[worstPoint + 1] / n - beyond / all);
    }
    double beyond = all;
    double next = values[start];
    for (int i = start; i < values.length && largest <= enough; i++) {
      // One term less for the following number; where numbers are left out the sum starts afresh.
      beyond =
          next == values[i]
              ? beyond - Math.exp(-alpha * logs[i])
              : HurwitzZeta.of(alpha, values[i] + 1);
      next = values[i] + 1;
      double gap = Math.abs(tailCounts[i + 1] / n - beyond / all);
      if (gap > largest) {
        largest = gap;
        worstPoint = i;
      }
    }
    return largest;
  }
}
