package outcrop.analysis.workspace;

import java.nio.file.Path;
import java.util.List;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Projects for data files that are looked at without making a project of them, kept in the user's
/// cache folder by content. A file that did not change is read once.
///
/// It is bounded: the projects used longest ago are deleted beyond a number or a size, but never
/// one that a living process uses.
///
/// @param root the folder that holds them; may be deleted at any time
/// @param mostProjects how many are kept
/// @param mostBytes how large all of them may be together
public record DataCache(Path root, int mostProjects, long mostBytes) {
  private static final int MOST_PROJECTS = 20;
  private static final long MOST_BYTES = 10L << 30;

  /// With the usual bounds.
  public DataCache(Path root) {
    this(root, MOST_PROJECTS, MOST_BYTES);
  }

  /// The place that the operating system has for caches.
  public static DataCache ofUser() {
    String home = System.getProperty("user.home", ".");
    String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    String xdg = System.getenv("XDG_CACHE_HOME");
    String local = System.getenv("LOCALAPPDATA");
    Path base;
    if (os.contains("win") && local != null) {
      base = Path.of(local);
    } else if (os.contains("mac")) {
      base = Path.of(home, "Library", "Caches");
    } else {
      base = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(home, ".cache");
    }
    return new DataCache(base.resolve("outcrop"));
  }

  /// The project of the files as the importer guesses them; imported now where it is not there yet.
  ///
  /// @throws UserFailure when a file cannot be read
  public Path projectOf(List<Path> sources, TaskRunner runner, TaskContext context) {
    Importer importer = new Importer(runner);
    ImportPreview preview = importer.preview(sources, context);
    Path base = Path.of("").toAbsolutePath();
    Path folder =
        root.resolve(importer.fingerprint(preview.spec(), base).hex() + ProjectFolder.SUFFIX);
    CacheBound bound = new CacheBound(root, mostProjects, mostBytes);
    if (!bound.use(folder)) {
      try {
        Workspace.importInto(folder, preview, base, runner, context);
      } catch (UserFailure failure) {
        // Another process may have made the same project meanwhile; then there is nothing to
        // complain of.
        if (!ProjectFolder.isProject(folder)) {
          throw failure;
        }
      }
      bound.use(folder);
      bound.enforce();
    }
    return folder;
  }
}
