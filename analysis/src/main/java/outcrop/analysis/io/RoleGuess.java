package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.io.ImportSpec.FieldSpec;

/// Guesses what fields mean, from their names and what their cells look like. Each role at most
/// once.
final class RoleGuess {
  private static final Set<String> IDS =
      Set.of("id", "_id", "key", "uuid", "guid", "row_id", "rowid", "idx", "index", "instant");
  private static final Set<String> LABELS =
      Set.of(
          "label",
          "labels",
          "class",
          "classes",
          "category",
          "target",
          "intent",
          "sentiment",
          "y",
          "label_text",
          "class_name",
          "classname");
  private static final Set<String> SPLITS =
      Set.of("split", "fold", "partition", "subset", "set", "dataset_split", "splits");
  private static final Set<String> SOURCES =
      Set.of("source", "file", "filename", "origin", "corpus", "dataset", "provenance");
  private static final int FEW = 50;
  private static final int LABELS_AT_MOST = 2000;

  private RoleGuess() {}

  static List<FieldSpec> assign(List<FieldSpec> fields, List<FieldEvidence> evidence) {
    FieldRole[] roles = new FieldRole[fields.size()];
    java.util.Arrays.fill(roles, FieldRole.NONE);
    claim(fields, roles, FieldRole.ID, i -> isId(fields.get(i).field(), evidence.get(i)));
    claim(
        fields,
        roles,
        FieldRole.LABEL,
        i ->
            named(fields.get(i).field(), LABELS)
                && fields.get(i).field().type() != FieldType.TIME
                && !evidence.get(i).mostlyObjects()
                && evidence.get(i).distinct() <= LABELS_AT_MOST);
    claim(
        fields, roles, FieldRole.SPLIT, i -> isFew(fields.get(i).field(), evidence.get(i), SPLITS));
    claim(
        fields,
        roles,
        FieldRole.SOURCE,
        i -> isFew(fields.get(i).field(), evidence.get(i), SOURCES));
    claim(fields, roles, FieldRole.IMAGE, i -> fields.get(i).field().type() == FieldType.IMAGE);
    claim(fields, roles, FieldRole.TIME, i -> fields.get(i).field().type() == FieldType.TIME);
    claim(fields, roles, FieldRole.VECTOR, i -> fields.get(i).field().type() == FieldType.VECTOR);
    int text = longestText(fields, evidence);
    if (text >= 0) {
      roles[text] = FieldRole.TEXT;
    }
    List<FieldSpec> assigned = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      FieldSpec spec = fields.get(i);
      assigned.add(
          new FieldSpec(
              spec.source(), spec.field().withRole(roles[i]), spec.pattern(), spec.chosen()));
    }
    return assigned;
  }

  private static void claim(
      List<FieldSpec> fields,
      FieldRole[] roles,
      FieldRole role,
      java.util.function.IntPredicate fits) {
    for (int i = 0; i < fields.size(); i++) {
      if (roles[i] == FieldRole.NONE && fits.test(i)) {
        roles[i] = role;
        return;
      }
    }
  }

  private static boolean isId(Field field, FieldEvidence seen) {
    String name = field.name();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean called =
        IDS.contains(lower)
            || lower.endsWith("_id")
            || lower.endsWith("-id")
            || lower.endsWith(".id")
            || name.matches(".*[a-z](Id|ID)");
    boolean storable = field.type() == FieldType.NUMBER || field.type() == FieldType.CATEGORY;
    return called && storable && seen.allDistinct() && seen.count(NumberText.Kind.DECIMAL) == 0;
  }

  private static boolean isFew(Field field, FieldEvidence seen, Set<String> names) {
    return named(field, names) && field.type() == FieldType.CATEGORY && seen.distinct() <= FEW;
  }

  private static boolean named(Field field, Set<String> names) {
    return names.contains(field.name().toLowerCase(Locale.ROOT));
  }

  /// The field of the longest texts; one of JSON objects only where there is no other.
  private static int longestText(List<FieldSpec> fields, List<FieldEvidence> evidence) {
    int best = -1;
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).field().type() == FieldType.TEXT
          && (best < 0 || isMoreText(evidence.get(i), evidence.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isMoreText(FieldEvidence one, FieldEvidence other) {
    return one.mostlyObjects() == other.mostlyObjects()
        ? one.meanLength() > other.meanLength()
        : other.mostlyObjects();
  }
}
