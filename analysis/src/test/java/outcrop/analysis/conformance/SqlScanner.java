package outcrop.analysis.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the arguments of table functions and the options of COPY out of SQL.
///
/// Values become texts, lists and maps; NULL becomes [#NULL]. Not a parser of SQL: it knows what
/// the statements at hand use.
final class SqlScanner {
  /// Stands for the value NULL.
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "NULL";
        }
      };

  private final String sql;
  private int at;

  SqlScanner(String sql, int start) {
    this.sql = sql;
    this.at = start;
  }

  int position() {
    return at;
  }

  void skipBlanks() {
    while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
      at++;
    }
  }

  boolean take(String token) {
    skipBlanks();
    boolean found = sql.startsWith(token, at);
    if (found) {
      at += token.length();
    }
    return found;
  }

  boolean atEnd() {
    skipBlanks();
    return at >= sql.length() || sql.charAt(at) == ';';
  }

  /// Whether a text in quotes or a list starts here.
  boolean atLiteral() {
    skipBlanks();
    return at < sql.length() && "'\"[(".indexOf(sql.charAt(at)) >= 0;
  }

  /// The arguments of a call whose opening parenthesis was taken: those without a name in order,
  /// then those with one.
  void arguments(List<Object> positional, Map<String, Object> named) {
    while (!take(")")) {
      int before = at;
      // The database prints its own statements with each argument in parentheses.
      boolean wrapped = take("(");
      String name = isWordStart() ? word() : wrapped && atLiteral() ? quoted() : "";
      if (!name.isEmpty() && (take(":=") || take("=>") || take("="))) {
        named.put(name.toLowerCase(Locale.ROOT), value());
        if (wrapped) {
          take(")");
        }
      } else {
        at = before;
        positional.add(value());
      }
      take(",");
    }
  }

  /// The options of COPY after its file: `(NAME value, …)` or `NAME value …`.
  void copyOptions(Map<String, Object> named) {
    boolean inside = take("(");
    while (!atEnd() && !(inside && take(")"))) {
      String name = word().toLowerCase(Locale.ROOT);
      skipBlanks();
      boolean bare = atEnd() || sql.charAt(at) == ',' || sql.charAt(at) == ')';
      named.put(name, bare || !inside && !atLiteral() ? "true" : value());
      take(",");
    }
  }

  private boolean isWordStart() {
    skipBlanks();
    return at < sql.length() && (Character.isLetter(sql.charAt(at)) || sql.charAt(at) == '_');
  }

  private String word() {
    skipBlanks();
    int start = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
      at++;
    }
    if (at == start) {
      throw new IllegalArgumentException("No word at " + sql.substring(start));
    }
    return sql.substring(start, at);
  }

  /// A literal, a list, a struct or a word.
  Object value() {
    skipBlanks();
    Object value =
        switch (sql.charAt(at)) {
          case '\'', '"' -> quoted();
          case '[' -> list("[", "]");
          case '(' -> list("(", ")");
          case '{' -> struct("{", "}", ":");
          default -> plain();
        };
    if (take("::")) {
      word();
    }
    return value;
  }

  private String quoted() {
    char quote = sql.charAt(at++);
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = sql.charAt(at++);
      if (c == quote) {
        if (at < sql.length() && sql.charAt(at) == quote) {
          at++;
        } else {
          return text.toString();
        }
      }
      text.append(c);
    }
  }

  private List<Object> list(String open, String close) {
    take(open);
    List<Object> values = new ArrayList<>();
    while (!take(close)) {
      values.add(value());
      take(",");
    }
    return values;
  }

  private Map<String, Object> struct(String open, String close, String colon) {
    take(open);
    Map<String, Object> values = new LinkedHashMap<>();
    while (!take(close)) {
      String key = atLiteral() ? quoted() : word();
      take(colon);
      values.put(key, value());
      take(",");
    }
    return values;
  }

  private Object plain() {
    int start = at;
    if (sql.charAt(at) == '-' || Character.isDigit(sql.charAt(at))) {
      at++;
      while (at < sql.length() && (Character.isDigit(sql.charAt(at)) || sql.charAt(at) == '.')) {
        at++;
      }
      return sql.substring(start, at);
    }
    String name = word();
    if (take(".")) {
      name = word();
    }
    switch (name.toLowerCase(Locale.ROOT)) {
      case "struct_pack" -> {
        return struct("(", ")", ":=");
      }
      case "list_value" -> {
        return list("(", ")");
      }
      case "cast" -> {
        take("(");
        Object value = value();
        word();
        word();
        take(")");
        return value;
      }
      default -> {}
    }
    return name.equalsIgnoreCase("null") ? NULL : name;
  }
}
