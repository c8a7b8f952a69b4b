package outcrop.analysis.model;

import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// What the making of a model works with.
///
/// @param columns the dataset and its derived fields
/// @param files the images that cells name and the spaces that were kept
/// @param tasks runs parts beside each other
/// @param context hears of the progress and knows whether to stop
public record ModelInput(
    ColumnStore columns, ModelFiles files, TaskRunner tasks, TaskContext context) {
  /// Of columns alone.
  public ModelInput(ColumnStore columns, TaskRunner tasks, TaskContext context) {
    this(columns, ModelFiles.NONE, tasks, context);
  }

  /// A field that the model reads.
  ///
  /// @throws UserFailure where the dataset has no such field
  public Column column(String field) {
    if (columns.schema().find(field).isEmpty()) {
      throw new UserFailure(
          "There is no field “" + field + "” in this dataset; name one that it has.");
    }
    return columns.column(field);
  }

  /// A vector field that the model reads.
  ///
  /// @throws UserFailure where there is no such field, or it holds no vectors
  public VectorColumn vectors(String field) {
    if (column(field) instanceof VectorColumn vectors && vectors.dimensions() > 0) {
      return vectors;
    }
    throw new UserFailure(
        "“"
            + field
            + "” holds no vectors; make a vector space of it first, or name another field.");
  }
}
