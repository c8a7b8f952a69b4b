package outcrop.analysis.code;

/// Names and texts in SQL.
final class Sql {
  /// What stands for a missing number or time in a text.
  static final String MARKERS = "'', 'NA', 'N/A', 'null', 'NULL', 'None', '-'";

  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
