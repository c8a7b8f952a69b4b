package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

class WorkspaceTest {
  @TempDir Path folder;
  private final TaskRunner runner = new DirectTaskRunner();

  private Path importPets() throws IOException {
    Path csv = folder.resolve("pets.csv");
    Files.writeString(
        csv,
        """
        name,kind,age,story
        Rex,dog,3,"A long story about a dog that barked at the postman every single morning"
        Tom,cat,5,"A long story about a cat that slept on the warm stove all through the winter"
        Pip,cat,,"A long story about a kitten that nobody wanted until somebody did after all"
        """);
    Path project = folder.resolve("pets.outcrop");
    ImportSpec spec = new Importer(runner).preview(List.of(csv), TaskContext.NONE).spec();
    ReadReport report = Workspace.importInto(project, spec, folder, runner, TaskContext.NONE);
    assertEquals(3, report.rows(), "All three rows are good and must be read.");
    return project;
  }

  @Test
  void aProjectReopensAsItWasWithHistoryAndFilters() throws IOException {
    Path project = importPets();
    ProjectState before;
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      workspace.commands().execute(new Command.Rename("Pets"));
      workspace
          .commands()
          .execute(
              new Command.SetClause(
                  SelectionClause.of("v", "x", new Predicate.In("kind", List.of("cat")))));
      workspace.commands().execute(new Command.Rename("Beasts"));
      workspace.commands().undo();
      before = workspace.state();
    }
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(before, workspace.state(), "The project must reopen as it was left.");
      assertEquals(3, workspace.commands().history().steps().size());
      assertEquals(2, workspace.commands().history().position());
      assertEquals(
          2,
          workspace.evaluator().evaluate(workspace.state().selection().effective()).cardinality(),
          "Two of the three pets are cats.");
      workspace.commands().redo();
      assertEquals(
          "Beasts", workspace.state().name(), "What was undone can be redone after reopening.");
    }
  }

  @Test
  void textIsSearchedThroughTheIndexBuiltBehindTheTable() throws IOException {
    try (Workspace workspace = Workspace.open(importPets(), false, runner)) {
      workspace.textReady().join();
      assertEquals(
          1,
          workspace
              .evaluator()
              .evaluate(new Predicate.Query("story:\"warm stove\" AND kind:cat"))
              .cardinality());
    }
  }

  @Test
  void aDeletedCacheIsReadAgainFromTheSource() throws IOException {
    Path project = importPets();
    WholeFile.deleteTree(project.resolve(".cache"));
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      assertEquals(3, workspace.columns().rowCount());
      assertEquals(List.of(), workspace.warnings(), "Nothing changed, so nothing needs a warning.");
    }
  }

  private Path cacheOf(Path project) throws IOException {
    try (Stream<Path> caches = Files.list(project.resolve(".cache"))) {
      return caches.findFirst().orElseThrow();
    }
  }

  @Test
  void anOldOrDamagedCacheIsReadAgainFromTheSource() throws IOException {
    Path project = importPets();
    Path description = cacheOf(project).resolve("columns.json");
    String now = Files.readString(description);
    String old = now.replaceFirst("\"version\"\\s*:\\s*\\d+", "\"version\" : 1");
    assertNotEquals(now, old, "The test must make the cache one of version 1.");
    for (String content : List.of(old, "{", "")) {
      Files.writeString(description, content);
      try (Workspace workspace = Workspace.open(project, false, runner)) {
        assertEquals(3, workspace.columns().rowCount(), "The rows must be there again.");
        assertEquals("Tom", workspace.columns().textAt("name", 1));
        assertEquals(List.of(), workspace.warnings(), "Nothing that matters to the user changed.");
      }
      assertEquals(now, Files.readString(description), "The cache must be rebuilt.");
    }
    for (String part : List.of("columns.data", "report.json")) {
      Files.write(cacheOf(project).resolve(part), new byte[] {1});
      try (Workspace workspace = Workspace.open(project, true, runner)) {
        assertEquals(3, workspace.report().rows(), part + " must be written again.");
      }
    }
  }

  @Test
  void aCacheThatCannotBeReadAndHasNoSourceIsOneSentence() throws IOException {
    Path project = importPets();
    Files.writeString(cacheOf(project).resolve("columns.json"), "{");
    Files.delete(folder.resolve("pets.csv"));
    UserFailure failure =
        assertThrows(UserFailure.class, () -> Workspace.open(project, false, runner));
    assertTrue(failure.getMessage().contains("pets.csv"), failure.getMessage());
    assertTrue(Files.exists(project.resolve("project.json")), "The project itself must stay.");
  }

  @Test
  void theSavedReportHoldsWhatThePreviewKnew() throws IOException {
    Path csv = folder.resolve("prices.csv");
    StringBuilder text = new StringBuilder("caf\u00e9,price\n");
    for (int row = 0; row < 100; row++) {
      text.append("Caf\u00e9 ").append(row).append(row % 20 == 7 ? ",ask\n" : "," + row + "\n");
    }
    Files.write(csv, text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    ImportPreview preview = new Importer(runner).preview(List.of(csv), TaskContext.NONE);
    assertTrue(preview.warnings().size() > 1, "The test needs guesses: " + preview.warnings());
    Path project = folder.resolve("prices.outcrop");
    Workspace.importInto(project, preview, folder, runner, TaskContext.NONE);
    for (int opened = 0; opened < 2; opened++) {
      try (Workspace workspace = Workspace.open(project, false, runner)) {
        List<String> warnings = workspace.report().warnings();
        assertTrue(warnings.containsAll(preview.warnings()), "The report lacks some: " + warnings);
        assertEquals(warnings.stream().distinct().toList(), warnings, "No warning comes twice.");
      }
      Files.writeString(cacheOf(project).resolve("columns.json"), "{");
    }
  }

  @Test
  void aSecondWriterIsToldAndMayRead() throws IOException {
    Path project = importPets();
    try (Workspace first = Workspace.open(project, false, runner)) {
      ProjectInUse refused =
          assertThrows(ProjectInUse.class, () -> Workspace.open(project, false, runner));
      assertTrue(refused.getMessage().contains(refused.holder()), refused.getMessage());
      try (Workspace second = Workspace.open(project, true, runner)) {
        assertTrue(second.readOnly());
        second.commands().execute(new Command.Rename("Mine"));
      }
      assertFalse(first.readOnly());
    }
    try (Workspace again = Workspace.open(project, false, runner)) {
      assertEquals("pets", again.state().name(), "A reader must not change the project.");
    }
  }

  @Test
  void anImportThatIsCancelledLeavesNothing() throws IOException {
    Path csv = folder.resolve("a.csv");
    Files.writeString(csv, "a\n1\n");
    ImportSpec spec = new Importer(runner).preview(List.of(csv), TaskContext.NONE).spec();
    TaskContext cancelled =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    Path project = folder.resolve("a.outcrop");
    assertThrows(
        CancellationException.class,
        () -> Workspace.importInto(project, spec, folder, runner, cancelled));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(csv), left.toList(), "A cancelled import must leave no trace.");
    }
  }

  @Test
  void anImportNeverOverwrites() throws IOException {
    Path project = importPets();
    ImportSpec spec = new ImportSpec(List.of(), List.of());
    assertThrows(
        UserFailure.class,
        () -> Workspace.importInto(project, spec, folder, runner, TaskContext.NONE));
    Path other = Files.createDirectory(folder.resolve("holiday"));
    assertThrows(
        UserFailure.class,
        () -> Workspace.importInto(other, spec, folder, runner, TaskContext.NONE));
  }
}
