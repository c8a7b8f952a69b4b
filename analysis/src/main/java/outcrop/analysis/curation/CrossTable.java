package outcrop.analysis.curation;

import java.util.Arrays;

/// The rows of each pair of a class of one field and a class of another, only the pairs that occur,
/// in rising order of the first and then the second class.
///
/// @param first the class of the first field of each pair
/// @param second the class of the second field
/// @param rows how many rows the pair has, at least 1
record CrossTable(int[] first, int[] second, long[] rows, int firstSize, int secondSize) {
  /// Counts pairs.
  ///
  /// @param a the class of each row in the first field
  /// @param b and in the second
  static CrossTable of(int[] a, int firstSize, int[] b, int secondSize) {
    long[] pairs = new long[a.length];
    for (int row = 0; row < a.length; row++) {
      pairs[row] = (long) a[row] * secondSize + b[row];
    }
    Arrays.sort(pairs);
    int[] first = new int[a.length];
    int[] second = new int[a.length];
    long[] rows = new long[a.length];
    int size = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (i > 0 && pairs[i] == pairs[i - 1]) {
        rows[size - 1]++;
      } else {
        first[size] = (int) (pairs[i] / secondSize);
        second[size] = (int) (pairs[i] % secondSize);
        rows[size++] = 1;
      }
    }
    return new CrossTable(
        Arrays.copyOf(first, size),
        Arrays.copyOf(second, size),
        Arrays.copyOf(rows, size),
        firstSize,
        secondSize);
  }

  /// A table written down, `[first][second]`.
  static CrossTable of(long[][] table) {
    int rows = table.length;
    int columns = table[0].length;
    int size = 0;
    int[] first = new int[rows * columns];
    int[] second = new int[rows * columns];
    long[] counts = new long[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (table[i][j] > 0) {
          first[size] = i;
          second[size] = j;
          counts[size++] = table[i][j];
        }
      }
    }
    return new CrossTable(
        Arrays.copyOf(first, size),
        Arrays.copyOf(second, size),
        Arrays.copyOf(counts, size),
        rows,
        columns);
  }

  int size() {
    return rows.length;
  }

  /// The pair of two classes, −1 where no row has both.
  int find(int a, int b) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order =
          first[middle] != a
              ? Integer.compare(first[middle], a)
              : Integer.compare(second[middle], b);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
