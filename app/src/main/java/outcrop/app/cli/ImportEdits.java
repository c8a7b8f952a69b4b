package outcrop.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.io.Importer;

/// What the user says about an import on the command line, laid over what was guessed.
///
/// @param types `field=type`
/// @param roles `field=role`
/// @param patterns `field=pattern`, how times are written
/// @param options `name=value`, for every source
record ImportEdits(
    List<String> types, List<String> roles, List<String> patterns, List<String> options) {
  private static final Map<String, ValueFormat> FORMATS =
      Map.of(
          "integer", ValueFormat.INTEGER,
          "boolean", ValueFormat.BOOLEAN,
          "date", ValueFormat.DATE,
          "datetime", ValueFormat.DATETIME,
          "instant", ValueFormat.INSTANT);

  private record Pair(String name, String value) {
    /// Splits at the last `=`, because field names may hold one.
    static Pair of(String option, String text) {
      int at = text.lastIndexOf('=');
      if (at < 1 || at == text.length() - 1) {
        throw new UsageFailure(
            option
                + " wants NAME=VALUE, not \""
                + text
                + "\": for example "
                + option
                + (option.equals("--option") ? " delimiter=;" : " rating=number")
                + ".");
      }
      return new Pair(text.substring(0, at), text.substring(at + 1));
    }
  }

  /// The settings of the readers by name.
  Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    for (String text : options) {
      int at = text.indexOf('=');
      if (at < 1) {
        throw new UsageFailure(
            "--option wants NAME=VALUE, not \"" + text + "\": for example --option delimiter=;");
      }
      given.put(text.substring(0, at), text.substring(at + 1));
    }
    return given;
  }

  /// @throws UsageFailure when no source has an option of a name that was given
  void checkOptions(ImportSpec guessed) {
    Set<String> known = new TreeSet<>();
    for (SourceSpec source : guessed.sources()) {
      Importer.options(source.format()).forEach(option -> known.add(option.name()));
    }
    for (String name : given().keySet()) {
      if (!known.contains(name)) {
        throw new UsageFailure(
            "These sources have no option \""
                + name
                + "\"; they have "
                + String.join(", ", known)
                + "."
                + NearestNames.question(name, List.copyOf(known)));
      }
    }
  }

  /// The fields with the types and roles that the user chose.
  ///
  /// @throws UsageFailure when a field, a type or a role does not exist
  ImportSpec retyped(ImportSpec guessed) {
    List<FieldSpec> fields = new ArrayList<>(guessed.fields());
    for (String text : types) {
      Pair pair = Pair.of("--type", text);
      int at = find(fields, pair.name());
      FieldSpec old = fields.get(at);
      fields.set(
          at, new FieldSpec(old.source(), typed(old.field(), pair.value()), old.pattern(), true));
    }
    for (String text : patterns) {
      int split = text.indexOf('=');
      if (split < 1) {
        throw new UsageFailure(
            "--pattern wants FIELD=PATTERN, not \""
                + text
                + "\": for example --pattern day=dd/MM/yyyy.");
      }
      int at = find(fields, text.substring(0, split));
      fields.set(at, fields.get(at).withPattern(text.substring(split + 1)));
    }
    for (String text : roles) {
      Pair pair = Pair.of("--role", text);
      int at = find(fields, pair.name());
      FieldSpec old = fields.get(at);
      Field field = old.field().withRole(role(pair.value()));
      fields.set(at, new FieldSpec(old.source(), field, old.pattern(), old.chosen()));
    }
    return guessed.withFields(fields);
  }

  private static int find(List<FieldSpec> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).field().name().equals(name)) {
        return i;
      }
    }
    List<String> names = fields.stream().map(spec -> spec.field().name()).toList();
    throw FieldNames.unknown(name, names);
  }

  private static Field typed(Field field, String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    ValueFormat format = FORMATS.get(wanted);
    FieldType type =
        switch (wanted) {
          case "integer" -> FieldType.NUMBER;
          case "boolean" -> FieldType.CATEGORY;
          case "date", "datetime", "instant" -> FieldType.TIME;
          default -> type(word);
        };
    if (format == null) {
      format = type == field.type() ? field.format() : ValueFormat.PLAIN;
    }
    return field.withType(type).withFormat(format);
  }

  private static FieldType type(String word) {
    for (FieldType type : FieldType.values()) {
      if (type.name().equalsIgnoreCase(word)) {
        return type;
      }
    }
    List<String> known =
        Stream.concat(
                Stream.of(FieldType.values()).map(FieldNames::word), FORMATS.keySet().stream())
            .sorted()
            .toList();
    throw new UsageFailure(
        "There is no type \""
            + word
            + "\"; types are "
            + String.join(", ", known)
            + "."
            + NearestNames.question(word, known));
  }

  private static FieldRole role(String word) {
    for (FieldRole role : FieldRole.values()) {
      if (role.name().equalsIgnoreCase(word)) {
        return role;
      }
    }
    List<String> known = Stream.of(FieldRole.values()).map(FieldNames::word).toList();
    throw new UsageFailure(
        "There is no role \""
            + word
            + "\"; roles are "
            + String.join(", ", known)
            + "."
            + NearestNames.question(word, known));
  }
}
