package outcrop.analysis.stats;

import java.util.Arrays;

/// Chooses rows by their hash: of more rows wanted, all that were chosen before are chosen again.
public final class SmallestHashes {
  private SmallestHashes() {}

  /// The places of the `count` smallest hashes, read as unsigned numbers, in rising order; of equal
  /// hashes the earlier place.
  ///
  /// @param count at least 1, at most as many as there are
  public static int[] of(long[] hashes, int count) {
    long[] sorted = new long[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      sorted[i] = hashes[i] ^ Long.MIN_VALUE;
    }
    Arrays.parallelSort(sorted);
    long last = sorted[count - 1];
    int below = count - 1;
    while (below > 0 && sorted[below - 1] == last) {
      below--;
    }
    int equal = count - below;
    int[] chosen = new int[count];
    int size = 0;
    for (int i = 0; i < hashes.length; i++) {
      long hash = hashes[i] ^ Long.MIN_VALUE;
      if (hash < last || hash == last && equal-- > 0) {
        chosen[size++] = i;
      }
    }
    return chosen;
  }
}
