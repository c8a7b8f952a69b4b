package outcrop.analysis.curation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.task.UserFailure;

/// A declarative edit of the dataset: one step of a recipe. It changes no data. What it decides
/// about each row stands in a field of its own, which filters, charts and exports use like any
/// other.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Operation.Subsample.class, name = "subsample"),
  @JsonSubTypes.Type(value = Operation.Weights.class, name = "weights"),
  @JsonSubTypes.Type(value = Operation.RepeatCounts.class, name = "repeatCounts")
})
public sealed interface Operation {
  /// Unique in the recipe.
  String id();

  /// The name of the field that holds what it decides.
  String output();

  /// Whether the step is switched on; off, it stays in the recipe and has no field.
  boolean enabled();

  Shaping shaping();

  Operation withEnabled(boolean value);

  /// Keeps some rows of each class, those with the smallest keyed hash. The field is a category of
  /// `true` and `false`, `false` also for rows that are not shaped.
  record Subsample(String id, String output, boolean enabled, Shaping shaping)
      implements Operation {
    @Override
    public Subsample withEnabled(boolean value) {
      return new Subsample(id, output, value, shaping);
    }

    @Override
    public Field field() {
      return new Field(output, FieldType.CATEGORY, FieldRole.NONE, ValueFormat.BOOLEAN);
    }

    @Override
    public Mode mode() {
      return Mode.SUBSAMPLE;
    }
  }

  /// Gives each row the weight of its class, of mean one. The field is a number, missing for rows
  /// that are not shaped.
  record Weights(String id, String output, boolean enabled, Shaping shaping) implements Operation {
    @Override
    public Weights withEnabled(boolean value) {
      return new Weights(id, output, value, shaping);
    }

    @Override
    public Field field() {
      return new Field(output, FieldType.NUMBER, FieldRole.NONE, ValueFormat.PLAIN);
    }

    @Override
    public Mode mode() {
      return Mode.WEIGHTS;
    }
  }

  /// Says how often each row stands in the result, 0 for left out. Of the rows of a class, the same
  /// number each, and one more for those with the smallest keyed hash. The field is a whole number,
  /// missing for rows that are not shaped.
  record RepeatCounts(String id, String output, boolean enabled, Shaping shaping)
      implements Operation {
    @Override
    public RepeatCounts withEnabled(boolean value) {
      return new RepeatCounts(id, output, value, shaping);
    }

    @Override
    public Field field() {
      return new Field(output, FieldType.NUMBER, FieldRole.NONE, ValueFormat.INTEGER);
    }

    @Override
    public Mode mode() {
      return Mode.REPEAT;
    }
  }

  /// The field that holds what it decides.
  @JsonIgnore
  Field field();

  @JsonIgnore
  Mode mode();

  /// The operation of a mode.
  static Operation of(Mode mode, String id, String output, Shaping shaping) {
    return switch (mode) {
      case SUBSAMPLE -> new Subsample(id, output, true, shaping);
      case WEIGHTS -> new Weights(id, output, true, shaping);
      case REPEAT -> new RepeatCounts(id, output, true, shaping);
    };
  }

  /// Checks that a dataset has what the operation needs.
  ///
  /// @throws UserFailure naming the field that is not there, or the name that is taken
  default void validate(Schema schema) {
    for (FieldTarget target : shaping().targets()) {
      if (schema.find(target.field()).isEmpty()) {
        throw new UserFailure(
            "There is no field “%s” to shape in this dataset; remove the operation or rename the field."
                .formatted(target.field()));
      }
    }
    if (output().isBlank()) {
      throw new UserFailure("An operation needs a name for the field that holds its result.");
    }
  }
}
