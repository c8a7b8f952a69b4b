package outcrop.app.view.part;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.JsonCells;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;

/// A table over any number of rows, painted on a canvas: scrolling, jumping and selecting cost the
/// same anywhere, and nothing is kept of rows that were scrolled past.
///
/// The focused cell and the selected rows are apart: arrows move the focus and leave the selection.
public final class GridTable extends PaintedRegion {
  private static final double WHEEL = 2.1;

  private final Words words;
  private final GridState state = new GridState(this::changed);
  private final GridPainter painter;
  private final GridMenus menus;
  private final GridBars bars;
  private final Button columnsButton = new Button(null, new FontIcon(Feather.COLUMNS));
  private final Glide glide = new Glide(List.of(state.down, state.across), this::changed);
  private @Nullable ContextMenu open;

  /// @param words gives the pattern of a key in `parts.properties`
  public GridTable(Function<String, String> words) {
    this.words = new Words(words);
    painter = new GridPainter(state, this, this.words);
    menus = new GridMenus(this, state, this.words);
    getStyleClass().add("grid-table");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText(this.words.get("grid.name"));
    setMinSize(120, 80);
    bars = new GridBars(state, this.words, this::requestPaint);
    columnsButton.getStyleClass().addAll("part-icon-button", "grid-columns");
    columnsButton.setFocusTraversable(false);
    columnsButton.setAccessibleText(this.words.get("grid.columns"));
    columnsButton.setOnAction(event -> showColumns());
    getChildren().addAll(bars.nodes());
    getChildren().add(columnsButton);
    state.setMeasure(painter.setFont(font()));
    listen();
  }

  private void listen() {
    new GridMouse(this, state);
    new GridKeys(this, state);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    setOnContextMenuRequested(this::menuRequested);
    focusedProperty().subscribe(focused -> requestPaint());
  }

  /// Shows rows. Focus, place and selection stay with their rows where these are still there.
  public void setData(ColumnStore columns, RowsData rows) {
    state.setData(columns, rows);
    measured();
  }

  /// Shows the fields that the data has now, after one was added or taken away.
  public void fieldsChanged() {
    state.fieldsChanged();
  }

  /// Shows that rows are on their way: bars in place of text until the next [#setData], unless
  /// older rows can stay in view.
  public void showLoading() {
    state.showLoading();
  }

  /// Shows these columns in this order; fields that are not named follow at the end, as in a
  /// [outcrop.analysis.spec.TableSpec].
  public void setColumns(List<ColumnLayout> columns) {
    state.setLayouts(columns);
    measured();
  }

  /// Shows arrows for the order in force; the rows come sorted through [#setData].
  public void setSort(List<SortKey> sort) {
    state.sort = List.copyOf(sort);
    requestPaint();
  }

  /// Marks hits in cells.
  public void setHits(HitFinder hits) {
    state.hits = hits;
    requestPaint();
  }

  /// Items for the context menu of a cell, by field and dataset row, above the table's own.
  public void setCellMenu(BiFunction<String, Integer, List<MenuItem>> items) {
    menus.setCellItems(items);
  }

  /// Told the field whose statistics the user wants to see.
  public void setOnStatistics(Consumer<String> action) {
    menus.setOnStatistics(action);
  }

  /// Told the dataset row that got the focus.
  public void setOnFocus(IntConsumer action) {
    state.rows.onFocus = action;
  }

  /// Told the order that the user wants.
  public void setOnSort(Consumer<List<SortKey>> action) {
    state.onSort = action;
  }

  /// Told all columns after the user changed width, order or visibility of one.
  public void setOnColumns(Consumer<List<ColumnLayout>> action) {
    state.onColumns = action;
  }

  /// Told the dataset row that was double-clicked or on which Enter was pressed.
  public void setOnActivate(IntConsumer action) {
    state.onActivate = action;
  }

  /// Told the selected dataset rows after a change by the user.
  public void setOnSelection(Consumer<RowSet> action) {
    state.rows.onSelection = action;
  }

  /// Focuses the row at a position of the table and brings it into view; beyond the ends the
  /// nearest.
  public void goToPosition(int position) {
    state.focus(position, state.focusColumn);
  }

  /// Focuses a dataset row and brings it into view.
  ///
  /// @return whether the row is in the table
  public boolean goToRow(int row) {
    int position = state.rows.order.positionOf(row);
    if (position >= 0) {
      goToPosition(position);
    }
    return position >= 0;
  }

  /// Takes over the focus of another view and brings it into view, without telling it.
  public void followFocus(int row) {
    state.follow(row);
  }

  /// The dataset row that has the focus, −1 where the table is empty.
  public int focusedRow() {
    return state.focusedRow();
  }

  /// The position of the first row in view.
  public int topPosition() {
    return state.topPosition();
  }

  /// Scrolls so that the row at a position is the first in view, as far as the end allows.
  public void scrollTo(int position) {
    state.down.jump(position * GridState.ROW_HEIGHT);
    changed();
  }

  public RowSet selectedRows() {
    return state.rows.selection.rows();
  }

  public void setSelectedRows(RowSet rows) {
    state.rows.selection.set(rows);
    requestPaint();
  }

  /// Selects every row of the table, also those never seen.
  public void selectAll() {
    state.selectAll();
  }

  /// Puts the selected rows on the clipboard as tab-separated text, at most 10,000 of them, or the
  /// value of the focused cell where no row is selected.
  public void copy() {
    GridColumn column = state.focusedColumn();
    int row = state.focusedRow();
    if (column == null || row < 0) {
      return;
    }
    boolean cell = state.rows.selection.isEmpty();
    put(cell ? Objects.requireNonNullElse(column.text(row), "") : GridClipboard.separated(state));
  }

