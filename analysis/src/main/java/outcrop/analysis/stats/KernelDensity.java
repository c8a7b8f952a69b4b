package outcrop.analysis.stats;

/// A smooth density of numbers: a Gaussian kernel on values that were put into fine bins first, so
/// that a million rows cost little more than a thousand.
///
/// The bandwidth is that of Sheather and Jones (1991), solved for the optimum; Silverman's rule of
/// thumb (1986, 3.31) where that has no solution. Values that stand on a grid, such as whole
/// numbers, get at least half a step, without which the curve would show the grid. Where values end
/// in a wall instead of a tail, what the kernel puts beyond it is reflected, so that the area is
/// one and the curve does not fall where the values do not.
///
/// @param from the place of the first height
/// @param to the place of the last height
/// @param heights at equal distances, per unit of place; the area below is one
/// @param bandwidth standard deviation of the kernel
/// @param rule what decided the bandwidth
/// @param wallBelow whether the curve ends at a wall below
/// @param wallAbove whether it ends at one above
public record KernelDensity(
    double from,
    double to,
    double[] heights,
    double bandwidth,
    Rule rule,
    boolean wallBelow,
    boolean wallAbove) {
  private static final int CELLS = 1024;
  private static final double REACH = 4;
  private static final double NEAR = 3;
  private static final double FEWEST_AT_WALL = 20;
  private static final double SHARE_AT_WALL = 0.004;

  /// What decided a bandwidth.
  public enum Rule {
    SHEATHER_JONES,
    SILVERMAN,
    /// Half a step of the grid on which the values stand, which is more than the rule wants.
    GRID
  }

  /// @param places in rising order, finite; at least two of them different
  /// @param grid the distance of values that stand on a grid; 0 where they do not
  /// @param floor a value that none can be below, such as 0 for counts; −∞ for none
  /// @throws IllegalArgumentException where all places are equal
  public static KernelDensity of(SortedValues places, double grid, double floor) {
    double range = places.max() - places.min();
    if (!(range > 0)) {
      throw new IllegalArgumentException("One value has no density");
    }
    double wanted = Bandwidth.sheatherJones(places);
    Rule rule = Double.isNaN(wanted) ? Rule.SILVERMAN : Rule.SHEATHER_JONES;
    double bandwidth = Double.isNaN(wanted) ? Bandwidth.silverman(places) : wanted;
    if (bandwidth < grid / 2) {
      bandwidth = grid / 2;
      rule = Rule.GRID;
    }
    // Finer than the cells nothing can be told.
    bandwidth = Math.max(bandwidth, range / CELLS);
    boolean near = floor <= places.min() && floor > places.min() - NEAR * bandwidth;
    boolean below = near || isWall(places, bandwidth, true);
    boolean above = isWall(places, bandwidth, false);
    double first = near ? floor : places.min();
    return of(places, first, places.max(), bandwidth, new Kind(rule, below, above));
  }

  private record Kind(Rule rule, boolean below, boolean above) {}

  /// Whether values end abruptly: about as many within one bandwidth of the end as further in, by
  /// more than chance (two deviations of the counts), and too many for a tail.
  private static boolean isWall(SortedValues places, double bandwidth, boolean below) {
    double end = below ? places.min() : places.max();
    double sign = below ? 1 : -1;
    long near = between(places, end, end + sign * bandwidth);
    long next = between(places, end, end + sign * 2 * bandwidth) - near;
    return near >= Math.max(FEWEST_AT_WALL, SHARE_AT_WALL * places.n())
        && near >= 0.6 * next + 2 * Math.sqrt(near + next)
        && next >= near / 4;
  }

  private static long between(SortedValues places, double one, double other) {
    double low = Math.min(one, other);
    return places.countUpTo(Math.max(one, other)) - places.countUpTo(Math.nextDown(low));
  }

  private static KernelDensity of(
      SortedValues places, double first, double last, double bandwidth, Kind kind) {
    double cell = (last - first) / (CELLS - 1);
    int pad = (int) Math.ceil(REACH * bandwidth / cell);
    double[] counts = Bandwidth.shared(places, first, cell, CELLS);
    double[] smooth = smooth(counts, cell, bandwidth, pad);
    for (int k = 0; kind.below && k <= pad; k++) {
      smooth[pad + k] += smooth[pad - k];
    }
    int end = pad + CELLS - 1;
    for (int k = 0; kind.above && k <= pad; k++) {
      smooth[end - k] += smooth[end + k];
    }
    int start = kind.below ? pad : 0;
    int stop = kind.above ? end : smooth.length - 1;
    double[] heights = java.util.Arrays.copyOfRange(smooth, start, stop + 1);
    for (int i = 0; i < heights.length; i++) {
      heights[i] /= places.n();
    }
    return new KernelDensity(
        first + (start - pad) * cell,
        first + (stop - pad) * cell,
        heights,
        bandwidth,
        kind.rule,
        kind.below,
        kind.above);
  }

  /// Counts spread out by the kernel, `pad` cells wider on each side.
  private static double[] smooth(double[] counts, double cell, double bandwidth, int pad) {
    double[] kernel = new double[pad + 1];
    for (int k = 0; k <= pad; k++) {
      double z = k * cell / bandwidth;
      kernel[k] = Math.exp(-z * z / 2) / (bandwidth * Math.sqrt(2 * Math.PI));
    }
    double[] smooth = new double[counts.length + 2 * pad];
    for (int i = 0; i < counts.length; i++) {
      double count = counts[i];
      if (count > 0) {
        for (int k = -pad; k <= pad; k++) {
          smooth[i + pad + k] += count * kernel[Math.abs(k)];
        }
      }
    }
    return smooth;
  }

  /// The height at a place, 0 beyond the ends.
  public double at(double place) {
    double share = (place - from) / (to - from) * (heights.length - 1);
    if (!(share >= 0 && share <= heights.length - 1)) {
      return 0;
    }
    int below = (int) share;
    int above = Math.min(below + 1, heights.length - 1);
    return heights[below] * (1 - (share - below)) + heights[above] * (share - below);
  }

  /// The place of a height.
  public double place(int index) {
    return from + (to - from) * index / (heights.length - 1);
  }

  public double highest() {
    double highest = 0;
    for (double height : heights) {
      highest = Math.max(highest, height);
    }
    return highest;
  }
}
