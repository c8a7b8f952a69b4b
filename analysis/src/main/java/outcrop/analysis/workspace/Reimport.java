package outcrop.analysis.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.io.SourceContents;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// Reads the sources of an open project again, into a cache beside the one in use. The project
/// changes by one command at the end, so a failure or a kill leaves it as it was.
final class Reimport {
  private final Workspace workspace;
  private final ProjectFolder folder;
  private final Importer importer;
  private final TaskContext context;

  Reimport(Workspace workspace, ProjectFolder folder, Importer importer, TaskContext context) {
    this.workspace = workspace;
    this.folder = folder;
    this.importer = importer;
    this.context = context;
  }

  /// @param more what to take in besides, as the user named it
  ImportChange run(List<String> more) {
    ProjectState state = workspace.state();
    Path base = folder.path();
    ImportSpec known = SourcePaths.resolved(base, state.source());
    ImportSpec spec = importer.refound(known, more, base, context);
    context.stage("Fingerprinting");
    SourceContents contents = importer.contents(spec, base);
    if (importer.fingerprint(spec, contents, base).equals(state.fingerprint())) {
      long rows = workspace.columns().rowCount();
      return new ImportChange(0, 0, 0, rows, Optional.empty(), workspace.report());
    }
    Importer.Earlier earlier = new Importer.Earlier(folder.cache(state), contents);
    DataRead.Wanted wanted = new DataRead.Wanted(spec, List.of(), Optional.of(earlier));
    DataRead read = DataRead.into(folder, importer, wanted, base, context);
    Path cache = folder.caches().resolve(read.fingerprint().hex());
    ImportChange change;
    try (ColumnUse _ = workspace.columns().use();
        ColumnStore after = StoredColumns.open(cache)) {
      change = compare(workspace.columns(), after, spec, cache, read.report());
    }
    context.checkCancelled();
    ImportSpec saved = SourcePaths.relativeTo(base, read.spec(), base);
    workspace.commands().execute(new Command.ReplaceData(saved, read.fingerprint()));
    workspace.save();
    forgetAllBut(Set.of(read.fingerprint(), state.fingerprint()));
    return change;
  }

  /// Rows named by an id may have changed in any cell, rows named by their content only in what is
  /// joined to them.
  private ImportChange compare(
      ColumnStore before, ColumnStore after, ImportSpec spec, Path cache, ReadReport report) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < spec.joins().size(); i++) {
      spec.joinedFields(i).forEach(field -> joined.add(field.field().name()));
    }
    boolean byId = before.schema().withRole(FieldRole.ID).isPresent();
    return new RowComparison(before, after, field -> byId || joined.contains(field))
        .write(cache, report, context);
  }

  /// Keeps the data in use and the data of before, so that undo has it; what is older goes.
  private void forgetAllBut(Set<Fingerprint> kept) {
    try (Stream<Path> caches = Files.list(folder.caches())) {
      for (Path cache : caches.filter(Files::isDirectory).toList()) {
        String name = String.valueOf(cache.getFileName());
        if (name.matches("[0-9a-f]{32}") && kept.stream().noneMatch(f -> f.hex().equals(name))) {
          WholeFile.deleteTree(cache);
        }
      }
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(folder.caches(), failure), failure);
    }
  }
}
