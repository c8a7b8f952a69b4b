package outcrop.app.view.part;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.TableSpec.ColumnLayout;

/// One column of the table: its field, how it is laid out, and its values once somebody looked at
/// them.
final class GridColumn {
  private static final int SHOWN_NUMBERS = 3;

  private final ColumnStore store;
  private final Field field;
  private @Nullable Column values;
  private double width;
  private boolean chosenWidth;
  private boolean hidden;
  private boolean pinned;

  /// @param width in force where the layout leaves it open
  GridColumn(ColumnStore store, Field field, @Nullable ColumnLayout layout, double width) {
    this.store = store;
    this.field = field;
    this.chosenWidth = layout != null && layout.width() > 0;
    this.width = layout != null && layout.width() > 0 ? layout.width() : width;
    this.hidden = layout != null && layout.hidden();
    this.pinned = layout != null && layout.pinned();
  }

  Field field() {
    return field;
  }

  String name() {
    return field.name();
  }

  double width() {
    return width;
  }

  void setWidth(double value) {
    width = value;
    chosenWidth = true;
  }

  boolean hidden() {
    return hidden;
  }

  void setHidden(boolean value) {
    hidden = value;
  }

  boolean pinned() {
    return pinned;
  }

  void setPinned(boolean value) {
    pinned = value;
  }

  /// Numbers stand at the right, so that their digits line up.
  boolean fromRight() {
    return field.type() == FieldType.NUMBER;
  }

  ColumnLayout layout() {
    return new ColumnLayout(field.name(), chosenWidth ? width : 0, hidden, pinned);
  }

  /// The first part of a value, null where missing: enough for any cell, cheap for a text of any
  /// length.
  ///
  /// @param limit in bytes or letters
  @Nullable String head(int row, int limit) {
    return switch (values()) {
      case TextColumn text -> text.isMissing(row) ? null : text.head(row, limit);
      case CategoryColumn category -> head(category.textAt(row), limit);
      case NumberColumn number -> number.textAt(row);
      case TimeColumn time -> time.textAt(row);
      case ListColumn list -> list.isMissing(row) ? null : elements(list, row, limit);
      case VectorColumn vector -> vector.isMissing(row) ? null : firstNumbers(vector, row);
    };
  }

  /// The elements as people list them, as many as fit.
  private static String elements(ListColumn list, int row, int limit) {
    StringBuilder text = new StringBuilder();
    long start = list.start(row);
    for (int i = 0; i < list.length(row) && text.length() < limit; i++) {
      int ordinal = list.ordinal(start + i);
      text.append(i == 0 ? "" : " · ").append(ordinal < 0 ? "∅" : list.dictionary().value(ordinal));
    }
    return list.length(row) == 0 ? "[ ]" : text.toString();
  }

  /// The first numbers and how many there are.
  private static String firstNumbers(VectorColumn vector, int row) {
    String head = vector.head(row, SHOWN_NUMBERS).replace(",", ", ");
    return vector.dimensions() <= SHOWN_NUMBERS
        ? head
        : head.substring(0, head.length() - 1) + ", …] ×" + vector.dimensions();
  }

  /// The whole value, null where missing.
  @Nullable String text(int row) {
    return values().textAt(row);
  }

  Column values() {
    Column column = values;
    if (column == null) {
      column = store.column(field.name());
      values = column;
    }
    return column;
  }

  private static @Nullable String head(@Nullable String value, int limit) {
    if (value == null || value.length() <= limit) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(limit - 1)) ? limit - 1 : limit;
    return value.substring(0, end);
  }
}
