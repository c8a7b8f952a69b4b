package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Known facts about public datasets, asked on the command line.
@Tag("realdata")
class RealDataTest {
  @TempDir Path folder;

  @Test
  void banking77() {
    Path train = data("banking77", "train.csv");
    JsonNode counts = json("distribution", train, "-f", "category");
    assertEquals(10_003, counts.path("n").asInt(), "rows of the training part");
    JsonNode values = counts.path("values");
    assertEquals(77, values.size(), "classes");
    assertEquals("card_payment_fee_charged", values.path(0).path("value").asString(), "largest");
    assertEquals(187, values.path(0).path("count").asInt(), "rows of the largest class");
    assertEquals("contactless_not_working", values.path(76).path("value").asString(), "smallest");
    assertEquals(35, values.path(76).path("count").asInt(), "rows of the smallest class");
    for (JsonNode value :
        json("distribution", data("banking77", "test.csv"), "-f", "category").path("values")) {
      assertEquals(40, value.path("count").asInt(), "every test class has 40 rows");
    }
    JsonNode both =
        json("import", train, data("banking77", "test.csv"), "--project", folder.resolve("b"));
    assertEquals(13_083, both.path("rows").asInt(), "both parts together");
    assertEquals(0, both.path("quarantinedCount").asInt(), "texts with line breaks are read");
    int withBreaks = 0;
    for (JsonNode row : json("search", train, "*:*", "--limit", 0).path("rows")) {
      withBreaks += row.path("text").asString().contains("\n") ? 1 : 0;
    }
    assertEquals(10, withBreaks, "training texts with a line break");
  }

  @Test
  void slicesOfTheAdults() {
    Path adults = data("adult_bike", "test_data", "adults.parquet");
    String fields = "workclass,education,marital-status,occupation,relationship,race,sex,age";
    List<String> best =
        StreamSupport.stream(
                json(
                        "slices",
                        adults,
                        "--metric",
                        "class",
                        "--wrong",
                        ">50K",
                        "-f",
                        fields,
                        "--edges",
                        "age=0,20,30,40,50,60,70,200",
                        "--all",
                        "--top",
                        "100")
                    .path("slices")
                    .spliterator(),
                false)
            .map(
                slice ->
                    "%.6f %d %d"
                        .formatted(
                            slice.path("score").asDouble(),
                            slice.path("size").asInt(),
                            slice.path("predicates").size()))
            .toList();
    assertEquals("1.178118 4136 2", best.getFirst(), "Bachelors and Married-civ-spouse");
    assertEquals(
        "0.762117 22379 1",
        best.stream().filter(slice -> slice.endsWith(" 1")).findFirst().orElse("none"),
        "Married-civ-spouse is the best of one statement");
  }

  @Test
  void babynames() {
    Path file = data("pydata_book", "babynames_all.derived.csv");
    Path project = folder.resolve("babynames.outcrop");
    JsonNode report = json("import", file, "--project", project);
    assertEquals(1_690_784, report.path("rows").asInt(), "rows");
    Map<String, JsonNode> fields = fields(json("profile", project));
    assertEquals(
        322_402_727,
        Math.round(fields.get("births").path("mean").asDouble() * 1_690_784),
        "births of all years");
    assertEquals(88_496, fields.get("name").path("distinct").asInt(), "names");
    assertEquals(159_990_140, births(project, "F"), "births of girls");
    assertEquals(162_412_587, births(project, "M"), "births of boys");
    Map<String, Integer> oddNames = Map.of("Nan", 121, "Na", 31, "True", 94, "Infinity", 18);
    oddNames.forEach(
        (name, rows) ->
            assertEquals(
                rows,
                json("search", project, "name:\"" + name + "\"", "--limit", 1)
                    .path("total")
                    .asInt(),
                "the name " + name + " is a name"));
    JsonNode top = json("search", project, "*:*", "--sort", "births:desc", "--limit", 1);
    assertEquals("Linda", top.path("rows").path(0).path("name").asString(), "the largest row");
  }

  private long births(Path project, String sex) {
    JsonNode profile = json("profile", project, "--query", "sex:" + sex);
    return Math.round(
        fields(profile).get("births").path("mean").asDouble() * profile.path("rows").asInt());
  }

