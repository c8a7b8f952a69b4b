package outcrop.analysis.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Distinct byte strings that grow, found by open addressing without an object per value.
final class DictionaryBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private int size;
  private long[] offsets = new long[17];
  private byte[] bytes = new byte[256];
  private int[] slots = new int[32];
  private int[] hashes = new int[16];

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
    int mask = slots.length - 1;
    int slot = hash & mask;
    for (int ordinal = slots[slot] - 1; ordinal >= 0; ordinal = slots[slot] - 1) {
      if (hashes[ordinal] == hash && equals(ordinal, value, length)) {
        return ordinal;
      }
      slot = slot + 1 & mask;
    }
    return append(value, length, hash, slot);
  }

  private boolean equals(int ordinal, byte[] value, int length) {
    int start = (int) offsets[ordinal];
    return Arrays.equals(bytes, start, (int) offsets[ordinal + 1], value, 0, length);
  }

  private int append(byte[] value, int length, int hash, int slot) {
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
      hashes = Arrays.copyOf(hashes, hashes.length * 2 + 2);
    }
    hashes[size] = hash;
    offsets[size + 1] = start + length;
    slots[slot] = ++size;
    if (tableSize(size) > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int ordinal = 0; ordinal < size; ordinal++) {
      int slot = hashes[ordinal] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = ordinal + 1;
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
