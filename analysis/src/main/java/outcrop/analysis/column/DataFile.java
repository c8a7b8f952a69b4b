package outcrop.analysis.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The one file with the parts of all columns while it is being written, part after part.
final class DataFile implements AutoCloseable {
  static final String FILE = "columns.data";
  private static final int ALIGNMENT = 8;
  private static final int BUFFER = 1 << 16;

  private final FileChannel data;
  private final Path spillFile;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private @Nullable FileChannel spill;
  private long position;

  /// Where a part lies in the file, in bytes.
  record Place(long start, long length) {}

  /// Begins the file of a store; what was spilled is read from the same directory.
  DataFile(Path directory) throws IOException {
    this.spillFile = directory.resolve(ColumnSpill.FILE);
    this.data =
        FileChannel.open(
            directory.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Bytes written so far.
  long position() {
    return position;
  }

  /// Where the next part starts: eight-byte values lie at multiples of eight.
  long begin() throws IOException {
    int gap = (int) (-position & (ALIGNMENT - 1));
    append(new byte[gap], gap);
    return position;
  }

  void append(byte[] bytes, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(buffer.remaining(), length - done);
      buffer.put(bytes, done, part);
      done += part;
    }
    position += length;
  }

  /// Appends a piece of what was spilled.
  void copy(long start, int length) throws IOException {
    FileChannel source = spill;
    if (source == null) {
      source = FileChannel.open(spillFile, StandardOpenOption.READ);
      spill = source;
    }
    int done = 0;
    while (done < length) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.limit(Math.min(buffer.capacity(), buffer.position() + length - done));
      int got = source.read(buffer, start + done);
      buffer.limit(buffer.capacity());
      if (got < 0) {
        throw new IOException(spillFile + " ends early");
      }
      done += got;
    }
    position += length;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      data.write(buffer);
    }
    buffer.clear();
  }

  /// Completes the file; what was spilled is not needed any more.
  void finish() throws IOException {
    flush();
    closeSpill();
    Files.deleteIfExists(spillFile);
  }

  private void closeSpill() throws IOException {
    if (spill != null) {
      spill.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeSpill();
    } finally {
      data.close();
    }
  }
}
