package outcrop.analysis.discovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.task.UserFailure;

/// One way in which rows differ, such as colour or place, with the attributes that they have there.
/// Each row has one of them or is [#UNASSIGNED].
///
/// @param name what differs
/// @param classField the field whose class it speaks of; empty where it speaks of all rows
/// @param classValue the class; rows of others have no value in the dimension at all
/// @param attributes in the order in which they are shown; where several fit a row equally, the
///   first one does
/// @param reassigned rows that a person gave another attribute than the rules do, by name; empty
///   for unassigned
/// @param classifier what [AttributeRule.Learned] asks; null where no attribute is learned
public record Dimension(
    String name,
    String classField,
    String classValue,
    List<Attribute> attributes,
    Map<String, String> reassigned,
    @Nullable SpaceClassifier classifier) {
  /// The value of rows that have none of the attributes.
  public static final String UNASSIGNED = "unassigned";

  /// @throws UserFailure for no name, or two attributes of one name
  public Dimension {
    name = Attribute.checked(name, "A dimension");
    classField = classField == null ? "" : classField;
    classValue = classValue == null ? "" : classValue;
    attributes = List.copyOf(attributes);
    reassigned =
        reassigned == null
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reassigned));
    Set<String> names = new HashSet<>();
    for (Attribute attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw new UserFailure(
            "“"
                + name
                + "” has an attribute “"
                + attribute.name()
                + "” already; choose another"
                + " name.");
      }
    }
  }

  /// A dimension of all rows by its rules alone.
  public static Dimension of(String name, List<Attribute> attributes) {
    return new Dimension(name, "", "", attributes, Map.of(), null);
  }

  /// What tells it from the others of its structure: its name, and its class where it has one.
  @JsonIgnore
  public String label() {
    return classValue.isEmpty() ? name : name + " (" + classValue + ")";
  }

  public Optional<Attribute> attribute(String wanted) {
    return attributes.stream().filter(attribute -> attribute.name().equals(wanted)).findFirst();
  }

  /// @throws UserFailure where there is none of the name
  Attribute need(String wanted) {
    return attribute(wanted)
        .orElseThrow(() -> new UserFailure("“" + label() + "” has no attribute “" + wanted + "”."));
  }

  Dimension withName(String value) {
    return new Dimension(value, classField, classValue, attributes, reassigned, classifier);
  }

  Dimension withAttributes(List<Attribute> value) {
    return new Dimension(name, classField, classValue, value, reassigned, classifier);
  }

  /// The dimension for the rows of one class.
  public Dimension ofClass(String field, String value) {
    return new Dimension(name, field, value, attributes, reassigned, classifier);
  }

  public Dimension withClassifier(SpaceClassifier value) {
    return new Dimension(name, classField, classValue, attributes, reassigned, value);
  }

  /// With the rows that were given an attribute by hand following it to another name.
  Dimension withReassigned(String from, String to) {
    Map<String, String> all = new LinkedHashMap<>(reassigned);
    all.replaceAll((_, attribute) -> attribute.equals(from) ? to : attribute);
    return new Dimension(name, classField, classValue, attributes, all, classifier);
  }

  Dimension reassigning(List<RowKey> rows, String attribute) {
    Map<String, String> all = new LinkedHashMap<>(reassigned);
    rows.forEach(row -> all.put(row.text(), attribute));
    return new Dimension(name, classField, classValue, attributes, all, classifier);
  }

  /// Without what was said of an attribute by hand: its rows are again where the rules put them.
  Dimension forgetting(String attribute) {
    Map<String, String> all = new LinkedHashMap<>(reassigned);
    all.values().removeIf(attribute::equals);
    return new Dimension(name, classField, classValue, attributes, all, classifier);
  }

  Dimension with(int place, Attribute attribute) {
    List<Attribute> all = new ArrayList<>(attributes);
    all.add(Math.clamp(place, 0, all.size()), attribute);
    return withAttributes(all);
  }

  Dimension without(String attribute) {
    return withAttributes(
        attributes.stream().filter(other -> !other.name().equals(attribute)).toList());
  }

  Dimension replacing(String old, Attribute attribute) {
    return withAttributes(
        attributes.stream().map(other -> other.name().equals(old) ? attribute : other).toList());
  }
}
