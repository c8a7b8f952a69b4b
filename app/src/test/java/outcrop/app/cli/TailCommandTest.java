package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TailCommandTest {
  /// Rows of each class.
  private static final int[] SIZES = {100, 50, 30, 10, 5, 3, 2, 2, 1, 1, 1, 1, 1};

  @TempDir Path folder;
  private Path classes;

  @BeforeEach
  void writeTable() throws IOException {
    StringBuilder csv = new StringBuilder("class,group,count\n");
    for (int c = 0; c < SIZES.length; c++) {
      for (int i = 0; i < SIZES[c]; i++) {
        csv.append("c").append(c).append(",g").append(i % 5).append(",").append(c - 1).append("\n");
      }
    }
    csv.append(",g1,4\n");
    classes = InlineTables.write(folder, "classes.csv", csv.toString());
  }

  @Test
  void theMeasuresOfClassesAreTheKnownOnes() {
    JsonNode json = json(classes, "-f", "class");
    assertEquals("classes", json.path("counted").asString());
    assertEquals(207, json.path("n").asInt());
    assertEquals(13, json.path("distinct").asInt());
    assertEquals(1, json.path("missing").asInt());
    assertEquals(0.736529, json.path("gini").asDouble(), 5e-7);
    assertEquals(1.490711 / Math.log(2), json.path("entropyBits").asDouble(), 1e-6);
    assertEquals(4.440252, json.path("hill1").asDouble(), 1e-6);
    assertEquals(3.162988, json.path("hill2").asDouble(), 5e-7);
    assertEquals(100, json.path("imbalance").asInt());
    assertEquals(5, json.path("singletons").asInt());
    assertEquals(0.024155, json.path("unseenMass").asDouble(), 5e-7);
    assertEquals(19.219807, json.path("chao1").asDouble(), 5e-7);
    assertEquals(22.009854, json.path("ace").asDouble(), 5e-7);
    assertEquals(0.975939, json.path("coverage").asDouble(), 5e-7);
    assertEquals(1.732373, json.path("zipfExponent").asDouble(), 5e-7);
    assertEquals(0.797907, json.path("giniUnbiased").asDouble(), 5e-7);
    assertEquals("c0", json.path("top").path(0).path("value").asString());
    for (String measure : List.of("gini", "entropyBits", "hill1", "hill2", "chao1", "unseenMass")) {
      JsonNode interval = json.path("intervals").path(measure);
      double value = json.path(measure).asDouble();
      assertTrue(
          interval.path("lo").asDouble() <= value && value <= interval.path("hi").asDouble(),
          "the interval of " + measure + " holds it: " + interval);
    }
  }

  @Test
  void tooFewClassesHaveNoPowerLawAndSayWhy() {
    JsonNode law = json(classes, "-f", "class").path("powerLaw");
    assertEquals("discrete", law.path("kind").asString());
    for (String key : List.of("alpha", "xmin", "nTail", "ks", "se", "pValue")) {
      assertTrue(law.has(key) && law.path(key).isNull(), key + " is null, not left out");
    }
    assertEquals(0, law.path("alternatives").size());
    assertEquals(
        "Too little data: 13 observations, and a fit wants 50.", law.path("verdict").asString());
  }

  @Test
  void bandsFollowTheirRule() {
    assertEquals("head 1/100, body 2/80, tail 10/27", bands("100,20"));
    assertEquals("head 1/100, body 2/80, tail 10/27", bands("oltr_inclusive"));
    assertEquals("head 0/0, body 3/180, tail 10/27", bands("oltr"));
    assertEquals("head 0/0, body 3/180, tail 10/27", bands("lvis"));
    assertEquals("head 0/0, tail 13/207", bands("metaclip"));
    assertEquals("head 2/150, body 2/40, tail 9/17", bands("shares"));
  }

  private String bands(String rule) {
    JsonNode json = json(classes, "-f", "class", "--bands", rule);
    return String.join(
        ", ",
        StreamSupport.stream(json.path("bands").spliterator(), false)
            .map(
                band ->
                    band.path("name").asString()
                        + " "
                        + band.path("classes").asInt()
                        + "/"
                        + band.path("rows").asInt())
            .toList());
  }

  @Test
  void valuesAreFittedAsTheyAre() throws IOException {
    StringBuilder csv = new StringBuilder("v\n");
    int[][] table = {
      {1, 600}, {2, 190}, {3, 75}, {4, 45}, {5, 28}, {6, 18}, {7, 12}, {8, 9}, {9, 7}, {10, 5},
      {12, 4}, {15, 3}, {20, 2}, {40, 1}, {100, 1}
    };
    for (int[] line : table) {
      csv.append((line[0] + "\n").repeat(line[1]));
    }
    csv.append("0\n-3\n");
    Path file = InlineTables.write(folder, "values.csv", csv.toString());
    JsonNode json = json(file, "-f", "v", "--values", "--bootstrap", "20", "--seed", "5");
    assertEquals("values", json.path("counted").asString());
    assertEquals(1002, json.path("n").asInt());
    assertEquals(2, json.path("notPositive").asInt());
    JsonNode law = json.path("powerLaw");
    assertEquals("discrete", law.path("kind").asString());
    assertEquals(2, law.path("xmin").asInt());
    assertEquals(2.491728, law.path("alpha").asDouble(), 5e-7);
    assertEquals(400, law.path("nTail").asInt());
    assertEquals(0.041071, law.path("ks").asDouble(), 5e-7);
    assertFalse(law.path("pValue").isNull(), "the bootstrap gives a p-value");
    assertEquals(4, law.path("alternatives").size());
    assertEquals("lognormal", law.path("alternatives").path(0).path("name").asString());
    assertEquals(5, json.path("seed").asInt());
    assertEquals(20, json.path("parameters").path("bootstrap").asInt());
    assertEquals(
        json.toString(),
        json(file, "-f", "v", "--values", "--bootstrap", "20", "--seed", "5").toString(),
        "the same seed gives the same answer");
    assertEquals(
        "continuous",
        json(file, "-f", "v", "--values", "--kind", "continuous", "--bootstrap", "0")
            .path("powerLaw")
            .path("kind")
            .asString());
  }

  @Test
  void burstsAreOfRowsOrOfContexts() {
    JsonNode rows = json(classes, "-f", "class").path("burstiness");
    assertEquals("rows", rows.path("by").asString());
    assertEquals(8, rows.path("windows").path(0).path("size").asInt());
    assertTrue(rows.path("looksSorted").asBoolean(), "the table is sorted by class");
    JsonNode contexts = json(classes, "-f", "class", "--by", "group").path("burstiness");
    assertEquals("context", contexts.path("by").asString());
    assertEquals(5, contexts.path("context").path("contexts").asInt());
    assertEquals(1, contexts.path("context").path("lift").asDouble(), 0.1, "groups are mixed");
  }

  @Test
  void classesAreCrossedWithOtherFields() {
    JsonNode json = json(classes, "-f", "class", "--bands", "100,20", "--cross", "group");
    JsonNode tail = json.path("cross").path("bands").path(2);
    assertEquals("tail", tail.path("name").asString());
    assertEquals(5, tail.path("values").size(), "five groups");
    JsonNode last = tail.path("values").path(4);
    assertTrue(last.path("classesWithout").asInt() > 0, "singletons are in one group: " + last);
    JsonNode meaning = json(classes, "-f", "group", "--label", "class").path("meaning");
    assertEquals(5, meaning.path("items").asInt());
    assertEquals(5, meaning.path("severalLabels").asInt());
    assertTrue(meaning.path("multiplicity").asDouble() > 3);
    String out =
        CommandLineRun.in(
                folder, "tail", classes, "-f", "class", "--cross", "group", "--label", "group")
            .done()
            .out();
    assertTrue(out.contains("classes without"), out);
    assertTrue(out.contains("have several labels"), out);
    assertTrue(failure(2, "-f", "class", "--vector", "group").contains("vectors"));
    assertTrue(failure(2, "-f", "count", "--values", "--cross", "group").contains("--values"));
  }

  @Test
  void rowsOfAClassDifferAsTheirVectorsDo() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String vector = i % 2 == 0 ? "[1,0,0,0]" : i % 4 == 1 ? "[0,1,0,0.5]" : "[0,0,1,0.5]";
      lines.append("{\"kind\":\"%s\",\"v\":%s}%n".formatted(i % 2 == 0 ? "same" : "mixed", vector));
    }
    Path file = InlineTables.write(folder, "vectors.jsonl", lines.toString());
    Path project = folder.resolve("vectors.outcrop");
    CommandLineRun.in(folder, "import", file, "--project", project, "--type", "v=vector").done();
    JsonNode variation = json(project, "-f", "kind", "--vector", "v").path("variation");
    assertEquals(2, variation.path("classes").size());
    for (JsonNode each : variation.path("classes")) {
      double distance = each.path("meanDistance").asDouble();
      boolean same = each.path("value").asString().equals("same");
      assertTrue(same ? distance < 1e-9 : distance > 0.3, each.toString());
    }
  }

  @Test
  void theTermsOfATextAreItsClasses() throws IOException {
    JsonNode json = json(InlineTables.reviews(folder), "-f", "text");
    assertEquals("terms", json.path("counted").asString());
    assertEquals(8, json.path("rows").asInt());
    assertTrue(json.path("n").asInt() > json.path("distinct").asInt(), "words repeat");
    assertEquals("documents", json.path("burstiness").path("by").asString());
  }

  @Test
  void nothingToMeasureIsAnAnswer() {
    JsonNode none = json(classes, "-f", "class", "--query", "class:nothing");
    assertEquals(0, none.path("n").asInt());
    assertTrue(none.path("gini").isNull());
    assertEquals(
        "Too little data: no value is above zero.",
        none.path("powerLaw").path("verdict").asString());
    String out =
        CommandLineRun.in(folder, "tail", classes, "-f", "class", "-q", "class:nothing")
            .done()
            .out();
    assertTrue(out.contains("Too little data"), out);
    JsonNode one = json(classes, "-f", "class", "--query", "class:c0");
    assertEquals(1, one.path("distinct").asInt());
    assertEquals(0, one.path("gini").asDouble());
    assertTrue(one.path("zipfExponent").isNull(), "one class has no ranks");
  }

  @Test
  void peopleReadMeasuresWithIntervals() {
    String out =
        CommandLineRun.in(folder, "tail", classes, "-f", "class", "--bands", "100,20").done().out();
    assertTrue(out.startsWith("class: 207 occurrences of 13 classes, 208 rows, 1 missing"), out);
    assertTrue(out.contains("0.7365"), "the Gini coefficient: " + out);
    assertTrue(out.contains("95 % interval"), out);
    assertTrue(out.contains("band (100,20)"), out);
    assertTrue(out.contains("sorted by class"), out);
  }

  @Test
  void thePictureNamesTheBandsInEachShape() throws IOException {
    for (String shape : List.of("rank", "ccdf")) {
      Path picture = folder.resolve(shape + ".svg");
      JsonNode json =
          json(classes, "-f", "class", "--bands", "100,20", "--shape", shape, "--plot", picture);
      assertEquals(picture.toString(), json.path("plot").asString(), "say what was drawn");
      String svg = Files.readString(picture);
      for (String band : List.of("head", "body", "tail")) {
        assertTrue(svg.contains(">" + band), "the " + shape + " picture names its " + band);
      }
    }
    assertTrue(failure(2, "-f", "class", "--plot", "a.gif").contains(".svg"), "say what is drawn");
  }

  @Test
  void whatCannotBeMeantIsBadUsage() throws IOException {
    assertTrue(failure(2, "-f", "clas").contains("\"class\""), "suggest the field");
    assertTrue(failure(2, "-f", "class", "--bands", "some").contains("oltr"), "name the presets");
    assertTrue(failure(2, "-f", "class", "--bands", "1,2,3").contains("100,20"), "show the form");
    assertTrue(failure(2, "-f", "class", "--bootstrap", "-1").contains("--bootstrap"));
    assertTrue(failure(2, "-f", "class", "--values").contains("number"), "values want numbers");
    assertTrue(failure(1, "-f", "class", "--bands", "xmin").contains("--bands shares"));
    assertTrue(failure(2, "-f", "count", "--values", "--by", "group").contains("--by"));
    Path halves = InlineTables.write(folder, "halves.csv", "v\n0.5\n1.5\n2.25\n");
    assertTrue(
        CommandLineRun.in(folder, "tail", halves, "-f", "v", "--values", "--kind", "discrete")
            .failure(2)
            .contains("whole"),
        "halves are not discrete");
  }

  private String failure(int exit, Object... more) {
    return CommandLineRun.in(folder, arguments(classes, more)).failure(exit);
  }

  private JsonNode json(Path place, Object... more) {
    Object[] all = arguments(place, more);
    Object[] withJson = Arrays.copyOf(all, all.length + 1);
    withJson[all.length] = "--json";
    return CommandLineRun.in(folder, withJson).done().json();
  }

  private static Object[] arguments(Path place, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "tail";
    arguments[1] = place;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return arguments;
  }
}
