package outcrop.analysis.query;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;

/// Rows by cell: the counts of all rows, and of any selection of them in the way that touches the
/// fewest rows. Keeps the last answer, from which the next is often a small step. Safe for several
/// threads.
final class CountedRows {
  private final RowCounts cells;
  private final int[] all;
  private volatile @Nullable Answer last;

  private record Answer(long[] words, int cardinality, int[] counts) {}

  CountedRows(RowCounts cells) {
    this.cells = cells;
    this.all = cells.countAll();
  }

  /// Counts of all rows by cell; not to be changed.
  int[] all() {
    return all;
  }

  long sizeInBytes() {
    return cells.sizeInBytes() + 16L * cells.cellCount();
  }

  /// Counts of the selected rows by cell: of those, of those not selected (taken off the counts of
  /// all), or of those that changed since the last answer. Not to be changed.
  int[] count(RowSet selected) {
    if (selected.isAll()) {
      return all;
    }
    long[] words = selected.toWords();
    Answer before = last;
    int chosen = selected.cardinality();
    int others = selected.rowCount() - chosen;
    int changed = before == null ? Integer.MAX_VALUE : difference(words, before.words);
    int[] counts;
    if (before != null && changed <= Math.min(chosen, others)) {
      counts = step(before, words);
    } else if (others < chosen) {
      counts = minus(all, cells.count(selected.not().toWords()));
    } else {
      counts = cells.count(words);
    }
    last = new Answer(words, chosen, counts);
    return counts;
  }

  private static int difference(long[] a, long[] b) {
    int count = 0;
    for (int w = 0; w < a.length; w++) {
      count += Long.bitCount(a[w] ^ b[w]);
    }
    return count;
  }

  private int[] step(Answer before, long[] words) {
    long[] added = new long[words.length];
    long[] removed = new long[words.length];
    for (int w = 0; w < words.length; w++) {
      added[w] = words[w] & ~before.words[w];
      removed[w] = before.words[w] & ~words[w];
    }
    int[] counts = minus(before.counts, cells.count(removed));
    int[] more = cells.count(added);
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] += more[cell];
    }
    return counts;
  }

  private static int[] minus(int[] a, int[] b) {
    int[] result = a.clone();
    for (int cell = 0; cell < result.length; cell++) {
      result[cell] -= b[cell];
    }
    return result;
  }
}
