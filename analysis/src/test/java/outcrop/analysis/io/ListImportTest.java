package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

/// What lists in cells become.
final class ListImportTest {
  @TempDir Path directory;

  private ImportedTable json(String... lines) {
    return ImportedTable.of(directory, "rows.jsonl", String.join("\n", lines) + "\n");
  }

  @Test
  void listsOfTextsAreAListField() {
    try (ImportedTable table =
        json(
            "{\"tags\":[\"a\",\"b\",\"a\"]}",
            "{\"tags\":[]}",
            "{\"tags\":null}",
            "{\"tags\":[\"q\\\"uote\",null,\"new\\nline\"]}")) {
      assertEquals(FieldType.LIST, table.type("tags"), "every cell is a list");
      ListColumn tags = (ListColumn) table.columns().column("tags");
      assertEquals(List.of("a", "b", "a"), tags.values(0), "order and repeats must stay");
      assertEquals(List.of(), tags.values(1), "an empty list is a value");
      assertTrue(!tags.isMissing(1) && tags.isMissing(2), "null is missing, an empty list is not");
      assertEquals(
          Arrays.asList("q\"uote", null, "new\nline"), tags.values(3), "an element may be null");
      assertEquals("[\"q\\\"uote\",null,\"new\\nline\"]", tags.textAt(3), "the exact text is JSON");
    }
  }

  @Test
  void listsOfNumbersKeepTheirKind() {
    try (ImportedTable table = json("{\"n\":[1,2],\"x\":[0.5,2.0]}", "{\"n\":[-3],\"x\":[1e-3]}")) {
      assertEquals(ValueFormat.INTEGER, table.field("n").format(), "n has whole numbers only");
      assertEquals(ValueFormat.DECIMAL, table.field("x").format(), "x has fractions");
      assertEquals(Arrays.asList("[0.5,2]", "[0.001]"), table.texts("x"), "in shortest form");
    }
  }

  @Test
  void listsInDelimitedTextAreListsToo() {
    try (ImportedTable table =
        ImportedTable.of(
            directory, "t.csv", "id,tags\n1,\"['red', 'it''s']\"\n2,\"[\"\"blue\"\"]\"\n")) {
      assertEquals(FieldType.CATEGORY, table.type("tags"), "a doubled quote is no Python text");
    }
    try (ImportedTable table =
        ImportedTable.of(directory, "p.csv", "id,tags\n1,\"['red', 'b']\"\n2,\"[\"\"c\"\"]\"\n")) {
      assertEquals(FieldType.LIST, table.type("tags"), "as Python prints them and as JSON");
      assertEquals(List.of("[\"red\",\"b\"]", "[\"c\"]"), table.texts("tags"), "in JSON form");
    }
  }

  @Test
  void mixedListsStayText() {
    try (ImportedTable table = json("{\"v\":[1,\"a\"]}", "{\"v\":[[1],[2]]}", "{\"v\":[{}]}")) {
      assertEquals(FieldType.CATEGORY, table.type("v"), "no common kind of element");
      assertEquals(List.of("[1,\"a\"]", "[[1],[2]]", "[{}]"), table.texts("v"), "as it came");
    }
  }

  @Test
  void longListsOfOneLengthAreVectors() {
    String vector = "[" + "0.25,".repeat(31) + "-1.5]";
    try (ImportedTable table = json("{\"v\":" + vector + "}", "{\"v\":null}")) {
      assertEquals(FieldType.VECTOR, table.type("v"), "32 numbers in each row");
      assertEquals(FieldRole.VECTOR, table.field("v").role(), "the first vector has the role");
      VectorColumn column = assertInstanceOf(VectorColumn.class, table.columns().column("v"));
      assertEquals(32, column.dimensions(), "all numbers must come");
      assertEquals(-1.5f, column.at(0, 31), "in their place");
      assertEquals(vector, column.textAt(0), "the exact text is JSON");
      assertTrue(column.isMissing(1), "null is missing");
    }
  }

  @Test
  void aShortListIsAVectorWhenItsNameSaysSo() {
    try (ImportedTable table =
        json(
            "{\"text_embedding\":[1,2],\"box\":[3,4],\"probs.0\":[0.1,0.9]}",
            "{\"text_embedding\":[0.5,2],\"box\":[5,6],\"probs.0\":[0.2,0.8]}")) {
      assertEquals(FieldType.VECTOR, table.type("text_embedding"), "the name says embedding");
      assertEquals(FieldType.LIST, table.type("box"), "two numbers are a list");
      assertEquals(FieldType.VECTOR, table.type("probs.0"), "the name says probabilities");
    }
  }

  @Test
  void vectorsOfManyLengthsBecomeLists() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 20_100; row++) {
      text.append("{\"v\":[").append("1,".repeat(row < 20_000 ? 19 : row % 7)).append("2]}\n");
    }
    try (ImportedTable table = ImportedTable.of(directory, "rows.jsonl", text.toString())) {
      assertEquals(FieldType.LIST, table.type("v"), "the last rows have other lengths");
      assertEquals("[1,1,1,1,1,2]", table.columns().textAt("v", 20_095), "none is lost");
    }
  }

  @Test
  void aVectorOfAnotherLengthIsRefusedWhereItIsRare() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 3_000; row++) {
      text.append("{\"v\":[").append("1,".repeat(row == 2_500 ? 3 : 19)).append("2]}\n");
    }
    try (ImportedTable table =
        ImportedTable.of(
            ImportedTable.choosing("v", field -> field.withType(FieldType.VECTOR), null),
            ImportedTable.write(directory, "rows.jsonl", text.toString()))) {
      assertEquals(2_999, table.columns().rowCount(), "one row does not fit");
      assertEquals(2_501, table.report().quarantined().getFirst().line(), "its line is named");
    }
  }

  @Test
  void aTextAmongListsIsRefusedWhereItIsRare() {
    StringBuilder text = new StringBuilder("tags\n");
    for (int row = 0; row < 2_000; row++) {
      text.append(row == 1_000 ? "none\n" : "\"[\"\"a\"\"]\"\n");
    }
    try (ImportedTable table = ImportedTable.of(directory, "t.csv", text.toString())) {
      assertEquals(FieldType.LIST, table.type("tags"), "one cell in 2,000 does not spoil it");
      assertEquals(1, table.report().quarantinedCount(), "it is refused");
    }
  }
}
