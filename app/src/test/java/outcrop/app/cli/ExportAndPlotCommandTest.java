package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.spec.UnknownSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.workspace.Workspace;
import tools.jackson.databind.JsonNode;

class ExportAndPlotCommandTest {
  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeTable() throws IOException {
    source = InlineTables.reviews(folder);
  }

  @Test
  void aCsvExportHoldsTheValuesAsTheyWere() throws IOException {
    Path file = folder.resolve("out.csv");
    JsonNode json = CommandLineRun.in(folder, "export", source, "-o", file, "--json").done().json();
    assertEquals(8, json.path("rows").asInt(), "say how many rows were written");
    assertEquals("csv", json.path("format").asString(), "take the format from the name");
    assertEquals(6, json.path("fields").size(), "name the fields that were written");
    assertEquals(
        InlineTables.REVIEWS,
        Files.readString(file).replace("\r\n", "\n"),
        "an export of everything is the file again");
  }

  @Test
  void rowsFieldsAndOrderCanBeChosen() throws IOException {
    Path file = folder.resolve("out");
    CommandLineRun.in(
            folder,
            "export",
            source,
            "--query",
            "category:tools",
            "--fields",
            "rating,id",
            "--sort",
            "rating:desc",
            "--format",
            "csv",
            "-o",
            file)
        .done();
    assertEquals(
        List.of("rating,id", "5,r7", "2,r5", "1,r1"),
        Files.readAllLines(file),
        "write the chosen fields of the matching rows in order");
  }

  @Test
  void jsonLinesHaveNumbersAndNulls() throws IOException {
    Path file = folder.resolve("out.jsonl");
    CommandLineRun.in(folder, "export", source, "--query", "id:r6", "-o", file).done();
    JsonNode row = Json.MAPPER.readTree(Files.readString(file));
    assertTrue(row.path("rating").isNull() || row.path("rating").isMissingNode(), "missing");
    assertTrue(row.path("price").isNumber(), "numbers stay numbers");
  }

  @Test
  void parquetCanBeReadAgain() {
    Path file = folder.resolve("out.parquet");
    CommandLineRun.in(folder, "export", source, "-o", file).done();
    JsonNode json =
        CommandLineRun.in(folder, "search", file, "category:tools", "--json").done().json();
    assertEquals(3, json.path("total").asInt(), "the export is a dataset like the source");
  }

  @Test
  void keysAreWrittenFirstWhenAskedFor() throws IOException {
    Path file = folder.resolve("out.csv");
    CommandLineRun.in(
            folder, "export", source, "-o", file, "--keys", "--fields", "id", "--query", "id:r2")
        .done();
    String key =
        CommandLineRun.in(folder, "search", source, "id:r2", "--json")
            .done()
            .json()
            .path("rows")
            .path(0)
            .path("key")
            .asString();
    assertEquals(
        List.of("key,id", key + ",r2"), Files.readAllLines(file), "the key names the same row");
  }

  @Test
  void formulasAreGuardedOnlyWhenAskedFor() throws IOException {
    Path table = InlineTables.write(folder, "f.csv", "a,n\n=1+1,1\nplain,2\n");
    Path exact = folder.resolve("exact.csv");
    CommandLineRun.in(folder, "export", table, "-o", exact).done();
    assertEquals("=1+1,1", Files.readAllLines(exact).get(1), "a round trip is exact");
    Path guarded = folder.resolve("guarded.csv");
    CommandLineRun.in(folder, "export", table, "-o", guarded, "--guard-formulas").done();
    assertEquals("'=1+1,1", Files.readAllLines(guarded).get(1), "guarded where asked for");
  }

