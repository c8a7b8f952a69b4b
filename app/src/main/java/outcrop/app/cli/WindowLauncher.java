package outcrop.app.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Opens the window for the command line, which itself knows no toolkit.
@FunctionalInterface
public interface WindowLauncher {
  /// Opens the window and returns when it is closed.
  ///
  /// @param place a project folder or a data file, which exists; empty for what was open last
  /// @return the exit code of the program
  /// @throws outcrop.analysis.task.UserFailure when no window can be opened here
  int open(Optional<Path> place);
}