  /// The same as JSON: a list of objects, or the value of the focused cell.
  public void copyJson() {
    GridColumn column = state.focusedColumn();
    int row = state.focusedRow();
    if (column != null && row >= 0) {
      boolean cell = state.rows.selection.isEmpty();
      put(cell ? JsonCells.cell(column.values(), row) : GridClipboard.json(state));
    }
  }

  private static void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Asks for the statistics of the focused column.
  public void showStatistics() {
    GridColumn column = state.focusedColumn();
    if (column != null) {
      menus.askStatistics(column.name());
    }
  }

  /// Opens the list that shows and hides columns.
  public void showColumns() {
    if (state.store != null) {
      ColumnChooser.show(columnsButton, state, words);
    }
  }

  void showCellMenuAtFocus() {
    double x = numberWidth() + 16;
    if (state.columns.count() > 0) {
      x += Math.max(0, state.columns.left(state.focusColumn) - state.shift(state.focusColumn));
    }
    double y = rowBottom(state.rows.position);
    var place = localToScreen(Math.min(x, getWidth() - 24), Math.clamp(y, 0, getHeight()));
    openMenu(menus.cell(), place.getX(), place.getY());
  }

  private double rowBottom(int position) {
    return GridState.HEADER_HEIGHT + (position + 1) * GridState.ROW_HEIGHT - state.down.offset();
  }

  private void menuRequested(ContextMenuEvent event) {
    event.consume();
    if (event.isKeyboardTrigger()) {
      showCellMenuAtFocus();
      return;
    }
    int column = state.columns.indexAt(contentX(event.getX()));
    if (event.getY() < GridState.HEADER_HEIGHT) {
      openMenu(menus.column(column), event.getScreenX(), event.getScreenY());
    } else {
      int position = positionAt(event.getY());
      if (position >= 0) {
        state.focus(position, column < 0 ? state.focusColumn : column);
      }
      openMenu(menus.cell(), event.getScreenX(), event.getScreenY());
    }
  }

  private void openMenu(ContextMenu menu, double x, double y) {
    if (open != null) {
      open.hide();
    }
    open = menu;
    menu.show(this, x, y);
  }

  double numberWidth() {
    return painter.numberWidth();
  }

  /// The place from the left edge of the first column.
  double contentX(double x) {
    double place = x - numberWidth();
    return place < state.pinnedWidth() ? place : place + state.across.offset();
  }

  boolean isOverCells(double x, double y) {
    return x < state.viewWidth() && y < state.viewHeight();
  }

  /// The position of the row at this height, −1 where there is none.
  int positionAt(double y) {
    double row =
        Math.floor((y - GridState.HEADER_HEIGHT + state.down.offset()) / GridState.ROW_HEIGHT);
    return y >= GridState.HEADER_HEIGHT && row < state.rowCount() ? (int) row : GridPointer.NONE;
  }

  /// The position of the row nearest to this height, −1 in an empty table.
  int nearestPosition(double y) {
    double row =
        Math.floor((y - GridState.HEADER_HEIGHT + state.down.offset()) / GridState.ROW_HEIGHT);
    return state.rowCount() == 0 ? -1 : (int) Math.clamp(row, 0, state.lastPosition());
  }

  private void scrolled(ScrollEvent event) {
    double dx =
        event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
    double dy = event.isShiftDown() ? 0 : event.getDeltaY();
    if (event.isDirect() || event.isInertia()) {
      state.across.jump(state.across.offset() - dx);
      state.down.jump(state.down.offset() - dy);
      changed();
    } else {
      state.across.glide(-dx * WHEEL);
      state.down.glide(-dy * WHEEL);
      glide.start();
    }
    event.consume();
  }

  private void measured() {
    painter.measureNumbers();
    requestLayout();
    changed();
  }

  private void changed() {
    bars.update();
    if (state.across.content() != state.columns.width() - state.pinnedWidth()) {
      requestLayout();
    }
    GridColumn column = state.focusedColumn();
    int row = state.focusedRow();
    if (column != null && row >= 0) {
      setAccessibleText(
          words.get(
              "grid.cell",
              state.rows.position + 1L,
              (long) state.rowCount(),
              column.name(),
              Objects.requireNonNullElse(column.head(row, 200), words.get("missing"))));
    }
    requestPaint();
  }

  @Override
  void fontChanged() {
    state.setMeasure(painter.setFont(font()));
    painter.measureNumbers();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double viewWidth = Math.max(0, getWidth() - GridBars.WIDTH);
    boolean across = state.columns.width() > viewWidth - numberWidth();
    double viewHeight = Math.max(0, getHeight() - (across ? GridBars.WIDTH : 0));
    double rows = state.rowCount() * GridState.ROW_HEIGHT;
    double body = Math.max(0, viewHeight - GridState.HEADER_HEIGHT);
    state.setView(viewWidth, viewHeight, numberWidth());
    state.down.setExtent(rows, body);
    columnsButton.resizeRelocate(viewWidth, 0, GridBars.WIDTH, GridState.HEADER_HEIGHT);
    bars.place(getWidth(), getHeight(), numberWidth() + state.pinnedWidth(), across);
    changed();
    super.layoutChildren();
  }

  @Override
  void paint(GraphicsContext g) {
    painter.paint(g, getWidth(), getHeight(), isFocused());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ROW_COUNT -> state.rowCount();
      case COLUMN_COUNT -> state.columns.count();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
