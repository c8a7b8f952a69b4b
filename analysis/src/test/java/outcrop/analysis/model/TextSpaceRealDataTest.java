package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.PartitionAgreement;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import tools.jackson.databind.JsonNode;

/// How well k-means finds the classes of public data in the space of texts, against bands.
@Tag("realdata")
class TextSpaceRealDataTest {
  private static final int NEIGHBOURS = 10;

  private record Labelled(List<String> texts, List<String> labels) {
    void add(String text, String label) {
      texts.add(text);
      labels.add(label);
    }
  }

  private record Scores(double mutualInformation, double rand, double neighbours) {}

  private static Path data(String name) {
    Path path =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data").resolve(name);
    assumeTrue(Files.exists(path), "Skipped: put the dataset at " + path + " to run this test");
    return path;
  }

  private static Scores scores(Labelled rows) {
    TextColumn column =
        TextColumn.of(new Field("text", FieldType.TEXT), rows.texts().toArray(new String[0]));
    Map<String, Integer> classes = new HashMap<>();
    int[] labels =
        rows.labels().stream()
            .mapToInt(label -> classes.computeIfAbsent(label, _ -> classes.size()))
            .toArray();
    try (TaskRunner tasks = new PooledTaskRunner()) {
      ModelInput input = new ModelInput(ColumnStore.of(List.of(column)), tasks, TaskContext.NONE);
      VectorColumn space =
          (VectorColumn)
              Models.run(new SpaceSpec.Text(List.of("text"), 128, 1), input).columns().getFirst();
      Vectors vectors = Vectors.of(space, RowSet.all(labels.length));
      KMeansResult clusters = KMeans.run(vectors, classes.size(), 1, 1, tasks, TaskContext.NONE);
      PartitionAgreement agreement = PartitionAgreement.of(labels, clusters.labels());
      return new Scores(
          agreement.mutualInformation(),
          agreement.adjustedRand(),
          accuracy(vectors, labels, classes.size(), tasks));
    }
  }

  /// How often most of the nearest rows have the label of a row.
  private static double accuracy(Vectors vectors, int[] labels, int classes, TaskRunner tasks) {
    NeighbourGraph graph =
        NeighbourGraph.of(
            vectors,
            NeighbourParameters.of(NEIGHBOURS, VectorDistance.COSINE),
            tasks,
            TaskContext.NONE);
    int right = 0;
    for (int line = 0; line < labels.length; line++) {
      int[] votes = new int[classes];
      int best = 0;
      for (int place = 0; place < NEIGHBOURS; place++) {
        int label = labels[graph.neighbour(line, place)];
        votes[label]++;
        best = votes[label] > votes[best] ? label : best;
      }
      right += best == labels[line] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  private static void assertAtLeast(double bound, double score, String what) {
    assertTrue(score >= bound, what + " is " + score + ", below " + bound);
  }

  @Test
  void intentsOfClinc150() throws IOException {
    Labelled rows = new Labelled(new ArrayList<>(), new ArrayList<>());
    JsonNode all = Json.MAPPER.readTree(Files.readString(data("clinc150/data/data_full.json")));
    for (JsonNode row : all.path("train")) {
      rows.add(row.path(0).asString(), row.path(1).asString());
    }
    Scores scores = scores(rows);

    assertAtLeast(0.70, scores.mutualInformation(), "the mutual information");
    assertAtLeast(0.36, scores.rand(), "the adjusted Rand index");
    assertAtLeast(0.80, scores.neighbours(), "the accuracy of ten neighbours");
  }

  @Test
  void questionsOfBanking77() throws IOException {
    Labelled rows = new Labelled(new ArrayList<>(), new ArrayList<>());
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(data("banking77/train.csv"))) {
      csv.forEach(row -> rows.add(row.getField("text"), row.getField("category")));
    }
    Scores scores = scores(rows);

    // Word tf-idf, 100 dimensions: 0.56, 0.22, 0.665.
    assertAtLeast(0.56, scores.mutualInformation(), "the mutual information");
    assertAtLeast(0.22, scores.rand(), "the adjusted Rand index");
    assertAtLeast(0.74, scores.neighbours(), "the accuracy of ten neighbours");
  }
}
