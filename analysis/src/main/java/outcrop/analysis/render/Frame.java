package outcrop.analysis.render;

import java.util.OptionalInt;

/// The inner part of a plot with its two scales, for brushing.
///
/// @param bounds where values are, without the bars apart
/// @param across whether values run from left to right; false for bars by value, which run
///   downwards
/// @param values scale of values; for bars by value a [Scale.Band] over their numbers
/// @param counts scale of counts or shares
/// @param bins where bars begin and end
public record Frame(Bounds bounds, boolean across, Scale values, Scale counts, Bins bins) {
  /// Pixels where bars begin and end along the axis of values, rising.
  ///
  /// @param first number of the first bar shown
  /// @param edges one more than bars are shown
  public record Bins(int first, double[] edges) {
    /// How many bars are shown.
    public int shown() {
      return edges.length - 1;
    }
  }

  /// The bar at a point, also above it or beside; empty outside the bounds.
  public OptionalInt binAt(double x, double y) {
    if (!bounds.contains(x, y)) {
      return OptionalInt.empty();
    }
    return binAlong(across ? x : y);
  }

  /// The bar at a pixel along the axis of values; the nearest one for pixels beyond the ends.
  public OptionalInt binAlong(double pixel) {
    double[] edges = bins.edges();
    if (edges.length < 2) {
      return OptionalInt.empty();
    }
    int low = 0;
    int high = edges.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (edges[middle] <= pixel) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return OptionalInt.of(bins.first() + low);
  }

  /// The strip of a bar over the whole frame; an empty strip at the edge for bars that are not
  /// shown.
  public Bounds strip(int bin) {
    double[] edges = bins.edges();
    int last = edges.length - 1;
    double start = edges[Math.clamp(bin - (long) bins.first(), 0, last)];
    double end = edges[Math.clamp(bin - (long) bins.first() + 1, 0, last)];
    return across
        ? new Bounds(start, bounds.y(), end - start, bounds.height())
        : new Bounds(bounds.x(), start, bounds.width(), end - start);
  }
}
