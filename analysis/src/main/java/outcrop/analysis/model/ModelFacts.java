package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What the making of a model found out beside its columns: how many rows it saw, how good it is,
/// what the user should know. Stored with the columns, so that asking costs nothing.
///
/// As JSON, the property `type` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = ModelFacts.Space.class, name = "space")})
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
}
