package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.task.TaskContext;

/// Writes rows in one format.
interface RowWriter extends AutoCloseable {
  /// @param key of the row, null where no key is written
  void write(int row, @Nullable RowKey key) throws IOException;

  /// Completes the file.
  void finish(TaskContext context) throws IOException;

  /// Lets go of everything; the file is whole only after [#finish].
  @Override
  void close() throws IOException;

  /// What all writers need.
  ///
  /// @param target the file to write
  record Plan(List<Column> columns, ExportOptions options, Path target) {}
}
