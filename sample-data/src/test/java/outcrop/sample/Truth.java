package outcrop.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A node of a truth file, read by a small strict JSON reader.
record Truth(Object value) {
  static Truth read(Path file) throws IOException {
    Reader reader = new Reader(Files.readString(file));
    Object value = reader.value();
    reader.skipBlanks();
    if (reader.at != reader.text.length()) {
      throw new IllegalStateException("text after the end of " + file);
    }
    return new Truth(value);
  }

  /// The member reached by these names.
  Truth at(String... path) {
    Object node = value;
    for (String name : path) {
      if (!(node instanceof Map<?, ?> members) || members.get(name) == null) {
        throw new IllegalStateException("the truth states nothing about " + String.join(".", path));
      }
      node = members.get(name);
    }
    return new Truth(node);
  }

  List<Truth> items() {
    List<Truth> items = new ArrayList<>();
    for (Object item : (List<?>) value) {
      items.add(new Truth(item));
    }
    return items;
  }

  List<String> texts() {
    return items().stream().map(Truth::text).toList();
  }

  Map<String, Truth> members() {
    Map<String, Truth> members = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, member) -> members.put((String) name, new Truth(member)));
    return members;
  }

  boolean has(String name) {
    return members().containsKey(name);
  }

  String text() {
    return (String) value;
  }

  double number() {
    return (Double) value;
  }

  int count() {
    return Math.toIntExact(Math.round(number()));
  }

  boolean flag() {
    return (Boolean) value;
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Object value() {
      skipBlanks();
      char c = text.charAt(at);
      return switch (c) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        case 't', 'f' -> flag();
        default -> number();
      };
    }

    void skipBlanks() {
      while (at < text.length() && " \n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private void expect(char c) {
      skipBlanks();
      if (text.charAt(at++) != c) {
        throw new IllegalStateException("expected " + c + " at " + (at - 1));
      }
    }

    private boolean another(char end) {
      skipBlanks();
      char c = text.charAt(at++);
      if (c != ',' && c != end) {
        throw new IllegalStateException("expected , or " + end + " at " + (at - 1));
      }
      return c == ',';
    }

    private boolean isEmpty(char end) {
      skipBlanks();
      boolean empty = text.charAt(at) == end;
      at += empty ? 1 : 0;
      return empty;
    }

    private Map<String, Object> object() {
      expect('{');
      Map<String, Object> members = new LinkedHashMap<>();
      if (!isEmpty('}')) {
        do {
          skipBlanks();
          String name = string();
          expect(':');
          if (members.put(name, value()) != null) {
            throw new IllegalStateException("the name " + name + " occurs twice");
          }
        } while (another('}'));
      }
      return members;
    }

    private List<Object> array() {
      expect('[');
      List<Object> items = new ArrayList<>();
      if (!isEmpty(']')) {
        do {
          items.add(value());
        } while (another(']'));
      }
      return items;
    }

    private String string() {
      expect('"');
      StringBuilder found = new StringBuilder();
      while (text.charAt(at) != '"') {
        char c = text.charAt(at++);
        if (c < ' ') {
          throw new IllegalStateException("a control character stands in a string at " + at);
        }
        if (c == '\\') {
          char escaped = text.charAt(at++);
          if (escaped == 'u') {
            c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
          } else {
            c = escaped;
          }
        }
        found.append(c);
      }
      at++;
      return found.toString();
    }

    private Boolean flag() {
      boolean yes = text.startsWith("true", at);
      at += yes ? 4 : 5;
      return yes;
    }

    private Double number() {
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return Double.valueOf(text.substring(start, at));
    }
  }
}
