package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.workspace.Workspace;
import tools.jackson.databind.JsonNode;

class ClusterCommandTest {
  @TempDir Path folder;
  private Path project;

  /// Ninety rows in groups of 45, 30 and 15 that lie far apart; the last row has no vector.
  @BeforeEach
  void importVectors() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < 90; row++) {
      int group = row % 6 < 3 ? 0 : row % 6 < 5 ? 1 : 2;
      String vector =
          row == 89
              ? "null"
              : "[%.3f, %.3f]"
                  .formatted(
                      10 * group + random.nextDouble(),
                      (group == 1 ? 20 : 0) + random.nextDouble());
      String text = group == 0 ? "a red apple" : group == 1 ? "some green grass" : "the blue sky";
      lines.append(
          "{\"id\": %d, \"v\": %s, \"colour\": \"%s\"}%n"
              .formatted(row, vector, text.split(" ")[1]));
    }
    Path source = Files.writeString(folder.resolve("rows.jsonl"), lines);
    project = folder.resolve("rows.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project, "--type", "v=vector").done();
  }

  private CommandLineRun cluster(Object... options) {
    return CommandLineRun.in(
        folder, Stream.concat(Stream.of("cluster", project), Arrays.stream(options)).toArray());
  }

  @Test
  void clustersComeByFallingSizeWithNamesOfTheValuesThatTellThemApart() {
    JsonNode made = cluster("-k", 3, "--json").done().json();

    assertEquals("kmeans", made.path("method").asString());
    assertEquals("[45,30,14]", made.path("sizes").toString().replace(" ", ""), made.toString());
    assertEquals(0, made.path("noise").asInt());
    assertEquals(1, made.path("missing").asInt());
    assertEquals("v", made.path("space").asString());
    assertTrue(made.path("silhouette").asDouble() > 0.9, made.toString());
    assertEquals("colour red", made.path("names").path(0).asString());
  }

  @Test
  void theClustersAreAFieldThatFiltersLikeAnyOther() {
    cluster("-k", 3).done();

    JsonNode red =
        CommandLineRun.in(
                folder, "search", project, "cluster:\"colour red\"", "--json", "--limit", 0)
            .done()
            .json();
    assertEquals(45, red.path("total").asInt());
  }

  @Test
  void clustersAndTheirNamesAreOneStepOfTheHistory() {
    cluster("-k", 3).done();

    try (TaskRunner tasks = new PooledTaskRunner();
        Workspace workspace = Workspace.open(project, false, tasks)) {
      workspace.commands().undo();
      assertEquals(List.of(), workspace.state().derived(), "one undo takes the clusters back");
    }
  }

  @Test
  void withoutANumberTheOneIsChosenThatTellsTheClustersApartBest() {
    JsonNode made = cluster("--json").done().json();

    assertEquals(3, made.path("k").asInt(), made.toString());
    assertTrue(!made.path("notes").isEmpty(), "the choice must be explained: " + made);
  }

  @Test
  void everyMethodFindsTheThreeGroups() {
    for (String method : new String[] {"birch", "hierarchical", "hdbscan", "xmeans"}) {
      Object[] options =
          method.equals("hdbscan")
              ? new Object[] {"--method", method, "--smallest", 10, "--json"}
              : new Object[] {"--method", method, "-k", method.equals("xmeans") ? 5 : 3, "--json"};
      JsonNode made = cluster(options).done().json();
      assertTrue(made.path("k").asInt() >= 3, method + ": " + made);
      assertTrue(made.path("silhouette").asDouble() > 0.5, method + ": " + made);
    }
  }

  @Test
  void moreClustersThanRowsAreRefusedInOneSentence() {
    String sentence = cluster("-k", 200).failure(ExitCode.FAILED);

    assertTrue(sentence.contains("89"), sentence);
  }
}
