package outcrop.analysis.column;

import java.util.List;
import java.util.OptionalInt;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.Schema;

/// Columns on the heap. Keys are `row:` and the ordinal, good for one run only.
record MemoryColumns(List<Column> columns) implements ColumnStore {
  private static final String PREFIX = "row:";

  MemoryColumns {
    columns = List.copyOf(columns);
  }

  @Override
  public Schema schema() {
    return new Schema(columns.stream().map(Column::field).toList());
  }

  @Override
  public int rowCount() {
    return columns.isEmpty() ? 0 : columns.getFirst().rowCount();
  }

  @Override
  public Column column(String field) {
    return columns.stream()
        .filter(column -> column.field().name().equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No field named " + field));
  }

  @Override
  public RowKey key(int row) {
    return new RowKey(PREFIX + row);
  }

  @Override
  public OptionalInt find(RowKey key) {
    if (!key.text().matches(PREFIX + "\\d{1,9}")) {
      return OptionalInt.empty();
    }
    int row = Integer.parseInt(key.text().substring(PREFIX.length()));
    return row < rowCount() ? OptionalInt.of(row) : OptionalInt.empty();
  }

  @Override
  public ColumnUse use() {
    return ColumnUse.UNBOUND;
  }

  @Override
  public void close() {}
}
