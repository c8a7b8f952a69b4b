package outcrop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Keeps what a developer needs to know of a defect in a file, so that the user sees one sentence.
final class DefectLog {
  private static final int DEPTH = 12;

  private DefectLog() {}

  /// Writes a defect into a new file of `folder`.
  ///
  /// @return the file, empty where it could not be written
  static Optional<Path> write(Path folder, String command, Throwable defect) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Path file = folder.resolve("defect-" + now.toString().replace(':', '-') + ".log");
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file,
          now
              + "\nCommand: "
              + command
              + "\nJava "
              + System.getProperty("java.version")
              + " on "
              + System.getProperty("os.name")
              + "\n\n"
              + trace(defect));
      return Optional.of(file);
    } catch (IOException noPlaceForLogs) {
      return Optional.empty();
    }
  }

  /// The stack trace of a failure with its causes, as text.
  static String trace(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable now = failure;
    for (int depth = 0; now != null && depth < DEPTH; depth++) {
      text.append(depth == 0 ? "" : "Caused by: ").append(now).append('\n');
      for (StackTraceElement element : now.getStackTrace()) {
        text.append("    at ").append(element).append('\n');
      }
      for (Throwable suppressed : now.getSuppressed()) {
        text.append("    Suppressed: ").append(suppressed).append('\n');
      }
      now = now.getCause();
    }
    return text.toString();
  }
}
