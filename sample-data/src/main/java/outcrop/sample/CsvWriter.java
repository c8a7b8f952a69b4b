package outcrop.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes RFC 4180 fields as UTF-8 bytes, with `\n` after each row.
///
/// Numbers are written from whole numbers, because decimal places then never depend on how a
/// floating-point number is printed.
final class CsvWriter implements Closeable {
  private static final int ROOM = 1 << 16;
  private static final int LONGEST_NUMBER = 24;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private int used;
  private boolean rowStarted;

  CsvWriter(Path file, String... header) throws IOException {
    out = Files.newOutputStream(file);
    for (String name : header) {
      text(name);
    }
    endRow();
  }

  CsvWriter text(String value) throws IOException {
    separate();
    boolean quote = needsQuotes(value);
    byte[] bytes =
        (quote ? '"' + value.replace("\"", "\"\"") + '"' : value).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > ROOM - used) {
      flush();
    }
    if (bytes.length > ROOM) {
      out.write(bytes);
    } else {
      System.arraycopy(bytes, 0, buffer, used, bytes.length);
      used += bytes.length;
    }
    return this;
  }

  CsvWriter number(long value) throws IOException {
    return number(value, 0);
  }

  /// Writes `value / 10^decimals` with exactly that many decimals.
  CsvWriter number(long value, int decimals) throws IOException {
    separate();
    reserve(LONGEST_NUMBER);
    long rest = Math.abs(value);
    int at = LONGEST_NUMBER;
    int written = 0;
    do {
      if (written == decimals && decimals > 0) {
        digits[--at] = '.';
      }
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
      written++;
    } while (rest > 0 || written <= decimals);
    if (value < 0) {
      digits[--at] = '-';
    }
    System.arraycopy(digits, at, buffer, used, LONGEST_NUMBER - at);
    used += LONGEST_NUMBER - at;
    return this;
  }

  CsvWriter missing() throws IOException {
    separate();
    return this;
  }

  void endRow() throws IOException {
    reserve(1);
    buffer[used++] = '\n';
    rowStarted = false;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return value.isEmpty();
  }

  private void separate() throws IOException {
    reserve(1);
    if (rowStarted) {
      buffer[used++] = ',';
    }
    rowStarted = true;
  }

  private void reserve(int bytes) throws IOException {
    if (ROOM - used < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }
}