  @Test
  void powerLaws() {
    checkLaw("words.txt", "discrete", 1.952728, 7);
    checkLaw("blackouts.txt", "continuous", 2.272637, 230_000);
    checkLaw("cities.txt", "continuous", 2.369952, 52_457);
    checkLaw("flares.txt", "continuous", 1.788407, 323);
  }

  private void checkLaw(String name, String kind, double alpha, double xmin) {
    Path file = data("powerlaw_data", "powerlaw", "reference_data", name);
    JsonNode law =
        json("tail", file, "-f", "column_1", "--values", "--bootstrap", 0).path("powerLaw");
    assertEquals(kind, law.path("kind").asString(), name);
    assertEquals(alpha, law.path("alpha").asDouble(), 5e-7, name);
    assertEquals(xmin, law.path("xmin").asDouble(), name);
  }

  @Test
  void placesLongTail() {
    Path file = data("longtail_lists", "Places_LT", "Places_LT_train.txt");
    JsonNode tail = json("tail", file, "-f", "column_2", "--bands", "oltr");
    assertEquals(62_500, tail.path("n").asInt(), "images");
    assertEquals(365, tail.path("distinct").asInt(), "classes");
    assertEquals(0.671629, tail.path("gini").asDouble(), 5e-7, "Gini");
    assertEquals(7.12838, tail.path("entropyBits").asDouble(), 5e-6, "entropy");
    assertEquals(131, tail.path("bands").path(0).path("classes").asInt(), "more than 100 images");
    assertEquals(163, tail.path("bands").path(1).path("classes").asInt(), "20 to 100");
    assertEquals(71, tail.path("bands").path(2).path("classes").asInt(), "less than 20");
  }

  @Test
  void adults() {
    Path file = data("adult_bike", "test_data", "adults.parquet");
    JsonNode profile = json("profile", file);
    assertEquals(48_842, profile.path("rows").asInt(), "rows");
    Map<String, JsonNode> fields = fields(profile);
    assertEquals(15, fields.size(), "fields");
    assertEquals(2_799, fields.get("workclass").path("missing").asInt(), "nulls are missing");
    assertEquals(2_809, fields.get("occupation").path("missing").asInt(), "nulls are missing");
    assertEquals(857, fields.get("native-country").path("missing").asInt(), "nulls are missing");
    assertEquals(11_687, total(file, "class:\">50K\""), "rows above 50K");
    double women = total(file, "sex:Female");
    double men = total(file, "sex:Male");
    assertEquals(
        0.109251, total(file, "class:\">50K\" AND sex:Female") / women, 1e-6, "share of women");
    assertEquals(0.303767, total(file, "class:\">50K\" AND sex:Male") / men, 1e-6, "share of men");
  }

  @Test
  void bikesInsideAZip() {
    Path file = data("adult_bike", "test_data", "bike_sharing_dataset.zip");
    JsonNode hours =
        json("import", file, "--project", folder.resolve("h"), "--option", "entry=hour.csv");
    assertEquals(17_379, hours.path("rows").asInt(), "hours");
    assertEquals(17, hours.path("fields").size(), "fields of an hour");
    JsonNode days =
        json("import", file, "--project", folder.resolve("d"), "--option", "entry=day.csv");
    assertEquals(731, days.path("rows").asInt(), "days");
    assertEquals(16, days.path("fields").size(), "fields of a day");
  }

  @Test
  void athletesAreTheSameAsCsvAndParquet() {
    for (String name : List.of("athletes.csv", "athletes.parquet")) {
      Path file = data("mosaic_data", name);
      JsonNode profile = json("profile", file);
      assertEquals(11_538, profile.path("rows").asInt(), "rows of " + name);
      Map<String, JsonNode> fields = fields(profile);
      assertEquals(28, fields.get("sport").path("distinct").asInt(), "sports of " + name);
      assertEquals(207, fields.get("nationality").path("distinct").asInt(), "nations of " + name);
      assertEquals(330, fields.get("height").path("missing").asInt(), "heights of " + name);
      assertEquals(659, fields.get("weight").path("missing").asInt(), "weights of " + name);
      assertEquals(11_407, fields.get("info").path("missing").asInt(), "infos of " + name);
    }
  }

