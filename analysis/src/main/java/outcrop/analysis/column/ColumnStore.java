package outcrop.analysis.column;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.Schema;

/// All columns of an imported dataset and the keys of its rows.
///
/// Two kinds exist: [MemoryColumns] on the heap for small tables and tests, and the mapped store in
/// the project's cache. Safe to read from any thread until closed.
public interface ColumnStore extends AutoCloseable {
  Schema schema();

  int rowCount();

  /// The column of a field; loaded or mapped on first use.
  ///
  /// @throws IllegalArgumentException when the schema has no such field
  Column column(String field);

  /// The stable name of a row.
  RowKey key(int row);

  /// The row of a key, empty where the dataset has no such row.
  OptionalInt find(RowKey key);

  /// Keeps the columns readable until the use is closed.
  ///
  /// @throws java.util.concurrent.CancellationException when the store is closed or being closed
  ColumnUse use();

  /// Waits for those who use the columns, then lets them go. Closing again does nothing.
  @Override
  void close();

  /// A store on the heap with keys `row:0`, `row:1`…
  static ColumnStore of(List<Column> columns) {
    return new MemoryColumns(columns);
  }

  /// Rises whenever other columns are shown than before; what was worked out from the columns of an
  /// earlier version may be wrong.
  default long version() {
    return 0;
  }

  /// The exact text of one cell, null where missing.
  default @Nullable String textAt(String field, int row) {
    return column(field).textAt(row);
  }
}
