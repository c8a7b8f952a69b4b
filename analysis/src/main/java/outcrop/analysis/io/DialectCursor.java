package outcrop.analysis.io;

import java.io.IOException;
import java.util.Arrays;

/// Rows of delimited text in a dialect that the fast parser of [DelimitedCursor] does not know:
/// long delimiters, escapes, comments, blanks around fields.
///
/// A row that breaks the rules of quoting is refused with the line where it starts, and reading
/// goes on with the line after that.
final class DialectCursor implements RowCursor {
  private final SourceFile.Opened opened;
  private final DecodingReader text;
  private final DelimitedParser parser;
  private final DelimitedRows rows;
  private char[] chars = new char[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private long line = 1;
  private int linesToSkip;

  DialectCursor(
      SourceFile.Opened opened,
      DecodingReader text,
      DelimitedDialect dialect,
      DelimitedRows rows,
      int skip) {
    this.opened = opened;
    this.text = text;
    this.parser = new DelimitedParser(dialect);
    this.rows = rows;
    this.linesToSkip = skip;
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    rows.fill(batch, sink);
    while (linesToSkip > 0) {
      passLine();
      linesToSkip--;
    }
    while (!rows.isFull()) {
      if (from == to && !refill()) {
        return false;
      }
      read();
    }
    return true;
  }

  private void read() throws IOException {
    DelimitedParser.Outcome outcome = parser.parse(chars, from, to, ended);
    while (outcome == DelimitedParser.Outcome.INCOMPLETE) {
      if (to - from > DelimitedCursor.LARGEST_CELL) {
        refuseLine(DelimitedRows.tooLong());
        return;
      }
      refill();
      outcome = parser.parse(chars, from, to, ended);
    }
    switch (outcome) {
      case ROW -> {
        rows.begin();
        for (int i = 0; i < parser.fields(); i++) {
          rows.put(i, parser.cells(), parser.start(i), parser.length(i), parser.isQuoted(i));
        }
        rows.end(parser.fields(), line);
      }
      case EMPTY -> {
        rows.begin();
        rows.endEmpty(line);
      }
      case UNCLOSED -> {
        refuseLine(DelimitedRows.unclosed());
        return;
      }
      case TRAILING -> {
        refuseLine(DelimitedRows.trailing());
        return;
      }
      case COMMENT, INCOMPLETE -> {}
    }
    advance();
  }

  private void refuseLine(String reason) throws IOException {
    rows.refuseBroken(line, reason);
    passLine();
  }

  private void passLine() throws IOException {
    while (!parser.passLine(chars, from, to, ended)) {
      // Nothing of the line is needed any more but its end, which a CR may be the first half of.
      from = Math.max(from, to - 1);
      refill();
    }
    advance();
  }

  private void advance() {
    from = parser.end();
    line += parser.lines();
  }

  /// Reads on until the buffer is full or the text ends.
  ///
  /// @return whether anything is left to read
  private boolean refill() throws IOException {
    if (from > 0) {
      System.arraycopy(chars, from, chars, 0, to - from);
      to -= from;
      from = 0;
    } else if (to == chars.length) {
      chars = Arrays.copyOf(chars, chars.length * 2);
    }
    while (!ended && to < chars.length) {
      int got = text.read(chars, to, chars.length - to);
      ended = got < 0;
      to += Math.max(0, got);
    }
    return to > from;
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
