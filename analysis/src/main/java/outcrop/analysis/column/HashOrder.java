package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Rows in the order of their hashes, equal hashes in the order of the rows.
///
/// Hashes are spread evenly, so one distribution by the leading bits leaves buckets of a few rows,
/// which insertion sorts.
final class HashOrder {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final int ROWS_PER_BUCKET = 8;
  private static final int LONG_BUCKET = 64;

  private final MemorySegment hashes;
  private final int rows;
  private final long[] high;

  HashOrder(MemorySegment hashes, int rows) {
    this.hashes = hashes;
    this.rows = rows;
    this.high = new long[rows];
    for (int row = 0; row < rows; row++) {
      high[row] = hashes.getAtIndex(LONG, 2L * row);
    }
  }

  int[] sorted() {
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, (rows - 1) / ROWS_PER_BUCKET));
    int[] ends = new int[1 << bits];
    for (int row = 0; row < rows; row++) {
      ends[(int) (high[row] >>> 64 - bits)]++;
    }
    int total = 0;
    for (int i = 0; i < ends.length; i++) {
      int count = ends[i];
      ends[i] = total;
      total += count;
    }
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[ends[(int) (high[row] >>> 64 - bits)]++] = row;
    }
    int start = 0;
    for (int end : ends) {
      sort(order, start, end);
      start = end;
    }
    return order;
  }

  private void sort(int[] order, int start, int end) {
    if (end - start > LONG_BUCKET) {
      // Only many equal rows make a long bucket: insertion would be quadratic there.
      Integer[] boxed = new Integer[end - start];
      for (int i = 0; i < boxed.length; i++) {
        boxed[i] = order[start + i];
      }
      java.util.Arrays.sort(boxed, this::compare);
      for (int i = 0; i < boxed.length; i++) {
        order[start + i] = boxed[i];
      }
      return;
    }
    for (int i = start + 1; i < end; i++) {
      int row = order[i];
      int j = i - 1;
      while (j >= start && compare(order[j], row) > 0) {
        order[j + 1] = order[j];
        j--;
      }
      order[j + 1] = row;
    }
  }

  private int compare(int a, int b) {
    int first = Long.compareUnsigned(high[a], high[b]);
    return first != 0
        ? first
        : Long.compareUnsigned(
            hashes.getAtIndex(LONG, 2L * a + 1), hashes.getAtIndex(LONG, 2L * b + 1));
  }
}
