package outcrop.app.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import outcrop.analysis.workspace.Workspace;
import outcrop.sample.SampleCatalogue;
import outcrop.sample.SampleDataset;

/// The samples as projects: made on first use, opened as they were left afterwards.
public final class SampleShelf {
  private final Path folder;

  /// @param folder where the projects and the generated data go
  public SampleShelf(Path folder) {
    this.folder = folder;
  }

  /// Samples of rows that can be imported; the first is the one for a new user.
  public List<SampleDataset> datasets() {
    return SampleCatalogue.datasets();
  }

  /// Opens a sample, made first where it is not there yet.
  public void open(SampleDataset sample, ApplicationViewModel application) {
    Path project = folder.resolve(sample.name() + ProjectFolder.SUFFIX);
    if (ProjectFolder.isProject(project)) {
      application.openProject(project, false);
    } else {
      TaskRunner runner = application.work().runner();
      application.openMade(
          application.words().of("sample.making", sample.name()),
          task -> make(sample, project, runner, task));
    }
  }

  private Workspace make(SampleDataset sample, Path project, TaskRunner runner, TaskContext task) {
    Path data = folder.resolve("samples");
    try {
      Files.createDirectories(data);
      task.stage(sample.name());
      Path file =
          sample.generate(
              data,
              SampleCatalogue.DEFAULT_SEED,
              (done, total) -> {
                task.checkCancelled();
                task.progress(done, total);
              });
      // A sample of pictures is a folder; its table names them.
      Path table = Files.isDirectory(file) ? file.resolve("metadata.csv") : file;
      ImportSpec spec = new Importer(runner).preview(List.of(table), task).spec();
      Workspace.importInto(project, spec, data, runner, task);
      return Workspace.open(project, false, runner);
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(data, failure), failure);
    }
  }
}
