package outcrop.analysis.curation;

import java.util.Arrays;
import java.util.function.IntFunction;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.FieldClasses.Places;

/// The different sets of classes that rows with several values lie in. Rows of one set are treated
/// alike, but for their keys.
final class EntrySets {
  private static final int ROWS_PER_CHECK = 1 << 16;

  private final RowClasses rows;
  private final int[] starts;
  private final int[] entries;

  private EntrySets(RowClasses rows, int[] starts, int[] entries) {
    this.rows = rows;
    this.starts = starts;
    this.entries = entries;
  }

  static EntrySets of(Places.Several places, RowSet rows, ColumnUse use) {
    int[] setOfRow = new int[rows.rowCount()];
    Arrays.fill(setOfRow, RowClasses.OUTSIDE);
    Collector sets = new Collector();
    IntFunction<int[]> classesOfRow = places.classesOfRow();
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if ((row & ROWS_PER_CHECK - 1) == 0) {
        use.checkWanted();
      }
      setOfRow[row] =
          sets.add(Arrays.stream(classesOfRow.apply(row)).sorted().distinct().toArray());
    }
    return new EntrySets(
        new RowClasses(rows, setOfRow, sets.size),
        Arrays.copyOf(sets.starts, sets.size + 1),
        Arrays.copyOf(sets.entries, sets.starts[sets.size]));
  }

  /// The set of each row.
  RowClasses rows() {
    return rows;
  }

  int size() {
    return starts.length - 1;
  }

  /// Where the classes of a set begin; they end where those of the next begin.
  int start(int set) {
    return starts[set];
  }

  /// The classes of all sets, one after the other; never written to.
  int[] entries() {
    return entries;
  }

  /// How many rows lie in each class.
  ///
  /// @param classes how many there are
  long[] countsOf(int classes) {
    long[] ofSet = rows.counts();
    long[] counts = new long[classes];
    for (int set = 0; set < size(); set++) {
      for (int at = start(set); at < start(set + 1); at++) {
        counts[entries[at]] += ofSet[set];
      }
    }
    return counts;
  }

  /// Numbers sets in the order in which they come. A table of numbers in open addressing: sets of a
  /// million rows would be as many objects.
  private static final class Collector {
    private int size;
    private int[] starts = new int[64];
    private int[] entries = new int[64];
    private int[] table = new int[128];

    int add(int[] set) {
      int place = place(set);
      if (table[place] > 0) {
        return table[place] - 1;
      }
      table[place] = size + 1;
      int end = starts[size] + set.length;
      if (end > entries.length) {
        entries = Arrays.copyOf(entries, Math.max(end, 2 * entries.length));
      }
      System.arraycopy(set, 0, entries, starts[size], set.length);
      size++;
      if (size + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[size] = end;
      if (2 * size > table.length) {
        grow();
      }
      return size - 1;
    }

    /// Where a set stands in the table, or where it would.
    private int place(int[] set) {
      int place = slot(Arrays.hashCode(set));
      while (table[place] > 0 && !isSet(table[place] - 1, set)) {
        place = place + 1 & table.length - 1;
      }
      return place;
    }

    private int slot(int hash) {
      return (hash * 0x9e3779b9 >>> 7) & table.length - 1;
    }

    private boolean isSet(int number, int[] set) {
      return Arrays.equals(entries, starts[number], starts[number + 1], set, 0, set.length);
    }

    private void grow() {
      table = new int[2 * table.length];
      for (int number = 0; number < size; number++) {
        table[place(Arrays.copyOfRange(entries, starts[number], starts[number + 1]))] = number + 1;
      }
    }
  }
}
