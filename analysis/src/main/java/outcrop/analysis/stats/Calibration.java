package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Whether predictions are as sure as they are right: the reliability diagram over bins of equally
/// many rows, and its expected error.
///
/// @param bins in the order of confidence
/// @param error the mean gap between confidence and rate, weighted by rows (ECE); NaN without rows
/// @param n rows
public record Calibration(List<Bin> bins, double error, long n) {
  public static final int BINS = 15;

  /// Rows of about one confidence.
  ///
  /// @param confidence their mean
  /// @param rate the share that is right
  /// @param interval 95 % of the rate
  public record Bin(
      double low, double high, double confidence, double rate, Interval interval, int n) {}

  /// @param confidence of each row, within 0…1; rows with NaN are left out
  /// @param right whether the prediction of each row is right
  public static Calibration of(double[] confidence, boolean[] right) {
    int[] order =
        IntStream.range(0, confidence.length)
            .filter(row -> !Double.isNaN(confidence[row]))
            .boxed()
            .sorted((a, b) -> Double.compare(confidence[a], confidence[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      int from = (int) ((long) b * order.length / BINS);
      int to = (int) ((b + 1L) * order.length / BINS);
      if (from < to) {
        Bin bin = bin(confidence, right, order, from, to);
        bins.add(bin);
        error += bin.n * Math.abs(bin.rate - bin.confidence) / order.length;
      }
    }
    return new Calibration(bins, order.length == 0 ? Double.NaN : error, order.length);
  }

  private static Bin bin(double[] confidence, boolean[] right, int[] order, int from, int to) {
    double sum = 0;
    int hits = 0;
    for (int i = from; i < to; i++) {
      sum += confidence[order[i]];
      hits += right[order[i]] ? 1 : 0;
    }
    int n = to - from;
    return new Bin(
        confidence[order[from]],
        confidence[order[to - 1]],
        sum / n,
        (double) hits / n,
        Wilson.interval(hits, n),
        n);
  }

  /// The bounds of the least possible error of any classifier, from that of the nearest neighbour
  /// (Cover and Hart 1967): how much classes overlap.
  ///
  /// @param nearestError the share of rows whose nearest neighbour has another class
  /// @param classes at least 2
  public static Interval leastError(double nearestError, int classes) {
    double most = (classes - 1.0) / classes;
    double inside = Math.max(0, 1 - nearestError / most);
    double lower = most * (1 - Math.sqrt(inside));
    return new Interval(Math.min(lower, nearestError), nearestError);
  }
}
