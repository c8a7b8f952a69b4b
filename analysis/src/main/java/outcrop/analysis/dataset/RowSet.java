package outcrop.analysis.dataset;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;

/// An immutable set of row ordinals of one dataset: a bitmap of `rowCount` bits with its
/// cardinality.
///
/// All operations cost one pass over `rowCount / 64` words; sets of different datasets cannot be
/// mixed.
public final class RowSet {
  private static final int RANK_BLOCK_WORDS = 64;

  private final long[] words;
  private final int rowCount;
  private final int cardinality;
  private volatile int[] rank = {};

  private RowSet(long[] words, int rowCount) {
    this.words = words;
    this.rowCount = rowCount;
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    this.cardinality = count;
  }

  public static RowSet none(int rowCount) {
    return new RowSet(new long[wordCount(rowCount)], rowCount);
  }

  public static RowSet all(int rowCount) {
    long[] words = new long[wordCount(rowCount)];
    Arrays.fill(words, -1L);
    clearBeyond(words, rowCount);
    return new RowSet(words, rowCount);
  }

  /// Takes over `words`, which the caller must not change afterwards; bits beyond `rowCount` are
  /// cleared.
  public static RowSet ofWords(long[] words, int rowCount) {
    int length = wordCount(rowCount);
    long[] own = words.length == length ? words : Arrays.copyOf(words, length);
    clearBeyond(own, rowCount);
    return new RowSet(own, rowCount);
  }

  /// @throws IndexOutOfBoundsException for a row outside 0…rowCount−1
  public static RowSet of(int rowCount, int... rows) {
    long[] words = new long[wordCount(rowCount)];
    for (int row : rows) {
      Objects.checkIndex(row, rowCount);
      words[row >>> 6] |= 1L << row;
    }
    return new RowSet(words, rowCount);
  }

  /// The rows from one to another.
  ///
  /// @param to behind the last of them
  /// @throws IndexOutOfBoundsException for a stretch that is not within 0…rowCount
  public static RowSet range(int rowCount, int from, int to) {
    Objects.checkFromToIndex(from, to, rowCount);
    long[] words = new long[wordCount(rowCount)];
    if (from < to) {
      int first = from >>> 6;
      int last = to - 1 >>> 6;
      Arrays.fill(words, first, last + 1, -1L);
      words[first] &= -1L << from;
      words[last] &= -1L >>> -to;
    }
    return new RowSet(words, rowCount);
  }

  /// The number of words a bitmap over so many rows has.
  public static int wordCount(int rowCount) {
    return (rowCount + 63) >>> 6;
  }

  private static void clearBeyond(long[] words, int rowCount) {
    if ((rowCount & 63) != 0) {
      words[words.length - 1] &= -1L >>> (64 - (rowCount & 63));
    }
  }

  public int rowCount() {
    return rowCount;
  }

  public int cardinality() {
    return cardinality;
  }

  public boolean isAll() {
    return cardinality == rowCount;
  }

  public boolean isEmpty() {
    return cardinality == 0;
  }

  public boolean contains(int row) {
    return (words[row >>> 6] & 1L << row) != 0;
  }

  /// Word `index` of the bitmap, for kernels that go over 64 rows at a time.
  public long word(int index) {
    return words[index];
  }

  /// A copy of the bitmap.
  public long[] toWords() {
    return words.clone();
  }

  public RowSet and(RowSet other) {
    checkSameRows(other);
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= other.words[i];
    }
    return new RowSet(result, rowCount);
  }

  public RowSet or(RowSet other) {
    checkSameRows(other);
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] |= other.words[i];
    }
    return new RowSet(result, rowCount);
  }

  public RowSet andNot(RowSet other) {
    checkSameRows(other);
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= ~other.words[i];
    }
    return new RowSet(result, rowCount);
  }

  public RowSet not() {
    long[] result = new long[words.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = ~words[i];
    }
    clearBeyond(result, rowCount);
    return new RowSet(result, rowCount);
  }

  private void checkSameRows(RowSet other) {
    if (other.rowCount != rowCount) {
      throw new IllegalArgumentException(
          "Sets over " + rowCount + " and " + other.rowCount + " rows cannot be combined");
    }
  }

  /// The smallest row of the set that is at least `from`, −1 where there is none.
  public int next(int from) {
    if (from >= rowCount) {
      return -1;
    }
    int index = from >>> 6;
    long word = words[index] & (-1L << from);
    while (word == 0) {
      if (++index == words.length) {
        return -1;
      }
      word = words[index];
    }
    return (index << 6) + Long.numberOfTrailingZeros(word);
  }

  public void forEach(IntConsumer action) {
    for (int i = 0; i < words.length; i++) {
      for (long word = words[i]; word != 0; word &= word - 1) {
        action.accept((i << 6) + Long.numberOfTrailingZeros(word));
      }
    }
  }

  /// The row at `position` in ascending order, for paging; constant time after the first call.
  ///
  /// @throws IndexOutOfBoundsException when the set has no such position
  public int select(int position) {
    if (position < 0 || position >= cardinality) {
      throw new IndexOutOfBoundsException(position + " of " + cardinality + " rows");
    }
    int[] before = rankIndex();
    int block = Arrays.binarySearch(before, position);
    block = block < 0 ? -block - 2 : lastEqual(before, block);
    int left = position - before[block];
    for (int i = block * RANK_BLOCK_WORDS; ; i++) {
      int count = Long.bitCount(words[i]);
      if (left < count) {
        return (i << 6) + nthBit(words[i], left);
      }
      left -= count;
    }
  }

  /// How many rows of the set are smaller than `row`.
  public int rank(int row) {
    int wordIndex = row >>> 6;
    int[] before = rankIndex();
    int block = wordIndex / RANK_BLOCK_WORDS;
    int count = before[block];
    for (int i = block * RANK_BLOCK_WORDS; i < wordIndex; i++) {
      count += Long.bitCount(words[i]);
    }
    return (row & 63) == 0 ? count : count + Long.bitCount(words[wordIndex] & (1L << row) - 1);
  }

  private static int lastEqual(int[] values, int index) {
    int last = index;
    while (last + 1 < values.length && values[last + 1] == values[index]) {
      last++;
    }
    return last;
  }

  private static int nthBit(long word, int n) {
    long rest = word;
    for (int i = 0; i < n; i++) {
      rest &= rest - 1;
    }
    return Long.numberOfTrailingZeros(rest);
  }

  private int[] rankIndex() {
    int[] index = rank;
    if (index.length == 0) {
      index = new int[words.length / RANK_BLOCK_WORDS + 1];
      int count = 0;
      for (int i = 0; i < words.length; i++) {
        if (i % RANK_BLOCK_WORDS == 0) {
          index[i / RANK_BLOCK_WORDS] = count;
        }
        count += Long.bitCount(words[i]);
      }
      if (words.length % RANK_BLOCK_WORDS == 0) {
        index[words.length / RANK_BLOCK_WORDS] = count;
      }
      rank = index;
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowSet set
        && set.rowCount == rowCount
        && Arrays.equals(set.words, words);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(words) + rowCount;
  }

  @Override
  public String toString() {
    return cardinality + " of " + rowCount + " rows";
  }
}
