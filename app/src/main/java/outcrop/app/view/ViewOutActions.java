package outcrop.app.view;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewFormat;
import outcrop.app.viewmodel.AppAction;
import outcrop.app.viewmodel.ChartCopies;
import outcrop.app.viewmodel.ExportViewModel;
import outcrop.app.viewmodel.ReportViewModel;
import outcrop.app.viewmodel.ViewExportChoice;
import outcrop.app.viewmodel.ViewFileViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What takes the focused view out of the window: to the clipboard, into a file of its own, into
/// the report; and what brings a view in from a file.
final class ViewOutActions {
  private final Desk desk;
  private final Words words;
  private final WorkspaceViewModel project;

  ViewOutActions(Desk desk, WorkspaceViewModel project) {
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
  }

  /// @param onChart whether the focused view is a chart
  void register(ObservableBooleanValue onChart) {
    add("copy-picture", "image", "Shortcut+Shift+C", onChart, this::copyPicture);
    add("copy-svg", "code", "Shortcut+Shift+G", onChart, () -> copyText(ChartCopies::svg));
    add("copy-data", "grid", "Shortcut+Shift+T", onChart, () -> copyText(ChartCopies::data));
    add("copy-spec", "file-text", "Shortcut+Shift+J", onChart, () -> copyText(ChartCopies::spec));
    add("save-view", "save", "Shortcut+Shift+S", onChart, this::save);
    desk.actions().add(AppAction.always("open-view", "folder", "Shortcut+Shift+O", this::open));
    add("add-to-report", "file-plus", "Shortcut+Shift+A", onChart, this::addToReport);
    desk.actions()
        .add(AppAction.always("view-report", "book", "Shortcut+Shift+B", this::showReport));
  }

  private void add(
      String id, String icon, String shortcut, ObservableBooleanValue enabled, Runnable run) {
    desk.actions().add(new AppAction(id, icon, shortcut, enabled, run));
  }

  private Optional<ViewExport> shown() {
    ViewExportChoice choice = new ViewExportChoice(words.locale());
    choice.darkProperty().set(desk.dark().get());
    return project.focusedChart().flatMap(chart -> chart.export(choice.options()));
  }

  private void copyPicture() {
    copy(
        ChartCopies::picture,
        (content, png) -> content.putImage(new Image(new ByteArrayInputStream(png))));
  }

  private void copyText(Function<ViewExport, String> text) {
    copy(text, ClipboardContent::putString);
  }

  /// Made beside the window, put on the clipboard when it is there.
  private <T> void copy(Function<ViewExport, T> make, BiConsumer<ClipboardContent, T> put) {
    ViewExport view = shown().orElse(null);
    if (view == null) {
      BriefNotice.show(desk, words.of("export.nothing"));
      return;
    }
    project
        .work()
        .start(
            words.of("copy.running"),
            _ -> make.apply(view),
            made -> {
              ClipboardContent content = new ClipboardContent();
              put.accept(content, made);
              Clipboard.getSystemClipboard().setContent(content);
              BriefNotice.show(desk, words.of("copy.done"));
            },
            this::tell);
  }

  private void tell(String sentence) {
    if (!sentence.isEmpty()) {
      BriefNotice.show(desk, sentence);
    }
  }

  private void save() {
    ViewExport view = shown().orElse(null);
    if (view != null) {
      ExportViewModel export = new ExportViewModel(project);
      export.doneProperty().subscribe(this::tell);
      export.problemProperty().subscribe(this::tell);
      desk.files()
          .target(ExportView.fileName(view), ViewFormat.SPEC.ending())
          .ifPresent(target -> export.exportView(view, target, ViewFormat.SPEC));
    }
  }

  private void open() {
    desk.files()
        .view()
        .ifPresent(file -> ViewFileViewModel.open(project, file, this::opened, this::tell));
  }

  private void opened(ViewFileViewModel view) {
    if (view.fits()) {
      view.apply();
    } else {
      desk.overlays().show(new MapFieldsView(desk, view), false);
    }
  }

  private void addToReport() {
    ReportViewModel report = new ReportViewModel(project);
    report.problemProperty().subscribe(this::tell);
    project
        .focusedChart()
        .ifPresent(
            chart ->
                report.add(
                    chart.specProperty().get(),
                    title -> BriefNotice.show(desk, words.of("basket.added", title))));
  }

  private void showReport() {
    BasketView basket = new BasketView(desk, project, new ReportViewModel(project));
    desk.overlays().show(basket, false);
    basket.focusFirst();
  }
}
