package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The distinct values of a category field by ordinal.
///
/// Values lie as UTF-8 bytes, in a mapped file or on the heap, and become strings when they are
/// asked for: a field with millions of names costs nothing until one is shown. Safe to use from any
/// thread.
public final class Dictionary {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private final int size;
  private final MemorySegment offsets;
  private final MemorySegment bytes;
  // Strings are safe to publish by a race: two threads may decode one value twice, never see half
  // of it.
  private final @Nullable String[] decoded;
  private volatile int @Nullable [] slots;

  /// @param values distinct values, by ordinal
  public Dictionary(List<String> values) {
    this(bytesOf(values));
  }

  private Dictionary(DictionaryBytes values) {
    this(
        values.size(),
        MemorySegment.ofArray(values.offsets()),
        MemorySegment.ofArray(values.bytes()));
  }

  /// @param size how many values there are
  /// @param offsets 8 bytes per value and one more, native order: where each value starts in
  ///   `bytes`
  /// @param bytes the values, UTF-8
  Dictionary(int size, MemorySegment offsets, MemorySegment bytes) {
    this.size = size;
    this.offsets = offsets;
    this.bytes = bytes;
    this.decoded = new String[size];
  }

  private static DictionaryBytes bytesOf(List<String> values) {
    DictionaryBytes all = new DictionaryBytes();
    for (String value : values) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      all.add(utf8, 0, utf8.length);
    }
    return all;
  }

  public int size() {
    return size;
  }

  /// @throws IndexOutOfBoundsException when there is no such ordinal
  public String value(int ordinal) {
    String value = decoded[ordinal];
    if (value == null) {
      value = new String(utf8(ordinal), StandardCharsets.UTF_8);
      decoded[ordinal] = value;
    }
    return value;
  }

  /// The ordinal of a value, −1 where it does not occur.
  public int find(String value) {
    int[] table = slots();
    byte[] wanted = value.getBytes(StandardCharsets.UTF_8);
    int mask = table.length - 1;
    for (int slot = DictionaryBytes.hashOf(wanted) & mask; ; slot = slot + 1 & mask) {
      int ordinal = table[slot] - 1;
      if (ordinal < 0) {
        return -1;
      }
      if (equals(ordinal, wanted)) {
        return ordinal;
      }
    }
  }

  /// All values by ordinal, decoded as they are read.
  public List<String> values() {
    return new Values();
  }

  private long start(int ordinal) {
    return offsets.getAtIndex(LONG, ordinal);
  }

  /// UTF-8 bytes of a value.
  int byteLength(int ordinal) {
    return (int) (start(ordinal + 1) - start(ordinal));
  }

  /// Unicode code points of a value.
  int characters(int ordinal) {
    return Utf8.characters(bytes, start(ordinal), start(ordinal + 1));
  }

  byte lastByte(int ordinal) {
    return bytes.get(ValueLayout.JAVA_BYTE, start(ordinal + 1) - 1);
  }

  void copy(int ordinal, int from, byte[] target, int offset, int length) {
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start(ordinal) + from, target, offset, length);
  }

  /// A copy of the bytes of a value; unlike [#value] it is not kept.
  public byte[] utf8(int ordinal) {
    long start = start(ordinal);
    byte[] copy = new byte[(int) (start(ordinal + 1) - start)];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start, copy, 0, copy.length);
    return copy;
  }

  private boolean equals(int ordinal, byte[] wanted) {
    long start = start(ordinal);
    long length = start(ordinal + 1) - start;
    return length == wanted.length
        && bytes.asSlice(start, length).mismatch(MemorySegment.ofArray(wanted)) < 0;
  }

  private int[] slots() {
    int[] table = slots;
    if (table == null) {
      table = new int[DictionaryBytes.tableSize(size)];
      int mask = table.length - 1;
      for (int ordinal = 0; ordinal < size; ordinal++) {
        byte[] value = utf8(ordinal);
        int slot = DictionaryBytes.hashOf(value) & mask;
        while (table[slot] != 0) {
          slot = slot + 1 & mask;
        }
        table[slot] = ordinal + 1;
      }
      slots = table;
    }
    return table;
  }

  private final class Values extends AbstractList<String> implements RandomAccess {
    @Override
    public String get(int index) {
      return value(index);
    }

    @Override
    public int size() {
      return size;
    }
  }

  /// Collects distinct values and gives each its ordinal.
  public static final class Builder {
    private final DictionaryBytes values = new DictionaryBytes();

    /// The ordinal of the value, new or known.
    public int add(String value) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      return values.add(utf8, 0, utf8.length);
    }

    public Dictionary build() {
      return new Dictionary(values);
    }
  }
}
