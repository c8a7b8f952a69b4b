package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;

/// What the table shows and where its user stands in it. Mouse, keyboard and the table's own
/// methods change it here; the painter reads it.
final class GridState {
  static final double ROW_HEIGHT = 28;
  static final double HEADER_HEIGHT = 36;
  static final double PADDING = 8;
  private static final double MOST_PINNED = 0.8;

  final GridColumns columns = new GridColumns();
  final RowCursor rows = new RowCursor();
  final GridScroll down = new GridScroll();
  final GridScroll across = new GridScroll();
  final GridPointer pointer = new GridPointer();
  private final Map<String, Double> openWidths = new HashMap<>();
  private final Runnable changed;

  @Nullable ColumnStore store;
  boolean loading;
  List<SortKey> sort = List.of();
  HitFinder hits = HitFinder.NONE;
  int focusColumn;
  IntConsumer onActivate = row -> {};
  Consumer<List<SortKey>> onSort = keys -> {};
  Consumer<List<ColumnLayout>> onColumns = layouts -> {};
  private List<ColumnLayout> layouts = List.of();
  private CellMeasure measure = new CellMeasure(null);
  private double viewWidth;
  private double viewHeight;
  private double columnsRoom;

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
    boolean otherStore = store != newStore;
    store = newStore;
    loading = false;
    if (otherStore) {
      rows.setOtherRows(data, newStore.rowCount());
      openWidths.clear();
      layOut();
      focusColumn = 0;
    } else {
      rows.setRows(data, newStore.rowCount());
    }
    down.setExtent(rowCount() * ROW_HEIGHT, down.viewport());
    if (otherStore) {
      down.jump(0);
    }
    changed.run();
  }

  void showLoading() {
    loading = true;
    changed.run();
  }

  /// Lays out the fields that the store has now.
  void fieldsChanged() {
    layOut();
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
      fitted.setWidth(measure.fittingWidth(fitted, rows.order, topPosition()));
      columnsChanged();
    }
  }

  /// The place of header and cells without the scroll bars.
  ///
  /// @param left where the columns begin
  void setView(double width, double height, double left) {
    viewWidth = width;
    viewHeight = height;
    columnsRoom = Math.max(0, width - left);
    across.setExtent(columns.width() - pinnedWidth(), columnsRoom - pinnedWidth());
  }

  double viewWidth() {
    return viewWidth;
  }

  double viewHeight() {
    return viewHeight;
  }

  /// How much of the view the pinned columns take; 0 where they would leave no room for others and
  /// scroll like them.
  double pinnedWidth() {
    double pinned = columns.pinnedWidth();
    return pinned <= MOST_PINNED * columnsRoom ? pinned : 0;
  }

  /// The first visible column that scrolls.
  int firstScrolled() {
    return pinnedWidth() > 0 ? columns.pinned() : 0;
  }

  /// How far a visible column is moved to the left by scrolling.
  double shift(int column) {
    return column < firstScrolled() ? 0 : across.offset();
  }

  int rowCount() {
    return rows.size();
  }

  int lastPosition() {
    return rows.last();
  }

  int topPosition() {
    return (int) Math.min(lastPosition(), Math.floor(down.offset() / ROW_HEIGHT));
  }

  /// Whole rows that fit in view, at least one.
  int pageRows() {
    return Math.max(1, (int) (down.viewport() / ROW_HEIGHT));
  }

  int focusedRow() {
    return rows.row();
  }

  @Nullable GridColumn focusedColumn() {
    return columns.count() == 0 ? null : columns.at(focusColumn);
  }

  /// Moves the focus, brings it into view and tells the row where it is another one.
  void focus(int position, int column) {
    if (rows.size() == 0) {
      return;
    }
    rows.move(position);
    focusColumn = Math.clamp(column, 0, Math.max(0, columns.count() - 1));
    revealFocus();
    if (columns.count() > 0 && focusColumn >= firstScrolled()) {
      double pinned = pinnedWidth();
      across.reveal(columns.left(focusColumn) - pinned, columns.right(focusColumn) - pinned);
    }
    changed.run();
    rows.tell();
  }

  /// Takes over the focus of another view, if the row is in the table.
  void follow(int row) {
    if (row != rows.row() && rows.follow(row)) {
      revealFocus();
      changed.run();
    }
  }

  private void revealFocus() {
    down.reveal(rows.position * ROW_HEIGHT, (rows.position + 1) * ROW_HEIGHT);
  }

  /// Moves the focus and selects the stretch from where the selection began.
  void extendTo(int position, int column) {
    if (rows.size() > 0) {
      rows.extendTo(position);
      focus(position, column);
      rows.tellSelection();
    }
  }

  void toggleRow(int position) {
    if (rows.size() > 0) {
      rows.toggle(position);
      focus(position, focusColumn);
      rows.tellSelection();
    }
  }

  void selectAll() {
    rows.selectAll();
    changed.run();
  }

  /// @return whether anything was selected
  boolean clearSelection() {
    boolean any = rows.clearSelection();
    changed.run();
    return any;
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
}
