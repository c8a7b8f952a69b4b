package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the making of a model found out beside its columns: how many rows it saw, how good it is,
/// what the user should know. Stored with the columns, so that asking costs nothing.
///
/// As JSON, the property `type` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ModelFacts.Space.class, name = "space"),
  @JsonSubTypes.Type(value = ModelFacts.Map.class, name = "map"),
  @JsonSubTypes.Type(value = ModelFacts.Clusters.class, name = "clusters")
})
public sealed interface ModelFacts {
  /// What the user should know, one sentence each.
  List<String> notes();

  /// About a vector space.
  ///
  /// @param rows rows that have a vector
  /// @param missing rows that have none
  /// @param dimensions numbers per vector
  record Space(int rows, int missing, int dimensions, List<String> notes) implements ModelFacts {
    public Space {
      notes = List.copyOf(notes);
    }
  }

  /// About a map.
  ///
  /// @param rows rows that have a place
  /// @param missing rows that have none
  /// @param neighbours of each row that were used; 0 where the method asks for none
  /// @param recall share of the true neighbours that the method knew, 1 where it knew all
  /// @param pieces parts that no neighbours tie together
  /// @param quality how far the map can be trusted; null where there are too few rows to say
  record Map(
      int rows,
      int missing,
      int neighbours,
      double recall,
      int pieces,
      @Nullable MapQuality quality,
      List<String> notes)
      implements ModelFacts {
    public Map {
      notes = List.copyOf(notes);
    }
  }

  /// About clusters.
  ///
  /// @param rows rows that were clustered, unclustered ones among them
  /// @param missing rows without a usable vector
  /// @param sizes rows per cluster, falling
  /// @param unclustered rows in no cluster
  record Clusters(
      int rows,
      int missing,
      List<Integer> sizes,
      int unclustered,
      ClusterQuality quality,
      List<String> notes)
      implements ModelFacts {
    public Clusters {
      sizes = List.copyOf(sizes);
      notes = List.copyOf(notes);
    }
  }
}
