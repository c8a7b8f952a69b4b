package outcrop.analysis.query;

import java.util.Arrays;
import java.util.function.IntFunction;
import outcrop.analysis.dataset.RowSet;

/// The cells of rows that have several values: for each row the cells in which it counts.
final class ListCells implements RowCounts {
  private final int rowCount;
  private final int cellCount;
  private final int[] starts;
  private final int[] cells;

  private ListCells(int rowCount, int cellCount, int[] starts, int[] cells) {
    this.rowCount = rowCount;
    this.cellCount = cellCount;
    this.starts = starts;
    this.cells = cells;
  }

  /// @param cellsOfRow the cells of each row, each once
  static ListCells of(int rowCount, int cellCount, IntFunction<int[]> cellsOfRow) {
    int[] starts = new int[rowCount + 1];
    int[] cells = new int[Math.max(16, rowCount)];
    int used = 0;
    for (int row = 0; row < rowCount; row++) {
      int[] own = cellsOfRow.apply(row);
      if (used + own.length > cells.length) {
        cells = Arrays.copyOf(cells, Math.max(used + own.length, cells.length + cells.length / 2));
      }
      System.arraycopy(own, 0, cells, used, own.length);
      used += own.length;
      starts[row + 1] = used;
    }
    return new ListCells(rowCount, cellCount, starts, Arrays.copyOf(cells, used));
  }

  /// The first cell of a row.
  int firstCell(int row) {
    return cells[starts[row]];
  }

  @Override
  public int[] cellsOf(int row) {
    return Arrays.copyOfRange(cells, starts[row], starts[row + 1]);
  }

  @Override
  public int cellCount() {
    return cellCount;
  }

  @Override
  public long sizeInBytes() {
    return 4L * starts.length + 4L * cells.length;
  }

  @Override
  public int[] countAll() {
    return count(RowSet.all(rowCount).toWords());
  }

  @Override
  public int[] count(long[] words) {
    int[] counts = new int[cellCount];
    for (int w = 0; w < words.length; w++) {
      for (long rest = words[w]; rest != 0; rest &= rest - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(rest);
        for (int i = starts[row]; i < starts[row + 1]; i++) {
          counts[cells[i]]++;
        }
      }
    }
    return counts;
  }
}
