package outcrop.app.view.part;

import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.dataset.RowSet;

/// Rows of the table as text for the clipboard: tab-separated, with a line of names, in the order
/// of the table, bounded so that a copy never takes the memory that an export would not.
final class GridClipboard {
  static final int MOST_ROWS = 10_000;
  static final int MOST_LETTERS = 10_000_000;

  private GridClipboard() {}

  /// The visible columns of the selected rows, as far as the bounds go; whole rows only.
  static String selectedRows(GridState state) {
    List<GridColumn> columns = state.columns.visible();
    StringBuilder text =
        new StringBuilder(
            columns.stream().map(column -> cell(column.name())).collect(Collectors.joining("\t")));
    RowSet selected = state.rows.selection.rows();
    int left = Math.min(MOST_ROWS, selected.cardinality());
    for (int position = 0; position < state.rowCount() && left > 0; position++) {
      int row = state.rows.order.rowAt(position);
      if (!selected.contains(row)) {
        continue;
      }
      int start = text.length();
      text.append('\n');
      for (int i = 0; i < columns.size(); i++) {
        String value = columns.get(i).text(row);
        text.append(i == 0 ? "" : "\t").append(value == null ? "" : cell(value));
        if (text.length() > MOST_LETTERS) {
          text.setLength(start);
          return text.toString();
        }
      }
      left--;
    }
    return text.toString();
  }

  /// Quotes a value that holds a separator, so that spreadsheets keep it in one cell.
  private static String cell(String value) {
    boolean plain = value.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
