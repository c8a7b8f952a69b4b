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
import outcrop.analysis.task.UserFailure;

/// Rows of delimited text. The parser hands over slices of its buffer, which go into the batch as
/// they are.
///
/// A record that breaks the rules of quoting is refused with the line where it starts, and reading
/// goes on with the line after that: a quote that is never closed does not swallow the file.
final class DelimitedCursor implements RowCursor {
  /// Characters of one cell.
  static final int LARGEST_CELL = 64 << 20;

  private static final int MOST_RESTARTS = 1000;

  private final SourceFile file;
  private final SourceFile.Opened opened;
  private final DecodingReader decoded;
  private final RewindingReader text;
  private final Dialect dialect;
  private final int[] targets;
  private final Handler handler = new Handler();
  private CloseableIterator<Boolean> records;
  private long linesBefore;
  private int restarts;
  private boolean headerPending;
  private RowBatch batch = new RowBatch(0);
  private RowSink sink = (line, reason) -> {};

  /// How fields are told apart.
  record Dialect(char delimiter, char quote, boolean header) {}

  /// @param targets the column of the batch for each field of the file, −1 to leave it out
  DelimitedCursor(
      SourceFile file,
      SourceFile.Opened opened,
      DecodingReader decoded,
      Dialect dialect,
      int[] targets) {
    this.file = file;
    this.opened = opened;
    this.decoded = decoded;
    this.text = new RewindingReader(decoded);
    this.dialect = dialect;
    this.targets = targets;
    this.headerPending = dialect.header();
    this.records = parser();
  }

  private CloseableIterator<Boolean> parser() {
    return CsvReader.builder()
        .fieldSeparator(dialect.delimiter())
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
    batch = target;
    sink = refused;
    try {
      while (!batch.isFull()) {
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
    sink.refuse(line, reason(String.valueOf(broken.getMessage())));
    batch.beginRow();
    if (++restarts > MOST_RESTARTS) {
      throw new UserFailure(
          file.name()
              + " has more than "
              + MOST_RESTARTS
              + " rows with broken quotes, the last on line "
              + line
              + "; check the delimiter and the quote in the import settings.");
    }
    headerPending = false;
    text.rewindTo(line + 1);
    linesBefore = line;
    records = parser();
  }

  private String reason(String message) {
    if (message.startsWith("Unclosed")) {
      return "A quote opens in this row and is never closed.";
    }
    if (message.startsWith("Unexpected character after")) {
      return "A quoted value is followed by other characters before the next delimiter.";
    }
    if (message.contains("buffer size")) {
      return "A value is longer than "
          + (LARGEST_CELL >> 20)
          + " million characters, or a quote opens here and is not closed.";
    }
    return message;
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
    private boolean damaged;
    private boolean empty;

    @Override
    protected void handleBegin(long startingLine) {
      line = linesBefore + startingLine;
      text.keepFrom(line);
      damaged = false;
      empty = false;
    }

    @Override
    protected void handleField(int field, char[] chars, int start, int length, boolean quoted) {
      if (field >= targets.length || targets[field] < 0 || headerPending) {
        return;
      }
      if (decoded.isMarked() && DecodingReader.hasMark(chars, start, length)) {
        damaged = true;
      }
      if (length > 0 || quoted) {
        batch.put(targets[field], chars, start, length, quoted);
      }
    }

    @Override
    protected void handleEmpty() {
      empty = true;
    }

    @Override
    protected Boolean buildRecord() {
      if (empty && (targets.length > 1 || headerPending)) {
        return true;
      }
      if (headerPending) {
        headerPending = false;
        return true;
      }
      int fields = Math.max(1, getFieldCount());
      if (fields != targets.length) {
        refuse(fields + " fields where " + targets.length + " are expected.");
      } else if (damaged) {
        refuse("Some bytes are not in the encoding of the file.");
      } else {
        batch.endRow(line);
      }
      return true;
    }

    private void refuse(String reason) {
      sink.refuse(line, reason);
      batch.beginRow();
    }
  }
}
