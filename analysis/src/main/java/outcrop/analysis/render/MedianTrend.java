package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.BinAxis;

/// Quantiles of the second field of a scatter in stretches of the first, from the counts by place:
/// within a place, rows are taken as evenly spread.
final class MedianTrend {
  private static final int STRETCHES = 20;
  private static final int FEWEST = 6;
  private static final double NORMAL = 1.959964;

  private MedianTrend() {}

  /// A stretch that has enough rows.
  ///
  /// @param first and last place of the first field
  /// @param low and high 95 % interval of the median: the order statistics n/2 ± 1.96·√n/2
  record Stretch(
      int first,
      int last,
      long n,
      double lower,
      double median,
      double upper,
      double low,
      double high) {}

  static List<Stretch> of(ScatterGrid grid) {
    List<Stretch> stretches = new ArrayList<>();
    int bins = grid.x.axis().size();
    int wanted = Math.min(STRETCHES, bins);
    double[] edges = edges(grid.y.axis());
    boolean whole =
        grid.y.axis() instanceof BinAxis.Numbers numbers && BinNames.isOnePerWhole(numbers);
    for (int s = 0; s < wanted; s++) {
      int first = bins * s / wanted;
      int last = bins * (s + 1) / wanted - 1;
      long[] counts = new long[grid.y.axis().size()];
      long n = 0;
      for (int i = first; i <= last; i++) {
        for (int j = 0; j < counts.length; j++) {
          counts[j] += grid.count(i, j);
          n += grid.count(i, j);
        }
      }
      if (n >= FEWEST) {
        double half = NORMAL * Math.sqrt(n) / 2 / n;
        stretches.add(
            new Stretch(
                first,
                last,
                n,
                quantile(counts, edges, whole, n, 0.25),
                quantile(counts, edges, whole, n, 0.5),
                quantile(counts, edges, whole, n, 0.75),
                quantile(counts, edges, whole, n, Math.max(0, 0.5 - half)),
                quantile(counts, edges, whole, n, Math.min(1, 0.5 + half))));
      }
    }
    return stretches;
  }

  private static double[] edges(BinAxis axis) {
    return switch (axis) {
      case BinAxis.Numbers numbers -> numbers.edges();
      case BinAxis.Times times -> java.util.Arrays.stream(times.edges()).asDoubleStream().toArray();
      case BinAxis.Values _ -> new double[] {0, 1};
    };
  }

  private static double quantile(
      long[] counts, double[] edges, boolean whole, long n, double share) {
    double wanted = share * n;
    double before = 0;
    for (int j = 0; j < counts.length; j++) {
      if (counts[j] > 0 && before + counts[j] >= wanted) {
        // A bin of one whole number holds that number only.
        double within = whole ? 0.5 : (wanted - before) / counts[j];
        return edges[j] * (1 - within) + edges[j + 1] * within;
      }
      before += counts[j];
    }
    return edges[edges.length - 1];
  }
}
