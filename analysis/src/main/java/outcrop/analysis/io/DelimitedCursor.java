package outcrop.analysis.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/// Rows of delimited text. The parser hands over slices of its buffer, which go into the batch as
/// they are.
///
/// A record that breaks the rules of quoting is refused with the line where it starts, and reading
/// goes on with the line after that: a quote that is never closed does not swallow the file.
final class DelimitedCursor implements RowCursor {
  /// Characters of one cell.
  static final int LARGEST_CELL = 64 << 20;

  private final SourceFile.Opened opened;
  private final RewindingReader text;
  private final DelimitedDialect dialect;
  private final DelimitedRows rows;
  private final Handler handler = new Handler();
  private CloseableIterator<Boolean> records;
  private long linesBefore;

  /// @param dialect a plain one
  /// @param skip lines before the first row
  DelimitedCursor(
      SourceFile.Opened opened,
      DecodingReader decoded,
      DelimitedDialect dialect,
      DelimitedRows rows,
      int skip)
      throws IOException {
    this.opened = opened;
    this.text = new RewindingReader(decoded);
    this.dialect = dialect;
    this.rows = rows;
    if (skip > 0) {
      goOnAfter(skip);
    }
    this.records = parser();
  }

  private CloseableIterator<Boolean> parser() {
    return CsvReader.builder()
        .fieldSeparator(dialect.delimiter().charAt(0))
        .quoteCharacter(dialect.quote())
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LARGEST_CELL)
        .build(handler, new Unclosed(text))
        .iterator();
  }

  @Override
  public boolean fill(RowBatch target, RowSink refused) throws IOException {
    rows.fill(target, refused);
    try {
      while (!rows.isFull()) {
        try {
          if (!records.hasNext()) {
            return false;
          }
          records.next();
        } catch (CsvParseException broken) {
          restart(broken);
        }
      }
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void restart(CsvParseException broken) throws IOException {
    switch (broken.getCause()) {
      case IOException cause -> throw cause;
      // The stream below refused the file, or the user cancelled: the parser only passes it on.
      case RuntimeException cause -> throw cause;
      case null, default -> refuse(broken);
    }
  }

  private void refuse(CsvParseException broken) throws IOException {
    long line = handler.line;
    rows.refuseBroken(line, reason(String.valueOf(broken.getMessage())));
    goOnAfter(line);
    records = parser();
  }

  private void goOnAfter(long line) throws IOException {
    text.keepFrom(line + 1);
    text.rewindTo(line + 1);
    linesBefore = line;
  }

  private static String reason(String message) {
    if (message.startsWith("Unclosed")) {
      return DelimitedRows.unclosed();
    }
    if (message.startsWith("Unexpected character after")) {
      return DelimitedRows.trailing();
    }
    return message.contains("buffer size") ? DelimitedRows.tooLong() : message;
  }

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }

  /// Keeps the text open when a parser ends: the next one goes on with it.
  private static final class Unclosed extends FilterReader {
    Unclosed(Reader in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  private final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private long line;
    private boolean empty;

    @Override
    protected void handleBegin(long startingLine) {
      line = linesBefore + startingLine;
      text.keepFrom(line);
      rows.begin();
      empty = false;
    }

    @Override
    protected void handleField(int field, char[] chars, int start, int length, boolean quoted) {
      rows.put(field, chars, start, length, quoted);
    }

    @Override
    protected void handleEmpty() {
      empty = true;
    }

    @Override
    protected Boolean buildRecord() {
      if (empty) {
        rows.endEmpty(line);
      } else {
        rows.end(Math.max(1, getFieldCount()), line);
      }
      return true;
    }
  }
}
