package outcrop.analysis.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.task.WholeFile;

/// The first rows of an import, to be looked at while the rest is being read. Closing them takes
/// their temporary files away.
///
/// @param columns the rows with the types that they have so far; the whole may need wider ones
/// @param folder where the columns are
public record FirstRows(ColumnStore columns, Path folder) implements AutoCloseable {
  @Override
  public void close() {
    columns.close();
    try {
      WholeFile.deleteTree(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
