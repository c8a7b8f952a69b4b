package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// The fields of a second file stand beside the rows that belong to them.
final class JoinTest {
  @TempDir Path directory;
  private final Importer importer = new Importer(new DirectTaskRunner());

  @BeforeEach
  void rows() {
    file("data.csv", "id,text\n1,a\n2,b\n3,c\n");
  }

  private Path file(String name, String text) {
    return ImportedTable.write(directory, name, text);
  }

  private JoinSpec by(String file, String left, String right) {
    return new JoinSpec(
        new SourceSpec(directory.resolve(file).toString(), "", Map.of()), left, right);
  }

  private ImportedTable joined(JoinSpec... joins) {
    return joined(directory.resolve("data.csv"), joins);
  }

  private ImportedTable joined(Path data, JoinSpec... joins) {
    ImportSpec spec = importer.preview(List.of(data), TaskContext.NONE).spec();
    ImportPreview preview =
        importer.preview(spec.withJoins(List.of(joins)), Path.of(""), TaskContext.NONE);
    try {
      Path folder = Files.createTempDirectory("outcrop-test");
      Path store = folder.resolve("store");
      ReadReport report = importer.read(preview.spec(), Path.of(""), store, TaskContext.NONE);
      try (var left = Files.list(folder)) {
        assertEquals(1, left.count(), "nothing but the store may stay");
      }
      return new ImportedTable(preview, report, StoredColumns.open(store), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> shown(ImportedTable table) {
    return table.preview().rows().stream().<List<String>>map(ArrayList::new).toList();
  }

  private void assertRefused(JoinSpec join, String sentence) {
    UserFailure failure = assertThrows(UserFailure.class, () -> joined(join).close(), sentence);
    assertTrue(
        failure.getMessage().contains(sentence),
        "the sentence must say \"" + sentence + "\": " + failure.getMessage());
  }

  @Test
  void byRowOrderEachRowTakesTheRowOfItsNumber() {
    file("scores.csv", "score\n0.5\n\n2.5\n".replace("\n\n", "\nnull\n"));
    try (ImportedTable table = joined(by("scores.csv", "", ""))) {
      assertEquals(Arrays.asList("0.5", null, "2.5"), table.texts("score"), "in order");
      assertEquals(List.of("1", "2", "3"), table.texts("id"), "beside the dataset's own fields");
      assertEquals(
          List.of(Arrays.asList("1", "a", "0.5"), Arrays.asList("2", "b", null)),
          shown(table).subList(0, 2),
          "the preview shows both");
    }
  }

  @Test
  void byRowOrderBothNeedTheSameNumberOfRows() {
    file("scores.csv", "score\n0.5\n1.5\n");
    assertRefused(by("scores.csv", "", ""), "scores.csv has 2 rows and the dataset has 3");
  }

  @Test
  void byKeyWhatHasNoPartnerIsMissingAndCounted() {
    file("scores.csv", "row_id,score,note\n3,0.3,x\n9,0.9,y\n1,0.1,\n");
    try (ImportedTable table = joined(by("scores.csv", "id", "row_id"))) {
      assertEquals(Arrays.asList("0.1", null, "0.3"), table.texts("score"), "by the key");
      assertEquals(Arrays.asList(null, null, "x"), table.texts("note"), "every field");
      assertEquals(
          List.of("id", "text", "score", "note"),
          table.report().schema().fields().stream().map(f -> f.name()).toList(),
          "the key stands once");
      String said = table.report().warnings().toString();
      assertTrue(said.contains("1 rows have no partner in scores.csv"), said);
      assertTrue(said.contains("1 rows of scores.csv have no partner in the dataset"), said);
    }
  }

  @Test
  void numbersThatAreEqualAreOneKey() {
    file("data.csv", "id,text\n1.0,a\n2.5,b\n3,c\n");
    file("scores.csv", "id,score\n1,10\n3,30\n");
    try (ImportedTable table = joined(by("scores.csv", "id", "id"))) {
      assertEquals(Arrays.asList("10", null, "30"), table.texts("score"), "1.0 is 1");
    }
  }

  @Test
  void namesAreComparedToTheLetter() {
    file("data.csv", "id,text\n007,a\n7,b\n");
    file("scores.csv", "id,score\n007,1\nx,2\n");
    try (ImportedTable table = joined(by("scores.csv", "id", "id"))) {
      assertEquals(Arrays.asList("1", null), table.texts("score"), "007 is a name here");
    }
  }

  @Test
  void aKeyThatRepeatsInTheFileIsRefused() {
    file("scores.csv", "id,score\n1,0.1\n2,0.2\n1,0.3\n");
    assertRefused(by("scores.csv", "id", "id"), "has \"1\" more than once as id, again in row 3");
  }

  @Test
  void keysThatNeverMeetAreRefused() {
    file("scores.csv", "id,score\n11,0.1\n12,0.2\n");
    assertRefused(by("scores.csv", "id", "id"), "No row finds a partner in scores.csv");
  }

  @Test
  void aFieldThatIsNotThereIsRefusedWithTheOnesThatAre() {
    file("scores.csv", "row,score\n1,0.1\n");
    assertRefused(by("scores.csv", "id", "rows"), "has no field rows to join on. Did you mean");
  }

  @Test
  void namesThatTheDatasetHasAreSuffixedByTheFile() {
    file("run1.jsonl", "{\"id\":1,\"text\":\"A\"}\n{\"id\":2,\"text\":\"B\"}\n");
    try (ImportedTable table = joined(by("run1.jsonl", "id", "id"))) {
      assertEquals(Arrays.asList("A", "B", null), table.texts("text_run1"), "the joined one");
      assertEquals(List.of("a", "b", "c"), table.texts("text"), "the dataset's own one");
    }
  }

  @Test
  void severalFilesAreJoined() {
    file("a.csv", "id,score\n1,10\n2,20\n3,30\n");
    file("b.csv", "score\n7\n8\n9\n");
    try (ImportedTable table = joined(by("a.csv", "id", "id"), by("b.csv", "", ""))) {
      assertEquals(List.of("10", "20", "30"), table.texts("score"), "the first by key");
      assertEquals(List.of("7", "8", "9"), table.texts("score_b"), "the second by order");
    }
  }

  @Test
  void rowsThatAreRefusedKeepThePlaceOfTheirPartners() {
    StringBuilder data = new StringBuilder("n\n");
    StringBuilder scores = new StringBuilder("score\n");
    for (int i = 0; i < 30_000; i++) {
      data.append(i == 25_000 ? "odd" : Integer.toString(i)).append('\n');
      scores.append(i).append('\n');
    }
    file("data.csv", data.toString());
    file("scores.csv", scores.toString());
    try (ImportedTable table = joined(by("scores.csv", "", ""))) {
      assertEquals(29_999, table.report().rows(), "one row is refused");
      assertEquals(table.texts("n"), table.texts("score"), "each row keeps its own score");
    }
  }

  @Test
  void keysOfRowsDoNotDependOnJoins() {
    file("scores.csv", "score\n1\n2\n3\n");
    file("data.csv", "a\nx\ny\nz\n");
    try (ImportedTable plain = joined();
        ImportedTable more = joined(by("scores.csv", "", ""))) {
      assertEquals(plain.columns().key(2), more.columns().key(2), "a row keeps its key");
    }
  }

  private static Path labelErrors(String name) {
    Path path =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data", "label_errors")
            .resolve(name);
    assumeTrue(Files.exists(path), "Skipped: put the dataset at " + path + " to run this test");
    return path;
  }

  private static JoinSpec byOrder(Path file) {
    return JoinSpec.byOrder(new SourceSpec(file.toString(), "", Map.of()));
  }

  @Test
  @Tag("realdata")
  void predictionsOfCifar10AgreeWithTheLabelsIn9294Of10000Rows() {
    Path labels = labelErrors("original_test_labels/cifar10_test_set_original_labels.npy");
    JoinSpec probabilities =
        byOrder(labelErrors("cross_validated_predicted_probabilities/cifar10_test_set_pyx.npy"));
    JoinSpec predicted =
        byOrder(
            labelErrors(
                "cross_validated_predicted_labels/"
                    + "cifar10_test_set_pyx_argmax_predicted_labels.npy"));
    try (ImportedTable table = joined(labels, probabilities, predicted)) {
      NumberColumn label =
          (NumberColumn) table.columns().column("cifar10_test_set_original_labels");
      NumberColumn guess =
          (NumberColumn) table.columns().column("cifar10_test_set_pyx_argmax_predicted_labels");
      assertEquals(FieldType.VECTOR, table.type("cifar10_test_set_pyx"), "ten numbers a row");
      VectorColumn vectors = (VectorColumn) table.columns().column("cifar10_test_set_pyx");
      int right = 0;
      int same = 0;
      for (int row = 0; row < 10_000; row++) {
        int best = 0;
        for (int i = 1; i < vectors.dimensions(); i++) {
          best = vectors.at(row, i) > vectors.at(row, best) ? i : best;
        }
        right += best == label.longAt(row) ? 1 : 0;
        same += best == guess.longAt(row) ? 1 : 0;
      }
      assertEquals(9294, right, "accuracy 0.9294");
      assertEquals(10_000, same, "the predicted labels are the largest probabilities");
    }
  }

  @Test
  @Tag("realdata")
  void predictionsForAnotherDatasetAreRefusedWithBothCounts() {
    Path labels = labelErrors("original_test_labels/cifar10_test_set_original_labels.npy");
    JoinSpec other =
        byOrder(labelErrors("cross_validated_predicted_probabilities/20news_test_set_pyx.npy"));
    UserFailure failure =
        assertThrows(UserFailure.class, () -> joined(labels, other).close(), "7,532 rows");
    assertTrue(
        failure.getMessage().contains("has 7532 rows and the dataset has 10000"),
        failure.getMessage());
  }
}
