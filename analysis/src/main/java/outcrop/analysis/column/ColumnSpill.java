package outcrop.analysis.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Where full buffers of all columns go while the lengths of the columns are not known yet: one
/// file, pieces in the order in which they come. When the last row is in, [DataFile] puts the
/// pieces of each column together.
///
/// One file however many columns there are, because thousands of files cost more than their
/// content. Columns may write at the same time; the file is open only while it is written to, so
/// that an import that is given up holds nothing open.
final class ColumnSpill {
  static final String FILE = "columns.spill";

  private final Path file;
  private final int bufferBytes;
  private final AtomicLong end = new AtomicLong();

  ColumnSpill(Path directory, int bufferBytes) {
    this.file = directory.resolve(FILE);
    this.bufferBytes = bufferBytes;
  }

  private long write(byte[] bytes, int length) throws IOException {
    long start = end.getAndAdd(length);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
      while (rest.hasRemaining()) {
        channel.write(rest, start + rest.position());
      }
    }
    return start;
  }

  /// One part of a column. Used by one thread at a time.
  static final class Part implements PartFile.Sink {
    private final ColumnSpill spill;
    private final PartFile content;
    private long[] starts = new long[4];
    private int[] lengths = new int[4];
    private int pieces;
    private @Nullable DataFile target;

    Part(ColumnSpill spill) {
      this.spill = spill;
      this.content = new PartFile(this, spill.bufferBytes);
    }

    /// What is put into it becomes the part.
    PartFile content() {
      return content;
    }

    @Override
    public void append(byte[] bytes, int length) throws IOException {
      if (target != null) {
        target.append(bytes, length);
      } else if (length > 0) {
        if (pieces == starts.length) {
          starts = Arrays.copyOf(starts, pieces * 2);
          lengths = Arrays.copyOf(lengths, pieces * 2);
        }
        starts[pieces] = spill.write(bytes, length);
        lengths[pieces] = length;
        pieces++;
      }
    }

    /// Writes the pieces and what is still in the buffer into the data file, in one run.
    DataFile.Place finish(DataFile data) throws IOException {
      long start = data.begin();
      for (int i = 0; i < pieces; i++) {
        data.copy(starts[i], lengths[i]);
      }
      target = data;
      content.finish();
      return new DataFile.Place(start, data.position() - start);
    }
  }
}
