package outcrop.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.export.Report;
import outcrop.analysis.export.ReportFormat;
import outcrop.analysis.export.ReportWords;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.index.TextIndexNotReady;
import outcrop.analysis.project.ReportItem;
import outcrop.analysis.render.Theme;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ViewSpec;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.workspace.ReportRun;
import outcrop.analysis.workspace.Workspace;
import outcrop.app.language.ClauseWords;
import outcrop.app.language.DrawingLanguage;
import outcrop.app.language.ProgramVersion;
import outcrop.app.language.Speech;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `report`: the views that a project has collected, with their notes, as one document.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the report of a project as one HTML file or PDF: every view that was collected, with",
      "its note, the filter it was added under, and how its numbers were made.",
      "Views are collected in the window; --views takes open ones in their place."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop report reviews.outcrop -o reviews.html",
      "  outcrop report reviews.outcrop -o ratings.pdf --views distribution-1,distribution-2"
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The report to write, ending in .html or .pdf.")
  private Path file = Path.of("");

  @Option(
      names = "--views",
      split = ",",
      paramLabel = "A,B",
      description = "Ids of views of the project, in the place of those collected.")
  private @Nullable List<String> views;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The title of the report; the name of the project by default.")
  private String title = "";

  @Option(names = "--dark", description = "Light on a dark ground.")
  private boolean dark;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "The language of the words in the report: en (the default) or de.")
  private String language = "en";

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReportFormat format =
        ReportFormat.of(file)
            .orElseThrow(
                () ->
                    new UsageFailure(
                        "The name of the report " + file + " must end in .html or .pdf."));
    Locale said = Locale.forLanguageTag(language);
    if (!DrawingLanguage.LANGUAGES.contains(said)) {
      throw new UsageFailure("--language wants en or de, not \"" + language + "\".");
    }
    try (OpenedData data = OpenedData.open(session, place.place())) {
      data.checkNotSource(file);
      ReportWords words = DrawingLanguage.ofReport(said);
      Report report = report(data.workspace(), words, said);
      session.work(
          "Writing",
          _ -> {
            format.write(report, words, file);
            return true;
          });
      print(report);
    }
    return ExitCode.DONE;
  }

  private Report report(Workspace workspace, ReportWords words, Locale said) {
    try {
      return made(workspace, words, said);
    } catch (TextIndexNotReady notYet) {
      session.awaitText(workspace);
      return made(workspace, words, said);
    }
  }

  private Report made(Workspace workspace, ReportWords words, Locale said) {
    ViewExportOptions options =
        ViewExportOptions.DEFAULT
            .withTheme(dark ? Theme.DARK : Theme.LIGHT)
            .withWords(DrawingLanguage.of(said));
    ClauseWords clauses =
        new ClauseWords(Speech.in(said), name -> workspace.schema().find(name)).inFull();
    List<ReportItem> items = items(workspace);
    ReportRun run = new ReportRun(workspace, options, words, filter -> said(filter, clauses));
    return session.work(
        "Drawing",
        context -> run.run(title, items, ProgramVersion.text(), LocalDate.now(), context));
  }

  private static String said(Selection filter, ClauseWords clauses) {
    return filter.clauses().stream()
        .map(SelectionClause::effective)
        .map(clauses::of)
        .collect(Collectors.joining("; "));
  }

  private List<ReportItem> items(Workspace workspace) {
    if (views == null) {
      if (workspace.state().report().isEmpty()) {
        throw new UserFailure(
            "The report of "
                + place.place()
                + " holds no views yet: collect some in the window, or name open ones with"
                + " --views.");
      }
      return workspace.state().report();
    }
    List<ReportItem> items = new ArrayList<>();
    for (String id : views) {
      items.add(
          session.work(
              "Counting",
              _ -> ReportRun.item(workspace, chart(workspace, id), "", LocalDate.now())));
    }
    return items;
  }

  private static ChartSpec chart(Workspace workspace, String id) {
    Optional<ViewSpec> view = workspace.state().view(id.strip());
    if (view.isPresent() && view.get() instanceof ChartSpec chart) {
      return chart;
    }
    List<String> ids =
        workspace.state().views().stream()
            .filter(ChartSpec.class::isInstance)
            .map(ViewSpec::id)
            .toList();
    throw new UsageFailure(
        "There is no chart \""
            + id
            + "\" in the project; charts are: "
            + String.join(", ", ids)
            + "."
            + NearestNames.question(id, ids));
  }

  private void print(Report report) {
    if (place.json()) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("file", file.toString());
      ArrayNode list = document.putArray("views");
      report
          .entries()
          .forEach(
              entry ->
                  list.addObject().put("title", entry.title()).put("problem", entry.problem()));
      session.print(document);
    } else {
      session.print(
          "Wrote " + Words.count(report.entries().size(), "view") + " into " + file + ".");
      report.entries().stream()
          .filter(entry -> !entry.problem().isEmpty())
          .forEach(entry -> session.note(entry.title() + ": " + entry.problem()));
    }
  }
}
