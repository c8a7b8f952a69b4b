package outcrop.analysis.stats;

/// A confidence interval, both ends included.
public record Interval(double low, double high) {
  /// The confidence of every interval where nothing else is said.
  public static final double CONFIDENCE = 0.95;

  /// @throws IllegalArgumentException where the ends are in the wrong order or not numbers
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("No interval: " + low + " to " + high);
    }
  }

  /// `value ± z·se` of the normal law, cut at the ends of what is possible.
  public static Interval normal(double value, double se, double lowest, double highest) {
    double half = Normal.Z95 * se;
    return new Interval(Math.max(lowest, value - half), Math.min(highest, value + half));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
