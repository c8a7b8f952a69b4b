package outcrop.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `open`: the window.
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens the window on a project or a data file.",
    footerHeading = "%nExample:%n",
    footer = "  outcrop open reviews.outcrop")
final class OpenCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "P",
      description = "A project folder or a data file; without it, what was open last.")
  private @Nullable Path place;

  OpenCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return open(session, Optional.ofNullable(place));
  }

  /// Opens the window.
  ///
  /// @throws UserFailure when the place is not there or this program has no window
  static int open(Session session, Optional<Path> place) {
    place
        .filter(path -> !Files.exists(path))
        .ifPresent(
            path -> {
              throw new UserFailure(
                  path + " does not exist: name a project folder or a data file.");
            });
    WindowLauncher window = session.surroundings().window();
    if (window == null) {
      throw new UserFailure(
          "This Outcrop has no window: use import, profile, search, distribution, plot or"
              + " export.");
    }
    return window.open(place);
  }
}
