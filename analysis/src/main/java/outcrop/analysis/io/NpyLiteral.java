package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Parses the header of a NumPy file: a Python literal of dictionaries, lists, tuples, strings,
/// whole numbers and the two truths, by a grammar of its own. Nothing is ever evaluated.
final class NpyLiteral {
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private NpyLiteral(String text) {
    this.text = text;
  }

  /// The text is no such literal.
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message);
    }
  }

  /// @return maps, lists (tuples as well), strings, longs and booleans
  static Object parse(String text) throws SyntaxException {
    NpyLiteral parser = new NpyLiteral(text);
    Object value = parser.value(0);
    parser.blanks();
    if (parser.at < text.length()) {
      throw parser.unexpected();
    }
    return value;
  }

  private SyntaxException unexpected() {
    return new SyntaxException(
        at < text.length()
            ? "\"" + text.charAt(at) + "\" at position " + at + " of its header"
            : "the end of its header");
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(char c) {
    blanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws SyntaxException {
    if (!take(c)) {
      throw unexpected();
    }
  }

  private Object value(int depth) throws SyntaxException {
    blanks();
    if (at >= text.length() || depth > DEEPEST) {
      throw unexpected();
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> map(depth);
      case '[' -> list('[', ']', depth);
      case '(' -> list('(', ')', depth);
      case '\'', '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> map(int depth) throws SyntaxException {
    expect('{');
    Map<String, Object> map = new LinkedHashMap<>();
    while (!take('}')) {
      if (!(value(depth + 1) instanceof String key)) {
        throw unexpected();
      }
      expect(':');
      map.put(key, value(depth + 1));
      if (!take(',')) {
        expect('}');
        break;
      }
    }
    return map;
  }

  private List<Object> list(char open, char close, int depth) throws SyntaxException {
    expect(open);
    List<Object> list = new ArrayList<>();
    while (!take(close)) {
      list.add(value(depth + 1));
      if (!take(',')) {
        expect(close);
        break;
      }
    }
    return list;
  }

  private String string() throws SyntaxException {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return value.toString();
      }
      value.append(c == '\\' ? escaped() : c);
    }
    throw unexpected();
  }

  private char escaped() throws SyntaxException {
    if (at >= text.length()) {
      throw unexpected();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      default -> throw unexpected();
    };
  }

  private char hex(int digits) throws SyntaxException {
    int value = 0;
    for (int i = 0; i < digits; i++, at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw unexpected();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Object word() throws SyntaxException {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("True") || word.equals("False")) {
      return word.equals("True");
    }
    // Old programs wrote long numbers with an L.
    if (word.matches("\\d{1,18}L?")) {
      return Long.parseLong(word.replace("L", ""));
    }
    at = start;
    throw unexpected();
  }
}
