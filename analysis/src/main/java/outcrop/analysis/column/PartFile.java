package outcrop.analysis.column;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One file of a store while it is being written: a small buffer, appended to the file when it is
/// full.
///
/// The file is open only while it is written to, so that 5,000 columns need neither 10,000 file
/// handles nor much heap.
final class PartFile {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final Path path;
  private final byte[] buffer;
  private int used;
  private long written;

  PartFile(Path path, int bufferBytes) {
    this.path = path;
    this.buffer = new byte[bufferBytes];
  }

  /// Bytes put so far.
  long size() {
    return written + used;
  }

  void putLong(long value) {
    if (used + Long.BYTES > buffer.length) {
      flush();
    }
    LONGS.set(buffer, used, value);
    used += Long.BYTES;
  }

  void putInt(int value) {
    if (used + Integer.BYTES > buffer.length) {
      flush();
    }
    INTS.set(buffer, used, value);
    used += Integer.BYTES;
  }

  void putBytes(byte[] bytes, int length) {
    if (used + length > buffer.length) {
      flush();
      if (length > buffer.length) {
        append(bytes, length);
        return;
      }
    }
    System.arraycopy(bytes, 0, buffer, used, length);
    used += length;
  }

  /// Writes what is left; also makes the file where nothing was put.
  void finish() {
    append(buffer, used);
    used = 0;
  }

  private void flush() {
    append(buffer, used);
    used = 0;
  }

  private void append(byte[] bytes, int length) {
    try (OutputStream out =
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written += length;
  }
}
