package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.util.List;

/// The parts of one batch in the order in which its fields take them.
final class ArrowBuffers {
  private static final int VERSION_5 = 4;

  private final long[] nodes;
  private final List<ByteBuffer> buffers;
  private final long[] variadic;
  private final int version;
  private int node;
  private int buffer;
  private int view;

  /// @param nodes length and count of missing values of each array
  /// @param variadic how many data buffers each array of views has
  ArrowBuffers(long[] nodes, List<ByteBuffer> buffers, long[] variadic, int version) {
    this.nodes = nodes;
    this.buffers = buffers;
    this.variadic = variadic;
    this.version = version;
  }

  /// The length of the next array.
  int length() {
    long length = nodes[2 * node++];
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new IndexOutOfBoundsException((int) length);
    }
    return (int) length;
  }

  ByteBuffer next() {
    return buffers.get(buffer++);
  }

  /// The data of an array of views.
  List<ByteBuffer> views() {
    int count = (int) variadic[view++];
    List<ByteBuffer> found = buffers.subList(buffer, buffer + count);
    buffer += count;
    return found;
  }

  /// Unions had a validity of their own before version 5 of the format.
  boolean unionsHaveValidity() {
    return version < VERSION_5;
  }
}
