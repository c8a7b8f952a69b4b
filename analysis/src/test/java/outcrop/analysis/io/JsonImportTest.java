package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

final class JsonImportTest {
  @TempDir Path directory;

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  @Test
  void fieldsAreTheUnionOfAllKeys() {
    try (ImportedTable table =
        ImportedTable.of(
            directory,
            "t.jsonl",
            "{\"a\":1}\n{\"b\":\"x\",\"a\":2}\n\n{\"a\":null,\"b\":\"\"}\n")) {
      assertEquals(list("1", "2", null), table.texts("a"), "null is missing");
      assertEquals(list(null, "x", ""), table.texts("b"), "an absent key is missing, \"\" is not");
      assertEquals(0, table.report().quarantinedCount(), "a blank line is no row");
    }
  }

  @Test
  void textInQuotesIsNeverANumber() {
    try (ImportedTable table =
        ImportedTable.of(
            directory, "t.jsonl", "{\"a\":\"1\",\"x\":1.5}\n{\"a\":\"2\",\"x\":\"NaN\"}\n")) {
      assertEquals(FieldType.CATEGORY, table.type("a"), "JSON says that a is text");
      assertEquals(list("1.5", "NaN"), table.texts("x"), "NaN has no other form in JSON");
    }
  }

  @Test
  void innerObjectsBecomeDottedFieldsAndListsStayJson() {
    try (ImportedTable table =
        ImportedTable.of(
            directory,
            "t.jsonl",
            "{\"m\":{\"a\":1,\"b\":{\"c\":true}},\"l\":[1, {\"z\":1.10}]}\n"
                + "{\"m\":{\"a\":2},\"l\":[]}\n")) {
      assertEquals(list("1", "2"), table.texts("m.a"), "inner members are fields");
      assertEquals(list("true", null), table.texts("m.b.c"), "also deeper ones");
      assertEquals(ValueFormat.BOOLEAN, table.field("m.b.c").format(), "true is a boolean");
      assertEquals(list("[1,{\"z\":1.10}]", "[]"), table.texts("l"), "lists are JSON text");
    }
  }

  @Test
  void aKeyThatOnlyLateRowsHaveBecomesAField() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append("{\"a\":").append(i).append(i == 45_000 ? ",\"late\":7}\n" : "}\n");
    }
    try (ImportedTable table = ImportedTable.of(directory, "t.jsonl", text.toString())) {
      assertEquals("7", table.columns().textAt("late", 45_000), "late keys are never dropped");
      assertEquals(
          49_999, table.columns().column("late").missingCount(), "elsewhere it is missing");
      assertTrue(
          table.report().warnings().getFirst().contains("45001"), "the warning names the line");
    }
  }

  @Test
  void aBadLineIsRefusedAndTheRestLoads() {
    try (ImportedTable table =
        ImportedTable.of(
            directory,
            "t.jsonl",
            "{\"a\":1}\n"
                + "{\"a\":\n"
                + "[1]\n"
                + "{\"a\":2} x\n"
                + "{\"a\":3,\"a\":4}\n"
                + "{\"a\":\"\\ud800\"}\n"
                + "{\"a\":5}\n")) {
      assertEquals(list("1", "5"), table.texts("a"), "good lines load");
      assertEquals(
          List.of(2L, 3L, 4L, 5L, 6L),
          table.report().quarantined().stream().map(ReadReport.QuarantinedRow::line).toList(),
          "each bad line is named: " + table.report().quarantined());
    }
  }

  @Test
  void aListOfObjectsIsATable() {
    try (ImportedTable table =
        ImportedTable.of(
            directory,
            "t.json",
            "[\n {\"a\":1},\n {\"a\":{\"b\":2}},\n [3],\n 4,\n {\"a\":5}\n]")) {
      assertEquals(list("1", null, "5"), table.texts("a"), "elements are rows");
      assertEquals(list(null, "2", null), table.texts("a.b"), "inner members too");
      assertEquals(
          List.of(4L, 5L),
          table.report().quarantined().stream().map(ReadReport.QuarantinedRow::line).toList(),
          "elements that are no objects are refused");
    }
  }

  @Test
  void contentDecidesNotTheName() {
    try (ImportedTable table = ImportedTable.of(directory, "t.csv", "{\"a\":1}\n{\"a\":2}\n")) {
      assertEquals("jsonl", table.preview().spec().sources().getFirst().format(), "it is JSON");
    }
  }

  @Test
  void listsOfObjectsAreNoLabelWhateverTheyAreCalled() {
    String rows =
        """
        {"text": "a table for two", "labels": [{"slot": "people", "value": "two"}]}
        {"text": "tonight at eight", "labels": [{"slot": "time", "value": "eight"}]}
        """;
    try (ImportedTable table = ImportedTable.of(directory, "a.jsonl", rows)) {
      assertEquals(FieldRole.NONE, table.field("labels").role());
    }
  }
}
