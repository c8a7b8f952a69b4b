package outcrop.app.cli;

import java.util.List;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;
import picocli.CommandLine.Option;

/// Which vector field a command works on.
final class SpaceOption {
  @Option(
      names = "--space",
      paramLabel = "FIELD",
      description = "The vector field to work on; not needed where there is only one.")
  private String space = "";

  /// The field that was named, or the only one there is.
  ///
  /// @throws UsageFailure where there is none, several, or the named one holds no vectors
  Field of(Schema schema) {
    List<Field> spaces =
        schema.fields().stream().filter(field -> field.type() == FieldType.VECTOR).toList();
    if (space.isBlank()) {
      if (spaces.size() == 1) {
        return spaces.getFirst();
      }
      throw new UsageFailure(
          spaces.isEmpty()
              ? "There is no vector field; make one with \"outcrop embed\" first."
              : "Name the vector field with --space: "
                  + FieldNames.listed(spaces.stream().map(Field::name).toList())
                  + ".");
    }
    Field field = FieldNames.find(schema, space);
    if (field.type() != FieldType.VECTOR) {
      throw new UsageFailure(
          "\""
              + field.name()
              + "\" is "
              + FieldNames.word(field.type())
              + ", not a vector field; make one of it with \"outcrop embed\" first.");
    }
    return field;
  }
}
