package outcrop.analysis.stats;

import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;

/// A random sample of rows that depends on nothing but the seed and the keys of the rows: the rows
/// whose [KeyedHash] is least. A larger sample holds every row of a smaller one, and the order of
/// the rows does not matter.
public final class KeyedSample {
  private KeyedSample() {}

  /// The sampled rows in rising order; all of them where there are no more than wanted.
  ///
  /// @param most rows wanted, at least 1
  public static int[] rows(ColumnStore columns, RowSet rows, int most, long seed) {
    int[] all = new int[rows.cardinality()];
    int count = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      all[count++] = row;
    }
    if (count <= most) {
      return all;
    }
    KeyedHash hash = new KeyedHash(seed);
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = hash.of(columns.key(all[i]));
    }
    int[] sample = new int[most];
    int taken = 0;
    for (int i : SmallestHashes.of(hashes, most)) {
      sample[taken++] = all[i];
    }
    return sample;
  }
}
