package outcrop.analysis.derive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.discovery.Dimension;
import outcrop.analysis.model.ModelSpec;
import outcrop.analysis.selection.Predicate;

/// How the values of a derived field come about, as a value. The same derivation of the same
/// dataset always gives the same values.
///
/// As JSON, the property `type` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Derivation.TextLength.class, name = "textLength"),
  @JsonSubTypes.Type(value = Derivation.ClassBands.class, name = "classBands"),
  @JsonSubTypes.Type(value = Derivation.Membership.class, name = "membership"),
  @JsonSubTypes.Type(value = Derivation.Shaped.class, name = "shaped"),
  @JsonSubTypes.Type(value = Derivation.Subpopulation.class, name = "subpopulation"),
  @JsonSubTypes.Type(value = Derivation.Modelled.class, name = "modelled")
})
public sealed interface Derivation {
  /// The type of the field.
  @JsonIgnore
  FieldType type();

  /// How the values of the field are written.
  @JsonIgnore
  default ValueFormat format() {
    return ValueFormat.PLAIN;
  }

  /// The length of a text, a category's value counting as one. Missing where the text is.
  record TextLength(String field, Unit unit) implements Derivation {
    @Override
    public FieldType type() {
      return FieldType.NUMBER;
    }
  }

  /// What the length of a text is counted in.
  enum Unit {
    /// Unicode code points.
    CHARACTERS,
    /// Words by the Unicode rules for word boundaries (UAX 29), as they are searched.
    WORDS
  }

  /// Whether the value of a row belongs to the head, the body or the tail: by how many rows of the
  /// whole dataset share it. Of a list, the rarest element decides. Missing where the value is.
  ///
  /// @param bands from the most frequent down, each with fewer rows than the one before; the last
  ///   takes in all that is rarer
  record ClassBands(String field, List<Band> bands) implements Derivation {
    /// @throws IllegalArgumentException without bands, for two bands of one name, or bands that do
    ///   not fall
    public ClassBands {
      bands = List.copyOf(bands);
      Set<String> names = new HashSet<>();
      for (int i = 0; i < bands.size(); i++) {
        if (i > 0 && bands.get(i).fewest() >= bands.get(i - 1).fewest()) {
          throw new IllegalArgumentException("Each band needs fewer rows than the one before it");
        }
        if (!names.add(bands.get(i).name())) {
          throw new IllegalArgumentException("Two bands are named " + bands.get(i).name());
        }
      }
      if (bands.isEmpty()) {
        throw new IllegalArgumentException("At least one band is needed");
      }
    }

    @Override
    public FieldType type() {
      return FieldType.CATEGORY;
    }
  }

  /// A band of classes.
  ///
  /// @param fewest the fewest rows that a class of the band has
  record Band(String name, long fewest) {}

  /// Whether a row satisfies a predicate, in two words.
  record Membership(Predicate predicate, String inside, String outside) implements Derivation {
    /// @throws IllegalArgumentException for two equal words
    public Membership {
      if (inside.equals(outside)) {
        throw new IllegalArgumentException("Rows inside and outside need two different names");
      }
    }

    @Override
    public FieldType type() {
      return FieldType.CATEGORY;
    }
  }

  /// The attribute of a dimension that each row has, or how sure that is. Rows without attribute
  /// have the value [Dimension#UNASSIGNED] and no confidence; rows of other classes than the
  /// dimension's have neither.
  record Subpopulation(Dimension dimension, Part part) implements Derivation {
    @Override
    public FieldType type() {
      return part == Part.ATTRIBUTE ? FieldType.CATEGORY : FieldType.NUMBER;
    }
  }

  /// What of an assignment a field holds.
  enum Part {
    /// The name of the attribute.
    ATTRIBUTE,
    /// A number from 0 to 1.
    CONFIDENCE
  }

  /// What an operation of a recipe decides about each row.
  record Shaped(Operation operation) implements Derivation {
    @Override
    public FieldType type() {
      return operation.field().type();
    }

    @Override
    public ValueFormat format() {
      return operation.field().format();
    }
  }

  /// What a model says about each row: its vector, its place on a map, its cluster.
  ///
  /// @param output which of the model's outputs
  /// @param names what the values of a category are called, by their order in the model; a value
  ///   beyond them, or with an empty name, keeps its own
  record Modelled(ModelSpec model, String output, List<String> names) implements Derivation {
    /// @throws IllegalArgumentException where the model has no such output, or two values of one
    ///   name
    public Modelled {
      names = names == null ? List.of() : List.copyOf(names);
      model.output(output);
      List<String> given = names.stream().filter(name -> !name.isEmpty()).toList();
      if (new HashSet<>(given).size() < given.size()) {
        throw new IllegalArgumentException("Two values of a model have one name");
      }
    }

    public Modelled(ModelSpec model, String output) {
      this(model, output, List.of());
    }

    @Override
    public FieldType type() {
      return model.output(output).type();
    }
  }
}
