package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Rows are found wherever a JSON file keeps them.
final class JsonLayoutTest {
  @TempDir Path directory;

  private ImportedTable json(String text) {
    return ImportedTable.of(directory, "t.json", text);
  }

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  private static List<String> names(ImportedTable table) {
    return table.report().schema().fields().stream().map(Field::name).toList();
  }

  private static String option(ImportedTable table, String name) {
    return table.preview().spec().sources().getFirst().options().get(name);
  }

  @Test
  void theRowsMayBeAListInsideAnObject() {
    try (ImportedTable table =
        json("{\"version\": 1, \"data\": [{\"a\": 1}, {\"a\": 2}], \"info\": {}}")) {
      assertEquals(list("1", "2"), table.texts("a"), "the elements of data are rows");
      assertEquals("member", option(table, "layout"), "the guess is written down");
      assertEquals("data", option(table, "member"), "with the name of the list");
      assertTrue(
          table.report().warnings().getFirst().contains("version, info are not read"),
          "what is left out is named: " + table.report().warnings());
    }
  }

  @Test
  void theListOfRowsMayBeOneLevelDeeper() {
    try (ImportedTable table =
        json("{\"response\": {\"n\": 2, \"docs\": [{\"a\": 1}, {\"a\": 2}]}}")) {
      assertEquals("response.docs", option(table, "member"), "the path is dotted");
      assertEquals(list("1", "2"), table.texts("a"), "its elements are rows");
    }
  }

