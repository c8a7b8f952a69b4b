package outcrop.analysis.curation;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads shares or numbers of rows that somebody wrote, pasted from a spreadsheet or saved as JSON.
///
/// One value a line with its number behind a tab, `=`, `:`, `;`, a comma or blanks; in one line the
/// values are parted by commas, as in `a=0.5,b=0.5`. A number may carry `%`. A value may stand in
/// quotation marks; an empty one means the rows without a value. A JSON object has a number by
/// value.
public final class ShareText {
  private static final String PARTING = "\t=:;, ";
  private static final int MOST = 1_000_000;

  private ShareText() {}

  /// @param name what to call the text in an error
  /// @throws UserFailure for a text without any value, and naming the line that cannot be read
  public static List<ClassAmount> parse(String text, String name) {
    String trimmed = text.strip();
    List<ClassAmount> amounts =
        trimmed.startsWith("{") ? json(trimmed, name) : lines(trimmed, name);
    if (amounts.isEmpty()) {
      throw new UserFailure(
          name + " holds no shares; write one value a line with its share, such as a=0.5.");
    }
    return amounts;
  }

  private static List<ClassAmount> lines(String text, String name) {
    boolean inOneLine = text.lines().limit(2).count() == 1 && text.contains("=");
    List<String> lines = inOneLine ? List.of(text.split(",")) : text.lines().toList();
    List<ClassAmount> amounts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int at = numberStart(line);
      if (at > 0 && amounts.size() < MOST) {
        amounts.add(amount(value(line.substring(0, at)), number(line, at), name));
      } else if (!line.isBlank() && !(i == 0 && lines.size() > 1)) {
        // The first line may be a heading.
        throw unreadable(i, line, name);
      }
    }
    return amounts;
  }

  /// Where the number at the end of a line starts, 0 where there is none with something before it.
  private static int numberStart(String line) {
    String text = withoutPercent(line);
    int start = text.length();
    while (start > 0 && PARTING.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return isNumber(text.substring(start)) ? start : 0;
  }

  private static boolean isNumber(String text) {
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException other) {
      return false;
    }
  }

  private static double number(String line, int at) {
    return Double.parseDouble(withoutPercent(line).substring(at));
  }

  private static String withoutPercent(String line) {
    String text = line.stripTrailing();
    return text.endsWith("%") ? text.substring(0, text.length() - 1).stripTrailing() : text;
  }

  /// The value before a number: without the sign that parts them, and out of its quotation marks.
  private static String value(String before) {
    String value = before.strip();
    if (!value.isEmpty() && PARTING.indexOf(value.charAt(value.length() - 1)) >= 0) {
      value = value.substring(0, value.length() - 1).strip();
    }
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
  }

  private static UserFailure unreadable(int line, String text, String name) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return new UserFailure(
        "%s, line %d: “%s” is not a value with its share; write it as in a=0.5."
            .formatted(name, line + 1, shown.strip()));
  }

  private static ClassAmount amount(String value, double number, String name) {
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new UserFailure(
          "%s gives “%s” a share of %s; a share must be 0 or more."
              .formatted(name, value, Double.toString(number)));
    }
    return new ClassAmount(value.isEmpty() ? null : value, number);
  }

  private static List<ClassAmount> json(String text, String name) {
    try {
      List<ClassAmount> amounts = new ArrayList<>();
      for (var entry : Json.MAPPER.readTree(text).properties()) {
        JsonNode number = entry.getValue();
        if (!number.isNumber()) {
          throw new UserFailure(
              "%s: the share of “%s” is no number.".formatted(name, entry.getKey()));
        }
        amounts.add(amount(entry.getKey(), number.asDouble(), name));
      }
      return amounts;
    } catch (JacksonException wrong) {
      throw new UserFailure(name + " starts like JSON but cannot be read as an object.", wrong);
    }
  }
}
