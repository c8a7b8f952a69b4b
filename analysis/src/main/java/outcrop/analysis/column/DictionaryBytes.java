package outcrop.analysis.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Distinct byte strings that grow, found by open addressing without an object per value.
///
/// A slot is four longs side by side: hash and ordinal, two words of the value, and nothing. Half a
/// line of the cache so holds all that a value of up to fifteen bytes needs: one access to memory,
/// which is what a look-up in a large dictionary costs.
final class DictionaryBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SHORT = 15;
  private static final int SLOT = 4;

  /// All bits of the lowest so many bytes.
  private static final long[] MASKS = {
    0,
    0xFFL,
    0xFFFFL,
    0xFF_FFFFL,
    0xFFFF_FFFFL,
    0xFF_FFFF_FFFFL,
    0xFFFF_FFFF_FFFFL,
    0xFF_FFFF_FFFF_FFFFL,
    -1L
  };

  private static final long ORDINAL = 0xFFFF_FFFFL;

  private int size;
  private long[] offsets = new long[17];
  private byte[] bytes = new byte[256];
  // First: hash in the upper half, ordinal + 1 in the lower, 0 where free. Then the value's words.
  private long[] slots = new long[32 * SLOT];

  int size() {
    return size;
  }

  /// Bytes of all values together.
  long byteCount() {
    return offsets[size];
  }

  /// Where each value starts, and the end of the last.
  long[] offsets() {
    return Arrays.copyOf(offsets, size + 1);
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, (int) offsets[size]);
  }

  /// The ordinal of a value, new or known.
  ///
  /// @param value may be longer than the value; the bytes behind it may be read
  int add(byte[] value, int start, int length) {
    long low = low(value, start, length);
    long high = high(value, start, length);
    int hash = length <= SHORT ? hash(low, high) : hash(value, start, length);
    int at = slot(value, start, length, hash, low, high);
    if (slots[at] != 0) {
      return (int) (slots[at] & ORDINAL) - 1;
    }
    slots[at] = (long) hash << 32 | size + 1;
    slots[at + 1] = low;
    slots[at + 2] = high;
    return append(value, start, length);
  }

  /// The ordinal of a value, −1 where it is not known.
  int find(byte[] value, int start, int length) {
    long low = low(value, start, length);
    long high = high(value, start, length);
    int hash = length <= SHORT ? hash(low, high) : hash(value, start, length);
    int at = slot(value, start, length, hash, low, high);
    return slots[at] == 0 ? -1 : (int) (slots[at] & ORDINAL) - 1;
  }

  /// Where the value lies, or would lie.
  private int slot(byte[] value, int start, int length, int hash, long low, long high) {
    int mask = slots.length - 1;
    int at = hash * SLOT & mask;
    for (long slot = slots[at]; slot != 0; slot = slots[at]) {
      if (slots[at + 1] == low
          && slots[at + 2] == high
          && (length <= SHORT
              || (int) (slot >>> 32) == hash
                  && equals((int) (slot & ORDINAL) - 1, value, start, length))) {
        break;
      }
      at = at + SLOT & mask;
    }
    return at;
  }

  /// The first eight bytes.
  private static long low(byte[] value, int start, int length) {
    return start + Long.BYTES <= value.length
        ? (long) LONGS.get(value, start) & MASKS[Math.min(length, Long.BYTES)]
        : firstBytes(value, start, Math.min(length, Long.BYTES));
  }

  /// The bytes behind the first eight, at most seven, and in the highest byte the length, 255 for
  /// all values that do not fit.
  private static long high(byte[] value, int start, int length) {
    int count = Math.min(Math.max(length - Long.BYTES, 0), SHORT - Long.BYTES);
    long end = length <= SHORT ? length : 0xFF;
    long bytes =
        start + 2 * Long.BYTES <= value.length
            ? (long) LONGS.get(value, start + Long.BYTES) & MASKS[count]
            : count == 0 ? 0 : firstBytes(value, start + Long.BYTES, count);
    return bytes | end << 56;
  }

  /// The first bytes, at most eight, the first one lowest.
  private static long firstBytes(byte[] value, int start, int count) {
    if (start + Long.BYTES <= value.length) {
      long word = (long) LONGS.get(value, start);
      return count == Long.BYTES ? word : word & (1L << (count << 3)) - 1;
    }
    long word = 0;
    for (int i = 0; i < count; i++) {
      word |= (value[start + i] & 0xFFL) << (i << 3);
    }
    return word;
  }

  private boolean equals(int ordinal, byte[] value, int start, int length) {
    int from = (int) offsets[ordinal];
    return Arrays.equals(bytes, from, (int) offsets[ordinal + 1], value, start, start + length);
  }

  private int append(byte[] value, int from, int length) {
    int start = (int) offsets[size];
    if ((long) start + length > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("A dictionary holds at most 2 GB");
    }
    if (start + length > bytes.length) {
      long doubled = Math.min(bytes.length * 2L, Integer.MAX_VALUE - 16L);
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, start + (long) length));
    }
    System.arraycopy(value, from, bytes, start, length);
    if (size + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[++size] = start + length;
    if (SLOT * tableSize(size) > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    int mask = slots.length - 1;
    for (int from = 0; from < old.length; from += SLOT) {
      if (old[from] != 0) {
        int at = (int) (old[from] >>> 32) * SLOT & mask;
        while (slots[at] != 0) {
          at = at + SLOT & mask;
        }
        System.arraycopy(old, from, slots, at, SLOT - 1);
      }
    }
  }

  /// A power of two, filled by so many values to three quarters at most.
  static int tableSize(int values) {
    int needed = (int) Math.min(1 << 30, values + values / 3L);
    return Math.max(32, Integer.highestOneBit(Math.max(1, needed)) << 1);
  }

  /// A hash of bytes, the same wherever they lie.
  static int hashOf(byte[] value) {
    return value.length <= SHORT
        ? hash(low(value, 0, value.length), high(value, 0, value.length))
        : hash(value, 0, value.length);
  }

  private static int hash(long low, long high) {
    long hash = (low ^ Long.rotateLeft(high * 0x9E3779B97F4A7C15L, 29)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ hash >>> 31) * 0x94D049BB133111EBL;
    return (int) (hash ^ hash >>> 32);
  }

  /// Multiply and rotate over words of eight (as in FxHash), then a finishing mix, because linear
  /// probing needs good low bits.
  private static int hash(byte[] value, int start, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int at = start;
    int left = length;
    for (; left >= 8; left -= 8, at += 8) {
      hash = (Long.rotateLeft(hash, 23) ^ (long) LONGS.get(value, at)) * 0xBF58476D1CE4E5B9L;
    }
    hash = (Long.rotateLeft(hash, 23) ^ firstBytes(value, at, left)) * 0x94D049BB133111EBL;
    return (int) (hash ^ hash >>> 32);
  }
}
