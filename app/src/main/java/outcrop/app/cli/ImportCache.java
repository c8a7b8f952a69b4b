package outcrop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import outcrop.analysis.workspace.Workspace;

/// Projects that were made for data files named on the command line, one per fingerprint, in the user's cache
/// folder. May be deleted at any time; what was not used for a month is deleted by the next import.
final class ImportCache {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Session session;
  private final Path folder;

  ImportCache(Session session) {
    this.session = session;
    this.folder = session.surroundings().cache().resolve("imports");
  }

  /// The project with the content of a data file; the file is imported where its content is new.
  Path project(Path source) {
    return session.work("Importing", context -> project(source, context));
  }

  private Path project(Path source, TaskContext context) {
    Importer importer = new Importer(session.runner());
    Path base = Path.of("").toAbsolutePath();
    ImportPreview preview = importer.preview(List.of(source), context);
    String name = importer.fingerprint(preview.spec(), base).hex();
    Path project = folder.resolve(name + ProjectFolder.SUFFIX);
    if (!ProjectFolder.isProject(project)) {
      makeRoom();
      Workspace.importInto(project, preview.spec(), base, session.runner(), context).close();
    }
    markUsed(project);
    return project;
  }

  private void makeRoom() {
    Instant limit = Instant.now().minus(KEPT);
    try {
      Files.createDirectories(folder);
      try (Stream<Path> projects = Files.list(folder)) {
        for (Path project : projects.toList()) {
          if (Files.getLastModifiedTime(project).toInstant().isBefore(limit)) {
            delete(project);
          }
        }
      }
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(folder, failure), failure);
    }
  }

  private static void markUsed(Path project) {
    try {
      Files.setLastModifiedTime(project, FileTime.from(Instant.now()));
    } catch (IOException readOnlyCache) {
      // It is then deleted earlier than it need be, and imported again.
      return;
    }
  }

  private static void delete(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
