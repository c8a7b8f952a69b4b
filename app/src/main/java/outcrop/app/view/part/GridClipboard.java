package outcrop.app.view.part;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.JsonCells;

/// Rows of the table as text for the clipboard, in the order of the table, bounded so that a copy
/// never takes the memory that an export would not.
final class GridClipboard {
  static final int MOST_ROWS = 10_000;
  static final int MOST_LETTERS = 10_000_000;

  private GridClipboard() {}

  /// The visible columns of the selected rows as tab-separated text with a line of names, as far as
  /// the bounds go; whole rows only.
  static String separated(GridState state) {
    List<GridColumn> columns = state.columns.visible();
    String names =
        columns.stream().map(column -> cell(column.name())).collect(Collectors.joining("\t"));
    return names + rows(state, "\n", row -> separated(columns, row));
  }

  private static String separated(List<GridColumn> columns, int row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String value = columns.get(i).text(row);
      line.append(i == 0 ? "" : "\t").append(value == null ? "" : cell(value));
    }
    return line.toString();
  }

  /// The visible columns of the selected rows as a JSON list of objects, as far as the bounds go.
  static String json(GridState state) {
    List<Column> columns = state.columns.visible().stream().map(GridColumn::values).toList();
    String rows = rows(state, ",\n  ", row -> JsonCells.row(columns, row));
    return rows.isEmpty() ? "[]" : "[" + rows.substring(1) + "\n]";
  }

  /// Each selected row in the order of the table with what stands before it.
  private static String rows(GridState state, String before, IntFunction<String> write) {
    StringBuilder text = new StringBuilder();
    RowSet selected = state.rows.selection.rows();
    int left = Math.min(MOST_ROWS, selected.cardinality());
    for (int position = 0; position < state.rowCount() && left > 0; position++) {
      int row = state.rows.order.rowAt(position);
      if (selected.contains(row)) {
        String line = write.apply(row);
        if (text.length() + line.length() > MOST_LETTERS) {
          break;
        }
        text.append(before).append(line);
        left--;
      }
    }
    return text.toString();
  }

  /// Quotes a value that holds a separator, so that spreadsheets keep it in one cell.
  private static String cell(String value) {
    boolean plain = value.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
