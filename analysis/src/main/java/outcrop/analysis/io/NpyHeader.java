package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;

/// What the head of a NumPy array says: shape, order and type. Versions 1 to 3 of the format.
///
/// The first dimension are the rows; all others together are the values of a row.
///
/// @param elements the values of a row: one, or those of a structure
/// @param fortran whether the first dimension moves fastest
/// @param shape without dimensions for a single value
/// @param start where the values begin
record NpyHeader(List<Element> elements, boolean fortran, List<Long> shape, int start) {
  /// Numbers in one vector.
  static final int WIDEST = 1 << 16;

  private static final int LONGEST_HEADER = 1 << 20;
  private static final int LARGEST_ROW = 64 << 20;

  /// One field of a structure, or the whole value.
  ///
  /// @param name empty for the whole value
  /// @param count how many values of the type; a vector where it is not 1
  /// @param offset where it begins in the row, in bytes
  record Element(String name, NpyType type, int count, int offset) {}

  long rows() {
    return shape.isEmpty() ? 1 : shape.getFirst();
  }

  int rowBytes() {
    Element last = elements.getLast();
    return last.offset() + last.count() * last.type().size();
  }

  /// Bytes of all values.
  long bytes() {
    return rows() * rowBytes();
  }

  /// @param array as the user knows it, for sentences
  /// @throws UserFailure where it is no array, or one that is no table
  static NpyHeader read(InputStream in, String array) throws IOException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !Magic.isNumPy(start)) {
      throw broken(array, "it does not begin like one");
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw new UserFailure(
          array + " is a NumPy array of version " + version + "; save it as version 1, 2 or 3.");
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    if (size.length < (version == 1 ? 2 : 4)) {
      throw broken(array, "its header breaks off");
    }
    ByteBuffer length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    long bytes = version == 1 ? length.getShort() & 0xFFFF : length.getInt() & 0xFFFF_FFFFL;
    if (bytes > LONGEST_HEADER) {
      throw broken(array, "its header would take " + bytes + " bytes");
    }
    byte[] header = in.readNBytes((int) bytes);
    if (header.length < bytes) {
      throw broken(array, "its header breaks off");
    }
    String text =
        new String(header, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    return parsed(text, 8 + size.length + (int) bytes, array);
  }

  private static UserFailure broken(String array, String reason) {
    return new UserFailure(
        array + " is no NumPy array that can be read: " + reason + "; save or fetch it again.");
  }

  private static NpyHeader parsed(String text, int start, String array) {
    try {
      if (NpyLiteral.parse(text) instanceof Map<?, ?> map
          && map.get("fortran_order") instanceof Boolean fortran
          && map.get("shape") instanceof List<?> shape
          && shape.stream().allMatch(Long.class::isInstance)) {
        List<Long> sizes = shape.stream().map(Long.class::cast).toList();
        List<Element> elements = elements(map.get("descr"), sizes, array);
        NpyHeader header = new NpyHeader(elements, fortran, sizes, start);
        Math.multiplyExact(header.rows(), (long) header.rowBytes());
        return header;
      }
    } catch (NpyLiteral.SyntaxException e) {
      throw broken(array, "nothing can be done with " + e.getMessage());
    } catch (ArithmeticException e) {
      throw broken(array, "its shape is larger than any file");
    }
    throw broken(array, "its header lacks the type, the order or the shape");
  }

  private static List<Element> elements(
      @Nullable Object description, List<Long> shape, String array) {
    long width = 1;
    for (int i = 1; i < shape.size(); i++) {
      width = Math.multiplyExact(width, shape.get(i));
    }
    if (description instanceof String plain) {
      NpyType type = NpyType.of(plain, array);
      return List.of(element("", type, width, 0, array));
    }
    if (description instanceof List<?> fields && !fields.isEmpty()) {
      if (shape.size() > 1) {
        throw new UserFailure(
            array + " holds structures in " + shape.size() + " dimensions; save it flat.");
      }
      return structure(fields, array);
    }
    throw broken(array, "its header lacks the type");
  }

  private static List<Element> structure(List<?> fields, String array) {
    List<Element> elements = new ArrayList<>();
    int offset = 0;
    for (Object field : fields) {
      if (!(field instanceof List<?> parts) || parts.size() < 2) {
        throw broken(array, "the type of a field cannot be read");
      }
      // A field may have a title before its name.
      Object first =
          parts.getFirst() instanceof List<?> titled ? titled.getLast() : parts.getFirst();
      if (!(first instanceof String name) || !(parts.get(1) instanceof String type)) {
        throw new UserFailure(
            array + " holds structures inside structures; save their fields side by side.");
      }
      if (name.isEmpty() && type.matches("\\|?V\\d{1,6}")) {
        // Bytes that only align the next field.
        offset += Integer.parseInt(type.replaceAll("\\D", ""));
        continue;
      }
      long count = 1;
      if (parts.size() > 2 && parts.get(2) instanceof List<?> sizes) {
        for (Object size : sizes) {
          count = Math.multiplyExact(count, size instanceof Long value ? value : 0L);
        }
      }
      Element element = element(name, NpyType.of(type, array), count, offset, array);
      elements.add(element);
      offset += element.count() * element.type().size();
    }
    if (elements.isEmpty()) {
      throw broken(array, "its structure has no field");
    }
    return List.copyOf(elements);
  }

  private static Element element(String name, NpyType type, long count, int offset, String array) {
    if (count != 1 && (!type.isNumber() || count == 0 || count > WIDEST)) {
      throw new UserFailure(
          array
              + " holds "
              + count
              + " values in a row"
              + (type.isNumber()
                  ? "; from 1 to " + WIDEST + " numbers make a vector: reshape it."
                  : " that are no numbers; save each as an array of its own."));
    }
    if (offset + count * type.size() > LARGEST_ROW) {
      throw new UserFailure(array + " has rows of more than 64 MB; save it with smaller ones.");
    }
    return new Element(name, type, (int) count, offset);
  }

  /// For each value of a row in reading order, where it stands among the columns of the file: the
  /// same where the last dimension moves fastest, turned round where the first does.
  int[] order() {
    int width = elements.getFirst().count();
    int[] order = new int[width];
    Arrays.setAll(order, i -> i);
    if (!fortran || shape.size() < 3) {
      return order;
    }
    for (int i = 0; i < width; i++) {
      long rest = i;
      long place = 0;
      for (int dimension = shape.size() - 1; dimension >= 1; dimension--) {
        long index = rest % shape.get(dimension);
        rest /= shape.get(dimension);
        long stride = 1;
        for (int before = 1; before < dimension; before++) {
          stride *= shape.get(before);
        }
        place += index * stride;
      }
      order[i] = (int) place;
    }
    return order;
  }
}
