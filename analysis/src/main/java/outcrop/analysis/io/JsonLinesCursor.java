package outcrop.analysis.io;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Rows of JSON lines: one value per line, or several. A bad line is refused, and the next one is
/// read.
final class JsonLinesCursor implements RowCursor {
  private final SourceFile.Opened opened;
  private final TextLines lines;
  private final JsonRowParser rows;

  JsonLinesCursor(SourceFile.Opened opened, DecodingReader text, JsonRowParser rows) {
    this.opened = opened;
    this.lines = new TextLines(text);
    this.rows = rows;
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    while (!batch.isFull()) {
      if (!lines.next()) {
        return false;
      }
      if (lines.isTooLong()) {
        sink.refuse(lines.number(), TextLines.tooLong());
      } else if (!lines.isBlank()) {
        read(batch, sink);
      }
    }
    return true;
  }

  /// A line may hold several values, one after another; each is a row.
  private void read(RowBatch batch, RowSink sink) {
    long line = lines.number();
    JsonRowParser.Place at = new JsonRowParser.Place(line, "");
    try (JsonParser parser = JsonRowParser.parser(lines.chars(), lines.start(), lines.length())) {
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

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
