package outcrop.analysis.model;

import java.util.List;
import outcrop.analysis.dataset.FieldType;

/// A vector space: how each row gets a vector. Its one output is a vector field, and whatever
/// compares rows takes the space by the name of that field.
public sealed interface SpaceSpec extends ModelSpec {
  /// The output of every space.
  String VECTOR = "vector";

  @Override
  default List<Output> outputs() {
    return List.of(new Output(VECTOR, FieldType.VECTOR));
  }

  /// Several spaces side by side: the vectors of a row one after the other, each at length one and
  /// times its weight. A row that misses one of them has none.
  ///
  /// @param spaces names of vector fields
  /// @param weights one per space, positive; the parts of a squared distance
  record Joined(List<String> spaces, List<Double> weights) implements SpaceSpec {
    /// @throws IllegalArgumentException for fewer than two spaces or weights that do not fit
    public Joined {
      spaces = List.copyOf(spaces);
      weights = List.copyOf(weights);
      if (spaces.size() < 2 || weights.size() != spaces.size()) {
        throw new IllegalArgumentException("At least two spaces are joined, each with a weight");
      }
      if (weights.stream().anyMatch(weight -> !(weight > 0 && Double.isFinite(weight)))) {
        throw new IllegalArgumentException("The weight of a space is a positive number");
      }
    }

    @Override
    public List<String> sources() {
      return spaces;
    }
  }
}
