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

  /// The same of other fields.
  ///
  /// @throws IllegalArgumentException where the fields cannot make such a space
  SpaceSpec of(List<String> fields);

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

    @Override
    public Joined of(List<String> fields) {
      return new Joined(fields, weights);
    }
  }

  /// Texts by the words and parts of words that they share.
  ///
  /// @param fields whose values make up the text of a row, one line each
  /// @param dimensions of the space, 2 to 512; fewer come out where the texts have less to tell
  record Text(List<String> fields, int dimensions, long seed) implements SpaceSpec {
    /// Enough for every dataset that was measured.
    public static final int DEFAULT_DIMENSIONS = 128;

    private static final int MOST_DIMENSIONS = 512;

    /// @throws IllegalArgumentException without fields or for dimensions out of range
    public Text {
      fields = List.copyOf(fields);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("A space of texts needs a field");
      }
      if (dimensions < 2 || dimensions > MOST_DIMENSIONS) {
        throw new IllegalArgumentException(
            "A space of texts has 2 to " + MOST_DIMENSIONS + " dimensions, not " + dimensions);
      }
    }

    @Override
    public List<String> sources() {
      return fields;
    }

    @Override
    public Text of(List<String> other) {
      return new Text(other, dimensions, seed);
    }
  }

  /// Numbers and times standardised, categories and lists one-hot.
  record Table(List<String> fields) implements SpaceSpec {
    /// @throws IllegalArgumentException without fields
    public Table {
      fields = List.copyOf(fields);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("A space of values needs a field");
      }
    }

    @Override
    public List<String> sources() {
      return fields;
    }

    @Override
    public Table of(List<String> other) {
      return new Table(other);
    }
  }

  /// Images by what can be seen without knowing what they show: colours, edges, textures, light.
  ///
  /// @param field whose values name images
  record Image(String field, long seed) implements SpaceSpec {
    @Override
    public List<String> sources() {
      return List.of(field);
    }

    @Override
    public Image of(List<String> fields) {
      if (fields.size() != 1) {
        throw new IllegalArgumentException("A space of images reads one field");
      }
      return new Image(fields.getFirst(), seed);
    }
  }

  /// A space that was learnt once and is kept with the project, so that rows that come later land
  /// where they would have been.
  ///
  /// @param made how it was learnt, with the fields that are read here
  /// @param file the name of the fitted space in [ModelFiles]
  record Saved(SpaceSpec made, String file) implements SpaceSpec {
    /// @throws IllegalArgumentException for what is no name of a space, or a space of a space
    public Saved {
      if (made instanceof Saved || !file.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("Not the name of a saved space: " + file);
      }
    }

    @Override
    public List<String> sources() {
      return made.sources();
    }

    @Override
    public Saved of(List<String> fields) {
      return new Saved(made.of(fields), file);
    }
  }
}
