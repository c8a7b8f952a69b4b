package outcrop.analysis.discovery;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import outcrop.analysis.task.UserFailure;

/// What a dataset is made of: classes, the dimensions in which their rows differ, and the
/// attributes of each dimension. A subpopulation is a class with one attribute of each chosen
/// dimension.
///
/// A value: it can be edited ([StructureEdit]), saved as a file, and applied to another dataset
/// with the same fields.
///
/// @param name unique in a project
/// @param classField the field of the classes; empty where all rows are one class
/// @param made how it was made
/// @param dimensions in the order in which they are shown
/// @param confidences whether each dimension has a second field that says how sure its attributes
///   are
/// @param extra keys that this version does not know
public record SubpopulationStructure(
    String name,
    String classField,
    Made made,
    List<Dimension> dimensions,
    boolean confidences,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {
  /// How a structure came about.
  ///
  /// @param method `values`, `terms`, `languageModel` or `hand`
  /// @param fields that were looked at
  /// @param rows how many rows were looked at
  /// @param seed of what is random
  /// @param model the language model; empty for none
  public record Made(String method, List<String> fields, int rows, long seed, String model) {
    public static final Made BY_HAND = new Made("hand", List.of(), 0, 0, "");

    public Made {
      fields = List.copyOf(fields);
    }
  }

  /// @throws UserFailure for no name, a name that no file can have, or two dimensions of one label
  public SubpopulationStructure {
    name = Attribute.checked(name, "A structure");
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,99}")) {
      throw new UserFailure(
          "“" + name + "” cannot name a structure; use letters, digits, spaces, - and _.");
    }
    classField = classField == null ? "" : classField;
    made = made == null ? Made.BY_HAND : made;
    dimensions = List.copyOf(dimensions);
    extra = extra == null ? Map.of() : Map.copyOf(extra);
    Set<String> labels = new HashSet<>();
    for (Dimension dimension : dimensions) {
      if (!labels.add(dimension.label())) {
        throw new UserFailure(
            "“"
                + name
                + "” has a dimension “"
                + dimension.label()
                + "” already; choose another"
                + " name.");
      }
    }
  }

  public static SubpopulationStructure of(
      String name, String classField, Made made, List<Dimension> dimensions) {
    return new SubpopulationStructure(name, classField, made, dimensions, false, Map.of());
  }

  public Optional<Dimension> dimension(String label) {
    return dimensions.stream().filter(one -> one.label().equals(label)).findFirst();
  }

  /// @throws UserFailure where there is none of the label
  Dimension need(String label) {
    return dimension(label)
        .orElseThrow(() -> new UserFailure("“" + name + "” has no dimension “" + label + "”."));
  }

  /// The name of the field that holds the attributes of a dimension.
  public String field(Dimension dimension) {
    return name + "." + dimension.label();
  }

  /// The name of the field that holds how sure the attributes of a dimension are.
  public String confidenceField(Dimension dimension) {
    return field(dimension) + " confidence";
  }

  public SubpopulationStructure withName(String value) {
    return new SubpopulationStructure(value, classField, made, dimensions, confidences, extra);
  }

  public SubpopulationStructure withConfidences(boolean value) {
    return new SubpopulationStructure(name, classField, made, dimensions, value, extra);
  }

  public SubpopulationStructure withDimensions(List<Dimension> value) {
    return new SubpopulationStructure(name, classField, made, value, confidences, extra);
  }

  SubpopulationStructure changing(String label, UnaryOperator<Dimension> change) {
    need(label);
    return withDimensions(
        dimensions.stream()
            .map(one -> one.label().equals(label) ? change.apply(one) : one)
            .toList());
  }

  SubpopulationStructure with(int place, Dimension dimension) {
    List<Dimension> all = new ArrayList<>(dimensions);
    all.add(Math.clamp(place, 0, all.size()), dimension);
    return withDimensions(all);
  }

  SubpopulationStructure without(String label) {
    return withDimensions(dimensions.stream().filter(one -> !one.label().equals(label)).toList());
  }
}
