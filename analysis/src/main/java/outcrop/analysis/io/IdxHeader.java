package outcrop.analysis.io;

import org.jspecify.annotations.Nullable;

/// The head of an IDX file, the format of MNIST and its relatives: an array of numbers, row by row.
///
/// @param type code of the numbers, 0x08…0x0E
/// @param dimensions the first counts the rows; none is negative
record IdxHeader(int type, int[] dimensions) {
  /// Enough for the head of any IDX file.
  static final int MOST_BYTES = 4 + 4 * 8;

  private static final int MOST_DIMENSIONS = 8;

  /// In one row: an image of sixteen megapixels.
  private static final long MOST_ELEMENTS = 1 << 24;

  private static final int BYTE = 0x08;

  /// Reads the head, null where the bytes are none.
  static @Nullable IdxHeader read(byte[] head) {
    if (head.length < 8 || head[0] != 0 || head[1] != 0) {
      return null;
    }
    int type = head[2];
    int count = head[3];
    if (bytesOf(type) == 0 || count < 1 || count > MOST_DIMENSIONS || head.length < 4 + 4 * count) {
      return null;
    }
    int[] dimensions = new int[count];
    long elements = 1;
    for (int i = 0; i < count; i++) {
      int at = 4 + 4 * i;
      dimensions[i] =
          (head[at] & 0xFF) << 24
              | (head[at + 1] & 0xFF) << 16
              | (head[at + 2] & 0xFF) << 8
              | head[at + 3] & 0xFF;
      if (dimensions[i] < 0 || i > 0 && dimensions[i] == 0) {
        return null;
      }
      elements *= i == 0 ? 1 : dimensions[i];
      if (elements > MOST_ELEMENTS) {
        return null;
      }
    }
    return new IdxHeader(type, dimensions);
  }

  private static int bytesOf(int type) {
    return switch (type) {
      case BYTE, 0x09 -> 1;
      case 0x0B -> 2;
      case 0x0C, 0x0D -> 4;
      case 0x0E -> 8;
      default -> 0;
    };
  }

  /// Bytes of one number.
  int elementBytes() {
    return bytesOf(type);
  }

  int rows() {
    return dimensions[0];
  }

  /// Numbers in one row.
  int elements() {
    int elements = 1;
    for (int i = 1; i < dimensions.length; i++) {
      elements = Math.multiplyExact(elements, dimensions[i]);
    }
    return elements;
  }

  /// Bytes before the first number.
  int headBytes() {
    return 4 + 4 * dimensions.length;
  }

  long rowBytes() {
    return (long) elements() * elementBytes();
  }

  /// Bytes of the whole file.
  long fileBytes() {
    return headBytes() + rows() * rowBytes();
  }

  /// Whether each row is an image: bytes in two dimensions, with one or three channels.
  boolean isImages() {
    return type == BYTE
        && (dimensions.length == 3
            || dimensions.length == 4 && (dimensions[3] == 1 || dimensions[3] == 3));
  }

  int height() {
    return dimensions[1];
  }

  int width() {
    return dimensions[2];
  }

  int channels() {
    return dimensions.length == 4 ? dimensions[3] : 1;
  }
}
