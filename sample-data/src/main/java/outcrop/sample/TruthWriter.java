package outcrop.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/// Writes a tree of maps, collections, strings, numbers and booleans as JSON that people can read.
///
/// Collections of plain values stay on one line; members keep the order of their map.
final class TruthWriter {
  private final StringBuilder out = new StringBuilder(1 << 16);

  private TruthWriter() {}

  static void write(Path file, Map<String, ?> truth) throws IOException {
    TruthWriter writer = new TruthWriter();
    writer.value(truth, 0);
    writer.out.append('\n');
    Files.writeString(file, writer.out);
  }

  /// Rounds a share or mean to six decimals, as many as a truth needs.
  static double rounded(double value) {
    return StrictMath.rint(value * 1e6) / 1e6;
  }

  private void value(Object value, int depth) {
    switch (value) {
      case String text -> string(text);
      case Boolean flag -> out.append(flag);
      case Integer number -> out.append(number);
      case Long number -> out.append(number);
      case Double number -> out.append(number);
      case Map<?, ?> members -> object(members, depth);
      case Collection<?> items -> array(items, depth);
      default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
    }
  }

  private void object(Map<?, ?> members, int depth) {
    boolean flat = members.values().stream().noneMatch(TruthWriter::isNested);
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator);
      newLine(flat, depth + 1);
      string(member.getKey().toString());
      out.append(": ");
      value(member.getValue(), depth + 1);
      separator = flat ? ", " : ",";
    }
    newLine(flat || members.isEmpty(), depth);
    out.append('}');
  }

  private void array(Collection<?> items, int depth) {
    boolean flat = items.stream().noneMatch(TruthWriter::isNested);
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      newLine(flat, depth + 1);
      value(item, depth + 1);
      separator = flat ? ", " : ",";
    }
    newLine(flat || items.isEmpty(), depth);
    out.append(']');
  }

  private static boolean isNested(Object value) {
    return value instanceof Map || value instanceof Collection;
  }

  private void newLine(boolean flat, int depth) {
    if (!flat) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
