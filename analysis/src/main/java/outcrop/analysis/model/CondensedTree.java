package outcrop.analysis.model;

import java.util.Arrays;
import java.util.Comparator;

/// The clusters that appear, lose lines and part again while the density rises, from a spanning
/// tree of mutual reachability; those that last longest are chosen (excess of mass). Nothing here
/// is recursive, so that long chains do no harm.
///
/// Density is one by distance. Distances of zero, between duplicates, count as half the least
/// positive one, so that no cluster lasts forever.
final class CondensedTree {
  private final int lines;
  private final int smallest;

  /// The merges of single linkage: children and distance of node `lines + i`, and every node's
  /// size.
  private final int[] left;

  private final int[] right;
  private final double[] density;
  private final int[] sizes;

  /// Clusters in order of appearance; 0 is everything.
  private int clusters = 1;

  private final int[] parents;
  private final double[] births;
  private final double[] stability;

  /// Where and when each line fell out.
  private final int[] lastCluster;

  private final double[] lastDensity;

  /// @param smallest the fewest lines of a cluster, at least 2
  CondensedTree(SpanningTree tree, int smallest) {
    this.lines = tree.weights().length + 1;
    this.smallest = smallest;
    this.left = new int[lines - 1];
    this.right = new int[lines - 1];
    this.density = new double[lines - 1];
    this.sizes = new int[2 * lines - 1];
    int most = 2 * (lines / smallest) + 1;
    this.parents = new int[most];
    this.births = new double[most];
    this.stability = new double[most];
    this.lastCluster = new int[lines];
    this.lastDensity = new double[lines];
    link(tree);
    condense();
  }

  private void link(SpanningTree tree) {
    Integer[] order = new Integer[lines - 1];
    Arrays.setAll(order, edge -> edge);
    Arrays.sort(order, Comparator.comparingDouble(edge -> tree.weights()[edge]));
    double least = 1;
    for (Integer edge : order) {
      if (tree.weights()[edge] > 0) {
        least = tree.weights()[edge];
        break;
      }
    }
    int[] roots = new int[2 * lines - 1];
    Arrays.setAll(roots, node -> node);
    Arrays.fill(sizes, 0, lines, 1);
    for (int merge = 0; merge < lines - 1; merge++) {
      int edge = order[merge];
      left[merge] = root(roots, tree.from()[edge]);
      right[merge] = root(roots, tree.to()[edge]);
      density[merge] = 1 / Math.max(tree.weights()[edge], least / 2);
      int node = lines + merge;
      roots[left[merge]] = node;
      roots[right[merge]] = node;
      sizes[node] = sizes[left[merge]] + sizes[right[merge]];
    }
  }

  private static int root(int[] roots, int node) {
    int root = node;
    while (roots[root] != root) {
      root = roots[root];
    }
    for (int at = node; roots[at] != root; ) {
      int next = roots[at];
      roots[at] = root;
      at = next;
    }
    return root;
  }

  private void condense() {
    int[] nodes = new int[2 * lines];
    int[] of = new int[2 * lines];
    int waiting = 0;
    nodes[waiting++] = 2 * lines - 2;
    while (waiting > 0) {
      int node = nodes[--waiting];
      int cluster = of[waiting];
      if (node < lines) {
        // A cluster of one line, where that is enough.
        fall(node, cluster, births[cluster]);
        continue;
      }
      int merge = node - lines;
      boolean first = sizes[left[merge]] >= smallest;
      boolean second = sizes[right[merge]] >= smallest;
      boolean parts = first && second;
      for (int side = 0; side < 2; side++) {
        int child = side == 0 ? left[merge] : right[merge];
        if (!(side == 0 ? first : second)) {
          fallAll(child, cluster, density[merge]);
        } else {
          nodes[waiting] = child;
          of[waiting++] = parts ? part(child, cluster, density[merge]) : cluster;
        }
      }
    }
  }

  private int part(int node, int cluster, double at) {
    parents[clusters] = cluster;
    births[clusters] = at;
    stability[cluster] += sizes[node] * (at - births[cluster]);
    return clusters++;
  }

  private void fallAll(int node, int cluster, double at) {
    int[] nodes = new int[Math.max(2, sizes[node] + 1)];
    int waiting = 0;
    nodes[waiting++] = node;
    while (waiting > 0) {
      int next = nodes[--waiting];
      if (next < lines) {
        fall(next, cluster, at);
      } else {
        nodes[waiting++] = left[next - lines];
        nodes[waiting++] = right[next - lines];
      }
    }
  }

  private void fall(int line, int cluster, double at) {
    lastCluster[line] = cluster;
    lastDensity[line] = at;
    stability[cluster] += at - births[cluster];
  }

  /// The cluster of each line, negative for none.
  int[] labels() {
    boolean[] chosen = new boolean[clusters];
    double[] below = new double[clusters];
    for (int c = clusters - 1; c > 0; c--) {
      chosen[c] = stability[c] >= below[c];
      below[parents[c]] += Math.max(stability[c], below[c]);
    }
    // Children have larger numbers than their parents, so what lies within a choice is seen after.
    int[] label = new int[clusters];
    label[0] = ClusterResult.UNCLUSTERED;
    int count = 0;
    for (int c = 1; c < clusters; c++) {
      int around = label[parents[c]];
      if (around >= 0) {
        label[c] = around;
      } else {
        label[c] = chosen[c] ? count++ : ClusterResult.UNCLUSTERED;
      }
    }
    int[] labels = new int[lines];
    Arrays.setAll(labels, line -> label[cluster(line)]);
    return labels;
  }

  /// The last cluster that a line belonged to for a while. Where distances are equal, the order of
  /// merging is chance, and who falls out of a cluster at its birth was never in it.
  private int cluster(int line) {
    int cluster = lastCluster[line];
    return cluster > 0 && lastDensity[line] <= births[cluster] ? parents[cluster] : cluster;
  }

  /// The distance at which a line fell out of its last cluster.
  double reach(int line) {
    return 1 / lastDensity[line];
  }
}
