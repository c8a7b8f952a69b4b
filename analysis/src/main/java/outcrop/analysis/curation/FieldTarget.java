package outcrop.analysis.curation;

import java.util.List;
import outcrop.analysis.spec.ShapeTarget;

/// The shape wanted of one field, with all that is needed to find its classes again.
///
/// @param edges of the bins of numbers and times, as [outcrop.analysis.query.FieldClasses#between]
///   reads them; empty for the values of a category
public record FieldTarget(String field, List<String> edges, ShapeTarget target) {
  public FieldTarget {
    edges = List.copyOf(edges);
  }

  /// A target for the values of a category.
  public static FieldTarget of(String field, ShapeTarget target) {
    return new FieldTarget(field, List.of(), target);
  }
}
