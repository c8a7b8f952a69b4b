package outcrop.analysis.render;

import java.util.List;
import java.util.Optional;

/// What the marks of a relation stand for: in words, and as places of its fields.
public interface RelationMarks extends Drawing.Facts {
  /// The places of an item, one for each field that it speaks of; empty for an unknown item.
  ///
  /// @param item the number of a [Target.Item]
  List<Place> places(int item);

  /// The place that an entry of the legend stands for; empty where entries stand for none.
  default Optional<Place> entry(int entry) {
    return Optional.empty();
  }

  /// Places of a field that lie beside each other.
  ///
  /// @param field its number in the data
  /// @param first place
  /// @param last place, the first one where it is alone
  record Place(int field, int first, int last) {
    static Place of(int field, int slot) {
      return new Place(field, slot, slot);
    }
  }
}
