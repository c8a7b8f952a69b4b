package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShapeCommandTest {
  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeReviews() throws IOException {
    source = InlineTables.reviews(folder);
  }

  private JsonNode shape(String... targets) {
    return CommandLineRun.in(
            folder, (Object[]) concat(new String[] {"shape", source.toString()}, targets, "--json"))
        .done()
        .json();
  }

  private static String[] concat(String[] first, String[] second, String last) {
    String[] all = new String[first.length + second.length + 1];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    all[all.length - 1] = last;
    return all;
  }

  @Test
  void aUniformShapeTakesTheSmallestClassOfEach() {
    // Tools 3, audio 2, books 2 and one row without a category.
    JsonNode shape = shape("-f", "category", "--target", "uniform");
    assertEquals(8, shape.path("rows").asInt());
    assertEquals(4, shape.path("kept").asInt(), "One of each class, missing among them.");
    assertEquals(4, shape.path("reachable").asInt());
    assertEquals(
        6,
        shape("-f", "category", "--target", "uniform", "--without-missing").path("kept").asInt());
  }

  @Test
  void sharesAreReadFromTheOptionAndFromAFile() throws IOException {
    InlineTables.write(folder, "shares.csv", "category,share\ntools,0.5\naudio,0.5\n");
    JsonNode fromFile =
        shape("-f", "category", "--target", "shares:" + folder.resolve("shares.csv"));
    assertEquals(4, fromFile.path("kept").asInt());
    assertEquals(
        fromFile.path("fields"),
        shape("-f", "category", "--target", "tools=0.5,audio=0.5").path("fields"));
  }

  @Test
  void aShapeLikeOtherRowsTakesTheirShares() {
    JsonNode shape = shape("-f", "category", "--target", "like:rating=1");
    assertEquals(3, shape.path("kept").asInt(), "Only tools were rated 1.");
  }

  @Test
  void twoFieldsAreShapedTogether() {
    JsonNode shape =
        shape(
            "-f",
            "category",
            "--target",
            "tools=1,audio=1",
            "-f",
            "rating",
            "--target",
            "1=1,5=1",
            "--bins",
            "5",
            "--mode",
            "weights");
    assertTrue(shape.has("fit"), shape.toString());
    assertEquals(2, shape.path("fields").size());
  }

  @Test
  void anOperationIsSavedUsedByLaterCommandsAndRemoved() {
    Path project = folder.resolve("reviews.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project).done();
    CommandLineRun.in(
            folder, "shape", project, "-f", "category", "--target", "cap:1", "--as", "kept")
        .done();
    assertEquals(4, found(project, "kept:true"));
    CommandLineRun.in(folder, "shape", project, "-f", "rating", "--target", "cap:1", "--as", "kept")
        .failure(2);
    CommandLineRun.in(folder, "shape", project, "--remove", "kept").done();
    CommandLineRun.in(folder, "search", project, "kept:true").failure(2);
    CommandLineRun.in(folder, "shape", project, "--remove", "kept").failure(2);
  }

  private int found(Path project, String query) {
    return CommandLineRun.in(folder, "search", project, query, "--json")
        .done()
        .json()
        .path("total")
        .asInt();
  }

  @Test
  void whatCannotBeShapedIsSaidInOneSentence() {
    for (String[] wrong :
        new String[][] {
          {"-f", "category"},
          {"-f", "category", "--target", "round"},
          {"-f", "category", "--target", "cap:many"},
          {"-f", "category", "--target", "cap:-1"},
          {"-f", "category", "--target", "temperature:2"},
          {"-f", "category", "--target", "tools=0"},
          {"-f", "colour", "--target", "uniform"},
          {"-f", "category", "--target", "uniform", "-f", "category", "--target", "uniform"},
          {"-f", "category", "--target", "uniform", "--as", "kept"},
          {"-f", "category", "--target", "uniform", "--total", "-1"}
        }) {
      CommandLineRun.in(
              folder, (Object[]) concat(new String[] {"shape", source.toString()}, wrong, "--json"))
          .failure(2);
    }
    CommandLineRun.in(folder, "shape", source, "-f", "category", "--target", "shares:absent.csv")
        .failure(1);
    CommandLineRun.in(folder, "shape", source, "-f", "category", "--target", "tools=-1").failure(1);
    CommandLineRun.in(folder, "shape", source, "-f", "category", "--target", "like:rating=77")
        .failure(1);
  }
}
