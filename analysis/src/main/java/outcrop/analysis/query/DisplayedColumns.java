package outcrop.analysis.query;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.spec.FieldDisplay;

/// The columns of a dataset as charts show them: values of categories and lists under the names
/// that the project shows them by, so that merged values are one value to whoever counts.
///
/// Only the numbers of the values are made anew, 4 bytes for each; everything else is shared with
/// the stored column. Other kinds of columns are shown as they are stored.
final class DisplayedColumns implements ColumnStore {
  private final ColumnStore stored;
  private final Map<String, Column> renamed = new HashMap<>();
  private Map<String, FieldDisplay> displays = Map.of();
  private long changes;
  private long storedVersion;

  DisplayedColumns(ColumnStore stored) {
    this.stored = stored;
  }

  /// Shows fields in another way from now on.
  ///
  /// @return whether any value is counted otherwise than before
  synchronized boolean show(Map<String, FieldDisplay> value) {
    if (counted(value).equals(counted(displays))) {
      displays = Map.copyOf(value);
      return false;
    }
    displays = Map.copyOf(value);
    renamed.clear();
    changes++;
    return true;
  }

  /// What of displays changes counts or their order.
  private static Map<String, FieldDisplay> counted(Map<String, FieldDisplay> displays) {
    Map<String, FieldDisplay> counted = new HashMap<>();
    displays.forEach(
        (field, display) ->
            counted.put(field, new FieldDisplay(Map.of(), display.names(), display.order())));
    counted.values().removeIf(FieldDisplay.NONE::equals);
    return counted;
  }

  synchronized FieldDisplay display(String field) {
    return displays.getOrDefault(field, FieldDisplay.NONE);
  }

  @Override
  public synchronized Column column(String field) {
    Column column = stored.column(field);
    FieldDisplay display = display(field);
    boolean named = column instanceof CategoryColumn || column instanceof ListColumn;
    if (!display.renames() || !named) {
      return column;
    }
    if (storedVersion != stored.version()) {
      renamed.clear();
      storedVersion = stored.version();
    }
    return renamed.computeIfAbsent(field, _ -> renamed(column, display));
  }

  static Column renamed(Column column, FieldDisplay display) {
    return switch (column) {
      case CategoryColumn categories -> {
        Renaming renaming = Renaming.of(categories.dictionary(), display);
        yield new CategoryColumn(
            categories.field(),
            categories.rowCount(),
            renaming.apply(categories.ordinals(), categories.rowCount()),
            renaming.dictionary(),
            categories.missing());
      }
      case ListColumn lists -> {
        Renaming renaming = Renaming.of(lists.dictionary(), display);
        yield new ListColumn(
            lists.field(),
            lists.rowCount(),
            lists.offsets(),
            renaming.apply(lists.ordinals(), lists.start(lists.rowCount())),
            renaming.dictionary(),
            lists.missing());
      }
      default -> column;
    };
  }

  /// @param ordinals the position in `dictionary` of each position in the stored one
  private record Renaming(Dictionary dictionary, int[] ordinals) {
    static Renaming of(Dictionary stored, FieldDisplay display) {
      Dictionary.Builder shown = new Dictionary.Builder();
      int[] ordinals = new int[stored.size()];
      for (int i = 0; i < ordinals.length; i++) {
        ordinals[i] = shown.add(display.name(stored.value(i)));
      }
      return new Renaming(shown.build(), ordinals);
    }

    MemorySegment apply(MemorySegment before, long count) {
      int[] after = new int[Math.toIntExact(count)];
      for (int i = 0; i < after.length; i++) {
        int ordinal = before.getAtIndex(CategoryColumn.INT, i);
        after[i] = ordinal < 0 ? ordinal : ordinals[ordinal];
      }
      return MemorySegment.ofArray(after);
    }
  }

  @Override
  public synchronized long version() {
    return stored.version() + changes;
  }

  @Override
  public Schema schema() {
    return stored.schema();
  }

  @Override
  public int rowCount() {
    return stored.rowCount();
  }

  @Override
  public RowKey key(int row) {
    return stored.key(row);
  }

  @Override
  public OptionalInt find(RowKey key) {
    return stored.find(key);
  }

  @Override
  public ColumnUse use() {
    return stored.use();
  }

  @Override
  public void close() {
    stored.close();
  }
}
