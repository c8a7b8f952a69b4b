package outcrop.analysis.stats;

import java.util.Arrays;

/// The share of values up to each value: an empirical distribution function, exact for few values
/// and within a thousandth of its height for many.
///
/// @param values rising, each once
/// @param counts how many values are at most that, rising to `n`
public record Steps(double[] values, long[] counts, long n) {
  private static final int INNER = 1000;
  private static final int TAIL = 40;

  /// Takes the steps that a picture can show: all of the tails, and as many between as make none
  /// higher than a thousandth unless equal values do.
  public static Steps of(SortedValues sorted) {
    int n = sorted.n();
    double[] values = new double[Math.min(n, INNER + 2 * TAIL + 2)];
    long[] counts = new long[values.length];
    int size = 0;
    for (int rank = 0; rank < n; rank = next(rank, n)) {
      double value = sorted.at(rank);
      if (size == 0 || value != values[size - 1]) {
        values[size] = value;
        counts[size] = sorted.countUpTo(value);
        size++;
      }
    }
    return new Steps(Arrays.copyOf(values, size), Arrays.copyOf(counts, size), n);
  }

  private static int next(int rank, int n) {
    if (n <= INNER + 2 * TAIL || rank < TAIL || rank >= n - TAIL - 1) {
      return rank + 1;
    }
    double step = (n - 2.0 * TAIL) / INNER;
    long at = Math.round((rank - TAIL) / step);
    return Math.max(rank + 1, Math.min(TAIL + (int) Math.ceil((at + 1) * step), n - TAIL - 1));
  }

  /// The share of values that are at most `x`, 0 where there are none.
  public double share(double x) {
    int at = Arrays.binarySearch(values, x);
    int index = at >= 0 ? at : -at - 2;
    return index < 0 || n == 0 ? 0 : (double) counts[index] / n;
  }

  /// Half the height of the band that holds the whole true function in 95 of 100 cases (Dvoretzky,
  /// Kiefer and Wolfowitz 1956 with the constant of Massart 1990); 1 without values.
  public double halfBand() {
    return n == 0 ? 1 : Math.min(1, Math.sqrt(Math.log(2 / 0.05) / (2.0 * n)));
  }

  /// The smallest value that at least so large a share of values does not exceed.
  ///
  /// @param p within 0…1
  public double inverse(double p) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double wanted = p * n * (1 - 1e-12);
    int low = 0;
    int high = counts.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (counts[middle] >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return values[low];
  }
}
