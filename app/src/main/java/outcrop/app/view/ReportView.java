package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.io.ReadReport.QuarantinedRow;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What the import took in and what it refused.
final class ReportView extends VBox {
  ReportView(Desk desk, WorkspaceViewModel project) {
    super(16);
    Words words = desk.words();
    ReadReport report = project.workspace().report();
    getStyleClass().add("report");
    setPrefWidth(760);
    getChildren()
        .add(
            Nodes.row(
                8,
                Nodes.label(words.of("report.title"), "screen-title"),
                Nodes.spacer(),
                Nodes.iconButton(
                    "x", words.of("action.close"), () -> desk.overlays().close(this))));
    HBox figures =
        new HBox(
            48,
            figure(words.count(report.rows()), words.of("report.rows")),
            figure(words.count(report.schema().fields().size()), words.of("report.fields")),
            figure(words.count(report.quarantinedCount()), words.of("report.quarantined")));
    getChildren().add(figures);
    List<String> warnings = new ArrayList<>(project.workspace().warnings());
    warnings.addAll(report.warnings());
    if (!warnings.isEmpty()) {
      VBox list = Nodes.column(4, Nodes.heading(words.of("report.warnings")));
      for (String warning : warnings.stream().limit(8).toList()) {
        Label line = Nodes.wrapped(warning);
        line.setGraphic(Nodes.icon("alert-triangle"));
        line.setMaxWidth(Double.MAX_VALUE);
        list.getChildren().add(line);
      }
      getChildren().add(list);
    }
    if (report.quarantinedCount() == 0) {
      getChildren().add(Nodes.wrapped(words.of("report.nothingRefused"), "muted"));
    } else {
      getChildren().add(refused(words, report));
    }
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
