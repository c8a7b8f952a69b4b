package outcrop.analysis.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// The bytes of a file by position, read block by block, so that a header costs one read however
/// large the file is.
final class HeadBytes {
  private static final int BLOCK = 1 << 12;

  private final ByteSource source;
  private final long size;
  private final byte[] block;
  private long blockStart = -1;
  private int blockLength;

  private HeadBytes(ByteSource source, long size) {
    this.source = source;
    this.size = size;
    this.block = new byte[(int) Math.min(BLOCK, Math.max(1, size))];
  }

  /// Reads some bytes at a position into the array from its start.
  @FunctionalInterface
  interface ByteSource {
    int read(long position, byte[] target) throws IOException;
  }

  static HeadBytes of(byte[] bytes) {
    return new HeadBytes(
        (position, target) -> {
          int length = (int) Math.min(target.length, bytes.length - position);
          System.arraycopy(bytes, (int) position, target, 0, length);
          return length;
        },
        bytes.length);
  }

  static HeadBytes of(FileChannel channel) throws IOException {
    return new HeadBytes(
        (position, target) -> channel.read(ByteBuffer.wrap(target), position), channel.size());
  }

  long size() {
    return size;
  }

  /// @throws EOFException outside the file
  int u8(long at) throws IOException {
    if (at < 0 || at >= size) {
      throw new EOFException("The file ends before byte " + at);
    }
    if (blockStart < 0 || at < blockStart || at >= blockStart + blockLength) {
      blockStart = at - at % block.length;
      blockLength = source.read(blockStart, block);
      if (at >= blockStart + blockLength) {
        blockStart = -1;
        throw new EOFException("The file ends before byte " + at);
      }
    }
    return block[(int) (at - blockStart)] & 0xFF;
  }

  int u16(long at, boolean bigEndian) throws IOException {
    int first = u8(at);
    int second = u8(at + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  long u32(long at, boolean bigEndian) throws IOException {
    long first = u16(at, bigEndian);
    long second = u16(at + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  /// @throws IOException where the number does not fit a signed long
  long u64(long at, boolean bigEndian) throws IOException {
    long first = u32(at, bigEndian);
    long second = u32(at + 4, bigEndian);
    long value = bigEndian ? first << 32 | second : second << 32 | first;
    if (value < 0) {
      throw new IOException("An offset is out of range");
    }
    return value;
  }

  /// Bytes as characters of Latin-1.
  String ascii(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) u8(at + i);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Whether these bytes stand at a position; false where the file ends before.
  boolean starts(long at, int... bytes) throws IOException {
    if (at + bytes.length > size) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (u8(at + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
