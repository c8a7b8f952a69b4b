package outcrop.analysis.discovery;

import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.Normal;
import outcrop.analysis.stats.StudentT;

/// The errors of the rows, and what they sum to over a set of rows.
///
/// @param errors one per row of the dataset, not negative; not read outside `rows`
/// @param rows the rows with an error
/// @param binary where every error is 0 or 1, the rows with a 1; else empty words
record SliceErrors(double[] errors, RowSet rows, long[] binary) {
  private static final double BOTH_SIDES = 2;

  static SliceErrors of(double[] errors, RowSet rows) {
    long[] ones = new long[RowSet.wordCount(rows.rowCount())];
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if (errors[row] == 1) {
        ones[row >>> 6] |= 1L << row;
      } else if (errors[row] != 0) {
        return new SliceErrors(errors, rows, new long[0]);
      }
    }
    return new SliceErrors(errors, rows, ones);
  }

  /// Size, sum and largest of the errors of some rows.
  record Sums(int size, double sum, double largest) {}

  /// Of the rows for which all statements hold.
  Sums of(long[][] statements) {
    int size = 0;
    double sum = 0;
    double largest = 0;
    long hits = 0;
    for (int i = 0; i < statements[0].length; i++) {
      long word = rows.word(i);
      for (long[] statement : statements) {
        word &= statement[i];
      }
      if (word == 0) {
        continue;
      }
      size += Long.bitCount(word);
      if (binary.length > 0) {
        hits += Long.bitCount(word & binary[i]);
        continue;
      }
      for (long left = word; left != 0; left &= left - 1) {
        double error = errors[(i << 6) + Long.numberOfTrailingZeros(left)];
        sum += error;
        largest = Math.max(largest, error);
      }
    }
    return binary.length > 0
        ? new Sums(size, hits, Math.min(hits, 1))
        : new Sums(size, sum, largest);
  }

  /// How the errors of some rows differ from those of all others.
  ///
  /// @param mean of the rows
  /// @param effect the difference of means; NaN where one side is empty
  /// @param p NaN where a side has fewer than two rows or nothing varies
  record Contrast(double mean, double effect, Interval interval, double p) {}

  Contrast contrast(RowSet inside) {
    Moments in = moments(inside.and(rows));
    Moments out = moments(rows.andNot(inside));
    double effect = in.mean - out.mean;
    Interval interval =
        StudentT.difference(in.mean, in.deviation(), in.n, out.mean, out.deviation(), out.n);
    double se = Math.sqrt(in.variance / in.n + out.variance / out.n);
    if (in.n < 2 || out.n < 2 || se == 0) {
      return new Contrast(in.mean, effect, interval, Double.NaN);
    }
    double p = Math.max(BOTH_SIDES * Normal.cdf(-Math.abs(effect) / se), Double.MIN_NORMAL);
    return new Contrast(in.mean, effect, interval, p);
  }

  private record Moments(int n, double mean, double variance) {
    double deviation() {
      return Math.sqrt(variance);
    }
  }

  private Moments moments(RowSet some) {
    int n = 0;
    double mean = 0;
    double squares = 0;
    for (int row = some.next(0); row >= 0; row = some.next(row + 1)) {
      n++;
      double delta = errors[row] - mean;
      mean += delta / n;
      squares += delta * (errors[row] - mean);
    }
    return new Moments(n, n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : squares / (n - 1));
  }
}
