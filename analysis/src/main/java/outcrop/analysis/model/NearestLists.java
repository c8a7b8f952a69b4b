package outcrop.analysis.model;

import java.util.Arrays;

/// For each of some queries the nearest lines found so far, nearest first. Several threads may
/// write at the same time, each to its own queries.
final class NearestLists {
  /// The line at a place that nothing was found for yet.
  static final int NONE = -1;

  final int k;
  final int[] ids;
  final float[] keys;

  NearestLists(int queries, int k) {
    this.k = k;
    this.ids = new int[queries * k];
    this.keys = new float[queries * k];
    Arrays.fill(ids, NONE);
    Arrays.fill(keys, Float.POSITIVE_INFINITY);
  }

  private NearestLists(int k, int[] ids, float[] keys) {
    this.k = k;
    this.ids = ids;
    this.keys = keys;
  }

  NearestLists copy() {
    return new NearestLists(k, ids.clone(), keys.clone());
  }

  /// A line is of interest only below this.
  float limit(int query) {
    return keys[query * k + k - 1];
  }

  /// Puts a line in its place; of equal keys, the one that came first stays first.
  void insert(int query, int line, float key) {
    int first = query * k;
    int at = first + k - 1;
    while (at > first && keys[at - 1] > key) {
      keys[at] = keys[at - 1];
      ids[at] = ids[at - 1];
      at--;
    }
    keys[at] = key;
    ids[at] = line;
  }

  boolean contains(int query, int line) {
    for (int at = query * k, end = at + k; at < end; at++) {
      if (ids[at] == line) {
        return true;
      }
    }
    return false;
  }
}
