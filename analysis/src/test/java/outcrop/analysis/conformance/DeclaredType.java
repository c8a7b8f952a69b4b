package outcrop.analysis.conformance;

import java.util.Locale;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

/// The types of SQL and what corresponds to them here.
final class DeclaredType {
  private DeclaredType() {}

  /// Types that hold the same values here: the width of a number and the kind of a text make no
  /// difference.
  enum Family {
    NUMBER,
    BOOLEAN,
    TIME,
    LIST,
    TEXT
  }

  static Family family(String sqlType) {
    String name = sqlType.toUpperCase(Locale.ROOT).strip();
    if (name.endsWith("[]")) {
      return Family.LIST;
    }
    if (name.matches(
        "U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?\\d*|DOUBLE|FLOAT|REAL|DECIMAL.*|NUMERIC.*")) {
      return Family.NUMBER;
    }
    if (name.startsWith("BOOL")) {
      return Family.BOOLEAN;
    }
    return name.startsWith("DATE") || name.startsWith("TIMESTAMP") ? Family.TIME : Family.TEXT;
  }

  /// A field of the type that was declared.
  static Field choose(Field field, String sqlType) {
    String name = sqlType.toUpperCase(Locale.ROOT).strip();
    return switch (family(name)) {
      case NUMBER ->
          field
              .withType(FieldType.NUMBER)
              .withFormat(name.contains("INT") ? ValueFormat.INTEGER : ValueFormat.PLAIN);
      case TIME ->
          field
              .withType(FieldType.TIME)
              .withFormat(name.equals("TIMESTAMP") ? ValueFormat.DATETIME : ValueFormat.PLAIN);
      case BOOLEAN, LIST, TEXT -> field.withType(FieldType.CATEGORY).withFormat(ValueFormat.PLAIN);
    };
  }

  /// The type of SQL that holds a field of ours.
  static String of(Field field) {
    return switch (field.type()) {
      case NUMBER -> field.format() == ValueFormat.INTEGER ? "BIGINT" : "DOUBLE";
      case TIME ->
          switch (field.format()) {
            case DATE -> "DATE";
            case INSTANT -> "TIMESTAMPTZ";
            default -> "TIMESTAMP";
          };
      case VECTOR -> "FLOAT[]";
      case LIST ->
          switch (field.format()) {
            case INTEGER -> "BIGINT[]";
            case DECIMAL -> "DOUBLE[]";
            default -> "VARCHAR[]";
          };
      case CATEGORY -> field.format() == ValueFormat.BOOLEAN ? "BOOLEAN" : "VARCHAR";
      case TEXT, IMAGE -> "VARCHAR";
    };
  }

  /// The pattern of a database as one of [java.time.format.DateTimeFormatter].
  static String pattern(String strptime) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < strptime.length(); i++) {
      char c = strptime.charAt(i);
      if (c != '%') {
        pattern.append(Character.isLetter(c) ? "'" + c + "'" : String.valueOf(c));
        continue;
      }
      boolean short_ = i + 1 < strptime.length() && strptime.charAt(i + 1) == '-';
      i += short_ ? 2 : 1;
      String letters = i < strptime.length() ? letters(strptime.charAt(i)) : "%";
      pattern.append(short_ ? letters.substring(0, 1) : letters);
    }
    return pattern.toString();
  }

  /// Whether a pattern has no hours.
  static boolean isOfDays(String pattern) {
    return !pattern.contains("H") && !pattern.contains("h");
  }

  private static String letters(char directive) {
    return switch (directive) {
      case 'd' -> "d";
      case 'm' -> "M";
      case 'Y' -> "yyyy";
      case 'y' -> "yy";
      case 'H' -> "H";
      case 'I' -> "h";
      case 'M' -> "m";
      case 'S' -> "s";
      case 'p' -> "a";
      case 'b' -> "MMM";
      case 'B' -> "MMMM";
      case 'a' -> "EEE";
      default -> "%" + directive;
    };
  }
}
