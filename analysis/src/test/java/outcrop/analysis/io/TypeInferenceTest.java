package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

/// What types the cells of delimited text become.
final class TypeInferenceTest {
  @TempDir Path directory;

  private ImportedTable csv(String text) {
    return ImportedTable.of(directory, "table.csv", text);
  }

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  @Test
  void wholeNumbersStayIntegersAndDecimalsBecomeDoubles() {
    try (ImportedTable table = csv("n,x\n1,1.5\n-20,2\n300,1e3\n")) {
      assertEquals(ValueFormat.INTEGER, table.field("n").format(), "n holds whole numbers only");
      assertEquals(list("1", "-20", "300"), table.texts("n"), "integers must survive");
      assertEquals(ValueFormat.PLAIN, table.field("x").format(), "x holds a fraction");
      assertEquals(list("1.5", "2", "1000"), table.texts("x"), "doubles must survive");
    }
  }

  @Test
  void numbersThatNameThingsStayText() {
    try (ImportedTable table =
        csv("zip,phone,big\n01234,+4912,1234567890123456789\n10115,+4913,1\n")) {
      for (String name : List.of("zip", "phone", "big")) {
        assertEquals(FieldType.CATEGORY, table.type(name), name + " must survive exactly");
      }
      assertEquals(list("01234", "10115"), table.texts("zip"), "leading zeros must survive");
      assertEquals(
          2,
          table.preview().warnings().size(),
          "fields that look like numbers elsewhere need a warning");
    }
  }

  @Test
  void decimalsWithMoreDigitsThanADoubleHoldsStayText() {
    try (ImportedTable table =
        csv(
            "exact,printed,rounded\n"
                + "0.12345678901234567891234,0.30000000000000004,0.10000000000000001\n"
                + "1.5,0.5,2.50\n")) {
      assertEquals(FieldType.CATEGORY, table.type("exact"), "23 digits do not fit a double");
      assertEquals(
          FieldType.NUMBER, table.type("printed"), "this is the shortest form of a double");
      assertEquals(FieldType.NUMBER, table.type("rounded"), "this is 0.1 printed with 17 digits");
    }
  }

  @Test
  void missingMarkersCountOnlyAmongNumbers() {
    try (ImportedTable table =
        csv("n,name\n1,Na\nNA,Nan\nN/A,NA\nnull,True\nNone,Infinity\n-,null\n,\n7,\"\"\n")) {
      assertEquals(FieldType.NUMBER, table.type("n"), "markers do not spoil numbers");
      assertEquals(
          list("1", null, null, null, null, null, null, "7"),
          table.texts("n"),
          "markers are missing");
      assertEquals(
          list("Na", "Nan", "NA", "True", "Infinity", "null", null, ""),
          table.texts("name"),
          "in text only an unquoted empty cell is missing");
    }
  }

  @Test
  void notANumberAndInfinityAreValuesOfNumericFields() {
    try (ImportedTable table = csv("x\n1.5\nNaN\ninf\n-Infinity\nNA\n")) {
      NumberColumn x = (NumberColumn) table.columns().column("x");
      assertTrue(Double.isNaN(x.at(1)) && !x.isMissing(1), "NaN is a value, not missing");
      assertEquals(Double.POSITIVE_INFINITY, x.at(2), "inf is a value");
      assertEquals(Double.NEGATIVE_INFINITY, x.at(3), "-Infinity is a value");
      assertEquals(1, x.missingCount(), "NA is missing");
    }
  }

  @Test
  void booleansAreCategoriesOnlyInOneStyleThroughout() {
    try (ImportedTable table = csv("a,b,c\nTrue,true,true\nFalse,TRUE,maybe\n,false,false\n")) {
      assertEquals(ValueFormat.BOOLEAN, table.field("a").format(), "one style, missing allowed");
      assertEquals(list("True", "False", null), table.texts("a"), "the style must survive");
      assertEquals(ValueFormat.PLAIN, table.field("b").format(), "two styles are text");
      assertEquals(ValueFormat.PLAIN, table.field("c").format(), "maybe is no boolean");
    }
  }

