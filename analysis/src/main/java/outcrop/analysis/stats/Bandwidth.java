package outcrop.analysis.stats;

/// Rules for how far a density smooths.
public final class Bandwidth {
  private static final int CELLS = 1024;
  private static final double FARTHEST = 1000;
  private static final int STEPS = 60;

  private Bandwidth() {}

  /// Silverman's rule of thumb, 0.9·min(sd, IQR / 1.34)·n^(−1/5) (Silverman 1986, 3.31); by the
  /// standard deviation alone where half of all values are equal, NaN where all are.
  public static double silverman(SortedValues values) {
    double deviation = values.deviation();
    double quartiles = (values.quantile(0.75) - values.quantile(0.25)) / 1.34;
    double spread = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
    return spread > 0 ? 0.9 * spread * Math.pow(values.n(), -0.2) : Double.NaN;
  }

  /// The bandwidth that solves the equation of Sheather and Jones (1991): the optimum under the
  /// roughness of the very density that it gives. NaN where there is no solution, as for few values
  /// or where half of them are equal.
  public static double sheatherJones(SortedValues values) {
    int n = values.n();
    double range = n < 2 ? 0 : values.max() - values.min();
    double quartiles =
        n < 2 ? 0 : (values.quantile(0.75) - values.quantile(0.25)) / (2 * Normal.quantile(0.75));
    if (!(range > 0) || !(quartiles > 0)) {
      return Double.NaN;
    }
    double spread = Math.min(values.deviation(), quartiles);
    double cell = range / (CELLS - 1);
    Pairs pairs = new Pairs(distances(values, cell), cell, n);
    double fourth = pairs.curvature(1.24 * spread * Math.pow(n, -1.0 / 7));
    double sixth = -pairs.third(1.23 * spread * Math.pow(n, -1.0 / 9));
    double pilot = 1.357 * Math.pow(fourth / sixth, 1.0 / 7);
    if (!(pilot > 0) || Double.isInfinite(pilot)) {
      return Double.NaN;
    }
    double most = 1.144 * spread * Math.pow(n, -0.2);
    return solve(pairs, pilot, most);
  }

  private static double solve(Pairs pairs, double pilot, double most) {
    double low = 0.1 * most;
    double high = most;
    for (int i = 0; i < STEPS && excess(pairs, pilot, low) * excess(pairs, pilot, high) > 0; i++) {
      low /= 1.2;
      high *= 1.2;
    }
    double atLow = excess(pairs, pilot, low);
    if (!(atLow * excess(pairs, pilot, high) <= 0)) {
      return Double.NaN;
    }
    for (int i = 0; i < STEPS && high - low > 1e-6 * high; i++) {
      double middle = (low + high) / 2;
      double there = excess(pairs, pilot, middle);
      if (atLow * there <= 0) {
        high = middle;
      } else {
        low = middle;
        atLow = there;
      }
    }
    return (low + high) / 2;
  }

  private static double excess(Pairs pairs, double pilot, double h) {
    double curvature = pairs.curvature(pilot * Math.pow(h, 5.0 / 7));
    return Math.pow(1 / (2 * Math.sqrt(Math.PI) * pairs.n * curvature), 0.2) - h;
  }

  /// How many pairs of values are so many cells apart.
  private static double[] distances(SortedValues values, double cell) {
    double[] counts = shared(values, values.min(), cell, CELLS);
    double[] pairs = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      double count = counts[i];
      if (count > 0) {
        pairs[0] += count * (count - 1) / 2;
        for (int j = i + 1; j < CELLS; j++) {
          pairs[j - i] += count * counts[j];
        }
      }
    }
    return pairs;
  }

  /// Values counted in cells, each shared between the two nearest in proportion.
  static double[] shared(SortedValues values, double first, double cell, int cells) {
    double[] counts = new double[cells];
    double[] array = values.array();
    for (int i = values.from(); i < values.to(); i++) {
      double place = Math.clamp((array[i] - first) / cell, 0, cells - 1.0);
      int below = Math.min((int) place, cells - 2);
      double share = place - below;
      counts[below] += 1 - share;
      counts[below + 1] += share;
    }
    return counts;
  }

  /// Sums of derivatives of the normal density over all pairs of values.
  private record Pairs(double[] counts, double cell, int n) {
    /// ∫ f''², from the fourth derivative.
    double curvature(double h) {
      double sum = 1.5 * n;
      for (int k = 0; k < counts.length; k++) {
        double z = k * cell / h * (k * cell / h);
        if (z > FARTHEST) {
          break;
        }
        sum += counts[k] * (z * z - 6 * z + 3) * Math.exp(-z / 2);
      }
      return 2 * sum / ((double) n * (n - 1) * Math.pow(h, 5) * Math.sqrt(2 * Math.PI));
    }

    /// −∫ f'''², from the sixth derivative.
    double third(double h) {
      double sum = -7.5 * n;
      for (int k = 0; k < counts.length; k++) {
        double z = k * cell / h * (k * cell / h);
        if (z > FARTHEST) {
          break;
        }
        sum += counts[k] * (z * z * z - 15 * z * z + 45 * z - 15) * Math.exp(-z / 2);
      }
      return 2 * sum / ((double) n * (n - 1) * Math.pow(h, 7) * Math.sqrt(2 * Math.PI));
    }
  }
}