  @Test
  void featuresOfAMapAreRows() {
    try (ImportedTable table =
        json(
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.5, 2]}, "properties": {"name": "A"}},
              {"type": "Feature", "geometry": null, "properties": {"name": "B"}}]}
            """)) {
      assertEquals(list("A", "B"), table.texts("properties.name"), "properties are fields");
      assertEquals(list("[1.5,2]", null), table.texts("geometry.coordinates"), "and the places");
    }
  }

  @Test
  void theListsOfAnObjectAreSplits() {
    StringBuilder text = new StringBuilder("{\"val\": [");
    for (int i = 0; i < 8; i++) {
      text.append(i == 0 ? "" : ",").append("[\"please book table number ").append(i);
      text.append(i % 2 == 0 ? "\", \"book\"]" : "\",\n \"order\"]");
    }
    text.append("], \"train\": [[\"what is the weather now\", \"weather\"]]}");
    try (ImportedTable table = json(text.toString())) {
      assertEquals(List.of("text", "label", "split"), names(table), "pairs get names");
      assertEquals("weather", table.texts("label").get(8), "the second is the label");
      assertEquals("val", table.texts("split").get(7), "the list is the split");
      assertEquals("train", table.texts("split").get(8), "for every row");
    }
  }

  @Test
  void theListsOfAnObjectMayHoldTexts() {
    try (ImportedTable table =
        json("{\"fruit\": [\"apple\", \"pear\"],\n \"nut\": [\"almond\"]}")) {
      assertEquals(list("apple", "pear", "almond"), table.texts("value"), "each text is a row");
      assertEquals(list("fruit", "fruit", "nut"), table.texts("group"), "with its list");
    }
  }

  @Test
  void membersOfTheSameKindAreRowsWithAKey() {
    try (ImportedTable table =
        json(
            """
            {"x1": {"a": 1, "b": "u"},
             "x2": {"a": 2, "b": "v"},
             "x3": {"a": 3, "c": true}}
            """)) {
      assertEquals(List.of("key", "a", "b", "c"), names(table), "the name of a member is its key");
      assertEquals(list("x1", "x2", "x3"), table.texts("key"), "keys");
      assertEquals(list("1", "2", "3"), table.texts("a"), "values");
    }
  }

  @Test
  void oneObjectIsOneRow() {
    try (ImportedTable table = json("{\n  \"name\": \"x\",\n  \"in\": {\"d\": [1, 2]}\n}\n")) {
      assertEquals(list("x"), table.texts("name"), "one row");
      assertEquals(list("[1,2]"), table.texts("in.d"), "inner members are fields");
    }
  }

  @Test
  void objectsOverSeveralLinesMayFollowEachOther() {
    try (ImportedTable table = json("{\n \"a\": 1\n}\n{\n \"a\": 2\n}{\"a\": 3}")) {
      assertEquals(list("1", "2", "3"), table.texts("a"), "each object is a row");
    }
    try (ImportedTable table = json("{\"a\": 1}{\"a\": 2}\n{\"a\": 3}")) {
      assertEquals(list("1", "2", "3"), table.texts("a"), "also on one line");
    }
  }

  @Test
  void rowsMayBeListsAndValues() {
    try (ImportedTable table = json("[[1, \"x\"], [2], [null, \"y\", [3]]]")) {
      assertEquals(List.of("column_1", "column_2", "column_3"), names(table), "numbered");
      assertEquals(list("1", "2", null), table.texts("column_1"), "null is missing");
      assertEquals(list("x", null, "y"), table.texts("column_2"), "short rows too");
      assertEquals(list(null, null, "[3]"), table.texts("column_3"), "inner lists stay JSON");
    }
    try (ImportedTable table = json("[1, 2.5, null, 4]")) {
      assertEquals(list("1", "2.5", null, "4"), table.texts("value"), "scalars are values");
    }
    try (ImportedTable table = json("[1,\"a\"]\n[2,\"b\"]\n[3\n[4,\"c\"]\n")) {
      assertEquals(list("1", "2", "4"), table.texts("column_1"), "a list per line");
      assertEquals(1, table.report().quarantinedCount(), "and a bad line is refused");
    }
  }

  @Test
  void aConversationIsOneCell() {
    try (ImportedTable table =
        json(
            """
            {"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"},
              {"role": "user", "content": "A"}, {"role": "assistant", "content": "B"},
              {"role": "user", "content": "C"}, {"role": "assistant", "content": "D"}]}
            """)) {
      assertEquals(1, table.report().rows(), "messages are no rows");
    }
  }

  @Test
  void proseIsTheTextNotTheObjectsBesideIt() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 20; i++) {
      text.append(i == 0 ? "" : ",").append("{\"say\": \"I want to book a table for ").append(i);
      text.append("\", \"spans\": [{\"slot\": \"people\", \"valueSpan\": {\"startIndex\": 28,");
      text.append(" \"endIndex\": ").append(28 + i).append("}}]}");
    }
    try (ImportedTable table = json(text.append("]").toString())) {
      assertEquals(FieldRole.TEXT, table.field("say").role(), "sentences are the text");
      assertEquals(FieldType.TEXT, table.type("spans"), "lists of objects stay JSON text");
    }
  }

  @Test
  void theUserMayChooseAnotherLayout() {
    Path file =
        ImportedTable.write(directory, "t.json", "{\"data\": [{\"a\": 1}], \"more\": [[1, 2]]}");
    Importer importer = new Importer(new DirectTaskRunner());
    for (var expected : Map.of("data", "a", "more", "column_1").entrySet()) {
      ImportSpec spec =
          new ImportSpec(
              List.of(
                  new ImportSpec.SourceSpec(
                      file.toString(), "jsonl", Map.of("member", expected.getKey()))),
              List.of());
      ImportPreview preview = importer.preview(spec, directory, TaskContext.NONE);
      assertEquals(
          expected.getValue(),
          preview.spec().fields().getFirst().source(),
          "the rows of " + expected.getKey());
    }
    ImportSpec none =
        new ImportSpec(
            List.of(new ImportSpec.SourceSpec(file.toString(), "jsonl", Map.of("member", "rows"))),
            List.of());
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () -> importer.preview(none, directory, TaskContext.NONE),
            "a list that is not there must be refused");
    assertTrue(failure.getMessage().contains("no list named rows"), failure.getMessage());
  }

  @Test
  void brokenTextIsRefusedWithItsPlace() {
    for (String text :
        List.of(
            "{\n \"a\": [1,\n",
            "[{\"a\": 1},\n {\"a\": }]",
            "{\"data\": [{\"a\": 1}, {\"a\": 2}",
            "[]",
            "[\n[], []]")) {
      UserFailure failure =
          assertThrows(UserFailure.class, () -> json(text).close(), "must be refused: " + text);
      assertTrue(failure.getMessage().startsWith("t.json "), failure.getMessage());
    }
  }

  @Test
  void whatIsNestedTooDeeplyIsRefusedWithTheLimit() {
    String deep = "[".repeat(2000) + "]".repeat(2000);
    try (ImportedTable table =
        ImportedTable.of(directory, "t.jsonl", "{\"a\": 1}\n{\"a\": " + deep + "}\n")) {
      assertEquals(list("1"), table.texts("a"), "the other rows load");
      assertTrue(
          table.report().quarantined().getFirst().reason().contains("deeper than 500"),
          table.report().quarantined().getFirst().reason());
    }
    UserFailure failure =
        assertThrows(UserFailure.class, () -> json("[" + deep + "]").close(), "one deep list");
    assertTrue(failure.getMessage().contains("deeper than 500"), failure.getMessage());
  }

  @Test
  void nanIsTakenThoughJsonHasNone() {
    try (ImportedTable table = json("[{\"a\": NaN}, {\"a\": 1}, {\"a\": -Infinity}]")) {
      assertEquals(list("NaN", "1", "-Infinity"), table.texts("a"), "as Python writes it");
    }
  }
}