  @Test
  void timesAreReadInIsoAndInUnambiguousPatterns() {
    try (ImportedTable table =
        csv(
            "day,local,moment,slash,us\n"
                + "2024-05-31,2024-05-31"
                + " 12:00:01.5,2024-05-31T12:00:00+02:00,31/05/2024,05/31/2024\n"
                + "2024-06-01,2024-06-01,2024-06-01T00:00:00Z,01/06/2024,06/01/2024\n")) {
      assertEquals(list("2024-05-31", "2024-06-01"), table.texts("day"), "days are ISO");
      assertEquals(
          list("2024-05-31T12:00:01.500", "2024-06-01T00:00"), table.texts("local"), "local times");
      assertEquals(
          list("2024-05-31T10:00:00Z", "2024-06-01T00:00:00Z"),
          table.texts("moment"),
          "UTC moments");
      assertEquals(list("2024-05-31", "2024-06-01"), table.texts("slash"), "31/05 is a day first");
      assertEquals(list("2024-05-31", "2024-06-01"), table.texts("us"), "05/31 is a month first");
      assertEquals(FieldRole.TIME, table.field("day").role(), "the first time plays the role");
    }
  }

  @Test
  void datesThatReadBothWaysStayTextWithAWarning() {
    try (ImportedTable table = csv("d\n01/02/2024\n03/04/2024\n")) {
      assertEquals(FieldType.CATEGORY, table.type("d"), "nobody can tell day from month");
      assertTrue(
          table.preview().warnings().getFirst().contains("dd/MM/yyyy"),
          "the warning must name the patterns: " + table.preview().warnings());
    }
    Path file = directory.resolve("table.csv");
    try (ImportedTable table =
        ImportedTable.of(
            ImportedTable.choosing(
                "d", f -> f.withType(FieldType.TIME).withFormat(ValueFormat.DATE), "dd/MM/yyyy"),
            file)) {
      assertEquals(
          list("2024-02-01", "2024-04-03"), table.texts("d"), "the user's pattern decides");
    }
  }

  @Test
  void longAndWordyTextsAreProseNamesAreNot() {
    String rows =
        IntStream.range(0, 50)
            .mapToObj(i -> "name " + i + ",this is comment number " + i + " of the table\n")
            .collect(Collectors.joining());
    try (ImportedTable table = csv("who,what\n" + rows)) {
      assertEquals(FieldType.CATEGORY, table.type("who"), "short names are categories");
      assertEquals(FieldType.TEXT, table.type("what"), "seven words each are prose");
      assertEquals(FieldRole.TEXT, table.field("what").role(), "the longest text plays the role");
    }
  }

  @Test
  void rolesAreGuessedFromNamesAndShape() {
    try (ImportedTable table =
        csv("user_id,label,split,source\n7,a,train,x.txt\n8,b,train,x.txt\n9,a,test,y.txt\n")) {
      assertEquals(FieldRole.ID, table.field("user_id").role(), "unique and called id");
      assertEquals(FieldRole.LABEL, table.field("label").role(), "called label");
      assertEquals(FieldRole.SPLIT, table.field("split").role(), "called split");
      assertEquals(FieldRole.SOURCE, table.field("source").role(), "called source");
      assertEquals("id:8", table.columns().key(1).text(), "ids name rows");
      assertEquals(1, table.columns().find(table.columns().key(1)).orElse(-1), "and find them");
    }
  }

  @Test
  void aFieldOfNumbersWithFewOtherCellsRefusesTheirRows() {
    StringBuilder text = new StringBuilder("n,s\n");
    for (int i = 0; i < 40_000; i++) {
      text.append(i == 30_000 ? "oops" : i).append(",x\n");
    }
    try (ImportedTable table = csv(text.toString())) {
      assertEquals(FieldType.NUMBER, table.type("n"), "one cell in 40,000 does not spoil numbers");
      assertEquals(39_999, table.report().rows(), "its row is refused");
      ReadReport.QuarantinedRow row = table.report().quarantined().getFirst();
      assertEquals(30_002, row.line(), "the report names the line");
      assertTrue(row.reason().contains("oops") && row.reason().contains("n"), row.reason());
    }
  }

  @Test
  void aFieldWithManyOtherCellsIsWidenedWithAWarning() {
    StringBuilder text = new StringBuilder("n\n");
    for (int i = 0; i < 40_000; i++) {
      text.append(i > 30_000 && i % 10 == 0 ? "x" + i : i).append('\n');
    }
    try (ImportedTable table = csv(text.toString())) {
      assertEquals(FieldType.CATEGORY, table.type("n"), "1,000 words are no accident");
      assertEquals(40_000, table.report().rows(), "no row is lost");
      assertTrue(
          table.report().warnings().getFirst().contains("x30010"), "the warning names a value");
    }
  }

