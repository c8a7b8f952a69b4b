package outcrop.analysis.io;

import java.io.IOException;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Rows of JSON lines: one value per line, or several. A bad line is refused, and the next one is
/// read.
final class JsonLinesCursor implements RowCursor {
  private static final int LONGEST_LINE = DelimitedCursor.LARGEST_CELL;

  private final SourceFile.Opened opened;
  private final DecodingReader text;
  private final JsonRowParser rows;
  private char[] chars = new char[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private long line;
  private boolean tooLong;

  JsonLinesCursor(SourceFile.Opened opened, DecodingReader text, JsonRowParser rows) {
    this.opened = opened;
    this.text = text;
    this.rows = rows;
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    while (!batch.isFull()) {
      int length = nextLine();
      if (length < 0) {
        return false;
      }
      int start = from;
      from = Math.min(to, start + length + 1);
      if (tooLong) {
        sink.refuse(
            line, "The line is longer than " + (LONGEST_LINE >> 20) + " million characters.");
      } else if (!isBlank(start, length)) {
        read(start, length, batch, sink);
      }
    }
    return true;
  }

  private boolean isBlank(int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (chars[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /// A line may hold several values, one after another; each is a row.
  private void read(int start, int length, RowBatch batch, RowSink sink) {
    JsonRowParser.Place at = new JsonRowParser.Place(line, "");
    try (JsonParser parser = JsonRowParser.parser(chars, start, length)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        rows.read(parser, batch, sink, at);
        // What follows must be sound before the row counts.
        token = parser.nextToken();
        batch.endRow(line);
      }
    } catch (JacksonException e) {
      batch.beginRow();
      sink.refuse(line, "Not valid JSON: " + JsonRowParser.trouble(e));
    } catch (JsonRowParser.NoRow e) {
      batch.beginRow();
      sink.refuse(line, String.valueOf(e.getMessage()));
    }
  }

  /// Makes the next line lie at `from` and returns its length without the line feed, −1 at the end.
  private int nextLine() throws IOException {
    int seen = 0;
    tooLong = false;
    while (true) {
      for (int i = from + seen; i < to; i++) {
        if (chars[i] == '\n') {
          line++;
          return i - from;
        }
      }
      seen = to - from;
      if (ended) {
        line++;
        return seen == 0 ? -1 : seen;
      }
      if (seen > LONGEST_LINE) {
        // The head of the line is of no use any more; only its end matters.
        tooLong = true;
        to = from;
        seen = 0;
      }
      refill();
    }
  }

  private void refill() throws IOException {
    if (from > 0) {
      System.arraycopy(chars, from, chars, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == chars.length) {
      chars = Arrays.copyOf(chars, chars.length * 2);
    }
    int got = text.read(chars, to, chars.length - to);
    if (got < 0) {
      ended = true;
    } else {
      to += got;
    }
  }

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
