package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DeriveCommandTest {
  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void importReviews() throws IOException {
    Path source = InlineTables.reviews(folder);
    project = folder.resolve("reviews.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project).done();
  }

  @Test
  void aDerivedFieldIsUsedByLaterCommandsLikeAnyOther() {
    JsonNode made =
        CommandLineRun.in(
                folder, "derive", project, "good", "--matching", "rating:[4 TO *]", "--json")
            .done()
            .json();
    assertEquals("category", made.path("type").asString());

    JsonNode counts =
        CommandLineRun.in(folder, "distribution", project, "-f", "good", "--json").done().json();
    int matching =
        CommandLineRun.in(folder, "search", project, "rating:[4 TO *]", "--json")
            .done()
            .json()
            .path("total")
            .asInt();
    long yes = 0;
    for (JsonNode value : counts.path("values")) {
      yes += value.path("value").asString().equals("yes") ? value.path("count").asLong() : 0;
    }
    assertEquals(matching, yes, "as many rows say yes as match the query");
    assertEquals(
        matching,
        CommandLineRun.in(folder, "search", project, "good:yes", "--json")
            .done()
            .json()
            .path("total")
            .asInt(),
        "the search finds the same rows by the new field");
  }

  @Test
  void theBandOfAValueIsSavedWithTheProject() {
    CommandLineRun.in(
            folder,
            "derive",
            project,
            "band",
            "--bands",
            "category",
            "--fewest",
            "3",
            "--names",
            "many,few")
        .done();

    assertEquals(
        8,
        CommandLineRun.in(folder, "distribution", project, "-f", "band", "--json")
                .done()
                .json()
                .path("n")
                .asInt()
            + CommandLineRun.in(folder, "distribution", project, "-f", "band", "--json")
                .done()
                .json()
                .path("missing")
                .asInt(),
        "every row has a band or is missing one");
  }

  @Test
  void aNameThatTheSourcesHaveIsRefused() {
    String error =
        CommandLineRun.in(folder, "derive", project, "rating", "--matching", "id:r1").failure(1);
    assertTrue(error.contains("already"), error);
  }

  @Test
  void aQueryThatCannotBeReadIsBadUsageAndAddsNothing() {
    CommandLineRun.in(folder, "derive", project, "x", "--matching", "rating:[1 TO").failure(2);
    CommandLineRun.in(folder, "derive", project, "x", "--remove").failure(2);
  }

  @Test
  void aProgramForOtherToolsDoesNotAskTheSourcesForADerivedField() {
    CommandLineRun.in(folder, "derive", project, "x", "--matching", "id:r1").done();
    String program =
        CommandLineRun.in(folder, "search", project, "x:yes", "--as", "pandas").done().out();

    assertTrue(program.contains("derived"), "say why there is no condition:\n" + program);
    assertTrue(program.contains("r1"), "name the row itself:\n" + program);
  }

  @Test
  void aFieldCanBeRemovedAgain() {
    CommandLineRun.in(folder, "derive", project, "x", "--matching", "id:r1").done();
    CommandLineRun.in(folder, "derive", project, "x", "--remove").done();
    CommandLineRun.in(folder, "distribution", project, "-f", "x").failure(2);
  }
}
