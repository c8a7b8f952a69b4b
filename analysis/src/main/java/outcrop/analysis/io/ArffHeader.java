package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.DatasetReader.DeclaredType;
import outcrop.analysis.task.UserFailure;

/// The attributes that an ARFF file declares before its data.
///
/// @param attributes in the order of the columns
/// @param line the number of the line `@data`
record ArffHeader(List<Attribute> attributes, long line) {
  /// One attribute.
  ///
  /// @param absent the value that a sparse row means where it does not name the attribute, null for
  ///   a missing value
  record Attribute(String name, DeclaredType type, @Nullable String absent) {}

  /// Whether a text begins like an ARFF file.
  static boolean recognises(String head) {
    return head.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("%"))
        .findFirst()
        .filter(line -> keyword(line, "@relation") || keyword(line, "@attribute"))
        .isPresent();
  }

  private static boolean keyword(String line, String word) {
    return line.regionMatches(true, 0, word, 0, word.length())
        && (line.length() == word.length() || Character.isWhitespace(line.charAt(word.length())));
  }

  /// @param head of the text, at least to the line `@data`
  /// @param file for sentences
  static ArffHeader of(String head, String file) {
    List<Attribute> attributes = new ArrayList<>();
    long number = 0;
    for (String raw : head.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("%") || keyword(line, "@relation")) {
        continue;
      }
      if (keyword(line, "@data")) {
        if (attributes.isEmpty()) {
          throw new UserFailure(file + " declares no @attribute before @data; it has no fields.");
        }
        return new ArffHeader(List.copyOf(attributes), number);
      }
      if (!keyword(line, "@attribute")) {
        throw new UserFailure(
            file
                + ", line "
                + number
                + ": \""
                + FieldEvidence.Example.snippet(line)
                + "\" is no @attribute and no @data; correct the header of this ARFF file.");
      }
      attributes.add(attribute(line.substring("@attribute".length()).strip(), file, number));
    }
    throw new UserFailure(file + " has no line @data, so it has no rows; complete the file.");
  }

  private static Attribute attribute(String text, String file, long line) {
    try {
      return attribute(new ArffRow(text), file, line);
    } catch (ArffRow.Broken e) {
      throw new UserFailure(
          file
              + ", line "
              + line
              + ": a quote opens here and is never closed; correct the header of this ARFF file.",
          e);
    }
  }

  private static Attribute attribute(ArffRow words, String file, long line) {
    String name = words.word();
    String type = words.rest();
    if (name == null || name.isEmpty() || type.isEmpty()) {
      throw new UserFailure(
          file
              + ", line "
              + line
              + ": an @attribute needs a name and a type; correct the header of this ARFF file.");
    }
    if (type.startsWith("{")) {
      String first = new ArffRow(type.substring(1)).word();
      return new Attribute(
          name, new DeclaredType(FieldType.CATEGORY, ValueFormat.PLAIN, null), first);
    }
    String kind = type.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "numeric", "real" ->
          new Attribute(name, new DeclaredType(FieldType.NUMBER, ValueFormat.PLAIN, null), "0");
      case "integer" ->
          new Attribute(name, new DeclaredType(FieldType.NUMBER, ValueFormat.INTEGER, null), "0");
      case "string" ->
          new Attribute(name, new DeclaredType(FieldType.TEXT, ValueFormat.PLAIN, null), null);
      case "date" -> new Attribute(name, date(type.substring(kind.length()).strip()), null);
      default ->
          throw new UserFailure(
              file
                  + ", line "
                  + line
                  + ": attributes of type \""
                  + FieldEvidence.Example.snippet(type)
                  + "\" cannot be read; choose numeric, string, date or {…} in this ARFF file.");
    };
  }

  private static DeclaredType date(String format) {
    if (format.isEmpty()) {
      return new DeclaredType(FieldType.TIME, ValueFormat.DATETIME, null);
    }
    String pattern = new ArffRow(format).word();
    new TimeText(pattern);
    return new DeclaredType(FieldType.TIME, TimeText.formatOf(pattern), pattern);
  }
}
