package outcrop.analysis.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.Means;
import outcrop.analysis.task.TaskRunner;

/// The combinations of places that rows have in several fields at once, and the cells of every row.
///
/// @param rows counts rows by cell
/// @param places `[field][cell]`
/// @param cellOfRow the first cell of each row
record CrossedCells(RowCounts rows, int[][] places, CellOfRow cellOfRow) {
  private static final int ROWS_PER_PART = 1 << 16;

  /// Up to so many combinations are numbered by a table; more are sorted.
  private static final long TABLE = 1 << 22;

  @FunctionalInterface
  interface CellOfRow {
    int of(int row);
  }

  static CrossedCells of(int rowCount, List<SlotBinning> binnings, TaskRunner runner) {
    return binnings.stream().anyMatch(binning -> binning.slotsOfRow().isPresent())
        ? ofLists(rowCount, binnings)
        : ofSingle(rowCount, binnings, runner);
  }

  private static CrossedCells ofSingle(
      int rowCount, List<SlotBinning> binnings, TaskRunner runner) {
    long[] keys = new long[rowCount];
    int parts = (rowCount + ROWS_PER_PART - 1) / ROWS_PER_PART;
    runner.forEachPart(
        parts,
        part -> {
          int to = Math.min(rowCount, (part + 1) * ROWS_PER_PART);
          for (int row = part * ROWS_PER_PART; row < to; row++) {
            long key = 0;
            for (SlotBinning binning : binnings) {
              key = key * binning.slots().size() + binning.slotOfRow().applyAsInt(row);
            }
            keys[row] = key;
          }
        });
    Numbering numbering = Numbering.of(keys, combinations(binnings));
    Cells cells = Cells.of(rowCount, numbering.size(), row -> numbering.of(keys[row]), runner);
    return new CrossedCells(cells, places(binnings, numbering.keys()), cells::cell);
  }

  private static CrossedCells ofLists(int rowCount, List<SlotBinning> binnings) {
    IntFunction<long[]> keysOfRow = row -> keys(binnings, row);
    LongStream.Builder all = LongStream.builder();
    for (int row = 0; row < rowCount; row++) {
      for (long key : keysOfRow.apply(row)) {
        all.add(key);
      }
    }
    Numbering numbering = Numbering.of(all.build().toArray(), combinations(binnings));
    ListCells cells =
        ListCells.of(
            rowCount,
            numbering.size(),
            row -> Arrays.stream(keysOfRow.apply(row)).mapToInt(numbering::of).toArray());
    return new CrossedCells(cells, places(binnings, numbering.keys()), cells::firstCell);
  }

  private static long[] keys(List<SlotBinning> binnings, int row) {
    long[] keys = {0};
    for (SlotBinning binning : binnings) {
      int[] slots =
          binning
              .slotsOfRow()
              .map(slotsOf -> slotsOf.apply(row))
              .orElseGet(() -> new int[] {binning.slotOfRow().applyAsInt(row)});
      long[] longer = new long[keys.length * slots.length];
      int n = 0;
      for (long key : keys) {
        for (int slot : slots) {
          longer[n++] = key * binning.slots().size() + slot;
        }
      }
      keys = longer;
    }
    return keys;
  }

  private static long combinations(List<SlotBinning> binnings) {
    long product = 1;
    for (SlotBinning binning : binnings) {
      product = Math.multiplyExact(product, binning.slots().size());
    }
    return product;
  }

  private static int[][] places(List<SlotBinning> binnings, long[] keys) {
    int[][] places = new int[binnings.size()][keys.length];
    for (int cell = 0; cell < keys.length; cell++) {
      long rest = keys[cell];
      for (int field = binnings.size() - 1; field >= 0; field--) {
        int size = binnings.get(field).slots().size();
        places[field][cell] = (int) (rest % size);
        rest /= size;
      }
    }
    return places;
  }

  long sizeInBytes() {
    return rows.sizeInBytes() + 4L * places.length * rows.cellCount() + 12L * rows.cellCount();
  }

  /// Sums of a number by cell over some rows; values that are missing or not finite are left out.
  Means means(RowSet selected, IntToDoubleFunction value) {
    double[] sums = new double[rows.cellCount()];
    int[] counts = new int[rows.cellCount()];
    for (int row = selected.next(0); row >= 0; row = selected.next(row + 1)) {
      double v = value.applyAsDouble(row);
      if (Double.isFinite(v)) {
        for (int cell : rows.cellsOf(row)) {
          sums[cell] += v;
          counts[cell]++;
        }
      }
    }
    return new Means(sums, counts);
  }

  /// Numbers keys from 0 in rising order.
  ///
  /// @param keys those that occur, rising
  /// @param table the number of each key, empty where there are too many keys for one
  private record Numbering(long[] keys, int[] table) {
    static Numbering of(long[] all, long combinations) {
      if (combinations > TABLE) {
        long[] sorted = all.clone();
        Arrays.parallelSort(sorted);
        return new Numbering(Arrays.stream(sorted).distinct().toArray(), new int[0]);
      }
      int[] table = new int[(int) combinations];
      for (long key : all) {
        table[(int) key] = 1;
      }
      long[] keys = new long[Arrays.stream(table).sum()];
      int n = 0;
      for (int key = 0; key < table.length; key++) {
        if (table[key] == 1) {
          keys[n] = key;
          table[key] = n++;
        }
      }
      return new Numbering(keys, table);
    }

    int size() {
      return keys.length;
    }

    int of(long key) {
      return table.length > 0 ? table[(int) key] : Arrays.binarySearch(keys, key);
    }
  }
}
