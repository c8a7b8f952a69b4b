package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of a FlatBuffers message, the form in which Arrow keeps its metadata: values by the
/// number of their slot, absent ones with their default.
///
/// Places outside the buffer throw [IndexOutOfBoundsException]; whoever reads a file turns that
/// into a sentence.
record FlatTable(ByteBuffer buffer, int place) {
  /// The table at the root of a little-endian buffer.
  static FlatTable root(ByteBuffer buffer) {
    return new FlatTable(buffer, buffer.getInt(0));
  }

  /// Where a slot lies, 0 where it is absent.
  private int slot(int number) {
    int table = place - buffer.getInt(place);
    int entry = 4 + 2 * number;
    int size = Short.toUnsignedInt(buffer.getShort(table));
    int offset = entry < size ? Short.toUnsignedInt(buffer.getShort(table + entry)) : 0;
    return offset == 0 ? 0 : place + offset;
  }

  byte byteAt(int number, int absent) {
    int at = slot(number);
    return at == 0 ? (byte) absent : buffer.get(at);
  }

  boolean flag(int number) {
    return byteAt(number, 0) != 0;
  }

  short shortAt(int number, int absent) {
    int at = slot(number);
    return at == 0 ? (short) absent : buffer.getShort(at);
  }

  int intAt(int number, int absent) {
    int at = slot(number);
    return at == 0 ? absent : buffer.getInt(at);
  }

  long longAt(int number) {
    int at = slot(number);
    return at == 0 ? 0 : buffer.getLong(at);
  }

  @Nullable FlatTable table(int number) {
    int at = slot(number);
    return at == 0 ? null : new FlatTable(buffer, at + buffer.getInt(at));
  }

  @Nullable String text(int number) {
    int at = slot(number);
    if (at == 0) {
      return null;
    }
    int start = at + buffer.getInt(at);
    byte[] bytes = new byte[checked(buffer.getInt(start), 1)];
    buffer.get(start + 4, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  List<FlatTable> tables(int number) {
    List<FlatTable> tables = new ArrayList<>();
    int start = vector(number);
    for (int i = 0; i < length(number); i++) {
      int at = start + 4 * i;
      tables.add(new FlatTable(buffer, at + buffer.getInt(at)));
    }
    return tables;
  }

  int[] ints(int number) {
    int[] values = new int[length(number)];
    int start = vector(number);
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getInt(start + 4 * i);
    }
    return values;
  }

  /// The numbers of a vector of structs, which consist of long numbers, or of long numbers.
  ///
  /// @param width how many numbers a struct has
  long[] longs(int number, int width) {
    long[] values = new long[length(number) * width];
    int start = vector(number);
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getLong(start + 8 * i);
    }
    return values;
  }

  private int vector(int number) {
    int at = slot(number);
    return at == 0 ? 0 : at + buffer.getInt(at) + 4;
  }

  private int length(int number) {
    int start = vector(number);
    return start == 0 ? 0 : checked(buffer.getInt(start - 4), 4);
  }

  /// Nothing is longer than the buffer that holds it.
  private int checked(int length, int size) {
    if (length < 0 || (long) length * size > buffer.limit()) {
      throw new IndexOutOfBoundsException(length);
    }
    return length;
  }
}
