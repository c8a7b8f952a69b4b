package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.workspace.Workspace;
import tools.jackson.databind.JsonNode;

class MapCommandTest {
  @TempDir Path folder;
  private Path project;

  /// Ninety rows in three groups, the last of them without a vector.
  @BeforeEach
  void importVectors() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < 90; row++) {
      String vector = "null";
      if (row < 89) {
        double[] values = new double[3];
        values[row % 3] = 5;
        vector =
            "[%.3f, %.3f, %.3f]"
                .formatted(
                    values[0] + random.nextDouble(),
                    values[1] + random.nextDouble(),
                    values[2] + random.nextDouble());
      }
      lines.append("{\"id\": %d, \"v\": %s}%n".formatted(row, vector));
    }
    Path source = Files.writeString(folder.resolve("rows.jsonl"), lines);
    project = folder.resolve("rows.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project, "--type", "v=vector").done();
  }

  private JsonNode map(Object... options) {
    Object[] all = new Object[options.length + 3];
    all[0] = "map";
    all[1] = project;
    System.arraycopy(options, 0, all, 2, options.length);
    all[all.length - 1] = "--json";
    return CommandLineRun.in(folder, all).done().json();
  }

  private String places(String field) {
    return CommandLineRun.in(
            folder, "search", project, "*:*", "--fields", field, "--limit", "90", "--json")
        .done()
        .json()
        .path("rows")
        .toString();
  }

  @Test
  void aMapSaysHowItWasMadeAndHowFarItCanBeTrusted() {
    JsonNode made = map("--space", "v", "--seed", "7", "--epochs", "50");
    assertEquals("umap", made.path("method").asString());
    assertEquals("v", made.path("space").asString());
    assertEquals(89, made.path("n").asInt());
    assertEquals(1, made.path("missing").asInt());
    assertEquals(7, made.path("seed").asInt());
    assertEquals(50, made.path("parameters").path("epochs").asInt());
    assertEquals(15, made.path("neighbours").asInt());
    assertEquals("umap x", made.path("fields").path(0).asString());
    assertEquals("umap y", made.path("fields").path(1).asString());
    assertEquals(89, made.path("measured").path("asked").asInt());
    assertTrue(made.path("trustworthiness").asDouble() > 0.8, made::toString);
    assertTrue(made.path("neighbourPreservation").asDouble() > 0.3, made::toString);
  }

  @Test
  void thePlacesAreFieldsOfTheProject() {
    map("--method", "pca", "--name", "flat");
    String places = places("flat x");
    assertTrue(places.contains("flat x"), places);
    JsonNode last =
        CommandLineRun.in(folder, "search", project, "id:89", "--fields", "flat x", "--json")
            .done()
            .json()
            .path("rows")
            .path(0)
            .path("flat x");
    assertTrue(last.isNull() || last.isMissingNode(), "A row without a vector has no place.");
  }

  @Test
  void theSameSeedGivesTheSamePlaces() {
    map("--epochs", "30", "--name", "one");
    map("--epochs", "30", "--name", "two");
    map("--epochs", "30", "--name", "three", "--seed", "2");
    assertEquals(places("one x"), places("two x").replace("two x", "one x"));
    assertTrue(!places("one x").equals(places("three x").replace("three x", "one x")));
  }

  @Test
  void rowsArePlacedOnAMapThatWasSaved() {
    Path saved = folder.resolve("old.map");
    map("--epochs", "30", "--name", "old", "--save", saved);
    JsonNode placed = map("--onto", saved, "--name", "new");
    assertEquals("umap", placed.path("method").asString());
    assertEquals(30, placed.path("parameters").path("made").path("epochs").asInt());
    assertEquals(
        places("old x"),
        places("new x").replace("new x", "old x"),
        "The same rows lie where they lay.");
  }

  @Test
  void everyMethodIsThere() {
    assertEquals("pca", map("--method", "pca").path("method").asString());
    JsonNode tsne = map("--method", "tsne", "--perplexity", "10", "--iterations", "100");
    assertEquals(10, tsne.path("parameters").path("perplexity").asDouble());
    assertEquals(30, tsne.path("neighbours").asInt());
  }

  @Test
  void whatCannotBeMappedIsSaidInOneSentence() {
    assertEquals(
        "\"id\" is number, not a vector field; make one of it with \"outcrop embed\" first.",
        refused("--space", "id"));
    assertEquals(
        "UMAP needs at least 2 neighbours, 0 or more epochs and at least 1 negative.",
        refused("--neighbours", "1"));
    map("--method", "pca", "--name", "flat");
    assertTrue(refused("--space", "nowhere").startsWith("There is no field \"nowhere\"."));
  }

  private String refused(Object... options) {
    Object[] all = new Object[options.length + 2];
    all[0] = "map";
    all[1] = project;
    System.arraycopy(options, 0, all, 2, options.length);
    return CommandLineRun.in(folder, all).failure(ExitCode.BAD_USAGE);
  }

  @Test
  void aMapIsOneStepOfTheHistory() {
    map("--space", "v", "--epochs", "20");

    try (TaskRunner tasks = new PooledTaskRunner();
        Workspace workspace = Workspace.open(project, false, tasks)) {
      assertEquals(2, workspace.state().derived().size());
      workspace.commands().undo();
      assertEquals(List.of(), workspace.state().derived(), "one undo takes both places back");
    }
  }
}
