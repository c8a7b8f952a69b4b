package outcrop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import outcrop.analysis.command.History;
import outcrop.analysis.command.HistoryCodec;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.project.ProjectLock;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// The place of an old project that a new import takes over.
///
/// The old project is there until the new one is complete: the new data is moved into its cache
/// first, and then saving the project file is the one step that replaces it. A kill at any moment
/// leaves one of the two.
final class ProjectPlace {
  private static final String MARK = ".replacing-";

  private final Path folder;

  ProjectPlace(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// Whether there is a project to be replaced.
  boolean isTaken() {
    return ProjectFolder.isProject(folder);
  }

  /// Replaces the project by one that `make` puts into the folder that it is given.
  ///
  /// @throws UserFailure when somebody has the project open, or its folder cannot be written
  void replace(UnaryOperator<Path> make) {
    ProjectLock lock =
        ProjectLock.take(folder)
            .orElseThrow(
                () ->
                    new UserFailure(
                        folder
                            + " is open already ("
                            + ProjectLock.holder(folder)
                            + "): close it there, then replace it."));
    // A sibling, so that relative paths in the new project hold in the place of the old one.
    Path beside =
        folder.resolveSibling("." + folder.getFileName() + MARK + ProcessHandle.current().pid());
    try (lock) {
      delete(beside);
      takeOver(make.apply(beside));
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(folder, failure), failure);
    } finally {
      deleteQuietly(beside);
    }
  }

  private void takeOver(Path made) throws IOException {
    ProjectFolder target = new ProjectFolder(folder);
    ProjectFolder fresh = new ProjectFolder(made);
    String name = String.valueOf(folder.getFileName());
    ProjectState state =
        fresh
            .load()
            .state()
            .withName(
                name.endsWith(ProjectFolder.SUFFIX)
                    ? name.substring(0, name.length() - ProjectFolder.SUFFIX.length())
                    : name);
    Path cache = target.cache(state);
    if (!Files.exists(cache)) {
      Files.createDirectories(target.caches());
      WholeFile.move(fresh.cache(state), cache);
    }
    target.save(state, HistoryCodec.toNode(History.of(state)));
    removeOtherCaches(target.caches(), cache);
  }

  private static void removeOtherCaches(Path caches, Path kept) throws IOException {
    try (Stream<Path> all = Files.list(caches)) {
      for (Path cache : all.toList()) {
        if (!cache.equals(kept)) {
          delete(cache);
        }
      }
    }
  }

  private static void deleteQuietly(Path root) {
    try {
      delete(root);
    } catch (IOException stale) {
      // A hidden folder is left behind, which harms nothing; the result of the import counts.
      return;
    }
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
