package outcrop.analysis.model;

import java.util.Arrays;

/// How strongly lines belong together, the same in both directions.
///
/// @param starts where the ties of each line begin, and the end
/// @param ends the other line of each tie
/// @param strengths of the ties
record TieGraph(int[] starts, int[] ends, float[] strengths) {

  /// What is thought of a tie by both its ends.
  interface Joined {
    /// @param there 0 where the other end does not count this one among its neighbours
    float of(float here, float there);
  }

  /// Joins what each line thinks of its neighbours with what these think of it.
  ///
  /// @param seen of each neighbour in the order of the graph
  static TieGraph of(NeighbourGraph graph, float[] seen, Joined joined) {
    int lines = graph.lines();
    int k = graph.k();
    float[] back = new float[seen.length];
    int[] starts = new int[lines + 1];
    for (int at = 0; at < seen.length; at++) {
      int line = at / k;
      int other = graph.ids()[at];
      int reverse = find(graph.ids(), other * k, k, line);
      back[at] = reverse < 0 ? -1 : seen[reverse];
      starts[line + 1]++;
      if (reverse < 0) {
        starts[other + 1]++;
      }
    }
    for (int line = 0; line < lines; line++) {
      starts[line + 1] += starts[line];
    }
    int[] next = Arrays.copyOf(starts, lines);
    int[] ends = new int[starts[lines]];
    float[] strengths = new float[ends.length];
    for (int at = 0; at < seen.length; at++) {
      int line = at / k;
      int other = graph.ids()[at];
      float there = Math.max(0, back[at]);
      float strength = joined.of(seen[at], there);
      ends[next[line]] = other;
      strengths[next[line]++] = strength;
      if (back[at] < 0) {
        ends[next[other]] = line;
        strengths[next[other]++] = strength;
      }
    }
    return new TieGraph(starts, ends, strengths);
  }

  private static int find(int[] ids, int first, int k, int wanted) {
    for (int at = first; at < first + k; at++) {
      if (ids[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  int lines() {
    return starts.length - 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TieGraph that
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(ends, that.ends)
        && Arrays.equals(strengths, that.strengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(strengths);
  }
}
