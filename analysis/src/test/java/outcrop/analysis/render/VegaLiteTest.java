package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.Json;
import tools.jackson.databind.JsonNode;

/// What a Vega-Lite specification says; that the real Vega-Lite draws it is
/// `VegaLiteDrawingTest`'s.
class VegaLiteTest {
  private static final String UPDATE = "outcrop.golden.update";
  private static final String FOLDER = "/outcrop/analysis/render/vega/";

  private static VegaLite vega(Samples.Sample sample) {
    return VegaLite.of(sample.spec(), sample.data(), sample.theme(), ChartWords.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bars-few",
        "integer-log-y",
        "reference-lines",
        "split-share-of-bar",
        "time-months",
        "names"
      })
  void specificationIsAsReviewed(String name) throws IOException {
    String written = vega(Samples.all().get(name)).inline();
    if (Boolean.getBoolean(UPDATE)) {
      Path sources =
          Path.of(System.getProperty("outcrop.root", ".."), "analysis", "src", "test", "resources");
      Path file = sources.resolve(FOLDER.substring(1)).resolve(name + ".vl.json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, written);
      return;
    }
    try (InputStream in = getClass().getResourceAsStream(FOLDER + name + ".vl.json")) {
      if (in == null) {
        fail("There is no reviewed specification of " + name + ". " + how());
        return;
      }
      assertEquals(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          written,
          () -> "The specification of " + name + " is no longer as reviewed. " + how());
    }
  }

  private static String how() {
    return "If the change is meant, run ./mvnw -pl analysis test -Dtest=VegaLiteTest -D"
        + UPDATE
        + "=true, open the file in an editor for Vega-Lite, and commit it with the reason.";
  }

  @Test
  void aPartOfABarIsARowWithItsCountsAndReach() {
    JsonNode rows = Json.MAPPER.readTree(vega(Samples.few()).data());
    assertEquals(3, rows.size(), "one row per bar where nothing is filtered or split");
    JsonNode first = rows.get(0);
    assertEquals("train", first.path("value").asString(), "the value");
    assertEquals(32_561, first.path("count").asLong(), "its count");
    assertEquals(0, first.path("from").asDouble(), "bars begin at zero");
    assertEquals(32_561, first.path("to").asDouble(), "and end at the count");
    assertEquals("#c0392b", rows.get(1).path("ink").asString(), "a pinned colour is kept");
  }

  @Test
  void dataIsInsideOrInAFileBeside() {
    VegaLite chart = vega(Samples.few());
    JsonNode inside = Json.MAPPER.readTree(chart.inline());
    assertEquals(Json.MAPPER.readTree(chart.data()), inside.path("data").path("values"), "inside");
    JsonNode beside = Json.MAPPER.readTree(chart.withDataAt("few.data.json"));
    assertEquals("few.data.json", beside.path("data").path("url").asString(), "by reference");
    assertFalse(beside.path("data").has("values"), "and nowhere else");
  }

  @Test
  void missingRowsAreShownBesideTheAxis() {
    JsonNode chart = Json.MAPPER.readTree(vega(Samples.apart()).inline());
    assertEquals(2, chart.path("hconcat").size(), "the bars apart have an axis of their own");
    assertTrue(chart.path("data").toString().contains("\"value\":\"missing\""), "missing");
    assertTrue(chart.path("data").toString().contains("\"value\":\"off scale\""), "off scale");
  }

  @Test
  void nothingInASpecificationIsAnExpressionOrAnAddress() {
    for (var entry : Samples.all().entrySet()) {
      for (VegaLite chart :
          List.of(vega(entry.getValue()), new DrawingVega(entry.getValue().drawing()).chart())) {
        JsonNode specification = Json.MAPPER.readTree(chart.withDataAt("data.json"));
        for (String key : List.of("expr", "calculate", "href", "signal", "params")) {
          assertEquals(
              List.of(), specification.findValues(key), entry.getKey() + " has the key " + key);
        }
      }
    }
  }

  @Test
  void namesThatAreEqualToTheReaderStayApart() {
    JsonNode rows = Json.MAPPER.readTree(vega(Samples.names()).data());
    long names = rows.valueStream().map(row -> row.path("value").asString()).distinct().count();
    assertEquals(rows.size(), names, "every bar has a name of its own");
  }
}
