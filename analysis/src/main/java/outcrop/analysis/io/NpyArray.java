package outcrop.analysis.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The rows of one NumPy array in a file, block by block.
final class NpyArray implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 20;
  private static final int BLOCK_ROWS = 8192;

  private final NpyHeader header;
  private final FileChannel channel;
  private final int[] order;
  private final int rowBytes;
  private final int blockRows;
  private final ByteBuffer block;
  private final float[] vector;
  private long blockStart;
  private int blockLength;

  /// @param file holds the array unpacked
  NpyArray(NpyHeader header, Path file) throws IOException {
    this.header = header;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.order = header.order();
    this.rowBytes = header.rowBytes();
    this.blockRows = Math.clamp(BLOCK_BYTES / Math.max(1, rowBytes), 1, BLOCK_ROWS);
    this.block = ByteBuffer.allocate(blockRows * rowBytes);
    int widest = header.elements().stream().mapToInt(NpyHeader.Element::count).max().orElse(1);
    this.vector = new float[widest];
  }

  NpyHeader header() {
    return header;
  }

  /// Puts one element of a row into a batch. Rows must be asked for in order.
  void put(RowBatch batch, int column, long row, NpyHeader.Element element) throws IOException {
    load(row);
    int index = (int) (row - blockStart);
    NpyType type = element.type();
    if (element.count() == 1) {
      @Nullable String text = type.text(block, index * rowBytes + element.offset());
      if (text != null) {
        batch.put(column, text, type.isText());
      }
      return;
    }
    for (int i = 0; i < element.count(); i++) {
      int at =
          header.fortran() && element.name().isEmpty()
              ? (order[i] * blockLength + index) * type.size()
              : index * rowBytes + element.offset() + i * type.size();
      vector[i] = type.number(block, at);
    }
    batch.putFloats(column, vector, 0, element.count());
  }

  private void load(long row) throws IOException {
    if (row >= blockStart && row < blockStart + blockLength) {
      return;
    }
    blockStart = row;
    blockLength = (int) Math.min(blockRows, header.rows() - row);
    block.clear();
    if (header.fortran() && header.shape().size() > 1) {
      NpyHeader.Element only = header.elements().getFirst();
      int size = only.type().size();
      for (int column = 0; column < only.count(); column++) {
        read((column * header.rows() + row) * size, blockLength * size);
      }
    } else {
      read(row * rowBytes, blockLength * rowBytes);
    }
  }

  private void read(long from, int length) throws IOException {
    block.limit(block.position() + length);
    long at = header.start() + from;
    while (block.hasRemaining()) {
      int got = channel.read(block, at);
      if (got < 0) {
        throw new EOFException("it became shorter while it was read");
      }
      at += got;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
