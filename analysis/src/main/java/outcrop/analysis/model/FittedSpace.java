package outcrop.analysis.model;

import java.util.List;
import outcrop.analysis.column.VectorColumn;

/// What was learnt from the rows of a dataset, so that other rows, of this dataset or of another,
/// get places in the same space.
public sealed interface FittedSpace permits TextSpace, TableSpace {
  /// Numbers per vector.
  int dimensions();

  /// The vectors of all rows of a dataset.
  ///
  /// @param fields whose values are read, as many as the space was learnt from where it tells them
  ///   apart
  /// @throws outcrop.analysis.task.UserFailure where the fields are not there or of another kind
  VectorColumn place(List<String> fields, ModelInput input);
}
