package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
  @TempDir Path folder;

  @Test
  void importSaysRowsFieldsAndWarningsAsJson() throws IOException {
    Path project = folder.resolve("reviews.outcrop");
    JsonNode json =
        CommandLineRun.in(
                folder, "import", InlineTables.reviews(folder), "--project", project, "--json")
            .done()
            .json();
    assertEquals(project.toString(), json.path("project").asString(), "name the project");
    assertEquals(8, json.path("rows").asInt(), "count the rows");
    assertTrue(json.path("rows").isInt(), "write counts as integers");
    assertEquals(
        List.of("id", "text", "category", "rating", "price", "day"),
        names(json),
        "name all fields in their order");
    assertEquals("number", type(json, "rating"), "ratings are numbers");
    assertEquals("category", type(json, "category"), "categories are categories");
    assertEquals("time", type(json, "day"), "days are times");
    assertEquals("text", type(json, "text"), "sentences are text");
    assertTrue(json.path("quarantined").isArray(), "list refused rows");
    assertTrue(json.path("warnings").isArray(), "list warnings");
    assertTrue(field(json, "id").path("role").isString(), "say each field's role");
  }

  @Test
  void theUserOverrulesTypesAndRoles() throws IOException {
    JsonNode json =
        CommandLineRun.in(
                folder,
                "import",
                InlineTables.reviews(folder),
                "--project",
                folder.resolve("p"),
                "--type",
                "rating=category",
                "--role",
                "category=label",
                "--json")
            .done()
            .json();
    assertEquals("category", type(json, "rating"), "take the type that the user chose");
    assertEquals("label", field(json, "category").path("role").asString(), "take the role");
  }

  @Test
  void readingOptionsAreObeyed() throws IOException {
    Path source = InlineTables.write(folder, "odd.csv", "a|b;x|c\n1|2;y|3\n4|5;z|6\n");
    JsonNode json =
        CommandLineRun.in(
                folder,
                "import",
                source,
                "--project",
                folder.resolve("p"),
                "--option",
                "delimiter=;",
                "--json")
            .done()
            .json();
    assertEquals(List.of("a|b", "x|c"), names(json), "split at the delimiter that was given");
  }

  @Test
  void optionsMakeAFileReadableThatIsNotWithoutThem() throws IOException {
    Path source =
        Files.write(folder.resolve("wide.csv"), "a;b\n1;x\n".getBytes(StandardCharsets.UTF_16BE));
    JsonNode json =
        CommandLineRun.in(
                folder,
                "import",
                source,
                "--project",
                folder.resolve("p"),
                "--option",
                "encoding=UTF-16BE",
                "--option",
                "header=false",
                "--json")
            .done()
            .json();
    assertEquals(2, json.path("rows").asInt(), "the header is a row when the user says so");
  }

  @Test
  void anOptionThatNoSourceHasIsAskedBack() throws IOException {
    Path source = InlineTables.write(folder, "t.csv", "a,b\n1,x\n");
    String failure =
        CommandLineRun.in(
                folder,
                "import",
                source,
                "--project",
                folder.resolve("p"),
                "--option",
                "delimeter=;")
            .failure(2);
    assertTrue(failure.contains("delimiter"), "name the option that was meant: " + failure);
  }

  @Test
  void timesAreReadByTheirPattern() throws IOException {
    Path source = InlineTables.write(folder, "t.csv", "when,n\n1/2/2020,1\n3/4/2020,2\n");
    JsonNode json =
        CommandLineRun.in(
                folder,
                "import",
                source,
                "--project",
                folder.resolve("p"),
                "--pattern",
                "when=d/M/yyyy",
                "--json")
            .done()
            .json();
    assertEquals("time", type(json, "when"), "the pattern makes it a time");
  }

  @Test
  void everyOptionOfEveryFormatIsListed() {
    String text = CommandLineRun.in(folder, "import", "--options").done().out();
    for (String option : List.of("delimiter", "escape", "skip", "decimal", "flatten", "encoding")) {
      assertTrue(text.contains(option), "list " + option + ": " + text);
    }
  }

  @Test
  void peopleReadASentenceATableAndTheRefusedRows() throws IOException {
    Path source = InlineTables.write(folder, "ragged.csv", "name,n\nab,1\ncd,2,3,4\nef,5\ngh,6\n");
    String text =
        CommandLineRun.in(folder, "import", source, "--project", folder.resolve("p")).done().out();
    assertTrue(text.startsWith("Imported 3 rows into "), "say what was done: " + text);
    assertTrue(text.contains("field  type"), "print the fields as a table: " + text);
    assertTrue(text.contains("1 row was refused"), "say how many rows were refused: " + text);
    assertTrue(text.contains("ragged.csv, line 3: "), "say where the refused row is: " + text);
  }

  @Test
  void anExistingProjectIsReplacedOnlyWhenAsked() throws IOException {
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", InlineTables.reviews(folder), "--project", project).done();
    Path other = InlineTables.write(folder, "other.csv", "a,b\n1,x\n2,y\n");
    String failure = CommandLineRun.in(folder, "import", other, "--project", project).failure(1);
    assertTrue(failure.contains("p.outcrop"), "name the project that is there: " + failure);
    assertEquals(8, rows(project), "leave the old project as it was");
    CommandLineRun.in(folder, "import", other, "--project", project, "--replace").done();
    assertEquals(2, rows(project), "replace the project when asked to");
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of(),
          files.map(p -> p.getFileName().toString()).filter(n -> n.startsWith(".")).toList(),
          "leave nothing beside the project");
    }
  }

  @Test
  void aFailedReplacementLeavesTheOldProject() throws IOException {
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", InlineTables.reviews(folder), "--project", project).done();
    CommandLineRun.in(
            folder, "import", folder.resolve("absent.csv"), "--project", project, "--replace")
        .failure(1);
    assertEquals(8, rows(project), "keep the old project when the new import fails");
  }

  @Test
  void severalFilesBecomeOneDataset() throws IOException {
    Path a = InlineTables.write(folder, "a.csv", "x,y\n1,a\n2,b\n");
    Path b = InlineTables.write(folder, "b.csv", "x,y\n3,c\n");
    JsonNode json =
        CommandLineRun.in(folder, "import", a, b, "--project", folder.resolve("p"), "--json")
            .done()
            .json();
    assertEquals(3, json.path("rows").asInt(), "put the rows of both files together");
  }

  @Test
  void scoresOfAnotherFileStandBesideTheirRows() throws IOException {
    Path data = InlineTables.write(folder, "data.csv", "id,text\n1,a\n2,b\n");
    Path scores = InlineTables.write(folder, "scores.csv", "row,score\n2,0.5\n9,0.1\n");
    JsonNode json =
        CommandLineRun.in(
                folder,
                "import",
                data,
                "--join",
                scores,
                "--on",
                "id=row",
                "--project",
                folder.resolve("joined"),
                "--json")
            .done()
            .json();
    assertEquals(List.of("id", "text", "score"), names(json), "the score stands beside the row");
    assertTrue(
        json.path("warnings").toString().contains("have no partner in scores.csv"),
        "what found no partner is said: " + json.path("warnings"));
  }

  @Test
  void readingAgainSaysWhatWasAddedChangedAndRemoved() throws IOException {
    Path data = InlineTables.write(folder, "data.csv", "id,v\n1,a\n2,b\n3,c\n");
    Path project = folder.resolve("again.outcrop");
    CommandLineRun.in(folder, "import", data, "--project", project).done();
    InlineTables.write(folder, "data.csv", "id,v\n1,a\n2,B\n4,d\n5,e\n");
    JsonNode json = CommandLineRun.in(folder, "import", "--into", project, "--json").done().json();
    assertEquals(4, json.path("rows").asInt(), "the rows of now");
    assertEquals(2, json.path("added").asInt(), "two ids are new");
    assertEquals(1, json.path("changed").asInt(), "one has another value");
    assertEquals(1, json.path("removed").asInt(), "one is gone");
    assertEquals(1, json.path("unchanged").asInt(), "one stayed");
  }

  @Test
  void mistypedOptionsAreBadUsage() throws IOException {
    Path source = InlineTables.reviews(folder);
    Path project = folder.resolve("p");
    String failure =
        CommandLineRun.in(folder, "import", source, "--project", project, "--type", "ratin=number")
            .failure(2);
    assertTrue(failure.contains("\"rating\""), "suggest the nearest field: " + failure);
    failure =
        CommandLineRun.in(folder, "import", source, "--project", project, "--type", "rating=nmber")
            .failure(2);
    assertTrue(failure.contains("\"number\""), "suggest the nearest type: " + failure);
    failure =
        CommandLineRun.in(folder, "import", source, "--project", project, "--role", "rating=labl")
            .failure(2);
    assertTrue(failure.contains("\"label\""), "suggest the nearest role: " + failure);
    CommandLineRun.in(folder, "import", source).failure(2);
    assertFalse(Files.exists(project), "bad usage makes no project");
  }

  private int rows(Path project) {
    return CommandLineRun.in(folder, "search", project, "*:*", "--json")
        .done()
        .json()
        .path("total")
        .asInt();
  }

  private static List<String> names(JsonNode json) {
    return StreamSupport.stream(json.path("fields").spliterator(), false)
        .map(field -> field.path("name").asString())
        .toList();
  }

  private static JsonNode field(JsonNode json, String name) {
    return StreamSupport.stream(json.path("fields").spliterator(), false)
        .filter(field -> field.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String type(JsonNode json, String name) {
    return field(json, name).path("type").asString();
  }
}
