package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.stats.Seeds;

/// A map: how vectors of many dimensions come to lie in two.
public sealed interface ProjectionSpec extends ModelSpec {
  /// The output that holds the place of a row from left to right.
  String X = "x";

  /// The output that holds its place from bottom to top.
  String Y = "y";

  /// The name of the vector field that is mapped.
  String space();

  /// How far two rows are from each other.
  VectorDistance distance();

  /// Where chance begins.
  long seed();

  /// What the method is called, in lower case.
  @JsonIgnore
  String method();

  @Override
  default List<String> sources() {
    return List.of(space());
  }

  @Override
  default List<Output> outputs() {
    return List.of(new Output(X, FieldType.NUMBER), new Output(Y, FieldType.NUMBER));
  }

  /// The two directions in which the vectors vary most: quick, and straight lines stay straight.
  record Principal(String space, VectorDistance distance, long seed) implements ProjectionSpec {
    /// With the usual parameters.
    public static Principal of(String space) {
      return new Principal(space, VectorDistance.COSINE, Seeds.DEFAULT);
    }

    @Override
    public String method() {
      return "pca";
    }
  }

  /// Neighbours stay neighbours, and groups keep some of their places among each other (McInnes,
  /// Healy and Melville, 2018).
  ///
  /// @param neighbours of each row that are to stay near, at least 2
  /// @param minDistance how close points may lie, 0 or more and below `spread`
  /// @param spread how far groups are spread
  /// @param epochs how often each row is moved; 0 for as often as so many rows need
  /// @param negatives random rows that a row is driven away from, for each that it is drawn to
  record Umap(
      String space,
      VectorDistance distance,
      long seed,
      int neighbours,
      double minDistance,
      double spread,
      int epochs,
      int negatives)
      implements ProjectionSpec {
    /// @throws IllegalArgumentException for a parameter that makes no sense
    public Umap {
      if (neighbours < 2 || epochs < 0 || negatives < 1) {
        throw new IllegalArgumentException(
            "UMAP needs at least 2 neighbours, 0 or more epochs and at least 1 negative");
      }
      if (!(minDistance >= 0 && spread > minDistance && spread <= 10)) {
        throw new IllegalArgumentException(
            "The least distance must be 0 or more and below the spread, which is at most 10");
      }
    }

    /// With the usual parameters.
    public static Umap of(String space) {
      return new Umap(space, VectorDistance.COSINE, Seeds.DEFAULT, 15, 0.1, 1, 0, 5);
    }

    @Override
    public String method() {
      return "umap";
    }
  }

  /// Neighbours stay neighbours; sizes of groups and distances between them mean nothing (van der
  /// Maaten, “Accelerating t-SNE using tree-based algorithms”, 2014).
  ///
  /// @param perplexity about how many rows count as neighbours, at least 2
  /// @param iterations how often all rows are moved
  record Tsne(String space, VectorDistance distance, long seed, double perplexity, int iterations)
      implements ProjectionSpec {
    /// @throws IllegalArgumentException for a parameter that makes no sense
    public Tsne {
      if (!(perplexity >= 2 && perplexity <= 500) || iterations < 1) {
        throw new IllegalArgumentException(
            "t-SNE needs a perplexity of 2 to 500 and at least 1 iteration");
      }
    }

    /// With the usual parameters.
    public static Tsne of(String space) {
      return new Tsne(space, VectorDistance.COSINE, Seeds.DEFAULT, 30, 750);
    }

    @Override
    public String method() {
      return "tsne";
    }
  }

  /// Rows on a map that was made before, perhaps of other rows: each lies among the rows of then
  /// that are nearest to it.
  ///
  /// @param space whose vectors are placed; of the same kind as those of then
  /// @param made how the map was made
  /// @param file by which [ModelFiles] knows the map
  record Placed(String space, ProjectionSpec made, String file) implements ProjectionSpec {
    /// @throws IllegalArgumentException for a map that is placed itself, or a name that is no hash
    public Placed {
      if (made instanceof Placed || !file.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("No map that was kept: " + file);
      }
    }

    @Override
    @JsonIgnore
    public VectorDistance distance() {
      return made.distance();
    }

    @Override
    @JsonIgnore
    public long seed() {
      return made.seed();
    }

    @Override
    public String method() {
      return made.method();
    }
  }
}
