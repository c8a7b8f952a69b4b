package outcrop.analysis.model;

import outcrop.analysis.task.TaskRunner;

/// How strongly lines belong together for UMAP, 0…1: the fuzzy union of what each line thinks of
/// its neighbours (McInnes, Healy and Melville, “UMAP: Uniform Manifold Approximation and
/// Projection for Dimension Reduction”, 2018, section 3.1).
final class FuzzyTies {
  private static final int LINES_AT_ONCE = 1024;
  private static final int BISECTIONS = 64;
  private static final double CLOSE_ENOUGH = 1e-5;
  private static final double LEAST_WIDTH = 1e-3;

  private FuzzyTies() {}

  /// The ties of all lines.
  static TieGraph of(NeighbourGraph graph, TaskRunner tasks) {
    int lines = graph.lines();
    int k = graph.k();
    float[] seen = new float[lines * k];
    double mean = mean(graph.distances(), 0, graph.distances().length);
    tasks.forEachPart(
        (lines + LINES_AT_ONCE - 1) / LINES_AT_ONCE,
        part -> {
          int to = Math.min(lines, (part + 1) * LINES_AT_ONCE);
          for (int line = part * LINES_AT_ONCE; line < to; line++) {
            strengths(graph.distances(), line * k, k, mean, seen);
          }
        });
    return TieGraph.of(graph, seen, (here, there) -> here + there - here * there);
  }

  /// What a line thinks of its neighbours: 1 of the nearest that is not in the same place, and less
  /// with the distance beyond it, so that all together are `log2 (k + 1)`: the line itself counts
  /// as a neighbour, as it does in umap-learn.
  ///
  /// @param distances `k` of them from `first`, nearest first
  /// @param mean of the distances of all lines, for those whose own are all zero
  /// @param strengths gets `k` numbers from `first`
  static void strengths(float[] distances, int first, int k, double mean, float[] strengths) {
    double nearest = 0;
    for (int at = first; at < first + k && nearest == 0; at++) {
      nearest = distances[at];
    }
    double wanted = Math.log(k + 1) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double width = 1;
    for (int step = 0; step < BISECTIONS; step++) {
      double sum = 0;
      for (int at = first; at < first + k; at++) {
        sum += strength(distances[at], nearest, width);
      }
      if (Math.abs(sum - wanted) < CLOSE_ENOUGH) {
        break;
      }
      if (sum > wanted) {
        high = width;
      } else {
        low = width;
      }
      width = high == Double.POSITIVE_INFINITY ? width * 2 : (low + high) / 2;
    }
    double least = LEAST_WIDTH * (nearest > 0 ? mean(distances, first, k) : mean);
    width = Math.max(width, least);
    for (int at = first; at < first + k; at++) {
      strengths[at] = (float) strength(distances[at], nearest, width);
    }
  }

  private static double strength(double distance, double nearest, double width) {
    return distance <= nearest ? 1 : Math.exp(-(distance - nearest) / width);
  }

  private static double mean(float[] distances, int first, int count) {
    double sum = 0;
    for (int at = first; at < first + count; at++) {
      sum += distances[at];
    }
    return sum / count;
  }
}
