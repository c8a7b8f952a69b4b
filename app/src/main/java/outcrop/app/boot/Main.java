package outcrop.app.boot;

import java.nio.file.Path;
import java.util.Optional;
import outcrop.analysis.task.UserFailure;
import outcrop.app.cli.CommandLineFace;

/// Entry point of the program: the command line, which opens the window for `open` and for no
/// arguments.
///
/// It does not extend `Application`, so that the Java launcher starts it with JavaFX on the class
/// path, and so that the command line works without JavaFX.
public final class Main {
  private Main() {}

  /// Runs the command line and ends the program with its exit code.
  public static void main(String[] arguments) {
    LibraryNotices.silence();
    String[] command = arguments.length == 0 ? new String[] {"open"} : arguments;
    System.exit(CommandLineFace.run(command, System.out, System.err, Main::openWindow));
  }

  private static int openWindow(Optional<Path> place) {
    try {
      WindowApp.open(place.map(path -> new String[] {path.toString()}).orElse(new String[0]));
      return 0;
    } catch (UnsupportedOperationException noDisplay) {
      throw new UserFailure(
          "No window can be opened here ("
              + noDisplay.getMessage()
              + "): check DISPLAY, or use the commands of outcrop --help.",
          noDisplay);
    }
  }
}
