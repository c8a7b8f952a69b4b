package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.image.Image;
import outcrop.analysis.task.TaskContext;

/// Gives the pictures of rows.
@FunctionalInterface
public interface RowPictures {
  /// The picture of a row, no larger than asked for. Slow: never called on the screen's thread.
  ///
  /// @return empty where the row has no picture
  /// @throws outcrop.analysis.task.UserFailure where it has one that cannot be shown: one sentence
  Optional<Image> picture(int row, int maxWidth, int maxHeight, TaskContext context);
}
