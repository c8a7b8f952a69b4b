package outcrop.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.workspace.DataCache;

/// Everything about the user's machine that a run depends on.
///
/// @param terminal what the streams are connected to
/// @param cache the folder for data that can be made again
/// @param debug whether stack traces are printed too
/// @param window how the window is opened, null where this program has none
record Surroundings(Terminal terminal, Path cache, boolean debug, @Nullable WindowLauncher window) {

  static Surroundings ofProgram(@Nullable WindowLauncher window) {
    return new Surroundings(
        Terminal.ofProgram(),
        DataCache.ofUser().root(),
        "1".equals(System.getenv("OUTCROP_DEBUG")),
        window);
  }
}
