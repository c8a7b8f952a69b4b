package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.UserFailure;

/// ARFF files give the fields that their header declares.
final class ArffImportTest {
  private static final String HEADER =
      """
      % A comment.
      @RELATION 'some weather'

      @attribute outlook {sunny, 'partly cloudy', rainy}
      @attribute temperature NUMERIC
      @attribute days integer
      @attribute 'the note' string
      @attribute seen date "yyyy-MM-dd HH:mm"
      @DATA
      """;

  @TempDir Path directory;

  private ImportedTable arff(String text) {
    return ImportedTable.of(directory, "weather", text);
  }

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  @Test
  void denseRowsHaveTheDeclaredTypes() {
    try (ImportedTable table =
        arff(
            HEADER
                + "sunny, 21.5, 3, 'it\\'s \"fine\", really', \"2020-01-31 10:20\"\n"
                + "% between\n\n"
                + "'partly cloudy',?,?,?,?\n"
                + "rainy,007,12,\"?\",'2020-02-01 00:00'\n")) {
      assertEquals("arff", table.preview().spec().sources().getFirst().format(), "by content");
      assertEquals(list("sunny", "partly cloudy", "rainy"), table.texts("outlook"), "nominal");
      assertEquals(FieldType.NUMBER, table.type("temperature"), "numeric is a number");
      assertEquals(list("21.5", null, "7"), table.texts("temperature"), "? is missing");
      assertEquals(ValueFormat.INTEGER, table.field("days").format(), "integer");
      assertEquals(
          list("it's \"fine\", really", null, "?"), table.texts("the note"), "quotes and escapes");
      assertEquals(FieldType.TIME, table.type("seen"), "a date with a format");
      assertEquals("2020-01-31T10:20", table.texts("seen").getFirst(), "as written");
    }
  }

  @Test
  void sparseRowsMeanZeroWhereTheyAreSilent() {
    try (ImportedTable table = arff(HEADER + "{1 4, 3 'a b'}\n{0 rainy, 2 ?}\n{}\n")) {
      assertEquals(list("4", "0", "0"), table.texts("temperature"), "numbers are zero");
      assertEquals(list("sunny", "rainy", "sunny"), table.texts("outlook"), "the first value");
      assertEquals(list("0", null, "0"), table.texts("days"), "? is missing");
      assertEquals(list("a b", null, null), table.texts("the note"), "texts are missing");
    }
  }

  @Test
  void weightsBecomeAField() {
    try (ImportedTable table =
        arff("@relation r\n@attribute a numeric\n@data\n1,{0.5}\n2\n{0 3},{2}\n")) {
      assertEquals(list("0.5", null, "2"), table.texts("weight"), "weights of rows");
      assertEquals(list("1", "2", "3"), table.texts("a"), "values");
    }
  }

  @Test
  void rowsThatDoNotFitAreRefusedWithTheirLines() {
    try (ImportedTable table =
        arff(
            "@relation r\n@attribute a numeric\n@attribute b {x,y}\n@data\n"
                + "1,x\n2\n3,x,4\n4,'x\n{7 1}\n{0 1\nword,x\n5,y\n")) {
      assertEquals(list("1", "5"), table.texts("a"), "good rows load");
      assertEquals(
          List.of(6L, 7L, 8L, 9L, 10L, 11L),
          table.report().quarantined().stream()
              .map(ReadReport.QuarantinedRow::line)
              .sorted()
              .toList(),
          "bad rows are named: " + table.report().quarantined());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @relation r~@data~1                           | no @attribute
          @relation r~@attribute a numeric              | no line @data
          @relation r~@attribute a relational~@data~1   | relational
          @relation r~@attribute a~@data~1              | a name and a type
          @relation r~@attribute 'a numeric~@data~1     | quote
          @relation r~attribute a numeric~@data~1       | line 2
          """)
  void headersThatCannotBeReadAreRefusedInOneSentence(String text, String words) {
    String sentence =
        assertThrows(UserFailure.class, () -> arff(text.replace('~', '\n')).close()).getMessage();
    assertTrue(sentence.contains(words) && sentence.endsWith("."), sentence);
  }
}
