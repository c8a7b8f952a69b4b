package outcrop.analysis.query;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
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

  /// @param binning the bins of each row
  /// @param stride bins of a group
  /// @param groupOfRow the group of each row
  static ListCells of(
      int rowCount, int cellCount, ListBinning binning, int stride, IntUnaryOperator groupOfRow) {
    int[] starts = new int[rowCount + 1];
    int[] cells = new int[Math.max(16, rowCount)];
    int used = 0;
    for (int row = 0; row < rowCount; row++) {
      int[] bins = binning.binsOfRow(row);
      if (used + bins.length > cells.length) {
        cells = Arrays.copyOf(cells, Math.max(used + bins.length, cells.length + cells.length / 2));
      }
      int first = groupOfRow.applyAsInt(row) * stride;
      for (int bin : bins) {
        cells[used++] = first + bin;
      }
      starts[row + 1] = used;
    }
    return new ListCells(rowCount, cellCount, starts, Arrays.copyOf(cells, used));
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
