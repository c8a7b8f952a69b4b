package outcrop.analysis.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ArrowField.Kind;
import outcrop.analysis.io.ArrowVector.Value;

/// Writes values of Arrow arrays as the texts that stand for them.
///
/// Numbers come with all their digits, days and times in ISO 8601, moments in UTC, durations as
/// whole numbers of their unit, intervals as ISO periods, bytes in hexadecimal; lists, structs and
/// maps become JSON.
final class ArrowText {
  private static final long DAY_SECONDS = 86_400;
  private static final long[] PER_SECOND = {1, 1_000, 1_000_000, 1_000_000_000};
  private static final int UUID_BYTES = 16;
  private static final int DEEPEST_NESTING = 500;

  private ArrowText() {}

  /// Whether the text of such a value is text also where it looks like a number.
  static boolean isText(ArrowField field) {
    return switch (field.kind()) {
      case INT, FLOAT, BOOL, DECIMAL, DURATION, NULL, NONE -> false;
      default -> true;
    };
  }

  static String of(Value value) {
    ArrowVector vector = value.vector();
    ArrowField field = vector.field();
    int at = value.at();
    return switch (field.kind()) {
      case INT -> integer(vector, at);
      case FLOAT -> Double.toString(vector.decimal(at));
      case BOOL -> Boolean.toString(vector.bit(at));
      case DECIMAL -> decimal(vector, at);
      case UTF8, LARGE_UTF8, UTF8_VIEW -> vector.text(at);
      case BINARY, LARGE_BINARY, BINARY_VIEW, FIXED_BINARY -> hex(vector, at);
      case DATE -> date(vector, at);
      case TIME -> time(field.more() == 32 ? vector.intAt(at) : vector.longAt(at), field.unit());
      case TIMESTAMP -> timestamp(vector.longAt(at), field);
      case DURATION -> Long.toString(vector.longAt(at));
      case INTERVAL -> interval(vector, at);
      default -> {
        StringBuilder json = new StringBuilder();
        json(json, value, 0);
        yield json.toString();
      }
    };
  }

  private static String integer(ArrowVector vector, int at) {
    ArrowField field = vector.field();
    boolean unsigned = field.unit() == 64 && !field.isSigned();
    long number = vector.number(at);
    return unsigned ? Long.toUnsignedString(number) : Long.toString(number);
  }

  private static String decimal(ArrowVector vector, int at) {
    byte[] bytes = vector.bytes(at, vector.field().bits() / 8);
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    return new BigDecimal(new BigInteger(bytes), vector.field().scale()).toPlainString();
  }

  private static String hex(ArrowVector vector, int at) {
    String hex = HexFormat.of().formatHex(vector.bytes(at, vector.field().unit()));
    boolean uuid = vector.field().extension().endsWith("uuid") && hex.length() == 2 * UUID_BYTES;
    return uuid
        ? String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20))
        : hex;
  }

  private static String date(ArrowVector vector, int at) {
    if (vector.field().unit() == 0) {
      return LocalDate.ofEpochDay(vector.intAt(at)).toString();
    }
    long millis = vector.longAt(at);
    long day = DAY_SECONDS * 1000;
    return Math.floorMod(millis, day) == 0
        ? LocalDate.ofEpochDay(millis / day).toString()
        : dateTime(millis, 1);
  }

  private static String timestamp(long count, ArrowField field) {
    return dateTime(count, field.unit()) + (field.zoned() ? "Z" : "");
  }

  private static String dateTime(long count, int unit) {
    long perDay = DAY_SECONDS * PER_SECOND[unit];
    return LocalDate.ofEpochDay(Math.floorDiv(count, perDay))
        + "T"
        + time(Math.floorMod(count, perDay), unit);
  }

  private static String time(long count, int unit) {
    long seconds = count / PER_SECOND[unit];
    String whole = "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    return unit == 0
        ? whole
        : whole + "." + ("%0" + 3 * unit + "d").formatted(count % PER_SECOND[unit]);
  }

  private static String interval(ArrowVector vector, int at) {
    return switch (vector.field().unit()) {
      case 0 -> "P" + vector.intAt(at) + "M";
      case 1 -> "P" + vector.intAt(2 * at) + "DT" + seconds(vector.intAt(2 * at + 1), 3) + "S";
      default ->
          "P"
              + vector.intAt(4 * at)
              + "M"
              + vector.intAt(4 * at + 1)
              + "DT"
              + seconds(vector.longAt(2 * at + 1), 9)
              + "S";
    };
  }

  private static String seconds(long count, int digits) {
    return BigDecimal.valueOf(count, digits).stripTrailingZeros().toPlainString();
  }

  private static void json(StringBuilder json, @Nullable Value value, int depth) {
    if (depth > DEEPEST_NESTING) {
      throw new IndexOutOfBoundsException(depth);
    }
    if (value == null) {
      json.append("null");
      return;
    }
    ArrowVector vector = value.vector();
    Kind kind = vector.field().kind();
    if (kind == Kind.STRUCT) {
      object(json, value, depth);
    } else if (kind == Kind.MAP) {
      map(json, value, depth);
    } else if (kind.isNested()) {
      list(json, value, depth);
    } else if (isText(vector.field())) {
      quote(json, of(value));
    } else {
      json.append(of(value));
    }
  }

  private static void list(StringBuilder json, Value value, int depth) {
    ArrowVector elements = value.vector().children().getFirst();
    json.append('[');
    int start = value.vector().start(value.at());
    for (int i = start; i < value.vector().end(value.at()); i++) {
      json.append(i == start ? "" : ",");
      json(json, elements.value(i), depth + 1);
    }
    json.append(']');
  }

  private static void object(StringBuilder json, Value value, int depth) {
    List<ArrowVector> members = value.vector().children();
    json.append('{');
    for (int i = 0; i < members.size(); i++) {
      json.append(i == 0 ? "" : ",");
      quote(json, members.get(i).field().name());
      json.append(':');
      json(json, members.get(i).value(value.at()), depth + 1);
    }
    json.append('}');
  }

  /// A map is an object; keys that are no texts are written as texts.
  private static void map(StringBuilder json, Value value, int depth) {
    ArrowVector entries = value.vector().children().getFirst();
    json.append('{');
    int start = value.vector().start(value.at());
    for (int i = start; i < value.vector().end(value.at()); i++) {
      json.append(i == start ? "" : ",");
      Value key = entries.children().get(0).value(i);
      quote(json, key == null ? "null" : of(key));
      json.append(':');
      json(json, entries.children().get(1).value(i), depth + 1);
    }
    json.append('}');
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
