package outcrop.analysis.stats;

/// The score interval of a rate (Wilson 1927): keeps its level for few rows and for rates near 0
/// and 1, and never leaves 0…1.
public final class Wilson {
  private Wilson() {}

  /// The 95 % interval of `hits / n`; 0 to 1 where `n` is 0.
  public static Interval interval(long hits, long n) {
    return interval(hits, n, Normal.Z95);
  }

  /// @param z quantile of the normal law: 1.959964 for 95 %
  /// @throws IllegalArgumentException where hits are not within 0…n
  public static Interval interval(long hits, long n, double z) {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException(hits + " hits in " + n);
    }
    if (n == 0) {
      return new Interval(0, 1);
    }
    double share = (double) hits / n;
    double shrink = 1 + z * z / n;
    double centre = (share + z * z / (2 * n)) / shrink;
    double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / shrink;
    return new Interval(
        hits == 0 ? 0 : Math.max(0, centre - half), hits == n ? 1 : Math.min(1, centre + half));
  }

  /// The 95 % interval of the difference `a / n − b / m` of two independent rates (Newcombe 1998,
  /// method 10); −1 to 1 where either has no rows.
  public static Interval difference(long a, long n, long b, long m) {
    if (n == 0 || m == 0) {
      return new Interval(-1, 1);
    }
    double p = (double) a / n;
    double q = (double) b / m;
    Interval first = interval(a, n);
    Interval second = interval(b, m);
    double below = Math.hypot(p - first.low(), second.high() - q);
    double above = Math.hypot(first.high() - p, q - second.low());
    return new Interval(p - q - below, p - q + above);
  }
}
