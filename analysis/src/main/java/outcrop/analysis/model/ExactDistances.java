package outcrop.analysis.model;

/// Distances without the rounding of the fast comparison.
final class ExactDistances {
  private ExactDistances() {}

  /// The squared Euclidean distance of two lines.
  static double square(Vectors a, int lineOfA, Vectors b, int lineOfB) {
    float[] left = a.values();
    float[] right = b.values();
    double sum = 0;
    for (int i = a.start(lineOfA), j = b.start(lineOfB), end = i + a.dimensions();
        i < end;
        i++, j++) {
      double difference = (double) left[i] - right[j];
      sum += difference * difference;
    }
    return sum;
  }

  /// Replaces the keys of the queries `from…to−1` by squared distances and sorts by them, of equal
  /// ones the earlier line first.
  static void sort(Vectors queries, Vectors candidates, NearestLists lists, int from, int to) {
    for (int query = from; query < to; query++) {
      int first = query * lists.k;
      for (int at = first; at < first + lists.k; at++) {
        int line = lists.ids[at];
        float key = (float) square(queries, query, candidates, line);
        int place = at;
        while (place > first && isAfter(lists, place - 1, key, line)) {
          lists.keys[place] = lists.keys[place - 1];
          lists.ids[place] = lists.ids[place - 1];
          place--;
        }
        lists.keys[place] = key;
        lists.ids[place] = line;
      }
    }
  }

  private static boolean isAfter(NearestLists lists, int at, float key, int line) {
    return lists.keys[at] > key || lists.keys[at] == key && lists.ids[at] > line;
  }
}
