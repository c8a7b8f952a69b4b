package outcrop.app.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.ValueFormat;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows as JSON objects: `key` names the row, then each field under its own name.
///
/// A field named `key` is written as `field:key` (with one more `field:` in front for as long as
/// that is the name of a field too), so that `key` always names the row. Whole numbers are
/// integers, other numbers are in their shortest exact form with `"NaN"`, `"Infinity"` and
/// `"-Infinity"` as texts, times are ISO 8601, lists and vectors are lists, missing values are
/// null.
final class RowJson {
  private static final String KEY = "key";
  private static final String PREFIX = "field:";

  private final ColumnStore columns;
  private final List<Column> shown = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  RowJson(ColumnStore columns, List<String> fields) {
    this.columns = columns;
    Set<String> taken = new HashSet<>(fields);
    for (String field : fields) {
      shown.add(columns.column(field));
      names.add(field.equals(KEY) ? free(taken) : field);
    }
  }

  private static String free(Set<String> taken) {
    String name = PREFIX + KEY;
    while (taken.contains(name)) {
      name = PREFIX + name;
    }
    return name;
  }

  /// The names under which the fields are written, in their order.
  List<String> names() {
    return names;
  }

  ObjectNode of(int row) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put(KEY, columns.key(row).text());
    for (int i = 0; i < names.size(); i++) {
      put(node, names.get(i), shown.get(i), row);
    }
    return node;
  }

  private static void put(ObjectNode node, String name, Column column, int row) {
    if (column.isMissing(row)) {
      node.putNull(name);
      return;
    }
    switch (column) {
      case NumberColumn numbers when numbers.integral() -> node.put(name, numbers.longAt(row));
      case NumberColumn numbers -> JsonNumbers.put(node, name, numbers.at(row));
      case CategoryColumn category when category.field().format() == ValueFormat.BOOLEAN ->
          node.put(name, "true".equals(category.textAt(row)));
      case CategoryColumn category -> node.put(name, category.textAt(row));
      case TextColumn text -> node.put(name, text.textAt(row));
      case TimeColumn time -> node.put(name, time.textAt(row));
      case ListColumn list -> putList(node.putArray(name), list, row);
      case VectorColumn vector -> putVector(node.putArray(name), vector, row);
    }
  }

  private static void putList(ArrayNode target, ListColumn list, int row) {
    for (String value : list.values(row)) {
      if (value == null) {
        target.addNull();
      } else if (!list.numeric()) {
        target.add(value);
      } else if (list.field().format() == ValueFormat.INTEGER) {
        target.add(Long.parseLong(value));
      } else {
        target.add(Double.parseDouble(value));
      }
    }
  }

  private static void putVector(ArrayNode target, VectorColumn vector, int row) {
    for (int i = 0; i < vector.dimensions(); i++) {
      float value = vector.at(row, i);
      if (Float.isFinite(value)) {
        target.add(value);
      } else {
        target.add(Float.toString(value));
      }
    }
  }
}
