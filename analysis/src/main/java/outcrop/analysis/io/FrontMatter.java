package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The description at the head of a README, between two lines of `---`: the part of YAML that
/// programs write there. Mappings, lists, quoted and plain values, and lists in brackets; every
/// value is text. No tags, no references, nothing that makes objects.
final class FrontMatter {
  private static final int MOST_LINES = 100_000;
  private static final int DEEPEST = 64;

  private final List<Line> lines;
  private int at;

  private record Line(int indent, String text) {}

  private FrontMatter(List<Line> lines) {
    this.lines = lines;
  }

  /// @param text of the README
  /// @return maps, lists and strings; empty where there is no description
  static Map<?, ?> of(String text) {
    List<String> all = text.lines().limit(MOST_LINES).toList();
    if (all.isEmpty() || !all.getFirst().strip().equals("---")) {
      return Map.of();
    }
    List<Line> lines = new ArrayList<>();
    for (String line : all.subList(1, all.size())) {
      String body = line.strip();
      if (body.equals("---")) {
        return new FrontMatter(lines).block(0, 0) instanceof Map<?, ?> map ? map : Map.of();
      }
      if (!body.isEmpty() && !body.startsWith("#")) {
        lines.add(new Line(line.indexOf(body.charAt(0)), body));
      }
    }
    return Map.of();
  }

  /// The lines from here on that are indented at least so far, as one value.
  private Object block(int indent, int depth) {
    if (at >= lines.size() || lines.get(at).indent < indent || depth > DEEPEST) {
      return "";
    }
    int own = lines.get(at).indent;
    return isItem(lines.get(at).text) ? list(own, depth) : map(own, depth);
  }

  private static boolean isItem(String text) {
    return text.equals("-") || text.startsWith("- ");
  }

  private List<Object> list(int indent, int depth) {
    List<Object> items = new ArrayList<>();
    while (at < lines.size() && lines.get(at).indent == indent && isItem(lines.get(at).text)) {
      String rest = lines.get(at).text.substring(1);
      String body = rest.strip();
      if (body.isEmpty()) {
        at++;
        items.add(block(indent + 1, depth + 1));
      } else if (keyEnd(body) > 0 || isItem(body)) {
        // The value begins on the line of the dash: read it as a line of its own.
        lines.set(at, new Line(indent + 1 + rest.indexOf(body.charAt(0)), body));
        items.add(block(indent + 1, depth + 1));
      } else {
        at++;
        items.add(scalar(body));
      }
    }
    skipDeeper(indent);
    return items;
  }

  private Map<String, Object> map(int indent, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    while (at < lines.size() && lines.get(at).indent == indent && !isItem(lines.get(at).text)) {
      String text = lines.get(at).text;
      int end = keyEnd(text);
      at++;
      if (end > 0) {
        String key = unquoted(text.substring(0, end).strip());
        String value = text.substring(end + 1).strip();
        map.put(key, value.isEmpty() ? under(indent, depth) : scalar(value));
      }
      skipDeeper(indent);
    }
    return map;
  }

  /// What stands under a key: deeper lines, or a list whose dashes stand right below it.
  private Object under(int indent, int depth) {
    boolean flush =
        at < lines.size() && lines.get(at).indent == indent && isItem(lines.get(at).text);
    return flush ? list(indent, depth + 1) : block(indent + 1, depth + 1);
  }

  private void skipDeeper(int indent) {
    while (at < lines.size() && lines.get(at).indent > indent) {
      at++;
    }
  }

  /// Where the colon after a key stands, −1 where the text is no key.
  private static int keyEnd(String text) {
    char first = text.charAt(0);
    int from = 0;
    if (first == '\'' || first == '"') {
      from = text.indexOf(first, 1);
      if (from < 0) {
        return -1;
      }
    } else if (first == '[' || first == '{') {
      return -1;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return -1;
  }

  private static Object scalar(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      List<Object> items = new ArrayList<>();
      for (String item : text.substring(1, text.length() - 1).split(",")) {
        if (!item.isBlank()) {
          items.add(unquoted(item.strip()));
        }
      }
      return items;
    }
    return unquoted(text);
  }

  private static String unquoted(String text) {
    if (text.length() >= 2
        && (text.startsWith("\"") && text.endsWith("\"")
            || text.startsWith("'") && text.endsWith("'"))) {
      return text.substring(1, text.length() - 1);
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }
}
