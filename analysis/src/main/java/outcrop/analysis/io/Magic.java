package outcrop.analysis.io;

import org.jspecify.annotations.Nullable;

/// First bytes by which files of other kinds are known.
final class Magic {
  private Magic() {}

  static boolean starts(byte[] head, int... bytes) {
    return at(head, 0, bytes);
  }

  private static boolean at(byte[] head, int offset, int... bytes) {
    if (head.length < offset + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[offset + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// Text holds no zero byte, but may start with the letters of a format.
  private static boolean hasZero(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /// What a file is that holds no rows we read, such as "a PNG image"; null where nothing speaks
  /// against it.
  static @Nullable String foreign(byte[] head) {
    if (starts(head, 0x89, 'P', 'N', 'G')) {
      return "a PNG image";
    }
    if (starts(head, 0xFF, 0xD8, 0xFF)) {
      return "a JPEG image";
    }
    if (starts(head, 'G', 'I', 'F', '8')) {
      return "a GIF image";
    }
    if (starts(head, '%', 'P', 'D', 'F', '-')) {
      return "a PDF document";
    }
    if (starts(head, 'S', 'Q', 'L', 'i', 't', 'e')) {
      return "an SQLite database";
    }
    if (starts(head, 'A', 'R', 'R', 'O', 'W', '1') || starts(head, 0xFF, 0xFF, 0xFF, 0xFF)) {
      return "an Arrow file";
    }
    if (starts(head, 'P', 'A', 'R', 'E')) {
      return "an encrypted Parquet file";
    }
    if (starts(head, 'O', 'R', 'C') && hasZero(head)) {
      return "an ORC file";
    }
    if (starts(head, 'O', 'b', 'j', 1)) {
      return "an Avro file";
    }
    if (starts(head, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
      return "a NumPy array";
    }
    if (starts(head, 0x89, 'H', 'D', 'F')) {
      return "an HDF5 file";
    }
    if (starts(head, 0x80, 2)
        || starts(head, 0x80, 3)
        || starts(head, 0x80, 4)
        || starts(head, 0x80, 5)) {
      return "a Python pickle, which can run code";
    }
    if (starts(head, 0x7F, 'E', 'L', 'F') || starts(head, 'M', 'Z') && hasZero(head)) {
      return "a program";
    }
    if (at(head, 257, 'u', 's', 't', 'a', 'r')) {
      return "a tar archive";
    }
    return packed(head);
  }

  private static @Nullable String packed(byte[] head) {
    if (starts(head, 'B', 'Z', 'h') && at(head, 4, 0x31, 0x41, 0x59, 0x26)) {
      return "packed with bzip2, which must be unpacked first";
    }
    if (starts(head, 0xFD, '7', 'z', 'X', 'Z')) {
      return "packed with xz, which must be unpacked first";
    }
    if (starts(head, 0x28, 0xB5, 0x2F, 0xFD)) {
      return "packed with Zstandard, which must be unpacked first";
    }
    if (starts(head, '7', 'z', 0xBC, 0xAF)) {
      return "a 7z archive, which must be unpacked first";
    }
    if (starts(head, 'R', 'a', 'r', '!')) {
      return "a RAR archive, which must be unpacked first";
    }
    return starts(head, 'P', 'K', 3, 4) ? "an archive inside an archive" : null;
  }
}
