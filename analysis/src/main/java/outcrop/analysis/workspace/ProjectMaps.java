package outcrop.analysis.workspace;

import java.nio.file.Path;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.model.FittedMap;
import outcrop.analysis.model.ModelFiles;
import outcrop.analysis.model.ProjectionSpec;
import outcrop.analysis.task.UserFailure;

/// Saves maps of the rows of a project, and places rows on maps that were saved. Safe for several
/// threads.
public final class ProjectMaps {
  private final ColumnStore columns;
  private final ModelFiles files;

  ProjectMaps(ColumnStore columns, ModelFiles files) {
    this.columns = columns;
    this.files = files;
  }

  /// Saves a map whose places are fields of the project, so that other rows can be placed on it.
  ///
  /// @param x the field of its first output
  /// @param y the field of its second
  /// @throws UserFailure where the file cannot be written
  public void save(ProjectionSpec spec, String x, String y, Path file) {
    FittedMap map =
        spec instanceof ProjectionSpec.Placed placed
            ? files.map(placed.file())
            : FittedMap.of(
                spec,
                (VectorColumn) columns.column(spec.space()),
                (NumberColumn) columns.column(x),
                (NumberColumn) columns.column(y));
    map.write(file);
  }

  /// A map that was saved to a file, perhaps from another dataset, for the rows of this one. It is
  /// kept with the project, so that rows that come later have places on it.
  ///
  /// @param space whose vectors are placed
  /// @throws UserFailure where the file is no saved map
  public ProjectionSpec use(Path file, String space) {
    FittedMap map = FittedMap.read(file);
    return new ProjectionSpec.Placed(space, map.made(), files.keep(map));
  }
}
