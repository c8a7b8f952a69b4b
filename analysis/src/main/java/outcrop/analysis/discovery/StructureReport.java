package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// How the rows of a dataset are spread over a structure.
///
/// @param rows of the dataset
/// @param dimensions in the order of the structure
/// @param unassigned rows that have no attribute in any dimension
public record StructureReport(
    SubpopulationStructure structure, int rows, List<OfDimension> dimensions, int unassigned) {
  /// How the rows are spread over a dimension.
  ///
  /// @param sizes rows of each attribute
  /// @param unassigned rows without attribute
  /// @param rows rows of which the dimension speaks
  /// @param confidence mean of the rows with an attribute; NaN where there is none
  public record OfDimension(
      Dimension dimension, int[] sizes, int unassigned, int rows, double confidence) {}

  /// @param evaluate evaluates predicates over the columns
  /// @throws outcrop.analysis.task.UserFailure where a rule names a field that is not there
  public static StructureReport of(
      SubpopulationStructure structure,
      ColumnStore columns,
      Function<Predicate, RowSet> evaluate,
      TaskRunner tasks,
      TaskContext context) {
    List<OfDimension> dimensions = new ArrayList<>();
    boolean[] assigned = new boolean[columns.rowCount()];
    for (Dimension dimension : structure.dimensions()) {
      Assignment assignment = Assignment.of(dimension, columns, evaluate, tasks, context);
      for (int row = 0; row < assigned.length; row++) {
        assigned[row] |= assignment.attributes()[row] >= 0;
      }
      dimensions.add(
          new OfDimension(
              dimension,
              assignment.sizes(),
              assignment.unassigned(),
              assignment.inScope(),
              assignment.confidence()));
    }
    int unassigned = 0;
    for (boolean one : assigned) {
      unassigned += one ? 0 : 1;
    }
    return new StructureReport(structure, columns.rowCount(), dimensions, unassigned);
  }
}
