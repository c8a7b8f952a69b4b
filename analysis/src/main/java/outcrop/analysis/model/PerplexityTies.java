package outcrop.analysis.model;

import outcrop.analysis.task.TaskRunner;

/// How strongly lines belong together for t-SNE: the chance that one would pick the other as its
/// neighbour, in either direction, all ties together 1 (van der Maaten and Hinton, “Visualizing
/// Data using t-SNE”, 2008, section 2).
final class PerplexityTies {
  private static final int LINES_AT_ONCE = 1024;
  private static final int BISECTIONS = 100;
  private static final double CLOSE_ENOUGH = 1e-5;

  private PerplexityTies() {}

  /// The ties of all lines.
  ///
  /// @param perplexity at most the number of neighbours in the graph
  static TieGraph of(NeighbourGraph graph, double perplexity, TaskRunner tasks) {
    int lines = graph.lines();
    int k = graph.k();
    float[] seen = new float[lines * k];
    tasks.forEachPart(
        (lines + LINES_AT_ONCE - 1) / LINES_AT_ONCE,
        part -> {
          int to = Math.min(lines, (part + 1) * LINES_AT_ONCE);
          for (int line = part * LINES_AT_ONCE; line < to; line++) {
            chances(graph.distances(), line * k, k, perplexity, seen);
          }
        });
    float whole = 2f * lines;
    return TieGraph.of(graph, seen, (here, there) -> (here + there) / whole);
  }

  /// The chances that a line picks its neighbours: falling with the square of the distance, so that
  /// their entropy is that of `perplexity` equal ones.
  ///
  /// @param distances `k` of them from `first`, nearest first
  /// @param chances gets `k` numbers from `first`
  static void chances(float[] distances, int first, int k, double perplexity, float[] chances) {
    double wanted = Math.log(perplexity);
    double nearest = square(distances[first]);
    double farthest = square(distances[first + k - 1]) - nearest;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    // In the scale of the data from the start: distances may be of any size.
    double steepness = farthest > 0 ? 1 / farthest : 1;
    double sum = k;
    for (int step = 0; step < BISECTIONS && farthest > 0; step++) {
      sum = 0;
      double weighted = 0;
      for (int at = first; at < first + k; at++) {
        double beyond = square(distances[at]) - nearest;
        double chance = Math.exp(-steepness * beyond);
        sum += chance;
        weighted += chance * beyond;
      }
      double entropy = Math.log(sum) + steepness * weighted / sum;
      if (Math.abs(entropy - wanted) < CLOSE_ENOUGH) {
        break;
      }
      if (entropy > wanted) {
        low = steepness;
        steepness = high == Double.POSITIVE_INFINITY ? steepness * 2 : (low + high) / 2;
      } else {
        high = steepness;
        steepness = (low + high) / 2;
      }
    }
    for (int at = first; at < first + k; at++) {
      double beyond = square(distances[at]) - nearest;
      chances[at] = (float) (Math.exp(-steepness * beyond) / sum);
    }
  }

  private static double square(double distance) {
    return distance * distance;
  }
}
