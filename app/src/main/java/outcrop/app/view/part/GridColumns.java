package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.spec.TableSpec.ColumnLayout;

/// The columns of the table in their order, and where the visible ones stand.
///
/// Finding a place among thousands of columns is a binary search over their edges.
final class GridColumns {
  static final double LEAST_WIDTH = 40;
  static final double GREATEST_WIDTH = 2_000;

  private final List<GridColumn> all = new ArrayList<>();
  private List<GridColumn> visible = List.of();
  private int pinned;
  private double[] edges = {0};

  /// Lays out the fields of a store.
  ///
  /// @param layouts those that were laid out; other fields follow, as do fields named twice or
  ///   unknown not
  /// @param openWidth the width of a column whose layout leaves it open
  void reset(
      @Nullable ColumnStore store, List<ColumnLayout> layouts, ToDoubleFunction<Field> openWidth) {
    all.clear();
    if (store != null) {
      Map<String, Field> fields = new HashMap<>();
      store.schema().fields().forEach(field -> fields.put(field.name(), field));
      Set<String> placed = new HashSet<>();
      for (ColumnLayout layout : layouts) {
        Field field = fields.get(layout.field());
        if (field != null && placed.add(field.name())) {
          all.add(new GridColumn(store, field, layout, openWidth.applyAsDouble(field)));
        }
      }
      for (Field field : store.schema().fields()) {
        if (placed.add(field.name())) {
          all.add(new GridColumn(store, field, null, openWidth.applyAsDouble(field)));
        }
      }
    }
    changed();
  }

  /// Reckons the edges again after a width, the order or a visibility changed.
  void changed() {
    List<GridColumn> shown = new ArrayList<>();
    all.stream().filter(column -> !column.hidden() && column.pinned()).forEach(shown::add);
    pinned = shown.size();
    all.stream().filter(column -> !column.hidden() && !column.pinned()).forEach(shown::add);
    visible = List.copyOf(shown);
    edges = new double[visible.size() + 1];
    for (int i = 0; i < visible.size(); i++) {
      edges[i + 1] = edges[i] + visible.get(i).width();
    }
  }

  List<GridColumn> all() {
    return all;
  }

  List<GridColumn> visible() {
    return visible;
  }

  int count() {
    return visible.size();
  }

  GridColumn at(int index) {
    return visible.get(index);
  }

  /// The left edge of a visible column, from the left edge of the first.
  double left(int index) {
    return edges[index];
  }

  double right(int index) {
    return edges[index + 1];
  }

  /// How many of the visible columns are pinned; they are the first.
  int pinned() {
    return pinned;
  }

  /// The width of the pinned columns together.
  double pinnedWidth() {
    return edges[pinned];
  }

  double width() {
    return edges[edges.length - 1];
  }

  /// The visible column over this place, −1 where there is none.
  int indexAt(double x) {
    if (x < 0 || x >= width()) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, x);
    return Math.min(visible.size() - 1, found < 0 ? -found - 2 : found);
  }

  /// The visible column whose right edge is within `reach` of this place, −1 where there is none.
  int edgeAt(double x, double reach) {
    int index = indexAt(Math.clamp(x, 0, Math.max(0, width() - 1)));
    if (index < 0) {
      return -1;
    }
    if (Math.abs(right(index) - x) <= reach) {
      return index;
    }
    return index > 0 && Math.abs(left(index) - x) <= reach ? index - 1 : -1;
  }

  /// The visible column of a field, −1 where it has none.
  int indexOf(String field) {
    for (int i = 0; i < visible.size(); i++) {
      if (visible.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /// Moves a visible column before the one that stands at `target`, or to the end.
  void move(int index, int target) {
    GridColumn column = visible.get(index);
    column.setPinned(target < pinned || target == pinned && index < pinned);
    @Nullable GridColumn next = target < visible.size() ? visible.get(target) : null;
    if (next == column) {
      return;
    }
    all.remove(column);
    all.add(next == null ? all.size() : all.indexOf(next), column);
    changed();
  }

  List<ColumnLayout> layouts() {
    return all.stream().map(GridColumn::layout).toList();
  }
}
