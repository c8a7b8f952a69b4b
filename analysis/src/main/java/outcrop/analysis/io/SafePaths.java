package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import outcrop.analysis.task.UserFailure;

/// Paths that come out of data, which may name only what lies in its own folder.
final class SafePaths {
  private SafePaths() {}

  /// The file that a description names.
  ///
  /// @param root the folder of the description
  /// @param written a relative path as the description has it
  /// @throws UserFailure where it is absolute, climbs out of the folder, or is a link that does
  static Path inside(Path root, String written, String description) {
    try {
      Path path = root.resolve(written).normalize();
      boolean stays = !Path.of(written).isAbsolute() && path.startsWith(root.normalize());
      if (stays && leadsInside(root, path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new UserFailure(
          description + " names \"" + written + "\", which is no path; correct it there.", e);
    }
    throw new UserFailure(
        description
            + " names \""
            + written
            + "\", which lies outside its folder; move the file in and correct the name.");
  }

  /// Whether a path, with all links followed, stays in the folder. True for what does not exist:
  /// there is nothing to reach.
  static boolean leadsInside(Path root, Path path) {
    try {
      return path.toRealPath().startsWith(root.toRealPath());
    } catch (java.nio.file.NoSuchFileException gone) {
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }
}
