package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.app.view.part.GridTable;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.Words;

/// The first rows as they would be read, every field of them.
final class ImportRowsTable extends VBox {
  private final Label heading;
  private final GridTable table;

  ImportRowsTable(Words words, ImportViewModel model) {
    heading = Nodes.heading(words.of("import.firstRows"));
    heading.getStyleClass().add("table-heading");
    table = new GridTable(words::pattern);
    table.setAccessibleText(words.of("import.firstRows"));
    table.setOnSort(_ -> table.setSort(List.of()));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(heading, table);
    model.previewProperty().subscribe(this::show);
  }

  private void show(@Nullable ImportPreview preview) {
    if (preview == null || preview.spec().fields().isEmpty()) {
      table.showLoading();
      return;
    }
    int count = preview.rows().size();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < preview.spec().fields().size(); i++) {
      columns.add(column(preview, i, count));
    }
    table.setData(
        ColumnStore.of(columns),
        new RowsData(count, RowSet.all(count), RowOrder.ofDataset(RowSet.all(count))));
  }

  /// The cells as texts: what they will be is said by the types above.
  private static Column column(ImportPreview preview, int index, int count) {
    Field field = preview.spec().fields().get(index).field();
    @Nullable String[] cells = new @Nullable String[count];
    for (int row = 0; row < count; row++) {
      List<@Nullable String> values = preview.rows().get(row);
      cells[row] = index < values.size() ? values.get(index) : null;
    }
    return TextColumn.of(field, cells);
  }
}
