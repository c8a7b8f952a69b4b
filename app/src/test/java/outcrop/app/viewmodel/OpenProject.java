package outcrop.app.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.workspace.Workspace;

/// A small project for tests of models; everything happens on the calling thread.
final class OpenProject {
  static final String TABLE =
      """
      name,sex,age,city,note
      Ada,f,36,London,likes engines
      Alan,m,41,London,likes engines and apples
      Grace,f,85,New York,finds moths
      Kurt,m,71,Princeton,does not like engines
      Emmy,f,53,,proves things
      """;

  private static final DirectTaskRunner RUNNER = new DirectTaskRunner();
  static final Work WORK = new Work(RUNNER, Runnable::run);
  static final Words WORDS = new Words(java.util.Locale.ENGLISH);

  private OpenProject() {}

  /// Imports [#TABLE] into a folder and opens it.
  static WorkspaceViewModel in(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), TABLE);
    ImportSpec spec =
        new Importer(RUNNER).preview(java.util.List.of(file), TaskContext.NONE).spec();
    Path project = folder.resolve("people.outcrop");
    Workspace.importInto(project, spec, folder, RUNNER, TaskContext.NONE);
    return new WorkspaceViewModel(Workspace.open(project, false, RUNNER), WORK, WORDS);
  }

  /// Opens the project again, as a new start of the program would.
  static WorkspaceViewModel again(Path folder) {
    return new WorkspaceViewModel(
        Workspace.open(folder.resolve("people.outcrop"), false, RUNNER), WORK, WORDS);
  }

  /// An import whose project lands in the reference.
  static ImportViewModel importing(AtomicReference<Workspace> imported) {
    return new ImportViewModel(WORK, WORDS, (workspace, _) -> imported.set(workspace));
  }
}
