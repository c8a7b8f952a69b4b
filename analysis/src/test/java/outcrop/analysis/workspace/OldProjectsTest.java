package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskRunner;

/// Projects as earlier versions wrote them. Never change these files: users have such projects.
final class OldProjectsTest {
  @TempDir Path folder;
  private final TaskRunner runner = new DirectTaskRunner();

  private Path copyOf(String version) throws IOException, URISyntaxException {
    Path kept =
        Path.of(Objects.requireNonNull(getClass().getResource("projects/" + version)).toURI());
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(kept.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return folder.resolve("pets");
  }

  @Test
  void aProjectOfVersionOneOpensAsItWas() throws IOException, URISyntaxException {
    try (Workspace workspace = Workspace.open(copyOf("v1"), false, runner)) {
      assertEquals(List.of(), workspace.warnings(), "The source is unchanged: nothing to warn of.");
      assertEquals(4, workspace.columns().rowCount(), "The rows are read from the source.");
      assertEquals("Pets", workspace.state().name());
      assertTrue(
          workspace.state().view("ages").orElseThrow() instanceof DistributionSpec ages
              && ages.field().equals("age")
              && ages.by().equals("kind")
              && ages.title().equals("How old they are"),
          "The view must be as it was: " + workspace.state().view("ages"));
      assertEquals(
          List.of(
              Predicate.Range.halfOpen("age", "3", "6"),
              new Predicate.Query("story:long AND NOT kind:dog")),
          workspace.state().selection().clauses().stream().map(c -> c.predicate()).toList(),
          "The filters must be as they were.");
      workspace.textReady().join();
      assertEquals(
          1,
          workspace.evaluator().evaluate(workspace.state().selection().effective()).cardinality(),
          "Tom alone is a cat between 3 and 6.");
      assertEquals(5, workspace.commands().history().steps().size(), "No step may be lost.");
      assertEquals(4, workspace.commands().history().position(), "One step was undone.");
      workspace.commands().redo();
      assertEquals("Beasts", workspace.state().name(), "What was undone can be redone.");
      workspace.commands().goTo(0);
      assertEquals("pets", workspace.state().name(), "The oldest state is the import.");
    }
  }
}
