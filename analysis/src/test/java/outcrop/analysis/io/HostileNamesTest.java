package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;

/// Names of files and fields that would be more than names in SQL or in a spreadsheet.
final class HostileNamesTest {
  private static final String FIELD = "a\"; drop table rows; --";
  private static final String FORMULA = "=HYPERLINK(\"x\")";

  @TempDir Path folder;

  private ImportedTable table() {
    String csv = "\"" + FIELD.replace("\"", "\"\"") + "\",\"=HYPERLINK(\"\"x\"\")\"\n1,=1+1\n2,b\n";
    return ImportedTable.of(folder, "hostile.csv", csv);
  }

  private static List<String> names(ImportedTable table) {
    return table.report().schema().fields().stream().map(Field::name).toList();
  }

  private static void export(
      ImportedTable from, ExportFormat format, ExportOptions options, Path to) {
    RowExporter.export(
        from.columns(),
        RowSet.all(from.columns().rowCount()),
        names(from),
        format,
        options,
        to,
        TaskContext.NONE);
  }

  @Test
  void namesWithSqlInThemAreNamesInParquet() {
    Path file = folder.resolve("x'; drop table rows; --[1]*?.parquet");
    try (ImportedTable table = table()) {
      export(table, ExportFormat.PARQUET, ExportOptions.EXACT, file);
    }
    try (ImportedTable again = ImportedTable.of(file)) {
      assertEquals(List.of(FIELD, FORMULA), names(again), "the names come back as they were");
      assertEquals(List.of("1", "2"), again.texts(FIELD), "and so do the values");
    }
  }

  @Test
  void aGuardedExportHasNoFormulaInItsHeaderEither() throws IOException {
    Path file = folder.resolve("guarded.csv");
    try (ImportedTable table = table()) {
      export(table, ExportFormat.CSV, new ExportOptions(true), file);
    }
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "\"a\"\"; drop table rows; --\",\"'=HYPERLINK(\"\"x\"\")\"", lines.get(0), "the header");
    assertEquals("1,'=1+1", lines.get(1), "the first row");
  }
}
