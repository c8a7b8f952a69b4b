package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.task.WholeFile;
import tools.jackson.databind.JsonNode;

class EmbedCommandTest {
  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void importNews() throws IOException {
    project = imported("news");
  }

  private Path imported(String name) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve(name + ".csv"),
            """
            title,price,kind
            the striker scored a late goal in the match,3,sport
            a goalkeeper saved the penalty of the match,4,sport
            the central bank raised its interest rate,9,money
            interest on the loan of the bank rose,8,money
            a goal in the last minute of the match,,sport
            ,1,money
            """);
    Path made = folder.resolve(name + ".outcrop");
    CommandLineRun.in(folder, "import", source, "--project", made, "--type", "title=text").done();
    return made;
  }

  private JsonNode embed(Object... options) {
    Object[] all = new Object[options.length + 2];
    all[0] = "embed";
    System.arraycopy(options, 0, all, 1, options.length);
    all[all.length - 1] = "--json";
    return CommandLineRun.in(folder, all).done().json();
  }

  private String vector(Path of, String space) {
    return CommandLineRun.in(folder, "search", of, "*:*", "--fields", space, "--json")
        .done()
        .json()
        .path("rows")
        .path(0)
        .path(space)
        .toString();
  }

  @Test
  void aSpaceOfTextsSaysHowItWasMade() {
    JsonNode made = embed(project, "-f", "title", "--seed", "7", "--dimensions", "3");

    assertEquals("title space", made.path("space").asString());
    assertEquals("text", made.path("method").asString());
    assertEquals(3, made.path("dimensions").asInt());
    assertEquals(5, made.path("n").asInt());
    assertEquals(1, made.path("missing").asInt());
    assertEquals(7, made.path("seed").asInt());
    assertEquals("title", made.path("parameters").path("made").path("fields").path(0).asString());
  }

  @Test
  void theSpaceIsAFieldOfTheProject() {
    embed(project, "-f", "title", "--name", "words");

    assertTrue(vector(project, "words").startsWith("["), vector(project, "words"));
  }

  @Test
  void numbersAndCategoriesMakeATableAndSpacesAreJoined() {
    assertEquals(
        "table", embed(project, "-f", "price,kind", "--name", "facts").path("method").asString());
    embed(project, "-f", "title", "--name", "words", "--dimensions", "2");
    JsonNode both = embed(project, "-f", "words,facts", "--weights", "1,0.5", "--name", "both");

    assertEquals("join", both.path("method").asString());
    assertEquals(2 + 2 + 2, both.path("dimensions").asInt());
  }

  @Test
  void aSavedSpacePlacesTheRowsOfAnotherDatasetWhereItPlacedItsOwn() throws IOException {
    Path file = folder.resolve("words.space");
    embed(project, "-f", "title", "--name", "words", "--save", file);
    Path other = imported("other");
    JsonNode made = embed(other, "-f", "title", "--name", "words", "--model", file);

    assertEquals("text", made.path("method").asString());
    assertEquals(vector(project, "words"), vector(other, "words"));
  }

  @Test
  void aProjectWhoseSpaceWasDeletedOpensWithoutItsVectors() throws IOException {
    embed(project, "-f", "title", "--name", "words");
    try (var files = Files.list(project.resolve("models"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (var caches = Files.list(project.resolve(".cache"))) {
      for (Path cache : caches.toList()) {
        WholeFile.deleteTree(cache.resolve("results"));
      }
    }
    assertEquals("null", vector(project, "words"));
  }

  @Test
  void badInputIsOneSentence() throws IOException {
    assertEquals(
        "embed wants the fields to read with -f.",
        CommandLineRun.in(folder, "embed", project).failure(2));
    assertEquals(
        "A space of texts has 2 to 512 dimensions, not 1.",
        CommandLineRun.in(folder, "embed", project, "-f", "title", "--dimensions", "1").failure(2));
    assertEquals(
        "The dataset has a field \"price\" already; give the space another --name.",
        CommandLineRun.in(folder, "embed", project, "-f", "title", "--name", "price").failure(2));
    Path none = Files.writeString(folder.resolve("none.space"), "nothing of the kind");
    assertEquals(
        none + " is no saved space; name a file that was saved as one.",
        CommandLineRun.in(folder, "embed", project, "-f", "title", "--model", none).failure(1));
  }
}
