package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.project.ReportItem;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.workspace.Workspace;
import tools.jackson.databind.JsonNode;

class ReportCommandTest {
  @TempDir Path folder;
  private Path project;

  /// A project with the views `stars` and `kinds`, of which the first is in its report.
  @BeforeEach
  void writeProject() throws IOException {
    project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", InlineTables.reviews(folder), "--project", project).done();
    DistributionSpec stars = DistributionSpec.of("stars", "rating").withTitle("Ratings");
    DistributionSpec kinds = DistributionSpec.of("kinds", "category").withTitle("Categories");
    change(
        new Command.AddView(stars, ""),
        new Command.AddView(kinds, ""),
        new Command.AddToReport(
            new ReportItem("r1", stars, "Mostly *good*.", Selection.EMPTY, 8, 8, "2024-05-31")));
  }

  private void change(Command... commands) {
    try (DirectTaskRunner runner = new DirectTaskRunner();
        Workspace workspace = Workspace.open(project, false, runner)) {
      List.of(commands).forEach(workspace.commands()::execute);
      workspace.save();
    }
  }

  private CommandLineRun report(Object file, Object... more) {
    Object[] arguments = new Object[more.length + 4];
    System.arraycopy(new Object[] {"report", project, "-o", file}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandLineRun.in(folder, arguments);
  }

  @Test
  void whatWasCollectedBecomesAPageWithItsNotes() throws IOException {
    Path file = folder.resolve("x.html");
    String out = report(file).done().out();
    assertTrue(out.startsWith("Wrote 1 view into "), "say what was written: " + out);
    String html = Files.readString(file);
    assertTrue(html.contains("Ratings"), "the view that was collected is there");
    assertTrue(html.contains("<em>good</em>"), "with its note");
    assertFalse(html.contains("Categories"), "and no view that was not collected");
  }

  @Test
  void whatWasCollectedBecomesAPdf() throws IOException {
    Path file = folder.resolve("x.pdf");
    report(file).done();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Ratings"), "the view is there as text: " + text);
    }
  }

  @Test
  void openViewsCanStandInThePlaceOfThoseCollected() throws IOException {
    Path file = folder.resolve("x.html");
    JsonNode json = report(file, "--views", "kinds", "--json").done().json();
    assertEquals(1, json.path("views").size(), "one view was asked for");
    assertEquals("", json.path("views").path(0).path("problem").asString(), "and is drawn");
    String html = Files.readString(file);
    assertTrue(html.contains("Categories"), "the view that was asked for is there");
    assertFalse(html.contains("Ratings"), "in the place of the one that was collected");
    assertEquals(
        2,
        report(file, "--views", "kinds,stars", "--json").done().json().path("views").size(),
        "several are named with commas");
  }

  @Test
  void reportsThatCannotBeWrittenSayWhyAndLeaveNothing() throws IOException {
    Path file = folder.resolve("x.html");
    String unknown = report(file, "--views", "stars,knids").failure(2);
    assertTrue(
        unknown.contains("\"knids\"") && unknown.contains("kinds"), "suggest a view: " + unknown);
    Path absent = folder.resolve("absent").resolve("x.html");
    assertTrue(report(absent).failure(1).contains("absent"), "name the place");
    Path taken = Files.createDirectory(folder.resolve("taken.pdf"));
    assertTrue(report(taken).failure(1).contains("taken.pdf"), "a folder is no file");
    assertTrue(report(folder.resolve("x.doc")).failure(2).contains(".html"), "name the endings");
    change(new Command.RemoveFromReport("r1"));
    assertTrue(report(file).failure(1).contains("--views"), "an empty report says how to fill it");
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("p.outcrop", "reviews.csv", "taken.pdf"),
          files.map(path -> path.getFileName().toString()).sorted().toList(),
          "nothing is half-written");
    }
  }
}
