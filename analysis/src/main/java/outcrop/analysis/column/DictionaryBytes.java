package outcrop.analysis.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Distinct byte strings that grow, found by open addressing without an object per value.
///
/// A slot is two longs side by side: hash and ordinal, and the value itself where it has up to
/// seven bytes. A short value is so found with one access to memory, which is what a look-up in a
/// large dictionary costs.
final class DictionaryBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SHORT = 7;
  private static final long ORDINAL = 0xFFFF_FFFFL;

  private int size;
  private long[] offsets = new long[17];
  private byte[] bytes = new byte[256];
  // Even: hash in the upper half, ordinal + 1 in the lower, 0 where free. Odd: the value's word.
  private long[] slots = new long[64];

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

  /// The ordinal of the first `length` bytes, new or known.
  int add(byte[] value, int length) {
    int hash = hash(value, length);
    long word = length <= SHORT ? word(value, length) : first(value);
    int mask = slots.length - 1;
    int at = hash << 1 & mask;
    for (long slot = slots[at]; slot != 0; slot = slots[at]) {
      if ((int) (slot >>> 32) == hash && slots[at + 1] == word) {
        int ordinal = (int) (slot & ORDINAL) - 1;
        if (length <= SHORT || equals(ordinal, value, length)) {
          return ordinal;
        }
      }
      at = at + 2 & mask;
    }
    slots[at] = (long) hash << 32 | size + 1;
    slots[at + 1] = word;
    return append(value, length);
  }

  /// A short value with its length in the highest byte; a long value never has such a word, because
  /// its highest byte is set to 255.
  private static long word(byte[] value, int length) {
    long word = (long) length << 56;
    for (int i = 0; i < length; i++) {
      word |= (value[i] & 0xFFL) << (i << 3);
    }
    return word;
  }

  private static long first(byte[] value) {
    return (long) LONGS.get(value, 0) | 0xFFL << 56;
  }

  private boolean equals(int ordinal, byte[] value, int length) {
    int start = (int) offsets[ordinal];
    return Arrays.equals(bytes, start, (int) offsets[ordinal + 1], value, 0, length);
  }

  private int append(byte[] value, int length) {
    int start = (int) offsets[size];
    if ((long) start + length > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("A dictionary holds at most 2 GB");
    }
    if (start + length > bytes.length) {
      long doubled = Math.min(bytes.length * 2L, Integer.MAX_VALUE - 16L);
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, start + (long) length));
    }
    System.arraycopy(value, 0, bytes, start, length);
    if (size + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[++size] = start + length;
    if (2 * tableSize(size) > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    int mask = slots.length - 1;
    for (int from = 0; from < old.length; from += 2) {
      if (old[from] != 0) {
        int at = (int) (old[from] >>> 32) << 1 & mask;
        while (slots[at] != 0) {
          at = at + 2 & mask;
        }
        slots[at] = old[from];
        slots[at + 1] = old[from + 1];
      }
    }
  }

  /// A power of two at most half filled by so many values.
  static int tableSize(int values) {
    return Math.max(32, Integer.highestOneBit(Math.max(1, values)) << 2);
  }

  /// A hash of the first `length` bytes: multiply and rotate over words of eight (as in FxHash),
  /// then a finishing mix, because linear probing needs good low bits.
  static int hash(byte[] value, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int at = 0;
    for (; at + 8 <= length; at += 8) {
      hash = (Long.rotateLeft(hash, 23) ^ (long) LONGS.get(value, at)) * 0xBF58476D1CE4E5B9L;
    }
    long rest = 0;
    for (; at < length; at++) {
      rest = rest << 8 | value[at] & 0xFF;
    }
    hash = (Long.rotateLeft(hash, 23) ^ rest) * 0x94D049BB133111EBL;
    return (int) (hash ^ hash >>> 32);
  }
}
