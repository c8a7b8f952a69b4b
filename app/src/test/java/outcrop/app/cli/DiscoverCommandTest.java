package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DiscoverCommandTest {
  private static final List<String> COLOURS = List.of("black", "white", "brown");
  private static final List<String> PLACES = List.of("beach", "kitchen", "forest", "street");

  @TempDir Path folder;
  private Path source;
  private Path project;

  @BeforeEach
  void importCaptions() throws IOException {
    StringBuilder csv = new StringBuilder("caption,kind\n");
    for (int row = 0; row < 240; row++) {
      csv.append("\"A ")
          .append(COLOURS.get(row % 3))
          .append(row % 2 == 0 ? " dog stands in the " : " cat sleeps at the ")
          .append(PLACES.get(row / 3 % 4))
          .append(" number ")
          .append(row)
          .append("\",")
          .append(row % 2 == 0 ? "dog" : "cat")
          .append('\n');
    }
    source = Files.writeString(folder.resolve("captions.csv"), csv);
    project = folder.resolve("captions.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project, "--type", "caption=text")
        .done();
  }

  @Test
  void aProjectGetsAFieldForEachDimensionThatIsSearchedLikeAnyOther() {
    JsonNode found =
        CommandLineRun.in(
                folder, "discover", project, "-f", "caption", "--structure", "pets", "--json")
            .done()
            .json();
    assertEquals("pets", found.path("structure").asString());
    JsonNode kind = found.path("dimensions").path(0);
    assertEquals("kind", kind.path("name").asString());
    assertEquals(0, kind.path("unassigned").asInt(-1));
    JsonNode dog = kind.path("attributes").path(0);
    assertEquals(120, dog.path("rows").asInt());
    assertEquals(0.5, dog.path("share").asDouble());
    assertEquals("kind:\"dog\"", dog.path("rule").asString());
    assertTrue(found.has("unassigned"), found.toString());
    assertEquals(
        120,
        CommandLineRun.in(folder, "search", project, "pets.kind:dog", "--json")
            .done()
            .json()
            .path("total")
            .asInt());
    assertTrue(
        found.path("dimensions").size() > 1,
        "The captions differ in more than their kind: " + found);
  }

  @Test
  void aStructureIsWrittenAndAppliedToAnotherDataset() {
    Path file = folder.resolve("pets.json");
    JsonNode first =
        CommandLineRun.in(folder, "discover", project, "-f", "caption", "--out", file, "--json")
            .done()
            .json();
    JsonNode again =
        CommandLineRun.in(folder, "discover", source, "--apply", file, "--structure", "s", "--json")
            .done()
            .json();
    assertEquals(first.path("dimensions"), again.path("dimensions"));
  }

  @Test
  void confidencesAreFieldsWhereWanted() {
    CommandLineRun.in(folder, "discover", project, "-f", "caption", "--confidence").done();
    JsonNode found =
        CommandLineRun.in(folder, "distribution", project, "-f", "s.kind confidence", "--json")
            .done()
            .json();
    assertEquals(240, found.path("n").asInt());
  }

  @Test
  void whatIsNoStructureIsRefusedAndTheProjectStaysAsItIs() throws IOException {
    String before = Files.readString(project.resolve("project.json"));
    Path file = Files.writeString(folder.resolve("x.json"), "{}");
    assertTrue(
        CommandLineRun.in(folder, "discover", project, "--apply", file)
            .failure(1)
            .contains("not a subpopulation structure"));
    assertTrue(
        CommandLineRun.in(folder, "discover", project, "-f", "nothing")
            .failure(2)
            .contains("nothing"));
    assertEquals(before, Files.readString(project.resolve("project.json")));
  }
}
