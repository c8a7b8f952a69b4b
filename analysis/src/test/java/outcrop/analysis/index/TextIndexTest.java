package outcrop.analysis.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.testing.Tables;

class TextIndexTest {
  @TempDir Path directory;

  private static ColumnStore numbered(int rows) {
    String[] texts =
        IntStream.range(0, rows).mapToObj(row -> "word r" + row + " end").toArray(String[]::new);
    String[] others =
        IntStream.range(0, rows)
            .mapToObj(row -> row % 3 == 0 ? null : "other o" + row)
            .toArray(String[]::new);
    return ColumnStore.of(
        List.of(
            TextColumn.of(new Field("text", FieldType.TEXT), texts),
            TextColumn.of(new Field("other", FieldType.TEXT), others)));
  }

  @Test
  void documentsHaveTheNumbersOfTheirRowsWhateverThreadWroteThem() {
    int rows = 60_000;
    try (PooledTaskRunner runner = new PooledTaskRunner();
        TextIndex index =
            TextIndex.build(numbered(rows), directory.resolve("i"), runner, TaskContext.NONE)) {
      assertEquals(rows, index.rowCount(), "every row is a document, also those without text");
      for (int row = 0; row < rows; row += 577) {
        assertEquals(
            RowSet.of(rows, row),
            index.search("text", new ValueTest.Term("r" + row)),
            "the word of row " + row + " must be found in that row alone");
        assertEquals(
            row % 3 == 0 ? RowSet.none(rows) : RowSet.of(rows, row),
            index.search("other", new ValueTest.Phrase("other o" + row, 0)),
            "the second field of row " + row);
      }
      assertTrue(index.search("text", new ValueTest.Term("word")).isAll(), "a word of all rows");
    }
  }

  @Test
  void suggestionsAreTheTermsOfMostRowsFirst() {
    ColumnStore table =
        Tables.of(
            """
            text:text
            good goal
            good gone
            Good bad
            gone
            """);
    try (TextIndex index =
        TextIndex.build(table, directory.resolve("i"), new DirectTaskRunner(), TaskContext.NONE)) {
      assertEquals(
          List.of(
              new TextIndex.Suggestion("good", 3),
              new TextIndex.Suggestion("gone", 2),
              new TextIndex.Suggestion("goal", 1)),
          index.suggest("text", "Go", 5),
          "completion of Go");
      assertEquals(
          List.of(new TextIndex.Suggestion("good", 3)), index.suggest("text", "g", 1), "the best");
      assertEquals(List.of(), index.suggest("text", "x", 5), "nothing starts with x");
      assertEquals(List.of(), index.suggest("none", "x", 5), "no such field");
    }
  }

  @Test
  void aCancelledBuildLeavesNothingBehindAndTheNextOneStartsAnew() throws IOException {
    AtomicLong asked = new AtomicLong();
    TaskContext impatient =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {
            asked.set(done);
          }

          @Override
          public boolean isCancelled() {
            return asked.get() > 20_000;
          }
        };
    assertThrows(
        CancellationException.class,
        () ->
            TextIndex.build(
                numbered(40_000), directory.resolve("i"), new DirectTaskRunner(), impatient),
        "a build that was asked to stop must stop");
    try (var left = Files.list(directory)) {
      assertEquals(List.of(), left.toList(), "nothing may be left of a cancelled build");
    }
    Files.createDirectories(directory.resolve("i.building-123/more"));
    TextIndex.build(numbered(10), directory.resolve("i"), new DirectTaskRunner(), TaskContext.NONE)
        .close();
    try (var left = Files.list(directory)) {
      assertEquals(
          List.of(directory.resolve("i")), left.toList(), "what a killed build left is removed");
    }
  }

  @Test
  void anIndexWithoutItsMarkerIsNoIndex() throws IOException {
    Path target = directory.resolve("i");
    assertFalse(TextIndex.isBuilt(target), "nothing is there yet");
    TextIndex.build(numbered(10), target, new DirectTaskRunner(), TaskContext.NONE).close();
    assertTrue(TextIndex.isBuilt(target), "it is complete now");
    Files.delete(target.resolve("text-index.json"));
    assertFalse(TextIndex.isBuilt(target), "without the marker it is not complete");
    assertThrows(UserFailure.class, () -> TextIndex.open(target), "and must not be opened");
  }

  @Test
  void aDamagedIndexIsToldInWords() throws IOException {
    Path target = directory.resolve("i");
    TextIndex.build(numbered(10), target, new DirectTaskRunner(), TaskContext.NONE).close();
    try (var files = Files.list(target)) {
      for (Path file : files.filter(f -> f.toString().contains("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    UserFailure failure = assertThrows(UserFailure.class, () -> TextIndex.open(target));
    assertTrue(failure.getMessage().contains("damaged"), "the sentence: " + failure.getMessage());
  }
}
