package outcrop.analysis.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Unpacks an LZ4 frame (specification 1.6) whose unpacked size is known. Checksums are skipped.
final class Lz4Frame {
  private static final int MAGIC = 0x184D2204;
  private static final int UNPACKED_BLOCK = 1 << 31;

  private Lz4Frame() {}

  /// @param packed little-endian
  /// @param size of what comes out
  static ByteBuffer unpack(ByteBuffer packed, int size) throws IOException {
    byte[] target = new byte[size];
    try {
      if (packed.getInt() != MAGIC) {
        throw new ArrowStream.Damaged("a part of it is no LZ4 frame");
      }
      byte flags = packed.get();
      packed.get();
      boolean sized = (flags & 8) != 0;
      boolean named = (flags & 1) != 0;
      packed.position(packed.position() + (sized ? 8 : 0) + (named ? 4 : 0) + 1);
      int filled = 0;
      for (int length = packed.getInt(); length != 0; length = packed.getInt()) {
        int bytes = length & ~UNPACKED_BLOCK;
        ByteBuffer block = packed.slice(packed.position(), bytes);
        packed.position(packed.position() + bytes + ((flags & 16) != 0 ? 4 : 0));
        if ((length & UNPACKED_BLOCK) != 0) {
          block.get(target, filled, bytes);
          filled += bytes;
        } else {
          filled = block(block, target, filled);
        }
      }
      if (filled != size) {
        throw new ArrowStream.Damaged("a part of it has another size than it claims");
      }
      return ByteBuffer.wrap(target).order(packed.order());
    } catch (RuntimeException e) {
      throw new ArrowStream.Damaged("a part of it that is packed with LZ4 is broken", e);
    }
  }

  /// Unpacks one block behind what is there.
  ///
  /// @return where the target ends now
  private static int block(ByteBuffer block, byte[] target, int from) {
    int filled = from;
    while (block.hasRemaining()) {
      int token = block.get() & 0xFF;
      int literals = length(block, token >>> 4);
      block.get(target, filled, literals);
      filled += literals;
      if (!block.hasRemaining()) {
        return filled;
      }
      int distance = (block.get() & 0xFF) | (block.get() & 0xFF) << 8;
      int matched = length(block, token & 15) + 4;
      if (distance == 0) {
        throw new IllegalArgumentException("no distance");
      }
      // Byte by byte: what is copied may reach into what it makes.
      for (int i = 0; i < matched; i++, filled++) {
        target[filled] = target[filled - distance];
      }
    }
    return filled;
  }

  private static int length(ByteBuffer block, int start) {
    int length = start;
    if (start == 15) {
      int next = 255;
      while (next == 255) {
        next = block.get() & 0xFF;
        length += next;
      }
    }
    return length;
  }
}
