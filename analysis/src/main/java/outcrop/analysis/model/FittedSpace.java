package outcrop.analysis.model;

import java.util.List;
import outcrop.analysis.column.VectorColumn;

/// What was learnt from the rows of a dataset, so that other rows, of this dataset or of another,
/// get places in the same space.
public sealed interface FittedSpace permits TextSpace, TableSpace, ImageSpace {
  /// Numbers per vector.
  int dimensions();

  /// The vectors of all rows of a dataset.
  ///
  /// @param fields whose values are read, as many as the space was learnt from where it tells them
  ///   apart
  /// @throws outcrop.analysis.task.UserFailure where the fields are not there or of another kind
  Placed place(List<String> fields, ModelInput input);

  /// The vectors of rows.
  ///
  /// @param notes what the user should know about them, one sentence each
  record Placed(VectorColumn vectors, List<String> notes) {
    Placed(VectorColumn vectors) {
      this(vectors, List.of());
    }

    public Placed {
      notes = List.copyOf(notes);
    }
  }
}
