package outcrop.analysis.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.export.Report;
import outcrop.analysis.export.Report.Entry;
import outcrop.analysis.export.Report.Fact;
import outcrop.analysis.export.ReportWords;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.project.ReportItem;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Numerals;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Makes a report of the views that a project has collected: each is counted anew, under the filter
/// of when it was added.
///
/// A view whose fields are gone keeps its place and says so.
public final class ReportRun {
  private static final int SOURCES = 4;

  private final Workspace workspace;
  private final ViewExportOptions options;
  private final ReportWords words;
  private final Function<Selection, String> filters;

  /// @param filters says a filter in words
  public ReportRun(
      Workspace workspace,
      ViewExportOptions options,
      ReportWords words,
      Function<Selection, String> filters) {
    this.workspace = workspace;
    this.options = options;
    this.words = words;
    this.filters = filters;
  }

  /// A view as it is put into the report now.
  public static ReportItem item(Workspace workspace, ChartSpec view, String note, LocalDate day) {
    ProjectState state = workspace.state();
    Selection filter = without(state.selection(), view.id());
    int rows = workspace.evaluator().evaluate(filter.effective()).cardinality();
    int total = workspace.columns().rowCount();
    return new ReportItem(state.freeReportId(), view, note, filter, rows, total, day.toString());
  }

  /// As in the window: a view is not narrowed by what it set itself.
  private static Selection without(Selection selection, String viewId) {
    return new Selection(
        selection.clauses().stream()
            .filter(clause -> clause.enabled())
            .filter(clause -> viewId.isEmpty() || !clause.viewId().equals(viewId))
            .toList());
  }

  /// Counts and draws all items.
  ///
  /// @param title empty for the name of the project
  /// @param program name and version of what makes it
  /// @throws outcrop.analysis.index.TextIndexNotReady where a filter asks about text too early
  public Report run(
      String title, List<ReportItem> items, String program, LocalDate day, TaskContext context) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      context.checkCancelled();
      context.progress(i, items.size());
      entries.add(entry(items.get(i)));
    }
    String name = title.isEmpty() ? workspace.state().name() : title;
    return new Report(name, facts(program, day), entries, options.theme());
  }

  private List<Fact> facts(String program, LocalDate day) {
    ProjectState state = workspace.state();
    List<String> paths = state.source().sources().stream().map(SourceSpec::path).toList();
    String shown = String.join(", ", paths.subList(0, Math.min(SOURCES, paths.size())));
    int rows = workspace.columns().rowCount();
    return List.of(
        new Fact(
            words.sources(), paths.size() > SOURCES ? shown + " … (" + paths.size() + ")" : shown),
        new Fact(words.rows(), Numerals.exact(rows)),
        new Fact(words.fields(), Numerals.exact(workspace.schema().fields().size())),
        new Fact(words.fingerprint(), state.fingerprint().hex()),
        new Fact(words.program(), program),
        new Fact(words.made(), day.toString()));
  }

  private Entry entry(ReportItem item) {
    if (!(item.view() instanceof ChartSpec chart)) {
      return failed(item, item.view().title(), "This Outcrop cannot draw the view.");
    }
    try {
      RowSet rows = workspace.evaluator().evaluate(item.filter().effective());
      ViewData data = workspace.engine().answer(ChartQueries.of(chart), rows);
      Drawing drawing =
          new ViewExport(
                  chart.pinned(workspace.state().displays()), workspace.schema(), data, options)
              .drawing();
      return new Entry(drawing.title(), item.note(), lines(item, data), Optional.of(drawing), "");
    } catch (UserFailure failure) {
      String title = chart.title().isEmpty() ? String.join(" ", chart.fields()) : chart.title();
      return failed(item, title, String.valueOf(failure.getMessage()));
    }
  }

  private Entry failed(ReportItem item, String title, String problem) {
    return new Entry(title, item.note(), List.of(filter(item)), Optional.empty(), problem);
  }

  private List<String> lines(ReportItem item, ViewData data) {
    String rows =
        data.selected() == data.total()
            ? ReportWords.fill(words.allRows(), Numerals.exact(data.total()))
            : ReportWords.fill(
                words.someRows(), Numerals.exact(data.selected()), Numerals.exact(data.total()));
    List<String> when = new ArrayList<>(List.of(rows));
    when.add(ReportWords.fill(words.added(), item.added()));
    if (item.rows() != data.selected() || item.total() != data.total()) {
      when.add(
          ReportWords.fill(
              words.rowsThen(), Numerals.exact(item.rows()), Numerals.exact(item.total())));
    }
    return item.filter().clauses().isEmpty()
        ? List.of(String.join(" · ", when))
        : List.of(filter(item), String.join(" · ", when));
  }

  private String filter(ReportItem item) {
    return words.filter() + ": " + filters.apply(item.filter());
  }
}
