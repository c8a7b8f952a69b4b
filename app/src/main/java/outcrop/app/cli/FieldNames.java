package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.workspace.Workspace;

/// Fields as users name them in options.
final class FieldNames {
  private FieldNames() {}

  /// The field of this name.
  ///
  /// @throws UsageFailure when there is none; it names those that may have been meant
  static Field find(Schema schema, String name) {
    return schema.find(name).orElseThrow(() -> unknown(name, names(schema)));
  }

  /// @throws UsageFailure for a field whose values cannot be counted
  static void checkCountable(Field field) {
    if (field.type() == FieldType.TEXT
        || field.type() == FieldType.IMAGE
        || field.type() == FieldType.VECTOR) {
      throw new UsageFailure(
          "\""
              + field.name()
              + "\" is "
              + word(field.type())
              + ", which has no distribution: choose a number, category or time field, or import"
              + " it with --type "
              + field.name()
              + "=category.");
    }
  }

  /// A field that a command adds may take the place of a derived one, of no other.
  ///
  /// @param what is to have the name, for the sentence
  /// @throws UsageFailure where the sources or the recipe have a field of this name
  static void checkFree(Workspace workspace, String name, String what) {
    boolean derived =
        workspace.state().derived().stream().anyMatch(field -> field.name().equals(name));
    if (!derived && workspace.columns().schema().find(name).isPresent()) {
      throw new UsageFailure(
          "The dataset has a field \"" + name + "\" already; give " + what + " another --name.");
    }
  }

  static UsageFailure unknown(String name, List<String> known) {
    String question = NearestNames.question(name, known);
    return new UsageFailure(
        "There is no field \""
            + name
            + "\"."
            + (question.isEmpty() ? " The fields are: " + listed(known) + "." : question));
  }

  /// The first names and how many more there are.
  static String listed(List<String> names) {
    int shown = Math.min(names.size(), 12);
    return String.join(", ", names.subList(0, shown))
        + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
  }

  /// The fields of an option such as `a,b`, which may be given several times; all fields where it
  /// is empty.
  ///
  /// A name that holds a comma is found when it is an element of its own.
  static List<String> list(Schema schema, List<String> given) {
    if (given.isEmpty()) {
      return names(schema);
    }
    List<String> result = new ArrayList<>();
    for (String text : given) {
      List<String> parts = schema.find(text).isPresent() ? List.of(text) : List.of(text.split(","));
      for (String part : parts) {
        result.add(find(schema, schema.find(part).isPresent() ? part : part.strip()).name());
      }
    }
    return result;
  }

  /// The keys of an option such as `rating:desc,date`.
  static List<SortKey> sort(Schema schema, List<String> given) {
    List<SortKey> result = new ArrayList<>();
    for (String text : given) {
      List<String> parts = isKey(schema, text) ? List.of(text) : List.of(text.split(","));
      for (String part : parts) {
        result.add(sortKey(schema, part.strip()));
      }
    }
    return result;
  }

  private static boolean isKey(Schema schema, String text) {
    return schema.find(text).isPresent() || schema.find(withoutOrder(text)).isPresent();
  }

  private static SortKey sortKey(Schema schema, String text) {
    if (schema.find(text).isPresent()) {
      return new SortKey(text, false);
    }
    return new SortKey(
        find(schema, withoutOrder(text)).name(), text.toLowerCase(Locale.ROOT).endsWith(":desc"));
  }

  private static String withoutOrder(String text) {
    return text.replaceFirst("(?i):(asc|desc)$", "");
  }

  static List<String> names(Schema schema) {
    return schema.fields().stream().map(Field::name).toList();
  }

  /// An enum constant as users write it.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
