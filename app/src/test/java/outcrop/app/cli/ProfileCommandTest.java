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

  private static JsonNode field(JsonNode json, String name) {
    return StreamSupport.stream(json.path("fields").spliterator(), false)
        .filter(field -> field.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
