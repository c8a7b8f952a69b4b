package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Rows in the order of their hashes, equal hashes in the order of the rows.
///
/// Hashes are spread evenly, so one distribution by the leading bits leaves buckets of a few rows,
/// which insertion sorts. The hashes move with the rows: sorting then reads memory in order.
final class HashOrder {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final int ROWS_PER_BUCKET = 8;
  private static final int LONG_BUCKET = 64;

  private final MemorySegment hashes;
  private final int[] rows;
  private final long[] high;

  /// @param hashes 16 bytes per row
  HashOrder(MemorySegment hashes, int count) {
    this.hashes = hashes;
    this.rows = new int[count];
    this.high = new long[count];
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, (count - 1) / ROWS_PER_BUCKET));
    int[] ends = new int[1 << bits];
    for (int row = 0; row < count; row++) {
      ends[bucket(row, bits)]++;
    }
    int total = 0;
    for (int i = 0; i < ends.length; i++) {
      int inBucket = ends[i];
      ends[i] = total;
      total += inBucket;
    }
    for (int row = 0; row < count; row++) {
      int at = ends[bucket(row, bits)]++;
      rows[at] = row;
      high[at] = hashes.getAtIndex(LONG, 2L * row);
    }
    int start = 0;
    for (int end : ends) {
      sort(start, end);
      start = end;
    }
  }

  private int bucket(int row, int bits) {
    return (int) (hashes.getAtIndex(LONG, 2L * row) >>> 64 - bits);
  }

  /// The row at a position of the order.
  int row(int position) {
    return rows[position];
  }

  int size() {
    return rows.length;
  }

  /// Whether a position holds the same hash as the one before it.
  boolean repeats(int position) {
    return position > 0
        && high[position] == high[position - 1]
        && low(rows[position]) == low(rows[position - 1]);
  }

  private long low(int row) {
    return hashes.getAtIndex(LONG, 2L * row + 1);
  }

  private void sort(int start, int end) {
    if (end - start > LONG_BUCKET) {
      sortLong(start, end);
      return;
    }
    for (int i = start + 1; i < end; i++) {
      long key = high[i];
      int row = rows[i];
      int j = i - 1;
      while (j >= start && isAfter(high[j], rows[j], key, row)) {
        high[j + 1] = high[j];
        rows[j + 1] = rows[j];
        j--;
      }
      high[j + 1] = key;
      rows[j + 1] = row;
    }
  }

  private boolean isAfter(long key, int row, long otherKey, int otherRow) {
    int first = Long.compareUnsigned(key, otherKey);
    return first > 0 || first == 0 && Long.compareUnsigned(low(row), low(otherRow)) > 0;
  }

  /// Only many equal rows make a long bucket: insertion would be quadratic there.
  private void sortLong(int start, int end) {
    Integer[] boxed = new Integer[end - start];
    Arrays.setAll(boxed, i -> rows[start + i]);
    Arrays.sort(
        boxed,
        (a, b) -> {
          int first =
              Long.compareUnsigned(
                  hashes.getAtIndex(LONG, 2L * a), hashes.getAtIndex(LONG, 2L * b));
          return first != 0 ? first : Long.compareUnsigned(low(a), low(b));
        });
    for (int i = start; i < end; i++) {
      rows[i] = boxed[i - start];
      high[i] = hashes.getAtIndex(LONG, 2L * rows[i]);
    }
  }
}
