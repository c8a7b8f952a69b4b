package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.FieldType;

/// Dates and times as people and programs write them.
final class TimePatternTest {
  @TempDir Path directory;

  private static String read(String pattern, String text) {
    TimeText time = new TimeText(pattern);
    char[] chars = text.toCharArray();
    return time.read(chars, 0, chars.length)
        ? Instant.EPOCH.plusNanos(time.micros() * 1000).toString()
        : "none";
  }

  private ImportedTable column(String name, String... cells) {
    return ImportedTable.of(
        directory, "t.tsv", name + "\tx\n" + String.join("\t1\n", cells) + "\t1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          d MMM yyyy             | 3 Jan 2020                    | 2020-01-03T00:00:00Z
          d-MMM-yyyy             | 03-JAN-2020                   | 2020-01-03T00:00:00Z
          MMM d, yyyy            | Sept. 4, 2020                 | 2020-09-04T00:00:00Z
          MMMM d, yyyy           | september 14, 2020            | 2020-09-14T00:00:00Z
          E, d MMM yyyy          | Tue, 3 Jun 2008               | 2008-06-03T00:00:00Z
          E, d MMM yyyy H:mm:ss Z | Tue, 3 Jun 2008 11:05:30 GMT | 2008-06-03T11:05:30Z
          d/MMM/yyyy:HH:mm:ss Z  | 10/Oct/2000:13:55:36 -0700    | 2000-10-10T20:55:36Z
          E, d MMM yyyy H:mm:ss Z | Tue, 3 Jun 2008 11:05:30 EST | 2008-06-03T16:05:30Z
          E, d MMM yyyy H:mm:ss Z | Tue, 3 Jun 2008 11:05:30 CST | none
          M/d/yyyy h:mm a        | 1/2/2020 12:05 AM             | 2020-01-02T00:05:00Z
          M/d/yyyy h:mm:ss a     | 1/2/2020 1:05:09 pm           | 2020-01-02T13:05:09Z
          dd.MM.yy               | 03.01.68                      | 2068-01-03T00:00:00Z
          dd.MM.yy               | 03.01.69                      | 1969-01-03T00:00:00Z
          yyyyMMdd               | 20200131                      | 2020-01-31T00:00:00Z
          epoch-seconds          | 1577836800                    | 2020-01-01T00:00:00Z
          epoch-seconds          | 1577836800.25                 | 2020-01-01T00:00:00.250Z
          epoch-millis           | 1577836800123                 | 2020-01-01T00:00:00.123Z
          epoch-micros           | -1                            | 1969-12-31T23:59:59.999999Z
          """)
  void patternsReadWhatTheySay(String pattern, String text, String expected) {
    assertEquals(expected, read(pattern, text), text + " by " + pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          d MMM yyyy      | 3 Jam 2020
          d MMM yyyy      | 31 Feb 2020
          d MMM yyyy      | 3 Janus 2020
          M/d/yyyy h:mm a | 1/2/2020 13:05 PM
          yyyyMMdd        | 20201331
          epoch-seconds   | soon
          epoch-seconds   | 1e30
          """)
  void whatIsNoTimeIsNone(String pattern, String text) {
    assertEquals("none", read(pattern, text), text + " by " + pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-31T10:20:30+02:00",
        "2020-01-31 10:20:30 +0200",
        "2020-01-31T08:20:30Z",
        "2020-01-31 08:20:30 UTC",
        "2020-01-31 08:20:30,000 GMT"
      })
  void momentsHaveZonesInManyForms(String text) {
    TimeText iso = new TimeText(null);
    assertTrue(iso.read(text.toCharArray(), 0, text.length()), text);
    assertEquals("2020-01-31T08:20:30Z", Instant.EPOCH.plusNanos(iso.micros() * 1000).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 Jan 2020          | 14 Feb 2021         | d MMM yyyy
          01-JAN-2020         | 02-MAY-2021         | d-MMM-yyyy
          January 3, 2020     | May 14, 2021        | MMMM d, yyyy
          31.12.99            | 01.02.01            | dd.MM.yy
          1/31/2020 1:05 PM   | 2/1/2020 11:10 AM   | M/d/yyyy h:mm a
          2020/1/5 3:04       | 2020/11/15 13:04    | yyyy/M/d H:mm
          Mon Jan 06 10:20:30 2020 | Tue Feb 11 01:02:03 2020 | E MMM d H:mm:ss yyyy
          10/Oct/2000:13:55:36 -0700 | 11/Oct/2000:13:55:36 -0700 | d/MMM/yyyy:HH:mm:ss Z
          """)
  void commonFormsAreGuessed(String first, String second, String pattern) {
    try (ImportedTable table = column("when", first, second)) {
      assertEquals(FieldType.TIME, table.type("when"), first + ": " + table.preview().warnings());
      String guessed = table.preview().spec().field("when").orElseThrow().pattern();
      assertEquals(read(pattern, first), read(guessed, first), "as " + pattern + ": " + guessed);
      assertEquals(read(pattern, second), read(guessed, second), "as " + pattern + ": " + guessed);
    }
  }

  @Test
  void dayAndMonthThatCannotBeToldApartStayTextUntilChosen() {
    try (ImportedTable table = column("when", "1/2/20", "3/4/20")) {
      assertEquals(FieldType.CATEGORY, table.type("when"), "no guess is better than a wrong one");
      assertTrue(table.preview().warnings().getFirst().contains("both as"), "the doubt is told");
      String pattern = "M/d/yy";
      ImportSpec.FieldSpec field =
          table.preview().spec().field("when").orElseThrow().withPattern(pattern);
      ImportSpec chosen =
          new ImportSpec(
              table.preview().spec().sources(),
              List.of(field, table.preview().spec().fields().getLast()));
      try (ImportedTable again = ImportedTable.of(_ -> chosen, directory.resolve("t.tsv"))) {
        assertEquals(Arrays.asList("2020-01-02", "2020-03-04"), again.texts("when"), pattern);
      }
    }
  }

  @Test
  void eightDigitsAreDaysOnlyWhereTheNameSaysSo() {
    try (ImportedTable table = column("order_date", "20200131", "20201231")) {
      assertEquals(List.of("2020-01-31", "2020-12-31"), table.texts("order_date"), "days");
    }
    try (ImportedTable table = column("amount", "20200131", "20201231")) {
      assertEquals(FieldType.NUMBER, table.type("amount"), "numbers");
    }
    try (ImportedTable table = column("update", "20200131", "20209999")) {
      assertEquals(FieldType.NUMBER, table.type("update"), "99 is no month");
    }
  }

  @Test
  void wordsAreNoTimes() {
    try (ImportedTable table = column("word", "May", "Marches on", "Sunday roast")) {
      assertFalse(table.type("word") == FieldType.TIME, "names of months stand in texts");
    }
  }
}
