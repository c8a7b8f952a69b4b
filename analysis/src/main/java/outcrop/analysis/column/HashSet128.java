package outcrop.analysis.column;

/// A set of 128-bit hashes in two arrays, sixteen bytes a place. The hash 0 is kept apart as a
/// flag.
final class HashSet128 {
  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private int size;
  private boolean zero;

  void add(long hi, long lo) {
    if (hi == 0 && lo == 0) {
      zero = true;
      return;
    }
    int mask = high.length - 1;
    int at = (int) lo & mask;
    while (high[at] != 0 || low[at] != 0) {
      if (high[at] == hi && low[at] == lo) {
        return;
      }
      at = (at + 1) & mask;
    }
    high[at] = hi;
    low[at] = lo;
    if (++size > high.length / 2) {
      grow();
    }
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    high = new long[oldHigh.length * 2];
    low = new long[oldHigh.length * 2];
    size = 0;
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldHigh[i] != 0 || oldLow[i] != 0) {
        add(oldHigh[i], oldLow[i]);
      }
    }
  }

  void addAll(HashSet128 other) {
    zero |= other.zero;
    for (int i = 0; i < other.high.length; i++) {
      if (other.high[i] != 0 || other.low[i] != 0) {
        add(other.high[i], other.low[i]);
      }
    }
  }

  long size() {
    return zero ? size + 1L : size;
  }
}
