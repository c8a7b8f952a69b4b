package outcrop.analysis.model;

/// All lines by their distance from one of them; of equally far ones the earlier line is nearer.
///
/// @param squares squared distance of each line
/// @param nearest the nearest lines, itself left out, nearest first
record RankedLines(int line, float[] squares, int[] nearest) {

  static RankedLines of(Vectors vectors, int line, int k) {
    float[] squares = new float[vectors.lines()];
    NearestLists lists = new NearestLists(1, k);
    int start = vectors.start(line);
    for (int other = 0; other < squares.length; other++) {
      float square =
          Kernels.squaredDistance(
              vectors.values(),
              start,
              vectors.values(),
              vectors.start(other),
              vectors.dimensions());
      squares[other] = square;
      if (other != line && square < lists.limit(0)) {
        lists.insert(0, other, square);
      }
    }
    return new RankedLines(line, squares, lists.ids);
  }

  /// By how many ranks some lines together are farther than the last of the nearest.
  double beyond(int[] others) {
    int k = nearest.length;
    int[] sorted = sorted(others);
    int[] nearer = new int[k + 1];
    int last = sorted[k - 1];
    for (int other = 0; other < squares.length; other++) {
      if (other != line && isNearer(other, last)) {
        nearer[place(sorted, other)]++;
      }
    }
    double beyond = 0;
    int rank = 1;
    for (int i = 0; i < k; i++) {
      rank += nearer[i];
      beyond += Math.max(0, rank - k);
    }
    return beyond;
  }

  /// How many lines are among the nearest of both.
  int shared(RankedLines other) {
    int shared = 0;
    for (int a : nearest) {
      for (int b : other.nearest) {
        if (a == b) {
          shared++;
        }
      }
    }
    return shared;
  }

  /// The first of the sorted lines that is farther than a line, which counts for it and all behind.
  private int place(int[] sorted, int other) {
    int place = sorted.length - 1;
    while (place > 0 && isNearer(other, sorted[place - 1])) {
      place--;
    }
    return place;
  }

  private int[] sorted(int[] lines) {
    int[] sorted = lines.clone();
    for (int i = 1; i < sorted.length; i++) {
      int line = sorted[i];
      int at = i;
      for (; at > 0 && isNearer(line, sorted[at - 1]); at--) {
        sorted[at] = sorted[at - 1];
      }
      sorted[at] = line;
    }
    return sorted;
  }

  private boolean isNearer(int a, int b) {
    return squares[a] < squares[b] || squares[a] == squares[b] && a < b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RankedLines that
        && line == that.line
        && java.util.Arrays.equals(squares, that.squares)
        && java.util.Arrays.equals(nearest, that.nearest);
  }

  @Override
  public int hashCode() {
    return 31 * line + java.util.Arrays.hashCode(nearest);
  }
}
