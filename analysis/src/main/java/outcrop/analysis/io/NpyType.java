package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;

/// How one value of a NumPy array is stored.
///
/// @param kind as NumPy names it: `b` truth, `i` and `u` whole numbers, `f` floats, `S` bytes, `U`
///   text, `M` times
/// @param size bytes of one value
/// @param order of the bytes
/// @param perSecond time steps in a second, 0 for days
record NpyType(char kind, int size, ByteOrder order, long perSecond) {
  private static final Pattern DESCRIPTION =
      Pattern.compile("([<>|=])([a-zA-Z])(\\d{1,9})?(?:\\[([a-zA-Z]+)])?");
  private static final int LARGEST = 64 << 20;
  private static final long DAY = 86_400;

  /// @param description such as `<f8`
  /// @param array as the user knows it, for sentences
  /// @throws UserFailure for types that are no values of a table, or would run code
  static NpyType of(String description, String array) {
    Matcher parts = DESCRIPTION.matcher(description);
    if (description.endsWith("O") || description.matches("[|<>=]?O\\d*")) {
      throw new UserFailure(
          array
              + " holds Python objects, which can run code when read; write it again with"
              + " np.save(..., allow_pickle=False) and a type of numbers or text.");
    }
    if (!parts.matches()) {
      throw unknown(description, array);
    }
    char kind = parts.group(2).charAt(0);
    long size = parts.group(3) == null ? 0 : Long.parseLong(parts.group(3));
    if (kind == 'U') {
      size *= 4;
    }
    boolean known =
        switch (kind) {
          case 'b' -> size == 1;
          case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
          case 'f' -> size == 2 || size == 4 || size == 8;
          case 'S', 'U' -> size <= LARGEST;
          case 'M' -> size == 8 && perSecond(parts.group(4)) >= 0;
          default -> false;
        };
    if (!known) {
      throw unknown(description, array);
    }
    ByteOrder order =
        switch (parts.group(1)) {
          case ">" -> ByteOrder.BIG_ENDIAN;
          case "=" -> ByteOrder.nativeOrder();
          default -> ByteOrder.LITTLE_ENDIAN;
        };
    return new NpyType(kind, (int) size, order, kind == 'M' ? perSecond(parts.group(4)) : 0);
  }

  private static UserFailure unknown(String description, String array) {
    return new UserFailure(
        array
            + " holds values of the NumPy type "
            + description
            + ", which are no numbers, text or times; convert it with astype and save it again.");
  }

  private static long perSecond(@Nullable String unit) {
    return switch (unit) {
      case "D" -> 0;
      case "s" -> 1;
      case "ms" -> 1_000;
      case "us" -> 1_000_000;
      case "ns" -> 1_000_000_000;
      case null, default -> -1;
    };
  }

  boolean isNumber() {
    return kind == 'i' || kind == 'u' || kind == 'f' || kind == 'b';
  }

  boolean isText() {
    return kind == 'S' || kind == 'U';
  }

  /// The value as a number of a vector; truth is 1 or 0.
  float number(ByteBuffer bytes, int at) {
    bytes.order(order);
    return kind == 'f'
        ? (float) decimal(bytes, at)
        : kind == 'u' && size == 8 ? (float) unsigned(bytes.getLong(at)) : (float) whole(bytes, at);
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : 2.0 * (value >>> 1 | value & 1);
  }

  private double decimal(ByteBuffer bytes, int at) {
    return switch (size) {
      case 2 -> Float.float16ToFloat(bytes.getShort(at));
      case 4 -> bytes.getFloat(at);
      default -> bytes.getDouble(at);
    };
  }

  private long whole(ByteBuffer bytes, int at) {
    boolean signed = kind == 'i';
    return switch (size) {
      case 1 -> signed ? bytes.get(at) : bytes.get(at) & 0xFF;
      case 2 -> signed ? bytes.getShort(at) : bytes.getShort(at) & 0xFFFF;
      case 4 -> signed ? bytes.getInt(at) : bytes.getInt(at) & 0xFFFF_FFFFL;
      default -> bytes.getLong(at);
    };
  }

  /// The value as text: exact numbers, `true` and `false`, ISO times; null for a time that is none.
  @Nullable String text(ByteBuffer bytes, int at) {
    bytes.order(order);
    return switch (kind) {
      case 'b' -> Boolean.toString(bytes.get(at) != 0);
      case 'i' -> Long.toString(whole(bytes, at));
      case 'u' -> Long.toUnsignedString(whole(bytes, at));
      case 'f' -> Double.toString(decimal(bytes, at));
      case 'M' -> time(bytes.getLong(at));
      case 'S' -> byteText(bytes, at);
      default -> wideText(bytes, at);
    };
  }

  private @Nullable String time(long value) {
    if (value == Long.MIN_VALUE) {
      return null;
    }
    if (perSecond == 0) {
      return LocalDateTime.ofEpochSecond(value * DAY, 0, ZoneOffset.UTC).toLocalDate().toString();
    }
    long nanos = Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond);
    Instant moment = Instant.ofEpochSecond(Math.floorDiv(value, perSecond), nanos);
    String text = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString();
    return text.length() == "2024-05-31T12:00".length() ? text + ":00" : text;
  }

  private String byteText(ByteBuffer bytes, int at) {
    int length = size;
    while (length > 0 && bytes.get(at + length - 1) == 0) {
      length--;
    }
    byte[] text = new byte[length];
    bytes.get(at, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private String wideText(ByteBuffer bytes, int at) {
    int length = size / 4;
    while (length > 0 && bytes.getInt(at + 4 * (length - 1)) == 0) {
      length--;
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int point = bytes.getInt(at + 4 * i);
      text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
    }
    return text.toString();
  }
}
