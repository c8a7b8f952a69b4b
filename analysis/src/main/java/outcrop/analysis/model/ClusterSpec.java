package outcrop.analysis.model;

import java.util.List;
import outcrop.analysis.dataset.FieldType;

/// Clusters of the rows of a vector space. The one output is a category: “1” for the largest
/// cluster, “2” for the next; names that people give stand in the derivation.
///
/// @param space the name of the vector field
/// @param seed where random numbers start
public record ClusterSpec(String space, ClusterMethod method, long seed) implements ModelSpec {
  /// The output.
  public static final String CLUSTER = "cluster";

  /// The value of rows that have a vector and are in no cluster.
  public static final String UNCLUSTERED = "unclustered";

  @Override
  public List<String> sources() {
    return List.of(space);
  }

  @Override
  public List<Output> outputs() {
    return List.of(new Output(CLUSTER, FieldType.CATEGORY));
  }
}
