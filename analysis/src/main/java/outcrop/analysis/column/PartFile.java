package outcrop.analysis.column;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// One part of a store while it is being written: a small buffer, handed on when it is full. The
/// buffer grows with what is put, so that thousands of columns of few rows take no more than these.
final class PartFile {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final int COPIED_AT_ONCE = 1 << 16;
  private static final int FIRST = 256;

  private final Sink sink;
  private final int bufferBytes;
  private byte[] buffer = {};
  private int used;
  private long written;

  /// Takes what is put, in order.
  interface Sink {
    void append(byte[] bytes, int length) throws IOException;
  }

  PartFile(Sink sink, int bufferBytes) {
    this.sink = sink;
    this.bufferBytes = bufferBytes;
  }

  /// A part that is a file of its own, open only while it is written to.
  PartFile(Path path, int bufferBytes) {
    this(
        (bytes, length) -> {
          try (OutputStream out =
              Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes, 0, length);
          }
        },
        bufferBytes);
  }

  /// Bytes put so far.
  long size() {
    return written + used;
  }

  void putLong(long value) {
    if (used + Long.BYTES > buffer.length) {
      makeRoom(Long.BYTES);
    }
    LONGS.set(buffer, used, value);
    used += Long.BYTES;
  }

  void putInt(int value) {
    if (used + Integer.BYTES > buffer.length) {
      makeRoom(Integer.BYTES);
    }
    INTS.set(buffer, used, value);
    used += Integer.BYTES;
  }

  void putBytes(byte[] bytes, int length) {
    if (used + length > buffer.length) {
      makeRoom(length);
      if (length > buffer.length) {
        append(bytes, length);
        return;
      }
    }
    System.arraycopy(bytes, 0, buffer, used, length);
    used += length;
  }

  /// Puts the first bytes of a segment.
  void putSegment(MemorySegment bytes, long length) {
    byte[] piece = new byte[(int) Math.min(length, COPIED_AT_ONCE)];
    for (long done = 0; done < length; ) {
      int part = (int) Math.min(piece.length, length - done);
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, done, piece, 0, part);
      putBytes(piece, part);
      done += part;
    }
  }

  /// Hands on what is left, also where nothing was put, and lets the buffer go.
  void finish() {
    flush();
    buffer = new byte[0];
  }

  /// Makes the buffer hold so many bytes more, or empty where it cannot.
  private void makeRoom(int bytes) {
    int wanted = Math.max(used + bytes, Math.max(FIRST, 2 * buffer.length));
    if (used + bytes <= bufferBytes) {
      buffer = Arrays.copyOf(buffer, Math.min(wanted, bufferBytes));
    } else {
      flush();
      if (bytes > buffer.length && bytes <= bufferBytes) {
        buffer = new byte[bufferBytes];
      }
    }
  }

  private void flush() {
    append(buffer, used);
    used = 0;
  }

  private void append(byte[] bytes, int length) {
    try {
      sink.append(bytes, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written += length;
  }
}
