package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import outcrop.analysis.dataset.FieldType;

/// What is to be learnt from a dataset, as a value: which method, of which fields, with which
/// parameters and which seed. The same spec of the same dataset always has the same result.
///
/// As JSON, the property `type` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SpaceSpec.Joined.class, name = "joinedSpace"),
  @JsonSubTypes.Type(value = SpaceSpec.Text.class, name = "textSpace"),
  @JsonSubTypes.Type(value = SpaceSpec.Table.class, name = "tableSpace"),
  @JsonSubTypes.Type(value = SpaceSpec.Image.class, name = "imageSpace"),
  @JsonSubTypes.Type(value = SpaceSpec.Saved.class, name = "savedSpace"),
  @JsonSubTypes.Type(value = ProjectionSpec.Principal.class, name = "pca"),
  @JsonSubTypes.Type(value = ProjectionSpec.Umap.class, name = "umap"),
  @JsonSubTypes.Type(value = ProjectionSpec.Tsne.class, name = "tsne"),
  @JsonSubTypes.Type(value = ClusterSpec.class, name = "clusters"),
  @JsonSubTypes.Type(value = ProjectionSpec.Placed.class, name = "placed")
})
public sealed interface ModelSpec permits SpaceSpec, ProjectionSpec, ClusterSpec {
  /// The names of the fields that are read, at least one.
  @JsonIgnore
  List<String> sources();

  /// The columns that come out, at least one.
  @JsonIgnore
  List<Output> outputs();

  /// Rises whenever the method gives other numbers than before, so that stored results of earlier
  /// ones are not taken for its own.
  @JsonIgnore
  default int revision() {
    return 1;
  }

  /// @throws IllegalArgumentException where there is no such output
  default Output output(String name) {
    return outputs().stream()
        .filter(output -> output.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no output named " + name));
  }

  /// A column of the result.
  ///
  /// @param name unique in the result, such as `x`
  /// @param type NUMBER, CATEGORY or VECTOR
  record Output(String name, FieldType type) {}
}
