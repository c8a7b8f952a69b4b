package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Sources that changed or grew are read again into the same project.
final class ReimportTest {
  @TempDir Path folder;
  private final TaskRunner runner = new DirectTaskRunner();

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }

  private Path project(Path... sources) {
    Path project = folder.resolve("p.outcrop");
    ImportPreview preview = new Importer(runner).preview(List.of(sources), TaskContext.NONE);
    Workspace.importInto(project, preview, Path.of("").toAbsolutePath(), runner, TaskContext.NONE);
    return project;
  }

  private ImportChange readAgain(Path project, String... more) {
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      return workspace.reimport(List.of(more), TaskContext.NONE);
    }
  }

  private static void assertCounts(
      long added, long changed, long removed, long unchanged, ImportChange change) {
    assertEquals(
        List.of(added, changed, removed, unchanged),
        List.of(change.added(), change.changed(), change.removed(), change.unchanged()),
        "added, changed, removed, unchanged");
  }

  @Test
  void rowsNamedByAnIdAreAddedChangedAndRemoved() throws IOException {
    Path project = project(file("d.csv", "id,v\n1,a\n2,b\n3,c\n"));
    file("d.csv", "id,v\n1,a\n3,C\n4,d\n5,e\n");
    ImportChange change = readAgain(project);
    assertCounts(2, 1, 1, 1, change);
    String keys = Files.readString(change.keys().orElseThrow());
    assertTrue(keys.contains("\"id:2\"") && keys.contains("removed"), "the keys are told: " + keys);
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(4, workspace.columns().rowCount(), "the project shows the rows of now");
    }
  }

  @Test
  void rowsNamedByTheirContentComeAndGo() throws IOException {
    Path project = project(file("d.csv", "v,w\na,1\nb,2\n"));
    file("d.csv", "v,w\na,1\nb,3\n");
    assertCounts(1, 0, 1, 1, readAgain(project));
  }

  @Test
  void nothingIsReadWhereNoSourceChanged() throws IOException {
    Path project = project(file("d.csv", "v,w\na,1\nb,2\n"));
    ImportChange change = readAgain(project);
    assertCounts(0, 0, 0, 2, change);
    assertTrue(change.keys().isEmpty(), "there is nothing to tell");
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(0, workspace.commands().history().position(), "and nothing to undo");
    }
  }

  @Test
  void filesThatCameIntoAnImportedFolderAreTakenIn() throws IOException {
    file("data/1.csv", "id,v\n1,a\n");
    file("data/2.csv", "id,v\n2,b\n");
    Path project = project(folder.resolve("data"));
    file("data/3.csv", "id,v\n3,c\n");
    Files.delete(folder.resolve("data/1.csv"));
    assertCounts(1, 0, 1, 1, readAgain(project));
  }

  @Test
  void moreFilesCanBeTakenIn() throws IOException {
    Path project = project(file("1.csv", "id,v\n1,a\n"));
    Path more = file("2.csv", "id,v\n2,b\n");
    assertCounts(1, 0, 0, 1, readAgain(project, more.toString()));
  }

  @Test
  void rowsOfFilesThatStayAreNotReadAgain() throws IOException {
    Path project = project(file("1.csv", "id,v\na,1\nb,2\n"), file("2.csv", "id,v\nc,3\n"));
    Path more = file("3.csv", "id,v\nd,4\n");
    List<String> stages = new ArrayList<>();
    TaskContext noting =
        new TaskContext() {
          @Override
          public void stage(String name) {
            stages.add(name);
          }

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertCounts(1, 0, 0, 3, workspace.reimport(List.of(more.toString()), noting));
    }
    assertEquals(
        List.of("Reading 3.csv"),
        stages.stream().filter(stage -> stage.startsWith("Reading ")).toList(),
        "only the new file is read");
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals("a", workspace.columns().column("id").textAt(0), "the rows of before are there");
      assertEquals(4, workspace.columns().rowCount(), "with the new ones");
    }
  }

  @Test
  void filtersAndHistoryStayAndUndoBringsTheOldDataBack() throws IOException {
    Path project = project(file("d.csv", "id,v\n1,5\n2,6\n"));
    AtomicInteger replaced = new AtomicInteger();
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      workspace
          .commands()
          .execute(
              new Command.SetClause(
                  SelectionClause.of("v", "x", Predicate.Range.halfOpen("v", "6", null))));
      file("d.csv", "id,v\n1,5\n2,6\n3,7\n");
      workspace.onDataReplaced(replaced::incrementAndGet);
      workspace.reimport(List.of(), TaskContext.NONE);
      assertEquals(1, replaced.get(), "whoever shows rows hears of it");
    }
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(3, workspace.columns().rowCount(), "the new rows are there");
      assertEquals(1, workspace.state().selection().clauses().size(), "the filter is there");
      assertEquals(2, workspace.commands().history().position(), "and both steps");
      workspace.commands().undo();
    }
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(2, workspace.columns().rowCount(), "undone, the old rows are back");
      assertEquals(List.of(), workspace.warnings(), "from their cache");
      workspace.commands().redo();
    }
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(3, workspace.columns().rowCount(), "and redone, the new ones");
    }
  }

  @Test
  void aSourceThatIsGoneLeavesTheProjectAsItWas() throws IOException {
    Path source = file("d.csv", "id,v\n1,5\n2,6\n");
    Path project = project(source);
    Files.delete(source);
    assertThrows(UserFailure.class, () -> readAgain(project), "the file is gone");
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(2, workspace.columns().rowCount(), "the rows of before are still there");
    }
  }
}
