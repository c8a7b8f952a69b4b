package outcrop.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.render.ChartExport;
import outcrop.analysis.render.TextForm;
import outcrop.analysis.spec.ChartStyle;
import outcrop.app.language.DrawingLanguage;
import outcrop.app.viewmodel.ViewExportChoice;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// How the focused view is written, with a look at what becomes of it.
final class ViewChoicePane extends VBox {
  private static final double PREVIEW_HEIGHT = 260;
  private static final List<Integer> DPI = List.of(72, 96, 150, 192, 300, 600, 1200);

  private final Words words;
  private final WorkspaceViewModel project;
  private final ViewExportChoice choice;
  private final StackPane rows = new StackPane();
  private final PicturePreview preview;

  ViewChoicePane(Words words, WorkspaceViewModel project, ViewExportChoice choice) {
    super(12);
    this.words = words;
    this.project = project;
    this.choice = choice;
    this.preview = new PicturePreview(PREVIEW_HEIGHT);
    getChildren().addAll(rows, preview);
    List.<Property<?>>of(
            choice.darkProperty(), choice.transparentProperty(), choice.languageProperty())
        .forEach(property -> property.subscribe(_ -> showPreview()));
    choice.formatProperty().subscribe(_ -> show());
  }

  private void show() {
    ViewFormat format = choice.formatProperty().get();
    rows.getChildren().setAll(rowsOf(format));
    boolean drawn = format.isPicture() || format == ViewFormat.VEGA_LITE;
    preview.setVisible(drawn);
    preview.setManaged(drawn);
    showPreview();
  }

  private void showPreview() {
    Optional<ViewExport> view =
        project.focusedChart().flatMap(chart -> chart.export(choice.options()));
    view.ifPresentOrElse(
        export -> preview.show(export.options().picture().of(export.drawing())), preview::clear);
  }

  private Node rowsOf(ViewFormat format) {
    EditorRows editor = new EditorRows();
    editor
        .choice(
            words.of("export.format"),
            List.of(ViewFormat.values()),
            each -> words.of("export.view." + each),
            choice.formatProperty()::get,
            choice.formatProperty()::set)
        .setId("export-picture-format");
    if (format.isPicture()) {
      picture(editor, format);
    }
    if (format.isPicture() || format == ViewFormat.VEGA_LITE) {
      editor.choice(
          words.of("export.theme"),
          List.of(false, true),
          dark -> words.of(dark ? "theme.dark" : "theme.light"),
          choice.darkProperty()::get,
          choice.darkProperty()::set);
      editor.choice(
          words.of("export.language"),
          DrawingLanguage.LANGUAGES,
          language -> words.of("export.languageOf." + language.getLanguage()),
          () -> choice.languageProperty().get(),
          choice.languageProperty()::set);
    }
    switch (format) {
      case VEGA_LITE ->
          editor.check(
              words.of("export.dataBeside"),
              choice.dataBesideProperty()::get,
              choice.dataBesideProperty()::set);
      case CSV -> {
        Nodes.tooltip(
            editor.check(
                words.of("export.guard"),
                choice.guardedProperty()::get,
                choice.guardedProperty()::set),
            words.of("export.guardHint"));
        editor.wide(Nodes.wrapped(words.of("export.dataHint"), "muted"));
      }
      case JSON -> editor.wide(Nodes.wrapped(words.of("export.dataHint"), "muted"));
      case SPEC -> editor.wide(Nodes.wrapped(words.of("export.specHint"), "muted"));
      case SVG, PDF, PNG -> {}
    }
    editor.refresh();
    return editor;
  }

  private void picture(EditorRows editor, ViewFormat format) {
    ChartStyle.Size size =
        project
            .focusedChart()
            .map(model -> model.specProperty().get().style().size())
            .orElse(ChartStyle.Size.AUTO);
    editor.row(
        words.of("export.size"),
        Nodes.wrapped(
            words.of(
                "export.sizeIs",
                Math.round(ChartExport.width(size) / ChartExport.UNITS_PER_INCH * 25.4),
                Math.round(ChartExport.height(size) / ChartExport.UNITS_PER_INCH * 25.4),
                Math.round(ChartExport.width(size)),
                Math.round(ChartExport.height(size)))));
    if (format == ViewFormat.PNG) {
      editor
          .choice(
              words.of("export.dpi"),
              DPI,
              value -> words.of("export.dpiOf", value),
              choice.dpiProperty()::get,
              choice.dpiProperty()::set)
          .setId("export-dpi");
    } else {
      editor
          .choice(
              words.of("export.text"),
              format == ViewFormat.PDF
                  ? List.of(TextForm.EMBEDDED, TextForm.OUTLINED)
                  : List.of(TextForm.values()),
              form -> words.of("export.text." + form.name().toLowerCase(Locale.ROOT)),
              choice.textProperty()::get,
              choice.textProperty()::set)
          .setId("export-text");
    }
    editor
        .check(
            words.of("export.transparent"),
            choice.transparentProperty()::get,
            choice.transparentProperty()::set)
        .setId("export-transparent");
  }
}
