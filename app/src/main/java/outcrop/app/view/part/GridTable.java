package outcrop.app.view.part;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;

/// A table over any number of rows, painted on a canvas: scrolling, jumping and selecting cost the
/// same anywhere, and nothing is kept of rows that were scrolled past.
public final class GridTable extends Region {
  /// @param words gives the pattern of a key in `parts.properties`
  public GridTable(Function<String, String> words) {}

  /// Shows rows. Focus, place and selection stay with their rows where these are still there.
  public void setData(ColumnStore columns, RowsData rows) {}

  /// Shows that rows are on their way: bars in place of text until the next [#setData].
  public void showLoading() {}

  /// Shows these columns in this order; fields that are not named follow at the end, as in a
  /// [outcrop.analysis.spec.TableSpec].
  public void setColumns(List<ColumnLayout> columns) {}

  /// Shows arrows for the order in force; the rows come sorted through [#setData].
  public void setSort(List<SortKey> sort) {}

  /// Marks hits in cells.
  public void setHits(HitFinder hits) {}

  /// Items for the context menu of a cell, by field and dataset row, above the table's own.
  public void setCellMenu(BiFunction<String, Integer, List<MenuItem>> items) {}

  /// Told the dataset row that got the focus.
  public void setOnFocus(IntConsumer action) {}

  /// Told the order that the user wants.
  public void setOnSort(Consumer<List<SortKey>> action) {}

  /// Told all columns after the user changed width, order or visibility of one.
  public void setOnColumns(Consumer<List<ColumnLayout>> action) {}

  /// Told the dataset row that was double-clicked or on which Enter was pressed.
  public void setOnActivate(IntConsumer action) {}

  /// Told the selected dataset rows after a change by the user.
  public void setOnSelection(Consumer<RowSet> action) {}

  /// Focuses the row at a position of the table and brings it into view; beyond the ends the
  /// nearest.
  public void goToPosition(int position) {}

  /// Focuses a dataset row and brings it into view.
  ///
  /// @return whether the row is in the table
  public boolean goToRow(int row) {
    return false;
  }

  /// The dataset row that has the focus, −1 where the table is empty.
  public int focusedRow() {
    return -1;
  }

  /// The position of the first row in view.
  public int topPosition() {
    return 0;
  }

  /// Scrolls so that the row at a position is the first in view, as far as the end allows.
  public void scrollTo(int position) {}

  public RowSet selectedRows() {
    return RowSet.none(0);
  }

  public void setSelectedRows(RowSet rows) {}

  /// Selects every row of the table, also those never seen.
  public void selectAll() {}
}
