package outcrop.app.viewmodel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcrop.analysis.command.Command;
import outcrop.analysis.export.Report;
import outcrop.analysis.export.ReportFormat;
import outcrop.analysis.export.ReportWords;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.project.ReportItem;
import outcrop.analysis.render.Theme;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.workspace.ReportRun;
import outcrop.app.language.ClauseWords;
import outcrop.app.language.DrawingLanguage;
import outcrop.app.language.ProgramVersion;

/// The report of a project: what is in it, and the way to a document.
public final class ReportViewModel {
  private final WorkspaceViewModel project;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final CommandWords titles;

  public ReportViewModel(WorkspaceViewModel project) {
    this.project = project;
    this.titles = new CommandWords(project.words());
  }

  public List<ReportItem> items() {
    return project.state().report();
  }

  /// Why nothing was written or drawn, in one sentence; empty where all is well.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What was written, in one sentence; empty before.
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// What an item is called.
  public String title(ReportItem item) {
    return titles.title(item.view());
  }

  /// Which rows an item speaks of, in words.
  public String rows(ReportItem item) {
    String rows =
        project
            .words()
            .of(
                "basket.rows",
                project.words().count(item.rows()),
                project.words().count(item.total()),
                item.added());
    return item.filter().clauses().isEmpty() ? rows : rows + " · " + said(item.filter());
  }

  private String said(Selection filter) {
    ClauseWords clauses =
        new ClauseWords(project.words(), name -> project.columns().schema().find(name)).inFull();
    return filter.clauses().stream()
        .map(SelectionClause::effective)
        .map(clauses::of)
        .collect(Collectors.joining("; "));
  }

  /// Puts a view into the report as it is now.
  ///
  /// @param added told its title once it is there
  public void add(ChartSpec view, Consumer<String> added) {
    project
        .work()
        .start(
            project.words().of("basket.adding"),
            _ -> ReportRun.item(project.workspace(), view, "", LocalDate.now()),
            item -> {
              project.execute(new Command.AddToReport(item), "");
              added.accept(title(item));
            },
            problem::set);
  }

  /// Writes a note; the letters typed in a row are one step of the history.
  public void note(ReportItem item, String note) {
    project.execute(new Command.EditReportItem(item.withNote(note)), "report-note:" + item.id());
  }

  /// Moves an item by so many places, up where negative.
  public void move(ReportItem item, int by) {
    int place = items().indexOf(item) + by;
    if (place >= 0 && place < items().size()) {
      project.execute(new Command.MoveReportItem(item.id(), place), "");
    }
  }

  public void remove(ReportItem item) {
    project.execute(new Command.RemoveFromReport(item.id()), "");
  }

  /// Counts and draws one item as the document will have it.
  public void preview(ReportItem item, boolean dark, Consumer<Report.Entry> shown) {
    problem.set("");
    project
        .work()
        .start(
            project.words().of("basket.drawing"),
            context -> run("", List.of(item), dark, context).entries().getFirst(),
            shown,
            problem::set);
  }

  /// Writes the document.
  public void export(Path target, ReportFormat format, String title, boolean dark) {
    if (project.isSource(target)) {
      problem.set(project.words().of("export.isSource", target));
      return;
    }
    List<ReportItem> items = items();
    problem.set("");
    done.set("");
    running.set(true);
    project
        .work()
        .start(
            project.words().of("export.running", target.getFileName()),
            context -> {
              format.write(run(title, items, dark, context), words(), target);
              return true;
            },
            _ -> {
              running.set(false);
              done.set(project.words().of("basket.done", items.size(), target));
            },
            sentence -> {
              running.set(false);
              problem.set(sentence.isEmpty() ? project.words().of("export.cancelled") : sentence);
            });
  }

  private Report run(String title, List<ReportItem> items, boolean dark, TaskContext context) {
    ViewExportOptions options =
        ViewExportOptions.DEFAULT
            .withTheme(dark ? Theme.DARK : Theme.LIGHT)
            .withWords(DrawingLanguage.of(project.words().locale()));
    return new ReportRun(project.workspace(), options, words(), this::said)
        .run(title, items, ProgramVersion.text(), LocalDate.now(), context);
  }

  private ReportWords words() {
    return DrawingLanguage.ofReport(project.words().locale());
  }
}
