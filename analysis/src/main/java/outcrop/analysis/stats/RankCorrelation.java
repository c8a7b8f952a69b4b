package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.Optional;
import outcrop.analysis.stats.Association.Measure;

/// Spearman's rank correlation: Pearson's correlation of the ranks, ties having the mean of their
/// ranks.
///
/// The interval is that of Bonett and Wright (2000): Fisher's transformation with the variance (1 +
/// ρ²/2) / (n − 3). The test is Student's t with n − 2 degrees of freedom.
public final class RankCorrelation {
  /// Fewer pairs say nothing.
  public static final int LEAST = 4;

  private static final double Z95 = 1.959963984540054;

  private RankCorrelation() {}

  /// Values that are ready to be ranked, with their order worked out once.
  ///
  /// @param values NaN where missing
  /// @param order the places of the values that are there, in rising order
  public record Ordered(double[] values, int[] order) {
    /// Sorts the values.
    public static Ordered of(double[] values) {
      int present = 0;
      for (double value : values) {
        present += Double.isNaN(value) ? 0 : 1;
      }
      double[] sorted = new double[present];
      int at = 0;
      for (double value : values) {
        if (!Double.isNaN(value)) {
          sorted[at++] = value == 0 ? 0.0 : value;
        }
      }
      Arrays.sort(sorted);
      // The first place of each value in sorted order decides where its rows go: a counting sort.
      int[] next = new int[present];
      for (int i = 0; i < present; i++) {
        next[i] = i;
      }
      int[] order = new int[present];
      for (int place = 0; place < values.length; place++) {
        double value = values[place];
        if (!Double.isNaN(value)) {
          int first = firstOf(sorted, value == 0 ? 0.0 : value);
          order[next[first]++] = place;
        }
      }
      return new Ordered(values, order);
    }

    private static int firstOf(double[] sorted, double value) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = low + high >>> 1;
        if (sorted[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /// Doubled mean ranks, counted from 2, among the places where both have a value; 0 elsewhere.
    /// Doubled ranks are whole numbers, so that sums of them are exact.
    long[] ranksBeside(Ordered other) {
      long[] ranks = new long[values.length];
      long before = 0;
      for (int i = 0; i < order.length; ) {
        int end = i;
        long tied = 0;
        while (end < order.length && values[order[end]] == values[order[i]]) {
          tied += Double.isNaN(other.values[order[end]]) ? 0 : 1;
          end++;
        }
        long rank = 2 * before + tied + 1;
        for (int j = i; j < end; j++) {
          if (!Double.isNaN(other.values[order[j]])) {
            ranks[order[j]] = rank;
          }
        }
        before += tied;
        i = end;
      }
      return ranks;
    }
  }

  /// The correlation over the places where both have a value (pairwise complete).
  ///
  /// @param x NaN where missing
  /// @param y of the same length
  /// @return empty for fewer than [#LEAST] pairs, and where one of the two never changes
  public static Optional<Association> of(double[] x, double[] y) {
    return of(Ordered.of(x), Ordered.of(y));
  }

  /// The same for values that are ordered already.
  public static Optional<Association> of(Ordered x, Ordered y) {
    long[] a = x.ranksBeside(y);
    long[] b = y.ranksBeside(x);
    int n = 0;
    for (long rank : a) {
      n += rank > 0 ? 1 : 0;
    }
    if (n < LEAST) {
      return Optional.empty();
    }
    long middle = n + 1;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0) {
        double dx = a[i] - middle;
        double dy = b[i] - middle;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
    if (xx == 0 || yy == 0) {
      return Optional.empty();
    }
    double rho = Math.clamp(xy / Math.sqrt(xx * yy), -1.0, 1.0);
    double t2 = rho * rho * (n - 2) / (1 - rho * rho);
    double p = rho * rho == 1 ? 0 : TailProbability.fisher(t2, 1, n - 2);
    double half = Z95 * Math.sqrt((1 + rho * rho / 2) / (n - 3));
    double z = atanh(rho);
    return Optional.of(
        new Association(Measure.SPEARMAN, rho, n, p, Math.tanh(z - half), Math.tanh(z + half)));
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }
}
