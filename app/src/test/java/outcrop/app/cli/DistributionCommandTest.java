package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DistributionCommandTest {
  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeTable() throws IOException {
    source = InlineTables.reviews(folder);
  }

  @Test
  void categoriesAreCountedByValueLargestFirst() {
    JsonNode json = json("-f", "category");
    assertEquals("category", json.path("field").asString(), "name the field");
    assertEquals(7, json.path("n").asInt(), "n counts the rows with a value");
    assertEquals(1, json.path("missing").asInt(), "count missing values apart");
    assertEquals("tools", json.path("values").path(0).path("value").asString(), "largest first");
    assertEquals(3, json.path("values").path(0).path("count").asInt(), "count each value");
    assertEquals(7, sum(json.path("values")), "the counts add up to n");
    assertFalse(json.has("bins"), "values have no bins");
    assertFalse(json.has("groups"), "without --by there are no groups");
  }

  @Test
  void numbersAreCountedInBinsThatJoin() {
    JsonNode json = json("-f", "price", "--bins", 5);
    JsonNode bins = json.path("bins");
    assertTrue(bins.size() >= 1, "there are bins");
    assertEquals(8, sum(bins), "every row is in a bin");
    for (int i = 1; i < bins.size(); i++) {
      assertEquals(
          bins.path(i - 1).path("hi").asDouble(),
          bins.path(i).path("lo").asDouble(),
          "each bin starts where the one before it ends");
    }
  }

  @Test
  void timesHaveIsoEdges() {
    JsonNode bins = json("-f", "day").path("bins");
    assertTrue(
        bins.path(0).path("lo").asString().matches("\\d{4}-\\d\\d-\\d\\d"), "edges are days");
    assertEquals(8, sum(bins), "every row is in a bin");
  }

  @Test
  void groupsSplitTheCountsAndAddUp() {
    JsonNode json = json("-f", "rating", "--by", "category");
    JsonNode groups = json.path("groups");
    int sum = 0;
    for (JsonNode group : groups) {
      sum += group.path("n").asInt() + group.path("missing").asInt();
    }
    assertEquals(8, sum, "groups together hold all rows");
    JsonNode missing =
        StreamSupport.stream(groups.spliterator(), false)
            .filter(group -> group.path("kind").asString().equals("missing"))
            .findFirst()
            .orElseThrow();
    assertTrue(missing.path("value").isNull(), "the group without a value has no name");
    assertEquals(1, missing.path("n").asInt(), "r8 has no category");
  }

  @Test
  void aQueryNarrowsWhatIsCounted() {
    JsonNode json = json("-f", "category", "--query", "text:good");
    assertEquals(4, json.path("n").asInt() + json.path("missing").asInt(), "count matches only");
  }

  @Test
  void aLogarithmicScaleCountsWhatItCannotShow() throws IOException {
    Path table = InlineTables.write(folder, "signed.csv", "v\n-1\n0\n1\n10\n100\n1000\n");
    JsonNode json =
        CommandLineRun.in(folder, "distribution", table, "-f", "v", "--log-x", "--json")
            .done()
            .json();
    assertEquals(4, json.path("n").asInt(), "count positive values");
    assertEquals(2, json.path("offScale").asInt(), "say how many are off the scale");
  }

  @Test
  void peopleReadBars() {
    String out = CommandLineRun.in(folder, "distribution", source, "-f", "category").done().out();
    assertTrue(out.startsWith("category: 7 values (3 distinct), 1 missing"), "sum it up: " + out);
    assertTrue(out.contains("tools"), "name the values: " + out);
    assertTrue(out.contains("37.5 %"), "print shares of all rows: " + out);
    assertTrue(out.contains("██████████"), "draw bars: " + out);
    assertTrue(out.contains("(missing)"), "missing has a line of its own: " + out);
  }

  @Test
  void picturesAreDrawnInEveryFormatWithoutADisplay() throws IOException {
    for (String format : new String[] {"svg", "pdf", "png"}) {
      Path picture = folder.resolve("picture." + format);
      JsonNode json = json("-f", "rating", "--by", "category", "--plot", picture, "--title", "T&T");
      assertEquals(picture.toString(), json.path("plot").asString(), "say what was drawn");
      assertTrue(Files.size(picture) > 500, "draw something into " + picture);
    }
    String svg = Files.readString(folder.resolve("picture.svg"));
    assertTrue(svg.contains("T&amp;T"), "the title stays text and is escaped");
    assertArrayEquals(
        new byte[] {'%', 'P', 'D', 'F'},
        Arrays.copyOf(Files.readAllBytes(folder.resolve("picture.pdf")), 4),
        "a PDF is a PDF");
    assertEquals(
        (byte) 0x89, Files.readAllBytes(folder.resolve("picture.png"))[0], "a PNG is a PNG");
  }

  @Test
  void theSizeInMillimetresIsObeyed() throws IOException {
    Path picture = folder.resolve("sized.svg");
    json("-f", "rating", "--plot", picture, "--width", 120, "--height", 80, "--dark");
    String head = Files.readString(picture).lines().findFirst().orElseThrow();
    assertTrue(
        head.contains("width=\"453.54\"") && head.contains("height=\"302.36\""),
        "120 by 80 mm at 96 units per inch: " + head);
  }

  @Test
  void shapesAddWhatTheyEstimateWithIntervals() {
    JsonNode json = json("-f", "price", "--shape", "density");
    assertEquals("density", json.path("shape").asString());
    assertEquals(2, json.path("meanInterval").size(), "the mean has an interval");
    assertTrue(json.path("quantiles").has("0.5"), "quantiles are named by their probability");
    JsonNode shares = json.path("ecdf").path("shares");
    assertEquals(1, shares.path(shares.size() - 1).asDouble(), "the steps end at one");
    assertTrue(json("-f", "price").path("ecdf").isMissingNode(), "bars estimate nothing");
  }

  @Test
  void twoGroupsAskedForAreCompared() {
    JsonNode json =
        json("-f", "price", "--by", "category", "--shape", "box", "--groups", "audio,tools");
    JsonNode difference = json.path("difference");
    assertEquals("audio", difference.path("first").asString());
    assertEquals(62, difference.path("mean").asDouble(), 1e-9, "82.50 less 20.50");
    assertTrue(difference.has("meanInterval") && difference.has("seed"), "say how it was made");
    assertTrue(
        json.path("groups").path(0).path("whiskers").has("low"), "each group has its own box");
  }

  @Test
  void lengthsOfTextsAreCountedAndPacked() {
    JsonNode json = json("-f", "text", "--measure", "words", "--pack", "2,8");
    assertEquals("text (words)", json.path("field").asString());
    assertEquals(
        8, json.path("n").asInt() + json.path("missing").asInt(), "every row has a length");
    assertEquals(2, json.path("packing").path(0).path("capacity").asInt());
    assertTrue(
        json.path("packing").path(1).path("efficiency").asDouble() <= 1, "a share is filled");
    assertTrue(
        failure("-f", "price", "--measure", "words").contains("leave it out"), "name the remedy");
    assertTrue(failure("-f", "text", "--pack", "8").contains("--measure"), "name what is missing");
  }

  @Test
  void probabilitiesAreHeldAgainstWhatIsRight() throws IOException {
    Path table = folder.resolve("predicted.csv");
    StringBuilder rows = new StringBuilder("p,ok\n");
    for (int i = 0; i < 300; i++) {
      rows.append(0.5 + i % 50 / 100.0).append(i % 4 == 0 ? ",no" : ",yes").append('\n');
    }
    Files.writeString(table, rows);
    JsonNode calibration =
        CommandLineRun.in(folder, "distribution", table, "-f", "p", "--right", "ok:yes", "--json")
            .done()
            .json()
            .path("calibration");
    assertEquals(300, calibration.path("n").asInt());
    assertEquals(15, calibration.path("bins").size(), "fifteen bins of equally many rows");
    assertTrue(calibration.path("ece").asDouble() > 0, "the expected error");
    assertTrue(
        failure("-f", "price", "--right", "category:tools").contains("0 to 1"),
        "prices are no probabilities");
  }

  @Test
  void whatCannotBeMeantIsBadUsage() {
    assertTrue(failure("-f", "ratings").contains("\"rating\""), "suggest the field that was meant");
    assertTrue(
        failure("-f", "rating", "--by", "categry").contains("\"category\""),
        "suggest the field to split by");
    assertTrue(failure("-f", "text").contains("text"), "text has no distribution");
    assertTrue(failure("-f", "rating", "--bins", "-3").contains("--bins"), "name the option");
    assertTrue(failure("-f", "rating", "--bins", "many").contains("--bins"), "name the option");
    assertTrue(
        failure("-f", "rating", "--plot", "a.gif").contains(".svg"), "say what can be drawn");
    assertTrue(failure("-f", "rating", "--width", "-5").contains("--width"), "name the option");
    assertTrue(failure().contains("--field"), "the field is needed");
  }

  private String failure(Object... more) {
    return CommandLineRun.in(folder, arguments(more)).failure(2);
  }

  private JsonNode json(Object... more) {
    Object[] all = arguments(more);
    Object[] withJson = Arrays.copyOf(all, all.length + 1);
    withJson[all.length] = "--json";
    return CommandLineRun.in(folder, withJson).done().json();
  }

  private Object[] arguments(Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "distribution";
    arguments[1] = source;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return arguments;
  }

  private static int sum(JsonNode list) {
    int sum = 0;
    for (JsonNode entry : list) {
      sum += entry.path("count").asInt();
    }
    return sum;
  }
}
