package outcrop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import outcrop.analysis.project.ProjectDocument;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.project.ProjectLock;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import outcrop.analysis.workspace.Workspace;

/// Where an import puts its project: a new folder, or the place of an old project.
///
/// An old project is there until the new one is complete: the new data is moved into its cache first, and saving
/// the project file is the one step that replaces it.
final class ProjectPlace {
  private final Path folder;
  private final boolean replaces;
  private final TaskRunner runner;

  private ProjectPlace(Path folder, boolean replaces, TaskRunner runner) {
    this.folder = folder;
    this.replaces = replaces;
    this.runner = runner;
  }
}
