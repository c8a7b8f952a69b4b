package outcrop.analysis.discovery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Communities of a weighted graph without direction, by greedy modularity in rounds (Blondel,
/// Guillaume, Lambiotte and Lefebvre 2008). Nodes are visited in their order, so the same graph
/// always has the same communities.
final class Louvain {
  private static final double LEAST_GAIN = 1e-12;
  private static final int MOST_PASSES = 100;

  private Louvain() {}

  /// A graph.
  ///
  /// @param neighbours by node its neighbours with the weights of the edges, each edge at both of
  ///   its ends; a node that is its own neighbour has that weight once for each end
  record Graph(Map<Integer, Double>[] neighbours) {
    @SuppressWarnings("unchecked")
    static Graph empty(int nodes) {
      Map<Integer, Double>[] neighbours = new Map[nodes];
      Arrays.setAll(neighbours, _ -> new TreeMap<Integer, Double>());
      return new Graph(neighbours);
    }

    /// The graph of some nodes, numbered by their places, and the edges between them.
    Graph within(int[] members) {
      Map<Integer, Integer> places = new HashMap<>();
      for (int i = 0; i < members.length; i++) {
        places.put(members[i], i);
      }
      Graph part = empty(members.length);
      for (int i = 0; i < members.length; i++) {
        Map<Integer, Double> own = part.neighbours[i];
        neighbours[members[i]].forEach(
            (other, weight) -> {
              Integer place = places.get(other);
              if (place != null) {
                own.put(place, weight);
              }
            });
      }
      return part;
    }

    void connect(int a, int b, double weight) {
      neighbours[a].merge(b, weight, Double::sum);
      neighbours[b].merge(a, weight, Double::sum);
    }
  }

  /// The community of each node, numbered from 0 in the order of their first nodes.
  static int[] communities(Graph graph) {
    int nodes = graph.neighbours().length;
    int[] result = new int[nodes];
    Arrays.setAll(result, node -> node);
    Graph level = graph;
    while (true) {
      int[] moved = numbered(round(level));
      for (int node = 0; node < nodes; node++) {
        result[node] = moved[result[node]];
      }
      int count = Arrays.stream(moved).max().orElse(-1) + 1;
      if (count == level.neighbours().length) {
        return numbered(result);
      }
      level = folded(level, moved, count);
    }
  }

  /// Moves nodes to the community of a neighbour while that raises the modularity.
  private static int[] round(Graph graph) {
    int nodes = graph.neighbours().length;
    double[] degree = new double[nodes];
    double total = 0;
    for (int node = 0; node < nodes; node++) {
      for (double weight : graph.neighbours()[node].values()) {
        degree[node] += weight;
      }
      total += degree[node];
    }
    int[] community = new int[nodes];
    Arrays.setAll(community, node -> node);
    double[] inside = degree.clone();
    boolean better = total > 0;
    for (int pass = 0; better && pass < MOST_PASSES; pass++) {
      better = false;
      for (int node = 0; node < nodes; node++) {
        int home = community[node];
        inside[home] -= degree[node];
        Map<Integer, Double> links = links(graph, community, node);
        int best = home;
        double most = links.getOrDefault(home, 0.0) - inside[home] * degree[node] / total;
        for (Map.Entry<Integer, Double> link : links.entrySet()) {
          double gain = link.getValue() - inside[link.getKey()] * degree[node] / total;
          if (gain > most + LEAST_GAIN) {
            most = gain;
            best = link.getKey();
          }
        }
        inside[best] += degree[node];
        community[node] = best;
        better |= best != home;
      }
    }
    return community;
  }

  private static Map<Integer, Double> links(Graph graph, int[] community, int node) {
    Map<Integer, Double> links = new TreeMap<>();
    graph.neighbours()[node].forEach(
        (other, weight) -> {
          if (other != node) {
            links.merge(community[other], weight, Double::sum);
          }
        });
    return links;
  }

  private static int[] numbered(int[] communities) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] result = new int[communities.length];
    for (int node = 0; node < result.length; node++) {
      Integer known = numbers.putIfAbsent(communities[node], numbers.size());
      result[node] = known == null ? numbers.size() - 1 : known;
    }
    return result;
  }

  private static Graph folded(Graph graph, int[] community, int count) {
    Graph folded = Graph.empty(count);
    for (int node = 0; node < community.length; node++) {
      int own = community[node];
      graph.neighbours()[node].forEach(
          (other, weight) -> folded.neighbours()[own].merge(community[other], weight, Double::sum));
    }
    return folded;
  }
}
