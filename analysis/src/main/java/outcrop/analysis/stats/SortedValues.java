package outcrop.analysis.stats;

import java.util.Optional;

/// A stretch of an array that holds numbers in rising order: the base of every estimate about how
/// they are spread. Nothing is copied; the array must not change.
///
/// @param array holds no NaN; infinities are allowed where nothing else is said
/// @param from the first index
/// @param to the index behind the last
public record SortedValues(double[] array, int from, int to) {
  /// Fewest values with an interval for a quantile in the middle.
  private static final double NORMAL_FROM = 1000;

  public SortedValues {
    if (from < 0 || to < from || to > array.length) {
      throw new IllegalArgumentException("No stretch: " + from + " to " + to);
    }
  }

  public static SortedValues of(double... sorted) {
    return new SortedValues(sorted, 0, sorted.length);
  }

  public int n() {
    return to - from;
  }

  /// The value with so many before it.
  public double at(int rank) {
    return array[from + rank];
  }

  public double min() {
    return array[from];
  }

  public double max() {
    return array[to - 1];
  }

  /// The quantile of a probability, between neighbours in proportion (Hyndman and Fan 1996, type
  /// 7); NaN where there is no value.
  public double quantile(double p) {
    if (n() == 0) {
      return Double.NaN;
    }
    double place = p * (n() - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, n() - 1);
    double share = place - below;
    return share == 0 ? at(below) : at(below) * (1 - share) + at(above) * share;
  }

  /// The middle 95 % of the values, the percentile interval where they are draws of an estimate.
  ///
  /// @throws IllegalArgumentException where there is no value
  public Interval middle() {
    double outside = (1 - Interval.CONFIDENCE) / 2;
    return new Interval(quantile(outside), quantile(1 - outside));
  }

  /// How many values are at most `x`.
  public int countUpTo(double x) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (array[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - from;
  }

  /// The arithmetic mean; NaN where there is no value.
  public double mean() {
    if (n() == 0) {
      return Double.NaN;
    }
    double pivot = at(n() / 2);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += array[i] - pivot;
    }
    return pivot + sum / n();
  }

  /// The standard deviation with n − 1; NaN for fewer than two values.
  public double deviation() {
    if (n() < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double sum = 0;
    for (int i = from; i < to; i++) {
      double off = array[i] - mean;
      sum += off * off;
    }
    return Math.sqrt(sum / (n() - 1));
  }

  /// The 95 % interval of the median from order statistics: right for any law, at least at its
  /// level. Empty for fewer than six values, whose whole range does not reach it.
  public Optional<Interval> medianInterval() {
    int below = ranksBelow(n());
    return below < 0 ? Optional.empty() : Optional.of(new Interval(at(below), at(n() - 1 - below)));
  }

  /// The largest k with P(B(n, ½) ≤ k) ≤ 2.5 %, −1 where there is none: the interval runs from the
  /// value with k before it to the one with k behind it.
  private static int ranksBelow(int n) {
    if (n > NORMAL_FROM) {
      return (int) Math.floor(n / 2.0 - Normal.Z95 * Math.sqrt(n) / 2 - 0.5);
    }
    double chance = Math.pow(0.5, n);
    double sum = chance;
    int k = -1;
    while (sum <= 0.025 && k < n) {
      k++;
      chance = chance * (n - k) / (k + 1);
      sum += chance;
    }
    return k;
  }
}
