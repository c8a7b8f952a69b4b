package outcrop.analysis.curation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.spec.ShapeTarget;

/// The shape wanted of one field, with all that is needed to find its classes again, whatever
/// becomes of the view in which it was set.
///
/// @param edges of the bins of numbers and times, as [FieldClasses#between] reads them; empty where
///   each value is a class
/// @param names the shown name by value, of values that were shown merged or renamed
public record FieldTarget(
    String field,
    List<String> edges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names,
    ShapeTarget target) {
  public FieldTarget(
      String field, List<String> edges, @Nullable Map<String, String> names, ShapeTarget target) {
    this.field = field;
    this.edges = List.copyOf(edges);
    // Recipes that are older than this component do not have it.
    this.names = names == null ? Map.of() : Map.copyOf(names);
    this.target = target;
  }

  /// A target for the values of a field, each as it is.
  public static FieldTarget of(String field, ShapeTarget target) {
    return new FieldTarget(field, List.of(), Map.of(), target);
  }

  public FieldTarget withTarget(ShapeTarget value) {
    return new FieldTarget(field, edges, names, value);
  }

  /// The classes that rows of a column lie in.
  ///
  /// @param column of the field, as it is stored
  /// @throws outcrop.analysis.task.UserFailure where field and edges do not go together
  FieldClasses classes(Column column, ColumnUse use) {
    return FieldClasses.between(FieldClasses.shown(column, names), edges, use);
  }
}
