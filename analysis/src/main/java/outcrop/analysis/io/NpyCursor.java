package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.WholeFile;

/// Rows of NumPy arrays of one length, side by side. The line of a row is its number.
final class NpyCursor implements RowCursor {
  private final SourceFile file;
  private final long rows;
  private final List<NpyArray> arrays = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();
  private @Nullable Path folder;
  private volatile long row;

  NpyCursor(SourceFile file, long rows) {
    this.file = file;
    this.rows = rows;
  }

  /// @param columns the column of the batch for each element of a row, −1 to leave it out
  void add(NpyArray array, int[] columns) {
    arrays.add(array);
    targets.add(columns);
  }

  /// The name of a file that goes with the cursor.
  Path temporary() throws IOException {
    Path made = folder;
    if (made == null) {
      made = Files.createTempDirectory("outcrop-numpy");
      folder = made;
    }
    return made.resolve(arrays.size() + ".npy");
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    while (!batch.isFull() && row < rows) {
      for (int i = 0; i < arrays.size(); i++) {
        put(batch, arrays.get(i), targets.get(i));
      }
      batch.endRow(++row);
    }
    return row < rows;
  }

  private void put(RowBatch batch, NpyArray array, int[] columns) throws IOException {
    List<NpyHeader.Element> elements = array.header().elements();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0) {
        array.put(batch, columns[i], row, elements.get(i));
      }
    }
  }

  @Override
  public long bytesRead() {
    return rows == 0 ? 0 : (long) ((double) file.size() * row / rows);
  }

  @Override
  public void close() throws IOException {
    for (NpyArray array : arrays) {
      array.close();
    }
    if (folder != null) {
      WholeFile.deleteTree(folder);
    }
  }
}
