package outcrop.analysis.query;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// The axis of a distribution and the bin of every row.
///
/// @param axis the bins
/// @param binOfRow the bin of a row in 0…size−1, `size` for a row without a value, `size + 1` for a
///   value that has no place on the axis
record Binning(BinAxis axis, IntUnaryOperator binOfRow) {
  /// Bins that rows have in addition to those of the axis.
  static final int EXTRA = 2;

  int missingBin() {
    return axis.size();
  }

  int offScaleBin() {
    return axis.size() + 1;
  }

  /// The half-open bin of a value, the last one closed; −1 where the value is outside or not a
  /// number.
  static int find(double[] edges, double value) {
    int last = edges.length - 1;
    if (!(value >= edges[0] && value <= edges[last])) {
      return -1;
    }
    int guess = (int) ((value - edges[0]) / (edges[last] - edges[0]) * last);
    guess = Math.clamp(guess, 0, last - 1);
    if (edges[guess] <= value && value < edges[guess + 1]) {
      return guess;
    }
    int found = Arrays.binarySearch(edges, value == 0 ? 0.0 : value);
    return Math.min(found >= 0 ? found : -found - 2, last - 1);
  }

  /// The same for whole numbers, exact beyond 2^53.
  static int find(long[] edges, long value) {
    int last = edges.length - 1;
    if (value < edges[0] || value > edges[last]) {
      return -1;
    }
    double share = ((double) value - edges[0]) / ((double) edges[last] - edges[0]);
    int guess = Math.clamp((int) (share * last), 0, last - 1);
    if (edges[guess] <= value && value < edges[guess + 1]) {
      return guess;
    }
    int found = Arrays.binarySearch(edges, value);
    return Math.min(found >= 0 ? found : -found - 2, last - 1);
  }
}
