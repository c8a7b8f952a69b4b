package outcrop.analysis.curation;

import java.util.Arrays;

/// Chooses rows by their hash: of more rows wanted, all that were chosen before are chosen again.
final class SmallestHashes {
  private SmallestHashes() {}

  /// The `count` rows with the smallest hash, read as an unsigned number; of equal hashes the
  /// earlier row.
  ///
  /// @param rows rising
  /// @param hashes by row
  static int[] of(int[] rows, long[] hashes, int count) {
    long[] sorted = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = hashes[rows[i]] ^ Long.MIN_VALUE;
    }
    Arrays.sort(sorted);
    long last = sorted[count - 1];
    int below = count - 1;
    while (below > 0 && sorted[below - 1] == last) {
      below--;
    }
    int equal = count - below;
    int[] chosen = new int[count];
    int size = 0;
    for (int row : rows) {
      long hash = hashes[row] ^ Long.MIN_VALUE;
      if (hash < last || hash == last && equal-- > 0) {
        chosen[size++] = row;
      }
    }
    return chosen;
  }
}
