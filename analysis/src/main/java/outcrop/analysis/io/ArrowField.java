package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of an Arrow schema.
///
/// @param kind of its values; where there is a dictionary, of the values in that
/// @param unit of a time, width of a number or of bytes, mode of a union: what the kind needs
/// @param more the second thing that some kinds need: sign, scale, number of bits
/// @param zoned whether a time is a moment
/// @param typeIds of the children of a union
/// @param dictionary the number of its dictionary, −1 for none
/// @param index of the dictionary, null for none
/// @param extension the name of the type that a program gave it, empty for none
record ArrowField(
    String name,
    Kind kind,
    int unit,
    int more,
    boolean zoned,
    int[] typeIds,
    List<ArrowField> children,
    long dictionary,
    @Nullable ArrowField index,
    String extension) {
  private static final int DEEPEST = 64;

  /// Kinds in the order of their numbers in the format.
  enum Kind {
    NONE,
    NULL,
    INT,
    FLOAT,
    BINARY,
    UTF8,
    BOOL,
    DECIMAL,
    DATE,
    TIME,
    TIMESTAMP,
    INTERVAL,
    LIST,
    STRUCT,
    UNION,
    FIXED_BINARY,
    FIXED_LIST,
    MAP,
    DURATION,
    LARGE_BINARY,
    LARGE_UTF8,
    LARGE_LIST,
    RUN_END,
    BINARY_VIEW,
    UTF8_VIEW,
    LIST_VIEW,
    LARGE_LIST_VIEW;

    boolean isBytes() {
      return this == BINARY || this == LARGE_BINARY || this == BINARY_VIEW || this == FIXED_BINARY;
    }

    boolean isText() {
      return this == UTF8 || this == LARGE_UTF8 || this == UTF8_VIEW;
    }

    /// Whether JSON is needed to write a value.
    boolean isNested() {
      return switch (this) {
        case LIST, STRUCT, FIXED_LIST, MAP, LARGE_LIST, LIST_VIEW, LARGE_LIST_VIEW -> true;
        default -> false;
      };
    }

    /// Whether places are numbers of eight bytes.
    boolean isLarge() {
      return this == LARGE_BINARY
          || this == LARGE_UTF8
          || this == LARGE_LIST
          || this == LARGE_LIST_VIEW;
    }
  }

  /// A kind that a newer version of the format has.
  static final class UnknownKind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownKind(String field) {
      super(field);
    }
  }

  static List<ArrowField> ofSchema(FlatTable schema) {
    return all(schema.tables(1), 1);
  }

  private static List<ArrowField> all(List<FlatTable> tables, int depth) {
    if (depth > DEEPEST) {
      throw new IndexOutOfBoundsException(depth);
    }
    List<ArrowField> fields = new ArrayList<>();
    for (FlatTable table : tables) {
      fields.add(of(table, depth));
    }
    return List.copyOf(fields);
  }

  private static ArrowField of(FlatTable field, int depth) {
    String name = field.text(0);
    int number = field.byteAt(2, 0);
    FlatTable type = field.table(3);
    if (number <= 0 || number >= Kind.values().length || type == null) {
      throw new UnknownKind(name == null ? "" : name);
    }
    Kind kind = Kind.values()[number];
    FlatTable encoding = field.table(4);
    List<ArrowField> children = all(field.tables(5), depth + 1);
    if (children.size() < fewestChildren(kind)
        || kind == Kind.MAP && children.getFirst().children().size() < 2) {
      throw new IndexOutOfBoundsException(children.size());
    }
    return new ArrowField(
        name == null ? "" : name,
        kind,
        unit(kind, type),
        more(kind, type),
        kind == Kind.TIMESTAMP && type.text(1) != null,
        kind == Kind.UNION ? type.ints(1) : new int[0],
        children,
        encoding == null ? -1 : encoding.longAt(0),
        encoding == null ? null : index(encoding),
        extension(field));
  }

  private static int fewestChildren(Kind kind) {
    return switch (kind) {
      case LIST, FIXED_LIST, MAP, LARGE_LIST, LIST_VIEW, LARGE_LIST_VIEW -> 1;
      case RUN_END -> 2;
      default -> 0;
    };
  }

  private static int unit(Kind kind, FlatTable type) {
    return switch (kind) {
      case INT, FIXED_BINARY, FIXED_LIST -> type.intAt(0, 0);
      case DATE, TIME, DURATION -> type.shortAt(0, 1);
      case FLOAT, TIMESTAMP, INTERVAL, UNION -> type.shortAt(0, 0);
      default -> 0;
    };
  }

  private static int more(Kind kind, FlatTable type) {
    return switch (kind) {
      case INT -> type.flag(1) ? 1 : 0;
      case DECIMAL -> type.intAt(1, 0) << 16 | type.intAt(2, 128);
      case TIME -> type.intAt(1, 32);
      default -> 0;
    };
  }

  private static ArrowField index(FlatTable encoding) {
    FlatTable type = encoding.table(1);
    int width = type == null ? 32 : type.intAt(0, 32);
    int sign = type == null || type.flag(1) ? 1 : 0;
    return new ArrowField("", Kind.INT, width, sign, false, new int[0], List.of(), -1, null, "");
  }

  private static String extension(FlatTable field) {
    for (FlatTable pair : field.tables(6)) {
      String value = pair.text(1);
      if ("ARROW:extension:name".equals(pair.text(0)) && value != null) {
        return value;
      }
    }
    return "";
  }

  /// The field without its dictionary: what the dictionary itself holds.
  ArrowField decoded() {
    return new ArrowField(name, kind, unit, more, zoned, typeIds, children, -1, null, extension);
  }

  int scale() {
    return more >> 16;
  }

  int bits() {
    return more & 0xFFFF;
  }

  boolean isSigned() {
    return more != 0;
  }
}
