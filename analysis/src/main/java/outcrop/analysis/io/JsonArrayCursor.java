package outcrop.analysis.io;

import java.io.IOException;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Rows of one JSON list of objects, read as a stream.
///
/// Broken JSON ends the import with a sentence: inside a list nothing tells where the next row
/// starts.
final class JsonArrayCursor implements RowCursor {
  private final SourceFile file;
  private final SourceFile.Opened opened;
  private final JsonRowParser rows;
  private final JsonParser parser;
  private boolean started;

  JsonArrayCursor(
      SourceFile file, SourceFile.Opened opened, DecodingReader text, JsonRowParser rows) {
    this.file = file;
    this.opened = opened;
    this.rows = rows;
    this.parser = JsonRowParser.parser(text);
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    try {
      if (!started) {
        started = true;
        parser.nextToken();
      }
      while (!batch.isFull()) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
          return false;
        }
        if (token == null) {
          throw new UserFailure(
              file.name() + " ends inside its JSON list; fetch it again or close the list.");
        }
        readElement(batch, sink);
      }
      return true;
    } catch (JacksonException e) {
      throw new UserFailure(
          file.name()
              + " holds broken JSON at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + "; repair it, or save it as JSON lines, where a bad row does not stop the others.",
          e);
    }
  }

  private void readElement(RowBatch batch, RowSink sink) {
    long line = parser.currentTokenLocation().getLineNr();
    try {
      rows.read(parser, batch, sink, line);
      batch.endRow(line);
    } catch (JsonRowParser.NoRow e) {
      batch.beginRow();
      sink.refuse(line, String.valueOf(e.getMessage()));
      skipElement();
    }
  }

  /// Leaves the element that was refused.
  private void skipElement() {
    while (parser.streamReadContext().getNestingDepth() > 1) {
      parser.nextToken();
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
