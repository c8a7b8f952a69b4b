package outcrop.analysis.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import outcrop.analysis.task.UserFailure;

/// Watches a compressed stream: what ends too early or expands without end becomes one sentence.
final class UnpackGuard extends FilterInputStream {
  /// Real tables shrink by 10 to 50; only streams of one repeated byte come near 1,000.
  private static final int LARGEST_RATIO = 250;

  private static final long ALWAYS_ALLOWED = 64L << 20;

  private final LongSupplier packedBytes;
  private final SourceFile file;
  private long unpacked;

  UnpackGuard(InputStream in, LongSupplier packedBytes, SourceFile file) {
    super(in);
    this.packedBytes = packedBytes;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int got = in.read(target, offset, length);
      unpacked += Math.max(0, got);
      if (unpacked > ALWAYS_ALLOWED && unpacked / LARGEST_RATIO > packedBytes.getAsLong()) {
        throw new UserFailure(
            file.name()
                + " expands to more than "
                + LARGEST_RATIO
                + " times its size, as no real table does; unpack it yourself and import the"
                + " unpacked file if you trust it.");
      }
      return got;
    } catch (UserFailure | CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Decoders tell damage in many ways: by an end of file, exceptions of their own, an index out
      // of bounds.
      throw file.damaged(e);
    }
  }
}
