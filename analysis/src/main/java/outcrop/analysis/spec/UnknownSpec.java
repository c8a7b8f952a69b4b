package outcrop.analysis.spec;

import java.util.Map;

/// A view of a kind that this version does not know. Shown as a placeholder, written back
/// unchanged.
///
/// @param type the kind as written
/// @param extra everything else of it
public record UnknownSpec(String id, String title, String type, Map<String, Object> extra)
    implements ViewSpec {
  public UnknownSpec {
    extra = Extra.copy(extra);
  }

  @Override
  public UnknownSpec withTitle(String value) {
    return new UnknownSpec(id, value, type, extra);
  }
}
