package outcrop.analysis.stats;

import java.util.Arrays;

/// A box with whiskers after Tukey (1977): quartiles, the farthest values within 1.5 times their
/// distance, and what lies beyond.
///
/// @param low the smallest value that is no outlier
/// @param high the largest one
/// @param below how many values lie below `low`
/// @param above how many lie above `high`
/// @param outliers some of those, as many as a picture can tell apart, rising
public record Tukey(
    double low,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double high,
    long below,
    long above,
    double[] outliers) {
  private static final double REACH = 1.5;
  private static final int PLACES = 256;

  /// @param values to describe, at least one
  /// @param places the same on the scale of the axis, on which fences stand: a logarithmic axis has
  ///   a box of ratios
  public static Tukey of(SortedValues values, SortedValues places) {
    double first = places.quantile(0.25);
    double third = places.quantile(0.75);
    double reach = REACH * (third - first);
    int below = places.countUpTo(Math.nextDown(first - reach));
    int upTo = places.countUpTo(third + reach);
    int above = places.n() - upTo;
    double[] outliers = new double[Math.min(below, PLACES) + Math.min(above, PLACES)];
    int size = apart(values, places, 0, below, outliers, 0);
    size = apart(values, places, upTo, places.n(), outliers, size);
    return new Tukey(
        values.at(below),
        values.quantile(0.25),
        values.quantile(0.5),
        values.quantile(0.75),
        values.at(upTo - 1),
        below,
        above,
        Arrays.copyOf(outliers, size));
  }

  /// Takes the first value of each of so many equal places from one rank to another.
  private static int apart(
      SortedValues values, SortedValues places, int from, int to, double[] out, int filled) {
    int size = filled;
    if (from >= to) {
      return size;
    }
    double step = (places.at(to - 1) - places.at(from)) / PLACES;
    double free = Double.NEGATIVE_INFINITY;
    for (int rank = from; rank < to && size < out.length; rank++) {
      if (places.at(rank) >= free) {
        out[size++] = values.at(rank);
        free = places.at(rank) + Math.max(step, Math.ulp(places.at(rank)));
      }
    }
    return size;
  }
}
