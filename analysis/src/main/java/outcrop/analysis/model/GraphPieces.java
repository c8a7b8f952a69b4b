package outcrop.analysis.model;

/// The parts of a neighbour graph that nothing ties together.
final class GraphPieces {
  private GraphPieces() {}

  /// How many there are, by joining the two ends of each tie.
  static int count(NeighbourGraph graph) {
    int[] above = new int[graph.lines()];
    java.util.Arrays.setAll(above, line -> line);
    int pieces = graph.lines();
    for (int at = 0; at < graph.ids().length; at++) {
      int a = top(above, at / graph.k());
      int b = top(above, graph.ids()[at]);
      if (a != b) {
        above[Math.max(a, b)] = Math.min(a, b);
        pieces--;
      }
    }
    return pieces;
  }

  private static int top(int[] above, int line) {
    int at = line;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }
}
