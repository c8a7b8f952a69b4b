package outcrop.app.view.part;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import outcrop.analysis.task.TaskHandle;

/// The jobs that run, with stage, progress, time left and a way to stop each. Work that ends within
/// half a second never shows, and without work the pane takes no room.
public final class JobsPane extends Region {
  /// @param words gives the pattern of a key in `parts.properties`
  /// @param running the jobs that run now, asked for a few times a second while the pane is in a
  ///   window
  public JobsPane(Function<String, String> words, Supplier<List<TaskHandle<?>>> running) {}
}
