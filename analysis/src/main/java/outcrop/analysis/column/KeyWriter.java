package outcrop.analysis.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes the keys of a store: a hash per row, the rows in the order of their hashes, and the rows
/// whose hash occurred before.
final class KeyWriter {
  /// 16 bytes per row, then per row 4 bytes in hash order, then 8 bytes per repeat: row and its
  /// number.
  static final String HASHES = "keys.hashes";

  static final String ORDER = "keys.order";
  static final String REPEATS = "keys.repeats";

  private static final int BUFFER = 1 << 16;

  private final Path directory;
  private final PartFile content;

  KeyWriter(Path directory) {
    this.directory = directory;
    this.content = new PartFile(directory.resolve(HASHES), BUFFER);
  }

  void add(long high, long low) {
    content.putLong(high);
    content.putLong(low);
  }

  /// Names rows by their content.
  void finishByContent(int rows) throws IOException {
    content.finish();
    index(rows);
  }

  /// Names rows by the values of a field, unless they repeat or are missing.
  ///
  /// @return whether the field names every row; if not, nothing is written
  boolean finishByField(StoreManifest manifest, String field) throws IOException {
    Path file = directory.resolve(HASHES + ".id");
    PartFile hashes = new PartFile(file, BUFFER);
    try (StoredColumns columns = new StoredColumns(directory, manifest)) {
      Column column = columns.column(field);
      if (column.missingCount() > 0) {
        return false;
      }
      for (int row = 0; row < manifest.rows(); row++) {
        String text = column.textAt(row);
        RowHash hash = RowHash.ofText(text == null ? "" : text);
        hashes.putLong(hash.high());
        hashes.putLong(hash.low());
      }
    }
    hashes.finish();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mapped = map(file, arena);
      if (hasRepeats(new HashOrder(mapped, manifest.rows()))) {
        Files.delete(file);
        return false;
      }
    }
    Files.deleteIfExists(directory.resolve(HASHES));
    Files.move(file, directory.resolve(HASHES));
    index(manifest.rows());
    return true;
  }

  private static boolean hasRepeats(HashOrder order) {
    for (int i = 1; i < order.size(); i++) {
      if (order.repeats(i)) {
        return true;
      }
    }
    return false;
  }

  private void index(int rows) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      HashOrder order = new HashOrder(map(directory.resolve(HASHES), arena), rows);
      PartFile orderFile = new PartFile(directory.resolve(ORDER), BUFFER);
      for (int i = 0; i < rows; i++) {
        orderFile.putInt(order.row(i));
      }
      orderFile.finish();
      writeRepeats(order);
    }
  }

  private void writeRepeats(HashOrder order) {
    PartFile repeats = new PartFile(directory.resolve(REPEATS), BUFFER);
    if (hasRepeats(order)) {
      int[] number = new int[order.size()];
      int run = 1;
      for (int i = 1; i < order.size(); i++) {
        run = order.repeats(i) ? run + 1 : 1;
        number[order.row(i)] = run;
      }
      for (int row = 0; row < number.length; row++) {
        if (number[row] > 1) {
          repeats.putInt(row);
          repeats.putInt(number[row]);
        }
      }
    }
    repeats.finish();
  }

  static MemorySegment map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      return size == 0
          ? MemorySegment.NULL
          : channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
    }
  }
}
