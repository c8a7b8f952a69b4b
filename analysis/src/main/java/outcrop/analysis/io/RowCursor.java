package outcrop.analysis.io;

import java.io.IOException;

/// Rows of one source, in order, as text.
interface RowCursor extends AutoCloseable {
  /// Adds rows to a batch until it is full or the source ends.
  ///
  /// @return whether there may be more
  boolean fill(RowBatch batch, RowSink sink) throws IOException;

  /// Bytes of the source that were read so far, for progress.
  long bytesRead();

  @Override
  void close() throws IOException;
}
