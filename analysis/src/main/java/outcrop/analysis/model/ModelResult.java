package outcrop.analysis.model;

import java.util.List;
import outcrop.analysis.column.Column;

/// What a model says about every row, and about itself.
///
/// @param columns one per output of the spec, in its order, named like the output; one value per
///   row of the dataset, missing for rows that the method could not take
public record ModelResult(List<Column> columns, ModelFacts facts) {
  public ModelResult {
    columns = List.copyOf(columns);
  }
}
