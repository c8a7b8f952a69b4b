package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProfileCommandTest {
  @TempDir Path folder;

  @Test
  void everyFieldIsProfiledWithExactNumbers() throws IOException {
    JsonNode json =
        CommandLineRun.in(folder, "profile", InlineTables.reviews(folder), "--json").done().json();
    assertEquals(8, json.path("rows").asInt(), "count the rows");
    assertEquals(6, json.path("fields").size(), "profile every field");
    JsonNode rating = field(json, "rating");
    assertEquals("number", rating.path("type").asString(), "say the type");
    assertTrue(rating.has("role"), "say the role");
    assertEquals(1, rating.path("missing").asInt(), "count missing values");
    assertEquals(5, rating.path("distinct").asInt(), "count distinct values");
    assertEquals(1, rating.path("min").asInt(), "give the smallest value");
    assertTrue(rating.path("min").isIntegralNumber(), "write whole numbers as integers");
    assertEquals(5, rating.path("max").asInt(), "give the largest value");
    assertEquals(24 / 7.0, rating.path("mean").asDouble(), 1e-12, "mean of present values");
    assertEquals(1.511857892036909, rating.path("sd").asDouble(), 1e-12, "sd of a sample");
    assertTrue(rating.path("quantiles").size() > 2, "give quantiles");
    JsonNode category = field(json, "category");
    assertEquals("tools", category.path("top").path(0).path("value").asString(), "largest first");
    assertEquals(3, category.path("top").path(0).path("count").asInt(), "count each value");
    assertTrue(category.path("mean").isMissingNode(), "categories have no mean");
    JsonNode day = field(json, "day");
    assertEquals("2024-01-03", day.path("min").asString(), "times are ISO 8601");
    assertEquals("2024-04-11", day.path("max").asString(), "times are ISO 8601");
  }

  @Test
  void aQueryNarrowsTheProfile() throws IOException {
    JsonNode json =
        CommandLineRun.in(
                folder,
                "profile",
                InlineTables.reviews(folder),
                "--query",
                "category:audio",
                "--json")
            .done()
            .json();
    assertEquals(2, json.path("rows").asInt(), "count matching rows");
    assertEquals(3, field(json, "rating").path("min").asInt(), "profile matching rows");
  }

  @Test
  void peopleReadOneLinePerField() throws IOException {
    String out = CommandLineRun.in(folder, "profile", InlineTables.reviews(folder)).done().out();
    assertTrue(out.startsWith("8 rows, 6 fields"), "sum it up: " + out);
    assertTrue(out.contains("category"), "name every field: " + out);
    assertFalse(out.contains("NaN"), "leave empty what a field does not have: " + out);
  }

  private static final String SUSPECTS =
      """
      code,name,age,state
      1,one,31,Open
      2,two,999,open
      1,one,28,Open
      2,two,999,closed
      1,one,45,open
      2,two,17,closed
      """;

  /// The rows of [#SUSPECTS] often enough that chance is no reason for what repeats in them.
  private Path suspects() throws IOException {
    String rows = SUSPECTS.substring(SUSPECTS.indexOf('\n') + 1);
    return InlineTables.write(folder, "suspects.csv", "code,name,age,state\n" + rows.repeat(10));
  }

  @Test
  void warningsStandWithTheirFieldAndLinkToTheirRows() throws IOException {
    JsonNode json = CommandLineRun.in(folder, "profile", suspects(), "--json").done().json();
    JsonNode age = field(json, "age").path("warnings").path(0);
    assertEquals("suspicious_default", age.path("kind").asString(), "999 is no age");
    assertEquals("999", age.path("value").asString(), "name the value");
    assertEquals(20, age.path("count").asInt(), "k");
    assertEquals(60, age.path("of").asInt(), "of n");
    assertEquals("in", age.path("rows").path("type").asString(), "the rows as a predicate");
    assertTrue(age.path("text").asString().contains("20 of 60 rows"), "in words: " + age);
    JsonNode code = field(json, "code").path("warnings").path(0);
    assertEquals("one_to_one", code.path("kind").asString(), "1 is one and 2 is two");
    assertEquals("name", code.path("other").asString(), "name the other field");
    JsonNode state = field(json, "state").path("warnings").path(0);
    assertEquals("case_variants", state.path("kind").asString(), "Open and open");
    assertTrue(json.path("associations").isMissingNode(), "pairs only where asked for");
  }

  @Test
  void associationsSayMeasureValueAndRows() throws IOException {
    JsonNode json =
        CommandLineRun.in(folder, "profile", suspects(), "--associations", "--json").done().json();
    JsonNode first = json.path("associations").path(0);
    assertEquals("code", first.path("a").asString(), "the strongest pair first");
    assertEquals("name", first.path("b").asString(), "the strongest pair first");
    assertEquals("correlationRatio", first.path("measure").asString(), "number and category");
    assertEquals(1, first.path("value").asDouble(), 1e-12, "one decides the other");
    assertEquals(60, first.path("n").asInt(), "all rows");
    assertEquals(60, json.path("associationsSample").path("sampled").asInt(), "nothing sampled");
    JsonNode sampled =
        CommandLineRun.in(
                folder, "profile", suspects(), "--associations", "--sample", "30", "--json")
            .done()
            .json();
    assertEquals(30, sampled.path("associations").path(0).path("n").asInt(), "sampled rows");
  }

  @Test
  void peopleReadWarningsAndAssociationsInSentencesAndALine() throws IOException {
    String out = CommandLineRun.in(folder, "profile", suspects(), "--associations").done().out();
    assertTrue(out.contains("age: \"999\" may stand for no value: 20 of 60 rows"), out);
    assertTrue(out.contains("code: is one-to-one with \"name\" in all 60 rows"), out);
    assertTrue(out.contains("Associations of 4 fields, all 60 rows:"), out);
    assertTrue(out.contains("correlation ratio"), out);
  }

  @Test
  void aSampleWithoutRowsIsRefused() throws IOException {
    String err =
        CommandLineRun.in(folder, "profile", suspects(), "--associations", "--sample", "0")
            .failure(2);
    assertTrue(err.contains("--sample at least 1"), err);
  }

  private static JsonNode field(JsonNode json, String name) {
    return StreamSupport.stream(json.path("fields").spliterator(), false)
        .filter(field -> field.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