  @Test
  void flights() {
    JsonNode delay =
        fields(json("profile", data("mosaic_data", "flights-200k.parquet"))).get("delay");
    assertEquals(7.933509, delay.path("mean").asDouble(), 5e-7, "mean delay");
    assertEquals(-58, delay.path("min").asInt(), "smallest delay");
    assertEquals(180, delay.path("max").asInt(), "largest delay");
  }

  @Test
  void everyTableOfTheCollectionIsDrawn() throws IOException {
    try (var files = Files.list(data("mosaic_data"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(csv|parquet)")).toList()) {
        CommandLineRun profile = CommandLineRun.in(folder, "profile", file, "--json");
        if (profile.exit() != 0) {
          profile.failure(1);
          continue;
        }
        fields(profile.json()).values().stream()
            .filter(field -> field.path("type").asString().matches("number|category|time"))
            .findFirst()
            .ifPresent(
                field ->
                    json(
                        "distribution",
                        file,
                        "-f",
                        field.path("name").asString(),
                        "--plot",
                        folder.resolve("picture.svg")));
      }
    }
  }

  private int total(Path file, String query) {
    return json("search", file, query, "--limit", 1).path("total").asInt();
  }

  @Test
  void theOverviewOfKnownDatasets() {
    JsonNode adults =
        json("profile", data("adult_bike", "test_data", "adults.parquet"), "--associations");
    Map<String, JsonNode> fields = fields(adults);
    assertEquals(
        List.of("one_to_one education-num 1"), warnings(fields.get("education")), "one in numbers");
    assertEquals(
        List.of("suspicious_default 0 44807", "suspicious_default 99999 244", "skewed  48842"),
        warnings(fields.get("capital-gain")),
        "99,999 stands far from all other gains");
    assertEquals(List.of(), warnings(fields.get("sex")), "two values are no fault");
    JsonNode first = adults.path("associations").path(0);
    assertEquals("education", first.path("a").asString(), "the strongest pair");
    assertEquals("education-num", first.path("b").asString(), "the strongest pair");
    assertEquals(1, first.path("value").asDouble(), 1e-9, "the strongest there can be");
    assertEquals(105, adults.path("associations").size(), "15 fields make 105 pairs");

    JsonNode names =
        json("profile", data("pydata_book", "babynames_all.derived.csv"), "--associations");
    assertEquals(
        50_000, names.path("associationsSample").path("sampled").asInt(), "so many are sampled");
    assertEquals(
        List.of("suspicious_default Unknown / Nan / Na 417"),
        warnings(fields(names).get("name")),
        "Unknown, Nan, Na, Nil and Unk are names here, and worth a look");
    assertEquals(
        "too_many_values",
        names.path("associationsLeftOut").path(0).path("reason").asString(),
        "88,496 names cannot be crossed");

    JsonNode banking = json("profile", data("banking77", "train.csv"));
    assertEquals(
        List.of("blanks  9"), warnings(fields(banking).get("text")), "no text repeats another");
  }

  /// Kind, value or other field, and count of each warning; how many others for dependencies.
  private static List<String> warnings(JsonNode field) {
    return StreamSupport.stream(field.path("warnings").spliterator(), false)
        .map(
            warning ->
                warning.path("kind").asString()
                    + " "
                    + warning.path("value").asString("")
                    + warning.path("other").asString("")
                    + " "
                    + (warning.has("other")
                        ? warning.path("amount").asInt()
                        : warning.path("count").asInt()))
        .toList();
  }

  private JsonNode json(Object... arguments) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--json";
    return CommandLineRun.in(folder, all).done().json();
  }

  private static Map<String, JsonNode> fields(JsonNode profile) {
    Map<String, JsonNode> fields = new HashMap<>();
    StreamSupport.stream(profile.path("fields").spliterator(), false)
        .forEach(field -> fields.put(field.path("name").asString(), field));
    assertTrue(!fields.isEmpty(), "a profile has fields");
    return fields;
  }

  private static Path data(String first, String... more) {
    Path root = Path.of(System.getProperty("outcrop.root"), "..", "shared", "data");
    Path path = root.resolve(Path.of(first, more));
    assumeTrue(Files.exists(path), "Get the public datasets to run this test: no " + path);
    return path;
  }
}
