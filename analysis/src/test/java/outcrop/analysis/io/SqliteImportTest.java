package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.UserFailure;

final class SqliteImportTest {
  @TempDir Path directory;

  private Path database(String... statements) throws SQLException {
    Path file = directory.resolve("odd ?#%name.data");
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:file:" + file.toUri().getRawPath().replace("?", "%3f"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return file;
  }

  private static UnaryOperator<ImportSpec> table(String name) {
    return spec ->
        new ImportSpec(
            List.of(
                new ImportSpec.SourceSpec(
                    spec.sources().getFirst().path(), "sqlite", Map.of("table", name))),
            spec.fields());
  }

  @Test
  void theLargestTableIsReadWithItsTypes() throws SQLException {
    Path file =
        database(
            "create table small (x)",
            "create table rows (id integer primary key, name text, score real, day text, key blob)",
            "insert into rows values (1, '007', 0.5, '2024-02-29', x'00ff'),"
                + " (2, '', null, '2024-03-01', null), (9007199254740993, 'ä', 1e300, null, x'')");
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(List.of("1", "2", "9007199254740993"), table.texts("id"), "whole numbers");
      assertEquals(Arrays.asList("007", "", "ä"), table.texts("name"), "texts stay texts");
      assertEquals(Arrays.asList("0.5", null, "1.0E300"), table.texts("score"), "decimals");
      assertEquals(FieldType.TIME, table.type("day"), "days are times");
      assertEquals(Arrays.asList("00ff", null, ""), table.texts("key"), "short bytes are hex");
      assertTrue(table.preview().warnings().getFirst().contains("small"), "others are named");
    }
    assertEquals(1, directory.toFile().list().length, "nothing is written beside the database");
  }

  @Test
  void aViewCanBeChosenAndAMissingTableIsNamed() throws SQLException {
    Path file =
        database(
            "create table t (a)",
            "insert into t values (1), (2)",
            "create view doubled as select a * 2 as b from t");
    Importer importer = new Importer(new outcrop.analysis.task.DirectTaskRunner());
    ImportSpec chosen =
        table("doubled")
            .apply(importer.preview(List.of(file), outcrop.analysis.task.TaskContext.NONE).spec());
    assertEquals(
        "b",
        importer
            .preview(
                new ImportSpec(chosen.sources(), List.of()),
                directory,
                outcrop.analysis.task.TaskContext.NONE)
            .spec()
            .fields()
            .getFirst()
            .source(),
        "the view has its own fields");
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                importer.preview(
                    new ImportSpec(table("none").apply(chosen).sources(), List.of()),
                    directory,
                    outcrop.analysis.task.TaskContext.NONE),
            "a table that is not there must be refused");
    assertTrue(failure.getMessage().contains("doubled"), failure.getMessage());
  }

  @Test
  void contentInBytesIsLeftOut() throws SQLException {
    Path file =
        database("create table t (a, picture blob)", "insert into t values (1, zeroblob(5000))");
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(1, table.report().schema().fields().size(), "only a is a field");
      assertTrue(table.report().warnings().getFirst().contains("picture"), "with a warning");
    }
  }

  @Test
  void aDamagedDatabaseIsRefusedInOneSentence() throws Exception {
    Path file =
        database(
            "create table t (a, b)", "insert into t select value, 'x' from json_each('[1,2,3]')");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, bytes.length, (byte) 0x5A);
    Path bad = Files.write(directory.resolve("bad.db"), bytes);
    UserFailure failure =
        assertThrows(UserFailure.class, () -> ImportedTable.of(bad).close(), "must be refused");
    assertTrue(
        failure.getMessage().startsWith("bad.db cannot be read as SQLite ("), failure.getMessage());
  }
}
