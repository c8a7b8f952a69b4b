package outcrop.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;
import outcrop.analysis.workspace.ImportChange;
import outcrop.analysis.workspace.ProjectInUse;
import outcrop.analysis.workspace.Workspace;

/// The program as a whole: which screen is shown, and which project is open.
public final class ApplicationViewModel implements AutoCloseable {
  /// What fills the window.
  public enum Screen {
    START,
    IMPORT,
    /// A project is being opened.
    OPENING,
    PROJECT
  }

  /// A project that somebody else writes.
  ///
  /// @param holder who, in words
  public record Held(Path folder, String holder) {}

  private final Work work;
  private final UserPreferences preferences;
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.START);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Held> held = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable WorkspaceViewModel> project =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable ImportChange> change =
      new ReadOnlyObjectWrapper<>(null);
  private @Nullable ImportChange waiting;
  private boolean rereading;
  private Words words;
  private ImportViewModel importing;
  private @Nullable TaskHandle<?> opening;

  public ApplicationViewModel(Work work, UserPreferences preferences) {
    this.work = work;
    this.preferences = preferences;
    this.words = new Words(preferences.language());
    this.importing = new ImportViewModel(work, words, this::imported);
  }

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  /// Why the last thing asked for did not come about, in one sentence; empty where all is well.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The project that could not be opened for writing, null where there was none.
  public ReadOnlyObjectProperty<@Nullable Held> heldProperty() {
    return held.getReadOnlyProperty();
  }

  /// The open project, null where none is.
  public ReadOnlyObjectProperty<@Nullable WorkspaceViewModel> projectProperty() {
    return project.getReadOnlyProperty();
  }

  public ImportViewModel importing() {
    return importing;
  }

  public UserPreferences preferences() {
    return preferences;
  }

  public Words words() {
    return words;
  }

  /// Speaks another language from now on; models made before keep theirs.
  public void setWords(Words newWords) {
    words = newWords;
    if (importing.phaseProperty().get() == ImportViewModel.Phase.EMPTY) {
      importing = new ImportViewModel(work, words, this::imported);
    }
    WorkspaceViewModel open = project.get();
    if (open != null) {
      open.setWords(newWords);
    }
  }

  /// Opens what the user dropped or named: a project, or data to import.
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    Path first = paths.getFirst();
    if (paths.size() == 1 && isProject(first)) {
      Path folder = first.endsWith("project.json") ? first.resolveSibling("") : first;
      openProject(folder.toAbsolutePath().normalize(), false);
    } else {
      importFiles(paths);
    }
  }

  private static boolean isProject(Path path) {
    return ProjectFolder.isProject(path)
        || path.endsWith("project.json")
        || path.toString().endsWith(ProjectFolder.SUFFIX);
  }

  /// Opens a project in the place of the one that is open.
  public void openProject(Path folder, boolean readOnly) {
    held.set(null);
    start(
        words.of("opening.project", folder.getFileName()),
        task -> {
          task.stage(words.of("opening.stage"));
          return Workspace.open(folder, readOnly, work.runner());
        },
        failure -> {
          if (failure instanceof ProjectInUse inUse) {
            held.set(new Held(folder, inUse.holder()));
          }
        });
  }

  /// Opens a project that is made first.
  public void openMade(String title, BackgroundTask<Workspace> make) {
    held.set(null);
    start(title, make, _ -> {});
  }

  private void start(
      String title,
      BackgroundTask<Workspace> open,
      java.util.function.Consumer<Throwable> alsoTold) {
    Screen before = screen.get() == Screen.OPENING ? Screen.START : screen.get();
    problem.set("");
    screen.set(Screen.OPENING);
    BackgroundTask<Workspace> guarded =
        task -> {
          try {
            return open.run(task);
          } catch (Exception failure) {
            work.delivery().execute(() -> alsoTold.accept(failure));
            throw failure;
          }
        };
    opening =
        work.start(
            title,
            guarded,
            workspace -> {
              opening = null;
              opened(workspace);
            },
            sentence -> {
              opening = null;
              problem.set(sentence);
              screen.set(before == Screen.PROJECT && project.get() == null ? Screen.START : before);
            });
  }

  private void opened(Workspace workspace) {
    imported(workspace, ImportViewModel.Place.START);
  }

  private void imported(Workspace workspace, ImportViewModel.Place place) {
    closeProject();
    preferences.opened(workspace.folder());
    importing = new ImportViewModel(work, words, this::imported);
    WorkspaceViewModel opened = new WorkspaceViewModel(workspace, work, words);
    opened.startAt(place);
    Path folder = workspace.folder();
    workspace.onDataReplaced(() -> work.delivery().execute(() -> reopen(folder)));
    project.set(opened);
    screen.set(Screen.PROJECT);
    change.set(waiting);
    waiting = null;
  }

  /// Starts the import of files.
  public void importFiles(List<Path> files) {
    problem.set("");
    screen.set(Screen.IMPORT);
    importing.addFiles(files);
  }

  /// Shows the import without files.
  public void newImport() {
    importFiles(List.of());
  }

  /// Leaves the import; the open project, where there is one, is shown again.
  public void leaveImport() {
    importing.cancel();
    importing = new ImportViewModel(work, words, this::imported);
    screen.set(project.get() == null ? Screen.START : Screen.PROJECT);
  }

  /// Reads the sources of the open project again; where they changed, the project is opened anew
  /// and [#changeProperty] says what became of its rows.
  public void readSourcesAgain() {
    WorkspaceViewModel open = project.get();
    if (open == null) {
      return;
    }
    problem.set("");
    rereading = true;
    work.start(
        words.of("reread.running"),
        task -> open.workspace().reimport(List.of(), task),
        found -> {
          rereading = false;
          if (found.keys().isEmpty()) {
            change.set(found);
          } else {
            // The answer waits for the project to be open again.
            waiting = found;
            reopen(open.workspace().folder());
          }
        },
        sentence -> {
          rereading = false;
          problem.set(sentence);
        });
  }

  /// What the last reading of the sources did to the rows, null where it was seen.
  public ReadOnlyObjectProperty<@Nullable ImportChange> changeProperty() {
    return change.getReadOnlyProperty();
  }

  /// Forgets what became of the rows.
  public void dismissChange() {
    change.set(null);
  }

  private void reopen(Path folder) {
    WorkspaceViewModel open = project.get();
    if (!rereading && open != null && open.workspace().folder().equals(folder)) {
      closeProject();
      openProject(folder, false);
    }
  }

  /// Closes the project and shows the start.
  public void toStart() {
    closeProject();
    problem.set("");
    held.set(null);
    screen.set(Screen.START);
  }

  /// Forgets what went wrong.
  public void dismissProblem() {
    problem.set("");
    held.set(null);
  }

  /// How far the opening is, empty where nothing is being opened.
  public Optional<TaskProgress> progress() {
    TaskHandle<?> task = opening;
    return task == null ? Optional.empty() : Optional.of(task.progress());
  }

  /// Stops the opening.
  public void cancelOpening() {
    TaskHandle<?> task = opening;
    if (task != null) {
      task.cancel();
    }
  }

  private void closeProject() {
    WorkspaceViewModel open = project.get();
    project.set(null);
    if (open != null) {
      open.close();
    }
  }

  /// Saves and closes what is open.
  @Override
  public void close() {
    importing.cancel();
    closeProject();
  }

  public Work work() {
    return work;
  }
}
