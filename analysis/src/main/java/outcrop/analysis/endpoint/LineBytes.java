package outcrop.analysis.endpoint;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The lines of a file and at which bytes they stand.
final class LineBytes implements AutoCloseable {
  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long start;
  private long next;

  LineBytes(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  boolean next() throws IOException {
    start = next;
    line.reset();
    int read = in.read();
    if (read < 0) {
      return false;
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      line.write(read);
    }
    next = start + line.size() + 1;
    return true;
  }

  long start() {
    return start;
  }

  int length() {
    return line.size();
  }

  String text() {
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
