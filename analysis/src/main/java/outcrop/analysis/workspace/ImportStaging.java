package outcrop.analysis.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// A new project while it is being made, under a name that nobody takes for a project. Becomes the
/// project in one move; what a killed import left behind is removed by the next one.
final class ImportStaging implements AutoCloseable {
  private static final String MARK = ".importing-";

  private final Path target;
  private final Path folder;

  /// @throws UserFailure when the target exists or its place cannot be written
  ImportStaging(Path projectFolder) {
    this.target = projectFolder.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new UserFailure(
          projectFolder
              + (ProjectFolder.isProject(target)
                  ? " is a project already: open it, or choose another name."
                  : " exists already and is not a project: choose another name."));
    }
    String prefix = "." + target.getFileName() + MARK;
    this.folder = target.resolveSibling(prefix + ProcessHandle.current().pid());
    try {
      Files.createDirectories(target.resolveSibling("."));
      removeStale(prefix);
      WholeFile.deleteTree(folder);
      Files.createDirectory(folder);
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(projectFolder, failure), failure);
    }
  }

  Path folder() {
    return folder;
  }

  /// Makes the project visible under its name.
  void finish() {
    try {
      WholeFile.move(folder, target);
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(target, failure), failure);
    }
  }

  private void removeStale(String prefix) throws IOException {
    try (Stream<Path> siblings = Files.list(target.resolveSibling("."))) {
      for (Path sibling : siblings.toList()) {
        String name = sibling.getFileName().toString();
        if (name.startsWith(prefix) && isDead(name.substring(prefix.length()))) {
          WholeFile.deleteTree(sibling);
        }
      }
    }
  }

  private static boolean isDead(String pid) {
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  /// Removes what is left of an import that did not finish; does nothing after [#finish].
  @Override
  public void close() {
    try {
      WholeFile.deleteTree(folder);
    } catch (IOException stale) {
      // The next import to the same name removes it.
      return;
    }
  }
}
