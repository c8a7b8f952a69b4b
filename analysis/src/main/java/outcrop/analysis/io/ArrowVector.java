package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ArrowField.Kind;

/// One array of values, with those of its children.
///
/// @param validity one bit per value, empty where all are there
/// @param places where values start, for kinds that have places; else the values themselves
/// @param data bytes of texts, sizes of views of lists, places of a dense union
/// @param dictionary the values that indexes stand for, in the pieces in which they came; empty for
///   none
record ArrowVector(
    ArrowField field,
    int length,
    ByteBuffer validity,
    ByteBuffer places,
    ByteBuffer data,
    List<ByteBuffer> views,
    List<ArrowVector> children,
    List<ArrowVector> dictionary) {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int INLINE_VIEW = 12;

  static ArrowVector load(
      ArrowField field, ArrowBuffers buffers, Map<Long, List<ArrowVector>> dictionaries) {
    int length = buffers.length();
    ArrowField index = field.index();
    if (index != null) {
      List<ArrowVector> values = dictionaries.getOrDefault(field.dictionary(), List.of());
      ByteBuffer validity = buffers.next();
      return new ArrowVector(
          field, length, validity, buffers.next(), NOTHING, List.of(), List.of(), values);
    }
    Kind kind = field.kind();
    boolean validated =
        kind != Kind.NULL
            && kind != Kind.RUN_END
            && (kind != Kind.UNION || buffers.unionsHaveValidity());
    ByteBuffer validity = validated ? buffers.next() : NOTHING;
    ByteBuffer places = hasPlaces(kind) ? buffers.next() : NOTHING;
    ByteBuffer data = hasData(field) ? buffers.next() : NOTHING;
    boolean viewed = kind == Kind.UTF8_VIEW || kind == Kind.BINARY_VIEW;
    List<ByteBuffer> views = viewed ? buffers.views() : List.of();
    List<ArrowVector> children = new ArrayList<>();
    for (ArrowField child : field.children()) {
      children.add(load(child, buffers, dictionaries));
    }
    return new ArrowVector(
        field, length, validity, places, data, views, List.copyOf(children), List.of());
  }

  private static boolean hasPlaces(Kind kind) {
    return switch (kind) {
      case NONE, NULL, STRUCT, FIXED_LIST, RUN_END -> false;
      default -> true;
    };
  }

  private static boolean hasData(ArrowField field) {
    return switch (field.kind()) {
      case BINARY, UTF8, LARGE_BINARY, LARGE_UTF8, LIST_VIEW, LARGE_LIST_VIEW -> true;
      case UNION -> field.unit() == 1;
      default -> false;
    };
  }

  /// A value: the array that really holds it and where.
  record Value(ArrowVector vector, int at) {}

  /// Looks through dictionaries, runs and unions.
  ///
  /// @return null where the value is missing
  @Nullable Value value(int at) {
    if (at < 0 || at >= length) {
      throw new IndexOutOfBoundsException(at);
    }
    if (field.kind() == Kind.NULL && field.index() == null || !isThere(at)) {
      return null;
    }
    if (field.index() != null) {
      return inDictionary(number(field.index(), at));
    }
    return switch (field.kind()) {
      case RUN_END -> children.get(1).value(run(at));
      case UNION -> inUnion(at);
      default -> new Value(this, at);
    };
  }

  private boolean isThere(int at) {
    return validity.limit() == 0 || (validity.get(at >> 3) >> (at & 7) & 1) != 0;
  }

  private @Nullable Value inDictionary(long index) {
    long rest = index;
    for (ArrowVector piece : dictionary) {
      if (rest < piece.length()) {
        return piece.value((int) rest);
      }
      rest -= piece.length();
    }
    throw new IndexOutOfBoundsException((int) index);
  }

  private @Nullable Value inUnion(int at) {
    int id = places.get(at);
    int[] ids = field.typeIds();
    int child = ids.length == 0 ? id : -1;
    for (int i = 0; i < ids.length; i++) {
      child = ids[i] == id ? i : child;
    }
    return children.get(child).value(field.unit() == 1 ? data.getInt(4 * at) : at);
  }

  /// The run that a row is in: the first that ends behind it.
  private int run(int at) {
    ArrowVector ends = children.getFirst();
    int low = 0;
    int high = ends.length() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends.number(ends.field(), middle) > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// A whole number; one of 64 bits without a sign comes as its bits.
  long number(int at) {
    return number(field, at);
  }

  private long number(ArrowField type, int at) {
    boolean signed = type.isSigned();
    return switch (type.unit()) {
      case 8 -> signed ? places.get(at) : places.get(at) & 0xFF;
      case 16 -> signed ? places.getShort(2 * at) : Short.toUnsignedInt(places.getShort(2 * at));
      case 32 -> signed ? places.getInt(4 * at) : Integer.toUnsignedLong(places.getInt(4 * at));
      case 64 -> places.getLong(8 * at);
      default -> throw new IllegalArgumentException("width of a number");
    };
  }

  int intAt(int at) {
    return places.getInt(4 * at);
  }

  long longAt(int at) {
    return places.getLong(8 * at);
  }

  double decimal(int at) {
    return switch (field.unit()) {
      case 0 -> Float.float16ToFloat(places.getShort(2 * at));
      case 1 -> places.getFloat(4 * at);
      default -> places.getDouble(8 * at);
    };
  }

  boolean bit(int at) {
    return (places.get(at >> 3) >> (at & 7) & 1) != 0;
  }

  /// The bytes of a text, of bytes, or of a number of fixed width.
  byte[] bytes(int at, int width) {
    byte[] bytes;
    switch (field.kind()) {
      case UTF8, BINARY, LARGE_UTF8, LARGE_BINARY -> {
        int start = start(at);
        bytes = new byte[checked(start(at + 1) - start, data)];
        data.get(start, bytes);
      }
      case UTF8_VIEW, BINARY_VIEW -> {
        int size = places.getInt(16 * at);
        boolean inline = size <= INLINE_VIEW;
        ByteBuffer from = inline ? places : views.get(places.getInt(16 * at + 8));
        bytes = new byte[checked(size, from)];
        from.get(inline ? 16 * at + 4 : places.getInt(16 * at + 12), bytes);
      }
      default -> {
        bytes = new byte[checked(width, places)];
        places.get(width * at, bytes);
      }
    }
    return bytes;
  }

  private static int checked(int size, ByteBuffer in) {
    if (size < 0 || size > in.limit()) {
      throw new IndexOutOfBoundsException(size);
    }
    return size;
  }

  String text(int at) {
    return new String(bytes(at, 0), StandardCharsets.UTF_8);
  }

  /// Where the elements of a list start in its child.
  int start(int at) {
    if (field.kind() == Kind.FIXED_LIST) {
      return at * field.unit();
    }
    return field.kind().isLarge() ? Math.toIntExact(places.getLong(8 * at)) : places.getInt(4 * at);
  }

  /// Where the elements of a list end.
  int end(int at) {
    return switch (field.kind()) {
      case FIXED_LIST -> (at + 1) * field.unit();
      case LIST_VIEW -> start(at) + data.getInt(4 * at);
      case LARGE_LIST_VIEW -> start(at) + Math.toIntExact(data.getLong(8 * at));
      default -> start(at + 1);
    };
  }
}
