package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.spec.TableSpec.SortKey;

/// The context menus of the table, made when they are asked for.
final class GridMenus {
  private final GridTable table;
  private final GridState state;
  private final Words words;
  private BiFunction<String, Integer, List<MenuItem>> cellItems = (field, row) -> List.of();

  private Consumer<String> onStatistics = field -> {};

  GridMenus(GridTable table, GridState state, Words words) {
    this.table = table;
    this.state = state;
    this.words = words;
  }

  void setCellItems(BiFunction<String, Integer, List<MenuItem>> items) {
    cellItems = items;
  }

  void setOnStatistics(Consumer<String> action) {
    onStatistics = action;
  }

  void askStatistics(String field) {
    onStatistics.accept(field);
  }

  /// What can be done with the focused cell and its column.
  ContextMenu cell() {
    List<MenuItem> items = new ArrayList<>();
    GridColumn column = state.focusedColumn();
    if (column != null && state.rowCount() > 0) {
      items.addAll(cellItems.apply(column.name(), state.focusedRow()));
      if (!items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      MenuItem copy = item("grid.copy", Feather.COPY, table::copy);
      copy.setAccelerator(KeyCombination.valueOf("Shortcut+C"));
      items.add(copy);
      MenuItem json = item("grid.copyJson", Feather.CODE, table::copyJson);
      json.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+C"));
      items.add(json);
      items.add(new SeparatorMenuItem());
    }
    items.addAll(columnItems(state.focusColumn));
    return menu(items);
  }

  /// What can be done with a column.
  ContextMenu column(int index) {
    return menu(columnItems(index));
  }

  private static ContextMenu menu(List<MenuItem> items) {
    return new ContextMenu(items.toArray(MenuItem[]::new));
  }

  private List<MenuItem> columnItems(int index) {
    List<MenuItem> items = new ArrayList<>();
    if (index >= 0 && index < state.columns.count()) {
      GridColumn column = state.columns.at(index);
      String name = column.name();
      items.add(item("grid.sortUp", Feather.ARROW_UP, () -> sort(name, false)));
      items.add(item("grid.sortDown", Feather.ARROW_DOWN, () -> sort(name, true)));
      if (!state.sort.isEmpty()) {
        items.add(item("grid.sortNone", Feather.X, () -> state.askSort(List.of())));
      }
      items.add(new SeparatorMenuItem());
      items.add(item("grid.statistics", Feather.BAR_CHART, () -> onStatistics.accept(name)));
      items.add(new SeparatorMenuItem());
      items.add(item("grid.fit", Feather.MAXIMIZE_2, () -> state.fitWidth(index)));
      items.add(
          item(
              column.pinned() ? "grid.unpin" : "grid.pin",
              Feather.BOOKMARK,
              () -> {
                column.setPinned(!column.pinned());
                state.columnsChanged();
              }));
      items.add(
          item(
              "grid.hide",
              Feather.EYE_OFF,
              () -> {
                column.setHidden(true);
                state.columnsChanged();
              }));
    }
    items.add(item("grid.columns", Feather.COLUMNS, table::showColumns));
    return items;
  }

  private void sort(String field, boolean descending) {
    state.askSort(List.of(new SortKey(field, descending)));
  }

  private MenuItem item(String key, Ikon icon, Runnable action) {
    MenuItem item = new MenuItem(words.get(key), new FontIcon(icon));
    item.setOnAction(event -> action.run());
    return item;
  }
}
