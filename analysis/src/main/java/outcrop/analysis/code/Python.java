package outcrop.analysis.code;

import java.util.List;
import java.util.stream.Collectors;

/// Texts and lists in Python.
final class Python {
  private Python() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder("'");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                    out.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.append('\'').toString();
  }

  static String texts(List<String> values) {
    return values.stream().map(Python::text).collect(Collectors.joining(", ", "[", "]"));
  }

  static String truth(boolean value) {
    return value ? "True" : "False";
  }
}
