package outcrop.analysis.query;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskRunner;

/// For each row the cell of a table of counts, in as few bytes as the number of cells needs, and
/// the kernels that count rows by cell.
///
/// Counting is a load and an increment per row. Where cells are few, neighbouring rows often have
/// the same one and an increment would wait for the one before; four copies of the counts take
/// turns to avoid that.
final class Cells implements RowCounts {
  private static final int LANES = 4;
  private static final int FEW = 1024;
  private static final int ROWS_PER_PART = 1 << 17;

  private final byte[] bytes;
  private final char[] chars;
  private final int[] ints;
  private final int rowCount;
  private final int cellCount;

  private Cells(int rowCount, int cellCount) {
    this.rowCount = rowCount;
    this.cellCount = cellCount;
    bytes = new byte[cellCount <= 1 << 8 ? rowCount : 0];
    chars = new char[cellCount > 1 << 8 && cellCount <= 1 << 16 ? rowCount : 0];
    ints = new int[cellCount > 1 << 16 ? rowCount : 0];
  }

  /// Asks for the cell of every row, on several threads.
  static Cells of(int rowCount, int cellCount, IntUnaryOperator cellOfRow, TaskRunner runner) {
    Cells cells = new Cells(rowCount, cellCount);
    int parts = (rowCount + ROWS_PER_PART - 1) / ROWS_PER_PART;
    runner.forEachPart(
        parts,
        part ->
            cells.fill(
                cellOfRow, part * ROWS_PER_PART, Math.min(rowCount, (part + 1) * ROWS_PER_PART)));
    return cells;
  }

  private void fill(IntUnaryOperator cellOfRow, int from, int to) {
    for (int row = from; row < to; row++) {
      int cell = cellOfRow.applyAsInt(row);
      if (bytes.length > 0) {
        bytes[row] = (byte) cell;
      } else if (chars.length > 0) {
        chars[row] = (char) cell;
      } else {
        ints[row] = cell;
      }
    }
  }

  /// The cell of a row.
  int cell(int row) {
    return bytes.length > 0 ? bytes[row] & 0xff : chars.length > 0 ? chars[row] : ints[row];
  }

  @Override
  public int[] cellsOf(int row) {
    return new int[] {cell(row)};
  }

  @Override
  public int cellCount() {
    return cellCount;
  }

  @Override
  public long sizeInBytes() {
    return bytes.length + 2L * chars.length + 4L * ints.length;
  }

  @Override
  public int[] countAll() {
    return count(RowSet.all(rowCount).toWords());
  }

  @Override
  public int[] count(long[] words) {
    int lanes = cellCount <= FEW ? LANES : 1;
    int[] counts = new int[cellCount * lanes];
    int full = rowCount >>> 6;
    for (int w = 0; w < words.length; w++) {
      long word = words[w];
      if (word == -1L && w < full) {
        countFull(w << 6, counts, lanes);
      } else if (word != 0) {
        countSome(w << 6, word, counts, lanes);
      }
    }
    return lanes == 1 ? counts : sumLanes(counts);
  }

  private void countFull(int base, int[] counts, int lanes) {
    if (bytes.length > 0) {
      countFull(bytes, base, counts, cellCount);
    } else if (chars.length > 0) {
      if (lanes == 1) {
        countFull(chars, base, counts);
      } else {
        countFull(chars, base, counts, cellCount);
      }
    } else {
      countFull(ints, base, counts);
    }
  }

  private void countSome(int base, long word, int[] counts, int lanes) {
    if (bytes.length > 0) {
      countSome(bytes, base, word, counts, cellCount);
    } else if (chars.length > 0) {
      countSome(chars, base, word, counts, lanes == 1 ? 0 : cellCount);
    } else {
      countSome(ints, base, word, counts);
    }
  }

  private static void countFull(byte[] cells, int base, int[] counts, int stride) {
    for (int row = base; row < base + 64; row += LANES) {
      counts[cells[row] & 0xff]++;
      counts[stride + (cells[row + 1] & 0xff)]++;
      counts[2 * stride + (cells[row + 2] & 0xff)]++;
      counts[3 * stride + (cells[row + 3] & 0xff)]++;
    }
  }

  private static void countFull(char[] cells, int base, int[] counts, int stride) {
    for (int row = base; row < base + 64; row += LANES) {
      counts[cells[row]]++;
      counts[stride + cells[row + 1]]++;
      counts[2 * stride + cells[row + 2]]++;
      counts[3 * stride + cells[row + 3]]++;
    }
  }

  private static void countFull(char[] cells, int base, int[] counts) {
    for (int row = base; row < base + 64; row++) {
      counts[cells[row]]++;
    }
  }

  private static void countFull(int[] cells, int base, int[] counts) {
    for (int row = base; row < base + 64; row++) {
      counts[cells[row]]++;
    }
  }

  private static void countSome(byte[] cells, int base, long word, int[] counts, int stride) {
    int lane = 0;
    for (long rest = word; rest != 0; rest &= rest - 1) {
      counts[lane + (cells[base + Long.numberOfTrailingZeros(rest)] & 0xff)]++;
      lane = lane == 0 ? stride : 0;
    }
  }

  private static void countSome(char[] cells, int base, long word, int[] counts, int stride) {
    int lane = 0;
    for (long rest = word; rest != 0; rest &= rest - 1) {
      counts[lane + cells[base + Long.numberOfTrailingZeros(rest)]]++;
      lane = lane == 0 ? stride : 0;
    }
  }

  private static void countSome(int[] cells, int base, long word, int[] counts) {
    for (long rest = word; rest != 0; rest &= rest - 1) {
      counts[cells[base + Long.numberOfTrailingZeros(rest)]]++;
    }
  }

  private int[] sumLanes(int[] counts) {
    int[] sum = Arrays.copyOf(counts, cellCount);
    for (int lane = 1; lane < LANES; lane++) {
      for (int cell = 0; cell < cellCount; cell++) {
        sum[cell] += counts[lane * cellCount + cell];
      }
    }
    return sum;
  }
}
