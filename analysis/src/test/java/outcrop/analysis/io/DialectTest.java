package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Every dialect of delimited text is guessed as a person would, or read as the options say.
final class DialectTest {
  @TempDir Path directory;

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  private ImportedTable guessed(String text) {
    return ImportedTable.of(directory, "t.csv", text);
  }

  /// @param options name, value, name, value…
  private ImportedTable read(String text, String... options) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    Path file = ImportedTable.write(directory, "t.csv", text);
    ImportSpec spec =
        new ImportSpec(
            List.of(new ImportSpec.SourceSpec(file.toString(), "csv", given)), List.of());
    ImportSpec settled =
        new Importer(new DirectTaskRunner()).preview(spec, Path.of(""), TaskContext.NONE).spec();
    return ImportedTable.of(_ -> settled, file);
  }

  private static String option(ImportedTable table, String name) {
    return table.preview().spec().sources().getFirst().options().get(name);
  }

  private static void assertWarned(ImportedTable table, String words) {
    assertTrue(
        table.preview().warnings().stream().anyMatch(warning -> warning.contains(words)),
        "a warning must say \"" + words + "\": " + table.preview().warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "~|~", "||", "|", ";", "\t", "~", "^", "\u0001", "|~|"})
  void delimitersOfAnyLengthAreGuessed(String delimiter) {
    String text = "id,word,n\n1,alpha,2.5\n2,beta,3\n3,gamma,4\n".replace(",", delimiter);
    try (ImportedTable table = guessed(text)) {
      assertEquals(list("alpha", "beta", "gamma"), table.texts("word"), "split at " + delimiter);
      assertEquals(FieldType.NUMBER, table.type("n"), "numbers between " + delimiter);
    }
  }

  @Test
  void aTimeInOneColumnIsNotSplitAtItsColons() {
    try (ImportedTable table = guessed("at\n12:30:01\n12:31:05\n12:32:09\n12:33:09\n")) {
      assertEquals(1, table.report().schema().fields().size(), "one column");
    }
  }

  @Test
  void runsOfBlanksDelimitColumnsOfNumbers() {
    try (ImportedTable table =
        guessed("  x     y  name\n 1.5   20  a\n10.25   3  b\n 2.00  44  c\n 3.00  45  d\n")) {
      assertEquals("blanks", option(table, "delimiter"), "the guess");
      assertEquals(list("20", "3", "44", "45"), table.texts("y"), "cells without blanks");
    }
  }

  @Test
  void aChosenDelimiterIsTaken() {
    try (ImportedTable table = read("a--b\n1--x,y\n2--z\n", "delimiter", "--")) {
      assertEquals(list("x,y", "z"), table.texts("b"), "any text delimits");
    }
    try (ImportedTable table = read("text\nhello, world\nfoo\n", "delimiter", "none")) {
      assertEquals(list("hello, world", "foo"), table.texts("text"), "a line is a field");
    }
  }

  @Test
  void backslashesEscapeQuotesAndDelimiters() {
    try (ImportedTable table =
        guessed("n,s\n1,\"a \\\"big\\\", thing\"\n2,\"b\"\n3,\"c\\\\\"\n4,C:\\dir\n")) {
      assertEquals("\\", option(table, "escape"), "the guess");
      assertEquals(
          list("a \"big\", thing", "b", "c\\", "C:\\dir"), table.texts("s"), "without escapes");
    }
    try (ImportedTable table = guessed("n,s\n1,a\\,b\n2,c\n3,d\n")) {
      assertEquals(list("a,b", "c", "d"), table.texts("s"), "an escaped delimiter is a character");
    }
  }

  @Test
  void aPathThatEndsInABackslashIsNoEscape() {
    try (ImportedTable table = guessed("n,s\n1,\"C:\\dir\\\"\n2,\"D:\\\"\n3,\"E:\\x\"\n")) {
      assertEquals(list("C:\\dir\\", "D:\\", "E:\\x"), table.texts("s"), "quotes close");
    }
  }

  @Test
  void commentsAndPreamblesArePassedOver() {
    try (ImportedTable table = guessed("# made by x\n# on, monday\na,b\n1,2\n# half\n3,4\n")) {
      assertEquals(list("1", "3"), table.texts("a"), "lines that begin with # are no rows");
    }
    try (ImportedTable table = guessed("Sales report\n\nregion,n,m\nN,1,2\nS,2,4\nW,3,5\n")) {
      assertEquals("2", option(table, "skip"), "title and empty line");
      assertEquals(list("N", "S", "W"), table.texts("region"), "the header follows the title");
      assertWarned(table, "first 2 lines");
    }
    try (ImportedTable table = guessed("##v=4\n##x\n#chrom\tpos\n1\t10\n2\t20\n")) {
      assertEquals(list("10", "20"), table.texts("pos"), "the header may begin with #");
    }
    try (ImportedTable table = guessed("#chrom\tpos\n1\t10\n2\t20\n")) {
      assertEquals(list("1", "2"), table.texts("#chrom"), "a lonely # heads the header");
    }
  }

  @Test
  void coloursAreNoComments() {
    try (ImportedTable table = guessed("colour,n\n#fff,1\n#000,2\n#abc,3\n")) {
      assertEquals(list("#fff", "#000", "#abc"), table.texts("colour"), "they look like rows");
    }
  }

  @Test
  void linesOfRefusedRowsCountSkippedLines() {
    try (ImportedTable table = read("x\ny\na,b\n1,2\n3\n5,6\n", "skip", "2")) {
      assertEquals(5, table.report().quarantined().getFirst().line(), "physical lines");
      assertEquals(list("1", "5"), table.texts("a"), "the rest loads");
    }
    try (ImportedTable table =
        read("x\r\ny\r\na::b\r\n1::2\r\n3\r\n5::\"6\r\n7::8\r\n", "skip", "2", "delimiter", "::")) {
      assertEquals(
          List.of(5L, 6L),
          table.report().quarantined().stream().map(ReadReport.QuarantinedRow::line).toList(),
          "also in the cursor for rare dialects");
      assertEquals(list("1", "7"), table.texts("a"), "an open quote costs one row");
    }
  }

  @Test
  void nullTextsAreMissing() {
    try (ImportedTable table = guessed("a\tb\n1\t\\N\n\\N\tx\n3\ty\n")) {
      assertEquals(list(null, "x", "y"), table.texts("b"), "\\N is guessed");
      assertEquals(FieldType.NUMBER, table.type("a"), "and does not spoil numbers");
    }
    try (ImportedTable table = read("a,b\nNA,1\n\"NA\",2\nnone,3\n", "null", "NA,none")) {
      assertEquals(list(null, "NA", null), table.texts("a"), "quoted letters are a name");
    }
    try (ImportedTable table = read("a,b\nNA,1\n\"NA\",2\n", "null", "NA,\"NA\"")) {
      assertEquals(list(null, null), table.texts("a"), "unless the option has the quotes");
    }
  }

  @Test
  void rowsThatEndEarlyArePaddedWhereAskedOrUsual() {
    try (ImportedTable table = read("a,b,c\n1,2,3\n4,5\n6\n", "ragged", "pad")) {
      assertEquals(list("3", null, null), table.texts("c"), "what is not there is missing");
    }
    String rows =
        IntStream.range(0, 20)
            .mapToObj(i -> i % 2 == 0 ? i + ",x,y\n" : i + ",x\n")
            .collect(Collectors.joining());
    try (ImportedTable table = guessed("a,b,c\n" + rows)) {
      assertEquals("pad", option(table, "ragged"), "half of the rows end early");
      assertEquals(20, table.report().rows(), "no row is lost");
      assertWarned(table, "ragged");
    }
  }

  @Test
  void blanksAroundQuotesDoNotCount() {
    try (ImportedTable table = guessed("a, \"b\"\n1, \"x, y\"\n2, \"z\"\n")) {
      assertEquals(list("x, y", "z"), table.texts("b"), "quotes after a blank are quotes");
    }
  }

  @Test
  void decimalCommasAreNumbers() {
    try (ImportedTable table = guessed("name;price;n\na;1.234,56;1\nb;-0,5;2\nc;12,75;3\n")) {
      assertEquals(FieldType.NUMBER, table.type("price"), "the guess");
      assertEquals(list("1234.56", "-0.5", "12.75"), table.texts("price"), "exact values");
      assertEquals(",", option(table, "decimal"), "written down");
      assertWarned(table, "1234.56");
    }
    try (ImportedTable table = guessed("1,5;2,5\n2,5;3,5\n7,25;4,5\n")) {
      assertEquals(list("1.5", "2.5", "7.25"), table.texts("column_1"), "also without a header");
    }
  }

  @Test
  void aChosenSignLetsTheOtherBeGuessed() {
    try (ImportedTable table = read("a;b\n1.250;x\n2.500;y\n", "thousands", ".")) {
      assertEquals(list("1250", "2500"), table.texts("a"), "a full stop groups digits");
    }
    try (ImportedTable table = read("a\tb\n1,250\tx\n2,500\ty\n", "decimal", ",")) {
      assertEquals(list("1.25", "2.5"), table.texts("a"), "a comma stands before fractions");
    }
  }

  @Test
  void groupsOfDigitsAreNumbers() {
    try (ImportedTable table = guessed("a,b\n\"1,234\",x\n\"12,345\",y\n12,z\n")) {
      assertEquals(list("1234", "12345", "12"), table.texts("a"), "commas group digits");
      assertWarned(table, "other meaning");
    }
    try (ImportedTable table = guessed("a;b\n1 234,5;x\n2 345 678,25;y\n")) {
      assertEquals(list("1234.5", "2345678.25"), table.texts("a"), "blanks group digits");
    }
    try (ImportedTable table = guessed("a;b\n1'234.5;x\n12'345;y\n")) {
      assertEquals(list("1234.5", "12345"), table.texts("a"), "apostrophes group digits");
    }
  }

  @Test
  void versionsAndCoordinatesAreNoGroupedNumbers() {
    try (ImportedTable table = guessed("v;p\n1.2.3;12,5 3,5\n1.10.0;1,2 3,4\n")) {
      assertEquals(FieldType.CATEGORY, table.type("v"), "groups have three digits");
      assertEquals(list("1.2.3", "1.10.0"), table.texts("v"), "texts stay as they are");
      assertEquals(list("12,5 3,5", "1,2 3,4"), table.texts("p"), "texts stay as they are");
    }
  }

  @Test
  void textsKeepTheirCommasBesideDecimalCommas() {
    try (ImportedTable table = guessed("s;x\na,b;1,5\nc;2,25\n7,5 kg;3,5\n")) {
      assertEquals(list("a,b", "c", "7,5 kg"), table.texts("s"), "only numbers are rewritten");
    }
  }

  @Test
  void fixedWidthTextIsRefusedWithARemedy() {
    String line = "%-12s %-14s %-9s%n";
    StringBuilder text = new StringBuilder(String.format(line, "name", "town", "kind"));
    for (String[] row :
        new String[][] {
          {"Anna Berg", "Ulm", "x y"},
          {"Bo", "San Diego", "z"},
          {"Cy Long", "Rio", "x"},
          {"Di", "New York", "y y"},
          {"Ed", "Bonn", "z"},
          {"Flo Ann Low", "Kiel", "z z"}
        }) {
      text.append(String.format(line, (Object[]) row));
    }
    UserFailure failure =
        assertThrows(UserFailure.class, () -> guessed(text.toString()).close(), "no table");
    assertTrue(failure.getMessage().contains("fixed-width"), failure.getMessage());
  }

  @Test
  void wrongOptionsAreSaidInOneSentence() {
    for (String[] wrong :
        new String[][] {
          {"quote", "ab"},
          {"skip", "-1"},
          {"ragged", "cut"},
          {"decimal", "x"},
          {"thousands", "x"},
          {"encoding", "klingon"},
          {"decimal", ",", "thousands", ","}
        }) {
      UserFailure failure =
          assertThrows(
              UserFailure.class,
              () -> read("a,b\n1,2\n", wrong).close(),
              "refused: " + String.join("=", wrong));
      assertTrue(failure.getMessage().contains(wrong[0]), failure.getMessage());
    }
  }

  @Test
  void everyGuessIsWrittenIntoTheOptions() {
    try (ImportedTable table = guessed("a,b\n1,2\n")) {
      Map<String, String> options = table.preview().spec().sources().getFirst().options();
      for (ReaderOption option : new DelimitedReader().options()) {
        assertTrue(options.containsKey(option.name()), option.name() + " is in " + options);
      }
    }
  }

  @Test
  void cellsLargerThanTheBufferAreWholeInRareDialects() {
    String large = "word ".repeat(1 << 18);
    try (ImportedTable table = read("a::b\n1::\"" + large + "\"\n2::short\n", "delimiter", "::")) {
      assertEquals(large.length(), table.columns().textAt("b", 0).length(), "nothing is cut");
      assertEquals("short", table.columns().textAt("b", 1), "the next row is right");
    }
  }

  @Test
  void aHeaderNarrowerThanItsRowsIsNoPreamble() {
    try (ImportedTable table =
        guessed("mpg cyl hp\nMazda 21 6 110\nFiat 32 4 66\n".replace(' ', ','))) {
      assertEquals("0", option(table, "skip"), "row names have no name");
      assertEquals(list("Mazda", "Fiat"), table.texts("mpg"), "all rows are there");
    }
    try (ImportedTable table = guessed("some notes\nmore notes, here\nn,text,d\n1,a,2\n2,b,3\n")) {
      assertEquals("2", option(table, "skip"), "the third line heads columns of numbers");
    }
  }

  @Test
  void datesBelowADateAreNoReasonForAHeader() {
    try (ImportedTable table = guessed("31/12/2020,x\n30/11/2020,y\n29/10/2020,z\n")) {
      assertEquals("false", option(table, "header"), "the first row looks like the others");
      assertEquals(FieldType.TIME, table.type("column_1"), "days");
    }
  }

  @Test
  void aFirstRowThatStandsAgainOrIsATimeOfDayIsNoHeader() {
    try (ImportedTable table = guessed("Y\nY\nN\nNull\n")) {
      assertEquals("false", option(table, "header"), "the first answer is given twice");
    }
    try (ImportedTable table = guessed("12:00,12:30:15\n")) {
      assertEquals(list("12:00"), table.texts("column_1"), "one row of times of day");
    }
  }

  @Test
  void anEmptyFirstRowIsAHeaderWithoutNames() {
    try (ImportedTable table = guessed(",,\n123,a,x\n345,b,y\n")) {
      assertEquals(list("123", "345"), table.texts("column_1"), "no row of missing values");
    }
  }

  @Test
  void singleQuotesCountWhereRowsAreRegularOnlyByThem() {
    try (ImportedTable table = guessed("1\ta\tx\n2\t'b\tc'\ty\n3\td\tz\n")) {
      assertEquals(list("a", "b\tc", "d"), table.texts("column_2"), "one field holds a tab");
    }
    try (ImportedTable table = guessed("id\ttext\n1\t'tis\n2\tdon't\n")) {
      assertEquals(list("'tis", "don't"), table.texts("text"), "apostrophes");
    }
  }

  @Test
  void blanksAfterAClosingQuoteDoNotCount() {
    try (ImportedTable table = guessed("a,b\n\"onions\"  ,\",\"\n")) {
      assertEquals(list("onions"), table.texts("a"), "the quotes are no part of the value");
      assertEquals(list(","), table.texts("b"), "the quoted comma");
    }
  }

  @Test
  void anEscapedDelimiterInsideQuotesLosesItsEscape() {
    try (ImportedTable table = guessed("a,b\n1,\"Surname\\, Name\"\n2,\"foo (\\\"x\\\")\"\n")) {
      assertEquals(list("Surname, Name", "foo (\"x\")"), table.texts("b"), "without backslashes");
    }
  }

  @Test
  void withoutAHeaderPaddedRowsAreAsWideAsTheLongest() {
    try (ImportedTable table =
        read("a,b,c\n1,x\n2,y\n", "header", "false", "ragged", "pad", "delimiter", ",")) {
      assertEquals(list("c", null, null), table.texts("column_3"), "no row is refused");
    }
  }

  @Test
  void titlesInQuotesThatNeverWrapAFieldAreText() {
    String rows = "1\tplain\n".repeat(600);
    try (ImportedTable table =
        guessed(
            "id\ttitle\toriginal\n"
                + rows.replace("\n", "\tsame\n")
                + "2\t\"Swing\" band\t\"Swing\" band\n")) {
      assertEquals(601, table.report().rows(), "the row with quotes is read");
    }
  }

  @Test
  void semicolonsBetweenDecimalCommasDelimit() {
    try (ImportedTable table = guessed("1,5;2,25;a\n3,5;4,75;b\n")) {
      assertEquals(";", option(table, "delimiter"), "every row has two semicolons and two commas");
      assertEquals(",", option(table, "decimal"), "the commas are decimal");
    }
  }

  @Test
  void theHeaderDecidesBetweenTwoRegularDelimiters() {
    try (ImportedTable table = guessed("text|number\nfoo|123,000\nfoo|124,000\nbar|125,000\n")) {
      assertEquals("|", option(table, "delimiter"), "the header has no comma");
    }
  }

  @Test
  void aQuoteThatSpoilsTheFirstRowIsACharacter() {
    try (ImportedTable table =
        guessed("\"ANTON\" LTD| |2012\n\"ENERGY\" SA| |2015\n\"X \" Y| |2013\n")) {
      assertEquals("none", option(table, "quote"), "no row could be read otherwise");
      assertEquals(3, table.report().rows(), "no row is lost");
    }
  }

  @Test
  void rowsThatAllLackTheLastFieldsArePadded() {
    try (ImportedTable table = guessed("one,two,three,four\n1,a,alice\n2,b,bob\n")) {
      assertEquals(list("alice", "bob"), table.texts("three"), "better than no row at all");
    }
  }
}
