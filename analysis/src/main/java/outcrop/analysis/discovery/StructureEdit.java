package outcrop.analysis.discovery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.UserFailure;

/// A change of a subpopulation structure, as a value. Applying it changes nothing but gives the
/// structure that comes of it.
///
/// Dimensions are named by their label, attributes by their name. As JSON, the property `type`
/// names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StructureEdit.RenameDimension.class, name = "renameDimension"),
  @JsonSubTypes.Type(value = StructureEdit.RenameAttribute.class, name = "renameAttribute"),
  @JsonSubTypes.Type(value = StructureEdit.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = StructureEdit.Split.class, name = "split"),
  @JsonSubTypes.Type(value = StructureEdit.MoveDimension.class, name = "moveDimension"),
  @JsonSubTypes.Type(value = StructureEdit.MoveAttribute.class, name = "moveAttribute"),
  @JsonSubTypes.Type(value = StructureEdit.AddDimension.class, name = "addDimension"),
  @JsonSubTypes.Type(value = StructureEdit.AddAttribute.class, name = "addAttribute"),
  @JsonSubTypes.Type(value = StructureEdit.RemoveDimension.class, name = "removeDimension"),
  @JsonSubTypes.Type(value = StructureEdit.RemoveAttribute.class, name = "removeAttribute"),
  @JsonSubTypes.Type(value = StructureEdit.Reassign.class, name = "reassign")
})
public sealed interface StructureEdit {
  /// The structure after the change.
  ///
  /// @throws UserFailure where the structure has not what is spoken of, or a name is taken or none
  SubpopulationStructure apply(SubpopulationStructure structure);

  record RenameDimension(String dimension, String name) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.changing(dimension, old -> old.withName(name));
    }
  }

  record RenameAttribute(String dimension, String attribute, String name) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.changing(
          dimension,
          old -> {
            Attribute renamed = new Attribute(name, old.need(attribute).rule());
            return old.replacing(attribute, renamed).withReassigned(attribute, renamed.name());
          });
    }
  }

  /// Makes one attribute of several, at the place of the first of them.
  record Merge(String dimension, List<String> attributes, String name) implements StructureEdit {
    public Merge {
      attributes = List.copyOf(attributes);
    }

    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      if (attributes.stream().distinct().count() < 2) {
        throw new UserFailure("Choose two attributes or more to merge.");
      }
      return structure.changing(dimension, this::merged);
    }

    private Dimension merged(Dimension old) {
      AttributeRule rule =
          attributes.stream()
              .distinct()
              .map(attribute -> old.need(attribute).rule())
              .reduce(AttributeRule::union)
              .orElseThrow();
      Attribute whole = new Attribute(name, rule);
      Dimension result = old;
      for (String attribute : attributes) {
        result = result.withReassigned(attribute, whole.name());
      }
      int place = old.attributes().indexOf(old.need(attributes.getFirst()));
      for (Attribute other : old.attributes().subList(0, place)) {
        place -= attributes.contains(other.name()) ? 1 : 0;
      }
      for (String attribute : attributes) {
        result = result.without(attribute);
      }
      return result.with(place, whole);
    }
  }

  /// Takes the rows of an attribute that satisfy a predicate (a query, chosen rows, a cluster) into
  /// a new attribute beside it.
  record Split(String dimension, String attribute, String name, Predicate predicate)
      implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.changing(
          dimension,
          old -> {
            Attribute whole = old.need(attribute);
            AttributeRule inside = new AttributeRule.Where(predicate);
            AttributeRule outside = new AttributeRule.Where(new Predicate.Not(predicate));
            Attribute part =
                new Attribute(name, new AttributeRule.AllOf(List.of(whole.rule(), inside)));
            Attribute rest =
                new Attribute(attribute, new AttributeRule.AllOf(List.of(whole.rule(), outside)));
            return old.replacing(attribute, rest).with(old.attributes().indexOf(whole) + 1, part);
          });
    }
  }

  /// Gives a dimension another place among the others.
  record MoveDimension(String dimension, int place) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      Dimension moved = structure.need(dimension);
      return structure.without(dimension).with(place, moved);
    }
  }

  /// Gives an attribute another place, in its dimension or in another one. What was said of it by
  /// hand stays behind where it changes the dimension.
  record MoveAttribute(String dimension, String attribute, String target, int place)
      implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      Attribute moved = structure.need(dimension).need(attribute);
      if (target.equals(dimension)) {
        return structure.changing(dimension, old -> old.without(attribute).with(place, moved));
      }
      if (moved.rule() instanceof AttributeRule.Learned) {
        throw new UserFailure(
            "“"
                + attribute
                + "” was learned together with the others of its dimension and cannot leave it;"
                + " merge it or describe it by a rule.");
      }
      structure.need(target);
      return structure
          .changing(dimension, old -> old.without(attribute).forgetting(attribute))
          .changing(target, old -> old.with(place, moved));
    }
  }

  /// Adds a dimension behind the others.
  record AddDimension(Dimension dimension) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.with(structure.dimensions().size(), dimension);
    }
  }

  /// Adds an attribute before the others: a rule of the user goes first where several fit.
  record AddAttribute(String dimension, Attribute attribute) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.changing(dimension, old -> old.with(0, attribute));
    }
  }

  record RemoveDimension(String dimension) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      structure.need(dimension);
      return structure.without(dimension);
    }
  }

  /// Takes an attribute away; its rows go where the other rules put them.
  record RemoveAttribute(String dimension, String attribute) implements StructureEdit {
    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.changing(
          dimension,
          old -> {
            old.need(attribute);
            return old.without(attribute).forgetting(attribute);
          });
    }
  }

  /// Gives rows an attribute whatever the rules say.
  ///
  /// @param attribute empty for none
  record Reassign(String dimension, List<RowKey> rows, String attribute) implements StructureEdit {
    public Reassign {
      rows = List.copyOf(rows);
    }

    @Override
    public SubpopulationStructure apply(SubpopulationStructure structure) {
      return structure.changing(
          dimension,
          old -> {
            if (!attribute.isEmpty()) {
              old.need(attribute);
            }
            return old.reassigning(rows, attribute);
          });
    }
  }
}
