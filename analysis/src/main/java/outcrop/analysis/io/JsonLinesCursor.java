package outcrop.analysis.io;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Rows of JSON lines: one value per line, or several. A bad line is refused, and the next one is
/// read.
final class JsonLinesCursor implements RowCursor {
  private final SourceFile.Opened opened;
  private final TextLines lines;
  private final JsonRowParser rows;
  private @Nullable JsonParser values;

  JsonLinesCursor(SourceFile.Opened opened, DecodingReader text, JsonRowParser rows) {
    this.opened = opened;
    this.lines = new TextLines(text);
    this.rows = rows;
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    while (!batch.isFull()) {
      JsonParser open = values;
      if (open != null) {
        values = read(open, open::currentToken, batch, sink) ? open : null;
      } else if (!lines.next()) {
        return false;
      } else if (lines.isTooLong()) {
        sink.refuse(lines.number(), TextLines.tooLong());
      } else if (!lines.isBlank()) {
        JsonParser opened = JsonRowParser.parser(lines.chars(), lines.start(), lines.length());
        values = read(opened, opened::nextToken, batch, sink) ? opened : null;
      }
    }
    return true;
  }

  /// Reads one value of a line, which may hold several; each is a row. A batch that is full in the
  /// middle of a line goes on there the next time.
  ///
  /// @param first moves to the value, which may fail
  /// @return whether another value follows in the line
  private boolean read(
      JsonParser parser, Supplier<@Nullable JsonToken> first, RowBatch batch, RowSink sink) {
    long line = lines.number();
    try {
      if (first.get() != null) {
        rows.read(parser, batch, sink, new JsonRowParser.Place(line, ""));
        // What follows must be sound before the row counts.
        boolean more = parser.nextToken() != null;
        batch.endRow(line);
        if (more) {
          return true;
        }
      }
    } catch (JacksonException e) {
      batch.beginRow();
      sink.refuse(line, "Not valid JSON: " + JsonRowParser.trouble(e));
    } catch (JsonRowParser.NoRow e) {
      batch.beginRow();
      sink.refuse(line, String.valueOf(e.getMessage()));
    }
    parser.close();
    return false;
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
