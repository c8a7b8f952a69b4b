package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

final class RowExportTest {
  @TempDir Path directory;

  private final ColumnStore store =
      ColumnStore.of(
          List.of(
              NumberColumn.ofDoubles(
                  new Field("x", FieldType.NUMBER),
                  new double[] {1, -2.5, Double.NaN, 0},
                  RowSet.of(4, 3)),
              CategoryColumn.of(
                  new Field("s", FieldType.CATEGORY), "=1+1", "a,\"b\"\nc", "", null)));

  private String export(ExportFormat format, ExportOptions options) throws IOException {
    Path file = directory.resolve("out");
    long rows =
        RowExporter.export(
            store, RowSet.all(4), List.of("x", "s"), format, options, file, TaskContext.NONE);
    assertEquals(4, rows, "all rows are written");
    return Files.readString(file);
  }

  @Test
  void csvIsExact() throws IOException {
    assertEquals(
        "x,s\n1,=1+1\n-2.5,\"a,\"\"b\"\"\nc\"\nNaN,\"\"\n,\n",
        export(ExportFormat.CSV, ExportOptions.EXACT),
        "missing is an empty field, the empty text is quoted, nothing is neutralised");
  }

  @Test
  void csvGuardsFormulasInTextsOnlyWhenAsked() throws IOException {
    assertEquals(
        "x,s\n1,'=1+1\n-2.5,\"a,\"\"b\"\"\nc\"\nNaN,\"\"\n,\n",
        export(ExportFormat.CSV, new ExportOptions(true)),
        "texts are guarded, negative numbers are not");
  }

  @Test
  void jsonLinesKeepNumbersAndMissing() throws IOException {
    assertEquals(
        "{\"key\":\"row:0\",\"x\":1,\"s\":\"=1+1\"}\n"
            + "{\"key\":\"row:1\",\"x\":-2.5,\"s\":\"a,\\\"b\\\"\\nc\"}\n"
            + "{\"key\":\"row:2\",\"x\":\"NaN\",\"s\":\"\"}\n"
            + "{\"key\":\"row:3\",\"x\":null,\"s\":null}\n",
        export(ExportFormat.JSONL, new ExportOptions(false, "key")),
        "numbers are numbers, missing is null, NaN is text, the key comes first");
  }

  @Test
  void rowsComeInTheOrderGiven() throws IOException {
    Path file = directory.resolve("out.csv");
    int[] order = {3, 0};
    RowExporter.export(
        store,
        ExportRows.of(2, position -> order[position]),
        List.of("s"),
        ExportFormat.CSV,
        ExportOptions.EXACT,
        file,
        TaskContext.NONE);
    assertEquals("s\n\n=1+1\n", Files.readString(file), "sorted rows stay sorted");
  }

  @Test
  void aFailedOrCancelledExportLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(directory.resolve("out.csv"), "old");
    for (ExportFormat format : ExportFormat.values()) {
      assertThrows(
          CancellationException.class,
          () ->
              RowExporter.export(
                  store,
                  RowSet.all(4),
                  List.of("x"),
                  format,
                  ExportOptions.EXACT,
                  file,
                  new Cancelled()),
          "a cancelled export must say so");
      assertEquals("old", Files.readString(file), "the old file stays");
      try (var left = Files.list(directory)) {
        assertEquals(List.of(file), left.toList(), "no temporary file stays");
      }
    }
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                RowExporter.export(
                    store,
                    RowSet.all(4),
                    List.of("none"),
                    ExportFormat.CSV,
                    ExportOptions.EXACT,
                    file,
                    TaskContext.NONE),
            "an unknown field is the user's mistake");
    assertTrue(failure.getMessage().contains("none"), failure.getMessage());
  }

  private record Cancelled() implements TaskContext {
    @Override
    public void stage(String name) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public boolean isCancelled() {
      return true;
    }
  }
}
