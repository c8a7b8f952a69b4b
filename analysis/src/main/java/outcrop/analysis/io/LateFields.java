package outcrop.analysis.io;

import java.util.LinkedHashMap;
import java.util.Map;
import outcrop.analysis.task.UserFailure;

/// Fields that rows have although the head of the source did not show them.
final class LateFields {
  private static final int MOST = 10_000;

  private final boolean quotesMeanText;
  private final Map<String, Seen> fields = new LinkedHashMap<>();

  /// A slice of characters.
  record Cell(char[] chars, int start, int length, boolean quoted) {}

  /// One late field.
  record Seen(String file, long firstLine, FieldEvidence evidence) {}

  LateFields(boolean quotesMeanText) {
    this.quotesMeanText = quotesMeanText;
  }

  void add(String name, String file, long line, Cell cell) {
    Seen seen = fields.get(name);
    if (seen == null) {
      if (fields.size() == MOST) {
        throw new UserFailure(
            file
                + " has more than "
                + MOST
                + " different keys, the last one on line "
                + line
                + "; set the option flatten to false, so that objects stay one field.");
      }
      seen = new Seen(file, line, new FieldEvidence(quotesMeanText));
      fields.put(name, seen);
    }
    seen.evidence().add(cell.chars(), cell.start(), cell.length(), cell.quoted(), line);
  }

  Map<String, Seen> fields() {
    return fields;
  }
}
