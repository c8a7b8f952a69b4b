package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchCommandTest {
  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeTable() throws IOException {
    source = InlineTables.reviews(folder);
  }

  @Test
  void rowsThatMatchAreGivenWithTheirKeyAndExactValues() {
    JsonNode json = json(source, "category:tools AND rating:5");
    assertEquals(1, json.path("total").asInt(), "count what matches");
    JsonNode row = json.path("rows").path(0);
    assertTrue(row.path("key").isString(), "name the row by its key");
    assertEquals("r7", row.path("id").asString(), "give the row that matches");
    assertTrue(row.path("rating").isIntegralNumber(), "whole numbers are JSON integers");
    assertEquals(5, row.path("rating").asInt(), "give numbers as numbers");
    assertEquals("2024-03-28", row.path("day").asString(), "give days as ISO 8601");
  }

  @Test
  void aProgramForTheRowsIsPrintedInPlaceOfThem() {
    CommandLineRun sql = CommandLineRun.in(folder, "search", source, "rating:5", "--as", "sql");
    assertTrue(sql.out().contains("read_csv("), "read the source: " + sql.out());
    assertTrue(sql.out().contains("\"rating\" >= 5"), "say the query as SQL: " + sql.out());
    CommandLineRun pandas =
        CommandLineRun.in(folder, "search", source, "rating:5", "--as", "pandas");
    assertTrue(pandas.out().contains("import pandas as pd"), "say it in Python: " + pandas.out());
  }

  @Test
  void missingValuesAreNullAndTextsAreWhole() {
    JsonNode json = json(source, "id:(r3 OR r6 OR r8)");
    assertEquals(3, json.path("total").asInt(), "find all three");
    assertEquals(
        "A good book, read it\ntwice within one week of holidays",
        row(json, "r3").path("text").asString(),
        "keep the line break of a text");
    assertTrue(row(json, "r6").path("rating").isNull(), "a missing number is null");
    assertTrue(row(json, "r8").path("category").isNull(), "a missing category is null");
  }

  @Test
  void wordsPhrasesRangesAndNegationsAreOneLanguage() {
    assertEquals(List.of("r1"), ids("text:\"not good\"", "--sort", "id"), "find a phrase");
    assertEquals(
        List.of("r2", "r3", "r7"),
        ids("rating:[4 TO 5] AND text:good", "--sort", "id"),
        "combine ranges and words");
    assertEquals(
        List.of("r6", "r8"),
        ids("NOT rating:[1 TO 3] AND NOT text:good", "--sort", "id"),
        "a row without a rating is not in the range");
  }

  @Test
  void rowsComeSortedLimitedAndWithTheFieldsAskedFor() {
    JsonNode json =
        json(source, "*:*", "--sort", "rating:desc,price", "--limit", 3, "--fields", "id,rating");
    assertEquals(8, json.path("total").asInt(), "the total knows no limit");
    assertEquals(List.of("r7", "r2", "r8"), idsOf(json), "sort by both keys");
    assertEquals(
        List.of("key", "id", "rating"),
        List.copyOf(json.path("rows").path(0).propertyNames()),
        "print the fields that were asked for, in their order");
    assertEquals(
        "r6",
        idsOf(json(source, "*:*", "--sort", "rating:desc", "--limit", 0)).getLast(),
        "missing values come last");
  }

  @Test
  void aFieldNamedKeyNeverHidesTheRowsKey() throws IOException {
    Path table = InlineTables.write(folder, "keys.csv", "key,n,field:key\nalpha,1,x\nbeta,2,y\n");
    JsonNode row = json(table, "n:1").path("rows").path(0);
    assertNotEquals("alpha", row.path("key").asString(), "key is the row's own key");
    assertEquals("alpha", row.path("field:field:key").asString(), "the field gets a free name");
    assertEquals("x", row.path("field:key").asString(), "other fields keep their names");
  }

  @Test
  void peopleReadAnAlignedTableAndHowManyMatch() {
    CommandLineRun run =
        CommandLineRun.in(
                folder, "search", source, "category:tools", "--fields", "id,price", "--keys")
            .done();
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.getFirst().startsWith("key"), "the key comes first: " + run.out());
    assertTrue(lines.getFirst().endsWith("price"), "titles stand over columns: " + run.out());
    assertEquals("3 of 8 rows match.", lines.getLast(), "say k of n");
    assertFalse(run.out().contains("\u001b"), "no escape sequences where nobody looks");
  }

  @Test
  void hitsAreMarkedOnATerminalOnly() {
    Terminal terminal = new Terminal(true, false, true, 120);
    String out = CommandLineRun.on(terminal, folder, "search", source, "text:hammer").done().out();
    assertTrue(out.contains("\u001b[1;33mhammer\u001b[0m"), "mark the hit: " + out);
    Terminal plain = new Terminal(true, false, false, 120);
    out = CommandLineRun.on(plain, folder, "search", source, "text:hammer").done().out();
    assertFalse(out.contains("\u001b"), "obey NO_COLOR: " + out);
  }

  @Test
  void aQueryThatCannotBeReadIsBadUsageAndSaysWhy() {
    String failure = CommandLineRun.in(folder, "search", source, "rating:[1 TO").failure(2);
    assertFalse(failure.isBlank(), "say what is wrong");
    failure = CommandLineRun.in(folder, "search", source, "ratng:5").failure(2);
    assertTrue(failure.contains("rating"), "suggest the field that was meant: " + failure);
    failure = CommandLineRun.in(folder, "search", source, "*:*", "--sort", "pricee").failure(2);
    assertTrue(failure.contains("\"price\""), "suggest the field to sort by: " + failure);
    failure = CommandLineRun.in(folder, "search", source, "*:*", "--fields", "idd").failure(2);
    assertTrue(failure.contains("\"id\""), "suggest the field to print: " + failure);
  }

  @Test
  void aQueryMayStartWithAMinusAfterTwoDashes() {
    JsonNode json =
        CommandLineRun.in(folder, "search", "--json", "--", source, "-category:tools")
            .done()
            .json();
    assertEquals(5, json.path("total").asInt(), "take what follows -- as the query");
  }

  private JsonNode json(Path place, String query, Object... more) {
    Object[] arguments = new Object[more.length + 4];
    arguments[0] = "search";
    arguments[1] = place;
    arguments[2] = query;
    arguments[3] = "--json";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandLineRun.in(folder, arguments).done().json();
  }

  private List<String> ids(String query, Object... more) {
    return idsOf(json(source, query, more));
  }

  private static List<String> idsOf(JsonNode json) {
    return StreamSupport.stream(json.path("rows").spliterator(), false)
        .map(row -> row.path("id").asString())
        .toList();
  }

  private static JsonNode row(JsonNode json, String id) {
    return StreamSupport.stream(json.path("rows").spliterator(), false)
        .filter(row -> row.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
