package outcrop.app.view;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ImportPreview;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.Words;

/// The first rows as they would be read.
final class ImportRowsTable extends VBox {
  private static final int COLUMNS = 60;
  private static final int FITTING = 6;
  private static final int LENGTH = 200;

  private final Words words;
  private final Label heading = Nodes.heading("");
  private final TableView<List<@Nullable String>> table = new TableView<>();

  ImportRowsTable(Words words, ImportViewModel model) {
    this.words = words;
    table.getStyleClass().addAll("dense", "import-rows");
    table.setFixedCellSize(28);
    table.setAccessibleText(words.of("import.firstRows"));
    VBox.setVgrow(table, Priority.ALWAYS);
    heading.getStyleClass().add("table-heading");
    getChildren().addAll(heading, table);
    model.previewProperty().subscribe(this::show);
  }

  private void show(@Nullable ImportPreview preview) {
    table.getColumns().clear();
    table.getItems().clear();
    heading.setText("");
    if (preview == null) {
      return;
    }
    int fields = preview.spec().fields().size();
    heading.setText(
        fields > COLUMNS
            ? words.of("import.firstRowsOf", preview.rows().size(), COLUMNS, fields)
            : words.of("import.firstRows"));
    table.setColumnResizePolicy(
        fields <= FITTING
            ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    for (int i = 0; i < Math.min(COLUMNS, fields); i++) {
      table.getColumns().add(column(preview.spec().fields().get(i).field().name(), i, fields));
    }
    preview.rows().forEach(row -> table.getItems().add(row));
  }

  private TableColumn<List<@Nullable String>, String> column(String name, int index, int fields) {
    TableColumn<List<@Nullable String>, String> column =
        new TableColumn<>(name.replaceAll("\\s+", " "));
    column.setSortable(false);
    column.setPrefWidth(fields < 4 ? 280 : 140);
    column.setCellValueFactory(
        row -> {
          String value = index < row.getValue().size() ? row.getValue().get(index) : null;
          return new ReadOnlyStringWrapper(value == null ? "" : shortened(value));
        });
    return column;
  }

  private static String shortened(String value) {
    String text = value.length() > LENGTH ? value.substring(0, LENGTH) + "…" : value;
    return text.replaceAll("\\s+", " ");
  }
}
