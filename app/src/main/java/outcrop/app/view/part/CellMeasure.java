package outcrop.app.view.part;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.RowOrder;

/// Widths of columns made from their content.
///
/// @param fitter null before a font is known: then only the type decides
record CellMeasure(@Nullable TextFitter fitter) {
  private static final int SAMPLED_ROWS = 60;
  private static final int MANY_FIELDS = 100;
  private static final int LONGEST = 400;
  private static final double HEADER_EXTRA = 2 * GridState.PADDING + 50;

  /// The width of a column that nobody sized, from its name and some values. Among very many fields
  /// only the name decides, so that no column is opened before it is seen.
  double openWidth(ColumnStore store, Field field) {
    double header = Math.min(260, headerWidth(field));
    double greatest =
        switch (field.type()) {
          case TEXT -> 420;
          case CATEGORY, IMAGE, VECTOR, LIST -> 220;
          case NUMBER, TIME -> 200;
        };
    if (fitter == null || store.schema().fields().size() > MANY_FIELDS) {
      return Math.max(header, Math.min(greatest, 140));
    }
    GridColumn column = new GridColumn(store, field, null, 0);
    double widest = 0;
    int rows = store.rowCount();
    int sampled = Math.min(rows, SAMPLED_ROWS);
    for (int i = 0; i < sampled; i++) {
      widest = Math.max(widest, width(column, (int) ((long) i * rows / sampled)));
    }
    return Math.ceil(Math.max(header, Math.clamp(widest + 2 * GridState.PADDING, 56, greatest)));
  }

  /// The width that shows the name and the values near a position whole.
  double fittingWidth(GridColumn column, RowOrder order, int position) {
    double widest = headerWidth(column.field()) - 2 * GridState.PADDING;
    int end = (int) Math.min(order.size(), position + 200L);
    for (int i = Math.max(0, position - 100); i < end; i++) {
      widest = Math.max(widest, width(column, order.rowAt(i)));
    }
    return Math.ceil(
        Math.clamp(
            widest + 2 * GridState.PADDING + 1,
            GridColumns.LEAST_WIDTH,
            GridColumns.GREATEST_WIDTH));
  }

  private double headerWidth(Field field) {
    String name =
        field.name().length() > LONGEST ? field.name().substring(0, LONGEST) : field.name();
    return (fitter == null ? 8.0 * name.length() : fitter.width(name) * 1.06) + HEADER_EXTRA;
  }

  private double width(GridColumn column, int row) {
    String text = column.head(row, LONGEST);
    return text == null || fitter == null ? 0 : fitter.width(text);
  }
}