  @Test
  void anExportNeverWritesOverItsSource() throws IOException {
    String failure = CommandLineRun.in(folder, "export", source, "-o", source).failure(1);
    assertTrue(failure.contains("reviews.csv"), "name the file: " + failure);
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project).done();
    CommandLineRun.in(folder, "export", project, "-o", source).failure(1);
    assertEquals(InlineTables.REVIEWS, Files.readString(source), "the source stays as it was");
  }

  @Test
  void anExportThatFailsLeavesNothing() throws IOException {
    Path file = folder.resolve("absent").resolve("out.csv");
    CommandLineRun.in(folder, "export", source, "-o", file).failure(1);
    Path other = folder.resolve("out.xyz");
    assertTrue(
        CommandLineRun.in(folder, "export", source, "-o", other).failure(2).contains("--format"),
        "ask for the format");
    CommandLineRun.in(folder, "export", source, "-o", folder.resolve("a.csv"), "-q", "nix:1")
        .failure(2);
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("caches", "reviews.csv"),
          files.map(path -> path.getFileName().toString()).sorted().toList(),
          "nothing is half-written");
    }
  }

  @Test
  void aSavedViewIsDrawnUnderTheSavedFilter() throws IOException {
    Path project = projectWithFilter();
    Path picture = folder.resolve("a.svg");
    JsonNode json =
        CommandLineRun.in(folder, "plot", project, "mine", "-o", picture, "--json").done().json();
    assertEquals(3, json.path("rows").asInt(), "obey the filter saved in the project");
    assertEquals(8, json.path("total").asInt(), "say of how many rows");
    assertTrue(Files.readString(picture).contains("Ratings"), "draw the title of the view");
    json =
        CommandLineRun.in(folder, "plot", project, "mine", "-o", picture, "--json", "--no-filter")
            .done()
            .json();
    assertEquals(8, json.path("rows").asInt(), "leave the filter aside when asked to");
    json =
        CommandLineRun.in(
                folder, "plot", project, "mine", "-o", picture, "--json", "-q", "rating:5")
            .done()
            .json();
    assertEquals(1, json.path("rows").asInt(), "a query narrows the filter further");
  }

  @Test
  void otherCommandsObeyTheSavedFilterWhenAskedTo() {
    Path project = projectWithFilter();
    assertEquals(8, total(project), "without --filtered all rows count");
    assertEquals(3, total(project, "--filtered"), "with it those that the filter keeps");
    JsonNode json =
        CommandLineRun.in(folder, "distribution", project, "-f", "category", "--filtered", "--json")
            .done()
            .json();
    assertEquals(3, json.path("n").asInt(), "a distribution obeys the filter too");
  }

  @Test
  void aSpecFileIsDrawnForADataFile() throws IOException {
    DistributionSpec spec = DistributionSpec.of("x", "category").withTitle("By kind");
    Path file = InlineTables.write(folder, "spec.json", SpecCodec.print(spec));
    Path picture = folder.resolve("b.pdf");
    String out = CommandLineRun.in(folder, "plot", source, file, "-o", picture).done().out();
    assertTrue(out.startsWith("Drew category of 8 of 8 rows"), "say what was drawn: " + out);
    assertTrue(Files.size(picture) > 500, "draw something");
  }

  @Test
  void specsThatCannotBeDrawnSaySo() throws IOException {
    Path project = projectWithFilter();
    Path picture = folder.resolve("c.svg");
    assertTrue(plotFailure(project, "mnie", picture, 2).contains("\"mine\""), "suggest the view");
    assertTrue(plotFailure(project, "table", picture, 2).contains("table"), "no table");
    assertTrue(plotFailure(project, "later", picture, 1).contains("waterfall"), "name the kind");
    Path broken = InlineTables.write(folder, "broken.json", "{ \"type\": ");
    assertTrue(plotFailure(project, broken, picture, 1).contains("broken.json"), "name the file");
    Path list = InlineTables.write(folder, "list.json", "[1, 2]");
    plotFailure(project, list, picture, 1);
    Path bins =
        InlineTables.write(
            folder,
            "bins.json",
            SpecCodec.print(DistributionSpec.of("x", "rating"))
                .replaceFirst("\"count\" : 0", "\"count\" : -7"));
    plotFailure(project, bins, picture, 1);
    Path unknown =
        InlineTables.write(
            folder, "field.json", SpecCodec.print(DistributionSpec.of("x", "ratingg")));
    assertTrue(
        plotFailure(project, unknown, picture, 2).contains("\"rating\""), "suggest the field");
    assertFalse(Files.exists(picture), "nothing is drawn");
  }

  private String plotFailure(Path project, Object spec, Path picture, int exit) {
    return CommandLineRun.in(folder, "plot", project, spec, "-o", picture).failure(exit);
  }

  private int total(Path project, String... more) {
    Object[] arguments = new Object[more.length + 4];
    System.arraycopy(new Object[] {"search", project, "*:*", "--json"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandLineRun.in(folder, arguments).done().json().path("total").asInt();
  }

  /// A project with views `table`, `mine` and one of an unknown kind, filtered to tools; `mine` has
  /// a clause too.
  private Path projectWithFilter() {
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project).done();
    try (DirectTaskRunner runner = new DirectTaskRunner();
        Workspace workspace = Workspace.open(project, false, runner)) {
      DistributionSpec mine = DistributionSpec.of("mine", "rating").withTitle("Ratings");
      workspace.commands().execute(new Command.AddView(mine, ""));
      workspace
          .commands()
          .execute(new Command.AddView(new UnknownSpec("later", "", "waterfall", Map.of()), ""));
      workspace
          .commands()
          .execute(
              new Command.SetClause(
                  SelectionClause.of(
                      "other", "bars", new Predicate.In("category", List.of("tools")))));
      workspace.save();
    }
    return project;
  }

  @Test
  void aViewsOwnClauseDoesNotNarrowIt() {
    Path project = projectWithFilter();
    try (DirectTaskRunner runner = new DirectTaskRunner();
        Workspace workspace = Workspace.open(project, false, runner)) {
      workspace
          .commands()
          .execute(
              new Command.SetClause(
                  SelectionClause.of("mine", "x", Predicate.Range.halfOpen("rating", "5", null))));
      workspace.save();
    }
    JsonNode json =
        CommandLineRun.in(folder, "plot", project, "mine", "-o", folder.resolve("d.svg"), "--json")
            .done()
            .json();
    assertEquals(3, json.path("rows").asInt(), "draw what the window shows");
  }
}