  @Test
  void aLateDecimalWidensIntegersAndRefusesNothing() {
    StringBuilder text = new StringBuilder("n,d\n");
    for (int i = 0; i < 40_000; i++) {
      text.append(i == 39_000 ? "0.5" : i).append(',');
      text.append(i == 39_500 ? "2024-01-01 10:00:00\n" : "2024-01-01\n");
    }
    try (ImportedTable table = csv(text.toString())) {
      assertEquals(ValueFormat.PLAIN, table.field("n").format(), "0.5 needs doubles");
      assertEquals(ValueFormat.DATETIME, table.field("d").format(), "10:00 needs times");
      assertEquals(40_000, table.report().rows(), "no row is lost");
      assertEquals("0.5", table.columns().textAt("n", 39_000), "the value survives");
      assertEquals(2, table.report().warnings().size(), "both are told");
    }
  }

  @Test
  void aTypeThatTheUserChoseNeverWidens() {
    Path file = ImportedTable.write(directory, "t.csv", "n,s\n1,a\ntwo,b\nthree,c\n007,d\n");
    try (ImportedTable table =
        ImportedTable.of(
            ImportedTable.choosing(
                "n", f -> f.withType(FieldType.NUMBER).withFormat(ValueFormat.INTEGER), null),
            file)) {
      assertEquals(list("1", "7"), table.texts("n"), "what fits is kept");
      assertEquals(list("a", "d"), table.texts("s"), "whole rows are refused");
      assertEquals(2, table.report().quarantinedCount(), "two and three are no numbers");
    }
  }

  @Test
  void twinNamesAndEmptyNamesGetNamesOfTheirOwn() {
    try (ImportedTable table = csv("a,a,,\"two\nlines\"\n1,2,3,4\n")) {
      assertEquals(
          list("a", "a_2", "column_3", "two\nlines"),
          table.report().schema().fields().stream().map(f -> f.name()).toList(),
          "names must be unique and never empty");
      assertEquals(2, table.preview().warnings().size(), "both changes are told");
    }
  }

  @Test
  void delimiterQuoteAndHeaderAreGuessed() {
    try (ImportedTable table = csv("a;b\n1,5;x\n2,5;'y'\n")) {
      assertEquals(list("x", "'y'"), table.texts("b"), "semicolons split, one quote pair is text");
    }
    try (ImportedTable table = csv("a\tb\n1\t\"x\ty\"\n")) {
      assertEquals(list("x\ty"), table.texts("b"), "tabs split");
    }
    try (ImportedTable table = csv("1,2\n3,4\n")) {
      assertEquals(list("1", "3"), table.texts("column_1"), "numbers above numbers are no header");
    }
    try (ImportedTable table = csv("just one column\nx\n")) {
      assertEquals(list("x"), table.texts("just one column"), "one column is fine");
    }
  }

  @Test
  void aHeaderAloneGivesNoRows() {
    try (ImportedTable table = csv("a,b\n")) {
      assertEquals(0, table.report().rows(), "a header is no row");
      assertEquals(2, table.report().schema().fields().size(), "its fields exist");
    }
  }

  @Test
  void severalFilesAreAppendedWithTheUnionOfTheirFields() {
    Path one = ImportedTable.write(directory, "one.csv", "a,b\n1,x\n2,y\n");
    Path two = ImportedTable.write(directory, "two.jsonl", "{\"a\":3,\"c\":true}\n");
    try (ImportedTable table = ImportedTable.of(one, two)) {
      assertEquals(list("1", "2", "3"), table.texts("a"), "rows in the order of the files");
      assertEquals(
          list("x", "y", null), table.texts("b"), "missing where a file has no such field");
      assertEquals(list(null, null, "true"), table.texts("c"), "fields of later files come in");
      assertEquals(
          list("one.csv", "one.csv", "two.jsonl"), table.texts("source"), "the file is a field");
      assertEquals(FieldRole.SOURCE, table.field("source").role(), "with the role SOURCE");
    }
  }
}
