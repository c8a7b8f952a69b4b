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

  static boolean isNumPy(byte[] head) {
    return starts(head, 0x93, 'N', 'U', 'M', 'P', 'Y');
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

  private static String notTable(String what) {
    return "is " + what + ", not a table; import CSV, JSON lines or Parquet.";
  }

  /// What a file is and what to do about it, as the rest of a sentence; null where nothing speaks
  /// against reading it.
  static @Nullable String foreign(byte[] head) {
    if (starts(head, 0x89, 'P', 'N', 'G')) {
      return notTable("a PNG image");
    }
    if (starts(head, 0xFF, 0xD8, 0xFF)) {
      return notTable("a JPEG image");
    }
    if (starts(head, 'G', 'I', 'F', '8')) {
      return notTable("a GIF image");
    }
    if (starts(head, '%', 'P', 'D', 'F', '-')) {
      return notTable("a PDF document");
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return "is an old Office document (.xls, .doc); save the sheet as .xlsx or CSV and import"
          + " that.";
    }
    if (starts(head, 'P', 'A', 'R', 'E')) {
      return notTable("an encrypted Parquet file");
    }
    if (starts(head, 'O', 'R', 'C') && hasZero(head)) {
      return notTable("an ORC file");
    }
    if (starts(head, 'O', 'b', 'j', 1)) {
      return notTable("an Avro file");
    }
    if (starts(head, 0x89, 'H', 'D', 'F')) {
      return notTable("an HDF5 file");
    }
    if (starts(head, 0x80, 2)
        || starts(head, 0x80, 3)
        || starts(head, 0x80, 4)
        || starts(head, 0x80, 5)) {
      return notTable("a Python pickle, which can run code");
    }
    if (starts(head, 0x7F, 'E', 'L', 'F') || starts(head, 'M', 'Z') && hasZero(head)) {
      return notTable("a program");
    }
    if (at(head, 257, 'u', 's', 't', 'a', 'r')) {
      return notTable("a tar archive");
    }
    return packed(head);
  }

  private static @Nullable String packed(byte[] head) {
    if (starts(head, '7', 'z', 0xBC, 0xAF)) {
      return "is a 7z archive; unpack it first.";
    }
    if (starts(head, 'R', 'a', 'r', '!')) {
      return "is a RAR archive; unpack it first.";
    }
    return starts(head, 'P', 'K', 3, 4)
        ? "holds an archive inside an archive; unpack the outer one first."
        : null;
  }
}
