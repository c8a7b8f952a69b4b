package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;

/// What the table shows and where its user stands in it. Mouse, keyboard and the table's own
/// methods change it here; the painter reads it.
final class GridState {
  static final double ROW_HEIGHT = 28;
  static final double HEADER_HEIGHT = 36;
  static final double PADDING = 8;

  private static final RowOrder NO_ROWS = new NoRows();

  final GridColumns columns = new GridColumns();
  final RowSelection selection = new RowSelection();
  final GridScroll down = new GridScroll();
  final GridScroll across = new GridScroll();
  final GridPointer pointer = new GridPointer();
  private final Map<String, Double> openWidths = new HashMap<>();
  private final Runnable changed;

  @Nullable ColumnStore store;
  RowOrder order = NO_ROWS;
  boolean loading;
  List<SortKey> sort = List.of();
  HitFinder hits = HitFinder.NONE;
  int focusPosition;
  int focusColumn;
  IntConsumer onFocus = row -> {};
  IntConsumer onActivate = row -> {};
  Consumer<List<SortKey>> onSort = keys -> {};
  Consumer<List<ColumnLayout>> onColumns = layouts -> {};
  Consumer<RowSet> onSelection = rows -> {};
  private RowSet matching = RowSet.none(0);
  private List<ColumnLayout> layouts = List.of();
  private CellMeasure measure = new CellMeasure(null);
  private int toldRow = -1;
  private double viewWidth;
  private double viewHeight;

  /// @param changed called after every change that shows
  GridState(Runnable changed) {
    this.changed = changed;
  }

  void setMeasure(CellMeasure value) {
    measure = value;
    openWidths.clear();
    layOut();
  }

  void setData(ColumnStore newStore, RowsData data) {
    // A row that was filtered out gets the focus back when it returns: the inspector still shows
    // it.
    int row = toldRow >= 0 ? toldRow : focusedRow();
    boolean otherStore = store != newStore;
    store = newStore;
    order = data.order();
    matching = data.rows();
    loading = false;
    down.setExtent(rowCount() * ROW_HEIGHT, down.viewport());
    if (otherStore) {
      openWidths.clear();
      selection.clear(newStore.rowCount());
      layOut();
      down.jump(0);
      focusPosition = 0;
      focusColumn = 0;
      toldRow = -1;
    } else {
      int position = row < 0 || row >= newStore.rowCount() ? -1 : order.positionOf(row);
      focusPosition = position >= 0 ? position : Math.clamp(focusPosition, 0, lastPosition());
    }
    selection.setAnchor(-1);
    changed.run();
  }

  void showLoading() {
    loading = true;
    changed.run();
  }

  void setLayouts(List<ColumnLayout> value) {
    layouts = List.copyOf(value);
    layOut();
    changed.run();
  }

  private void layOut() {
    ColumnStore current = store;
    columns.reset(
        current,
        layouts,
        field ->
            openWidths.computeIfAbsent(
                field.name(), name -> current == null ? 0 : measure.openWidth(current, field)));
    focusColumn = Math.clamp(focusColumn, 0, Math.max(0, columns.count() - 1));
  }

  /// The user changed the columns: keeps what they are now and tells it.
  void columnsChanged() {
    columns.changed();
    layouts = columns.layouts();
    focusColumn = Math.clamp(focusColumn, 0, Math.max(0, columns.count() - 1));
    changed.run();
    onColumns.accept(layouts);
  }

  void fitWidth(int column) {
    if (store != null) {
      GridColumn fitted = columns.at(column);
      fitted.setWidth(measure.fittingWidth(fitted, order, topPosition()));
      columnsChanged();
    }
  }

  /// The place of header and cells without the scroll bars.
  void setView(double width, double height) {
    viewWidth = width;
    viewHeight = height;
  }

  double viewWidth() {
    return viewWidth;
  }

  double viewHeight() {
    return viewHeight;
  }

  int rowCount() {
    return order.size();
  }

  int lastPosition() {
    return Math.max(0, order.size() - 1);
  }

  int topPosition() {
    return (int) Math.min(lastPosition(), Math.floor(down.offset() / ROW_HEIGHT));
  }

  /// Whole rows that fit in view, at least one.
  int pageRows() {
    return Math.max(1, (int) (down.viewport() / ROW_HEIGHT));
  }

  int focusedRow() {
    return order.size() == 0 ? -1 : order.rowAt(Math.min(focusPosition, lastPosition()));
  }

  @Nullable GridColumn focusedColumn() {
    return columns.count() == 0 ? null : columns.at(focusColumn);
  }

  /// Moves the focus, brings it into view and tells the row where it is another one.
  void focus(int position, int column) {
    if (order.size() == 0) {
      return;
    }
    focusPosition = Math.clamp(position, 0, lastPosition());
    focusColumn = Math.clamp(column, 0, Math.max(0, columns.count() - 1));
    down.reveal(focusPosition * ROW_HEIGHT, (focusPosition + 1) * ROW_HEIGHT);
    if (columns.count() > 0) {
      across.reveal(columns.left(focusColumn), columns.right(focusColumn));
    }
    changed.run();
    int row = focusedRow();
    if (row != toldRow) {
      toldRow = row;
      onFocus.accept(row);
    }
  }

  /// Moves the focus and selects the stretch from where the selection began.
  void extendTo(int position, int column) {
    if (order.size() == 0) {
      return;
    }
    int to = Math.clamp(position, 0, lastPosition());
    selection.extendTo(to, focusPosition, order);
    focus(to, column);
    onSelection.accept(selection.rows());
  }

  void toggleRow(int position) {
    if (order.size() > 0) {
      selection.toggle(order.rowAt(position));
      selection.setAnchor(position);
      focus(position, focusColumn);
      onSelection.accept(selection.rows());
    }
  }

  void selectAll() {
    select(matching);
  }

  void clearSelection() {
    if (!selection.isEmpty()) {
      select(RowSet.none(selection.rows().rowCount()));
    }
  }

  private void select(RowSet rows) {
    selection.set(rows);
    changed.run();
    onSelection.accept(rows);
  }

  /// Asks for the next order of a column: rising, falling, none.
  ///
  /// @param further keeps the other keys
  void cycleSort(String field, boolean further) {
    int index = sortIndex(field);
    SortKey key = index < 0 ? null : sort.get(index);
    SortKey next =
        key == null
            ? new SortKey(field, false)
            : key.descending() ? null : new SortKey(field, true);
    List<SortKey> keys = new ArrayList<>(further ? sort : List.of());
    if (further && index >= 0) {
      keys.remove(index);
    }
    if (next != null) {
      keys.add(further && index >= 0 ? index : keys.size(), next);
    }
    askSort(keys);
  }

  void askSort(List<SortKey> keys) {
    sort = List.copyOf(keys);
    changed.run();
    onSort.accept(sort);
  }

  /// The rank of a field among the sort keys, −1 where it has none.
  int sortIndex(String field) {
    for (int i = 0; i < sort.size(); i++) {
      if (sort.get(i).field().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  void repaint() {
    changed.run();
  }

  private record NoRows() implements RowOrder {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public int rowAt(int position) {
      throw new IndexOutOfBoundsException(position);
    }

    @Override
    public int positionOf(int row) {
      return -1;
    }
  }
}
