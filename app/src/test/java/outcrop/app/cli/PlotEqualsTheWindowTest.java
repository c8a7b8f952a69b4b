package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.workspace.Workspace;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.ExportViewModel;
import outcrop.app.viewmodel.ViewExportChoice;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.Work;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// The same view, language and theme give the same bytes from the window and the command line.
class PlotEqualsTheWindowTest {
  @TempDir Path folder;

  private Path project() throws IOException {
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", InlineTables.reviews(folder), "--project", project).done();
    return project;
  }

  /// Exports a filtered view as the window does and saves the project.
  private String export(Path project, Path target, ViewFormat format, Locale language) {
    try (DirectTaskRunner runner = new DirectTaskRunner()) {
      WorkspaceViewModel model =
          new WorkspaceViewModel(
              Workspace.open(project, false, runner),
              new Work(runner, Runnable::run),
              new Words(language));
      model.edits().addDistribution("rating", "");
      String id = model.focusedViewProperty().get();
      model.edits().addDistribution("category", "");
      ((DistributionViewModel) model.views().get(model.focusedViewProperty().get()))
          .project()
          .execute(
              new outcrop.analysis.command.Command.SetClause(
                  outcrop.analysis.selection.SelectionClause.of(
                      "other", "bars", new Predicate.In("category", List.of("tools")))),
              "");
      model.focusedViewProperty().set(id);
      ViewExportChoice choice = new ViewExportChoice(language);
      ExportViewModel export = new ExportViewModel(model);
      export.exportView(
          model.focusedChart().orElseThrow().export(choice.options()).orElseThrow(),
          target,
          format);
      assertEquals("", export.problemProperty().get(), "the export must succeed");
      model.workspace().save();
      model.workspace().close();
      return id;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "svg,SVG,en",
    "svg,SVG,de",
    "pdf,PDF,en",
    "png,PNG,en",
    "vl.json,VEGA_LITE,de",
    "csv,CSV,en"
  })
  void everyFormatHasTheSameBytes(String ending, ViewFormat format, String language)
      throws IOException {
    Path project = project();
    Path window = folder.resolve("window." + ending);
    String id = export(project, window, format, Locale.forLanguageTag(language));
    Path plotted = folder.resolve("plotted." + ending);
    CommandLineRun.in(folder, "plot", project, id, "-o", plotted, "--language", language).done();
    assertArrayEquals(
        Files.readAllBytes(window),
        Files.readAllBytes(plotted),
        "plot and the window must write the same " + format);
  }

  @Test
  void aSpecFileFromTheWindowIsPlottedForOtherData() throws IOException {
    Path project = project();
    Path spec = folder.resolve("rating.view.json");
    export(project, spec, ViewFormat.SPEC, Locale.ENGLISH);
    Path films = InlineTables.write(folder, "films.csv", "stars,place\n1,a\n5,b\n5,c\n3,a\n");
    Path out = folder.resolve("stars.csv");
    String failure = CommandLineRun.in(folder, "plot", films, spec, "-o", out).failure(2);
    assertEquals(
        true, failure.contains("--map \"rating=stars\""), "say what can be mapped: " + failure);
    CommandLineRun.in(folder, "plot", films, spec, "-o", out, "--map", "rating=stars").done();
    assertEquals(
        "kind,low,high,count,context,share,shareLow,shareHigh",
        Files.readAllLines(out).getFirst(),
        "draw it");
    failure =
        CommandLineRun.in(folder, "plot", films, spec, "-o", out, "--map", "rating=place")
            .failure(2);
    assertEquals(true, failure.contains("needs a field of the type number"), failure);
    failure =
        CommandLineRun.in(folder, "plot", films, spec, "-o", out, "--map", "ratin=stars")
            .failure(2);
    assertEquals(true, failure.contains("its fields are: rating"), failure);
  }
}
