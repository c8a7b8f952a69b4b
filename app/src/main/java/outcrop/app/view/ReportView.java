package outcrop.app.view;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.io.ReadReport.QuarantinedRow;
import outcrop.app.viewmodel.ReportSummary;
import outcrop.app.viewmodel.ReportSummary.Warning;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What the import took in and what it refused.
final class ReportView extends VBox {
  private static final int FILES_NAMED = 12;

  ReportView(Desk desk, WorkspaceViewModel project) {
    super(16);
    Words words = desk.words();
    ReadReport report = project.workspace().report();
    Set<String> files = ReportSummary.names(project.state().source());
    ReportSummary summary = ReportSummary.of(report, files, project.workspace().warnings());
    getStyleClass().add("report");
    setPrefWidth(760);
    getChildren()
        .add(
            Nodes.row(
                8,
                Nodes.label(words.of("report.title"), "screen-title"),
                Nodes.spacer(),
                Nodes.iconButton(
                    "copy",
                    words.of("report.copy"),
                    () -> {
                      ClipboardContent content = new ClipboardContent();
                      content.putString(summary.text(report));
                      Clipboard.getSystemClipboard().setContent(content);
                    }),
                Nodes.iconButton(
                    "x", words.of("action.close"), () -> desk.overlays().close(this))));
    HBox figures =
        new HBox(
            48,
            figure(words.count(report.rows()), words.of("report.rows")),
            figure(words.count(report.schema().fields().size()), words.of("report.fields")),
            figure(words.count(report.quarantinedCount()), words.of("report.quarantined")));
    getChildren().add(figures);
    if (!summary.warnings().isEmpty()) {
      VBox list = Nodes.column(4);
      summary.warnings().forEach(warning -> list.getChildren().add(line(words, warning)));
      ScrollPane scroll = new ScrollPane(list);
      scroll.setFitToWidth(true);
      scroll.setMaxHeight(180);
      scroll.setMinHeight(Math.min(60, 24 * summary.warnings().size()));
      scroll.getStyleClass().add("page-scroll");
      getChildren().add(Nodes.column(4, Nodes.heading(words.of("report.warnings")), scroll));
    }
    if (report.quarantinedCount() == 0) {
      getChildren().add(Nodes.wrapped(words.of("report.nothingRefused"), "muted"));
    } else {
      if (summary.refused().size() > 1) {
        getChildren().add(Nodes.wrapped(counts(words, summary), "muted"));
      }
      getChildren().add(refused(words, report));
    }
  }

  private static Label line(Words words, Warning warning) {
    int files = warning.files().size();
    Label line = Nodes.wrapped(warning.text(words));
    if (files > 1) {
      Nodes.tooltip(line, String.join("\n", warning.files().stream().limit(FILES_NAMED).toList()));
    }
    line.setGraphic(Nodes.icon("alert-triangle"));
    line.setMaxWidth(Double.MAX_VALUE);
    return line;
  }

  private static String counts(Words words, ReportSummary summary) {
    String named =
        summary.refused().stream()
            .limit(FILES_NAMED)
            .map(file -> words.of("report.ofFile", file.file(), words.count(file.count())))
            .collect(Collectors.joining(" · "));
    int more = summary.refused().size() - FILES_NAMED;
    return more > 0 ? named + " · " + words.of("report.moreFiles", words.count(more)) : named;
  }

  private static VBox figure(String number, String name) {
    return Nodes.column(0, Nodes.label(number, "figure"), Nodes.label(name, "muted"));
  }

  private static VBox refused(Words words, ReadReport report) {
    TableView<QuarantinedRow> table = new TableView<>();
    table.getStyleClass().add("dense");
    table.getItems().setAll(report.quarantined());
    table.getColumns().add(column(words.of("report.file"), 180, QuarantinedRow::file));
    table.getColumns().add(column(words.of("report.line"), 80, row -> words.count(row.line())));
    table.getColumns().add(column(words.of("report.reason"), 440, QuarantinedRow::reason));
    table.setPrefHeight(260);
    table.setFixedCellSize(28);
    VBox.setVgrow(table, Priority.ALWAYS);
    String heading =
        report.quarantined().size() < report.quarantinedCount()
            ? words.of(
                "report.firstRefused",
                words.count(report.quarantined().size()),
                words.count(report.quarantinedCount()))
            : words.of("report.refused");
    return Nodes.column(6, Nodes.heading(heading), table);
  }

  private static TableColumn<QuarantinedRow, String> column(
      String title, double width, java.util.function.Function<QuarantinedRow, String> value) {
    TableColumn<QuarantinedRow, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }
}
