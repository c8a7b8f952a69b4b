package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits characters into the fields of one row at a time, by any [DelimitedDialect].
///
/// Works on a piece of text that may end inside a row: the answer is then [Outcome#INCOMPLETE], and
/// the caller asks again from the same place with more text. Rules: a quote counts only where a
/// field begins; a doubled quote inside quotes is one quote; LF, CR and CRLF end a row.
final class DelimitedParser {
  /// What a stretch of text was.
  enum Outcome {
    ROW,
    EMPTY,
    COMMENT,
    /// The text ends before the row does.
    INCOMPLETE,
    /// The text ends for good inside quotes.
    UNCLOSED,
    /// Something other than a delimiter follows a closing quote.
    TRAILING
  }

  private final char quote;
  private final char escape;
  private final char[] delimiter;
  private final char[] comment;
  private final boolean blanks;
  private final boolean trim;

  private char[] text = {};
  private int at;
  private int to;
  private boolean ended;
  private int lines;
  private char[] cells = new char[1 << 12];
  private int used;
  private int[] starts = new int[64];
  private boolean[] quoted = new boolean[64];
  private int fields;

  DelimitedParser(DelimitedDialect dialect) {
    this.quote = dialect.quote();
    this.escape = dialect.escape();
    this.blanks = dialect.isBlanks();
    this.delimiter = blanks ? new char[] {' '} : dialect.delimiter().toCharArray();
    this.comment = dialect.comment().toCharArray();
    this.trim = dialect.trim() || blanks;
  }

  /// Reads the row that begins at an index.
  ///
  /// @param end of the text that is there
  /// @param last whether no more text follows
  Outcome parse(char[] chars, int from, int end, boolean last) {
    text = chars;
    at = from;
    to = end;
    ended = last;
    lines = 0;
    used = 0;
    fields = 0;
    if (comment.length > 0) {
      if (from + comment.length > end && !last) {
        return Outcome.INCOMPLETE;
      }
      if (isAt(from, comment)) {
        return toLineEnd() ? Outcome.COMMENT : Outcome.INCOMPLETE;
      }
    }
    return row(from);
  }

  private Outcome row(int from) {
    while (true) {
      beginField();
      if (trim) {
        skipBlanks();
      }
      Outcome field =
          quote != DelimitedDialect.NONE && at < to && text[at] == quote
              ? quotedField()
              : bareField();
      if (field != Outcome.ROW) {
        return field;
      }
      int begin = starts[fields];
      boolean bare = !quoted[fields];
      fields++;
      if (!isDelimiter(at)) {
        boolean empty = fields == 1 && bare && used == begin;
        if (at < to && !lineEnd()) {
          return Outcome.INCOMPLETE;
        }
        return empty ? Outcome.EMPTY : Outcome.ROW;
      }
      at += delimiter.length;
      if (blanks) {
        skipBlanks();
        if (at == to && !ended) {
          return Outcome.INCOMPLETE;
        }
        if (at == to || isLineEnd(text[at])) {
          return at == to || lineEnd() ? Outcome.ROW : Outcome.INCOMPLETE;
        }
      }
    }
  }

  private void beginField() {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, 2 * fields);
      quoted = Arrays.copyOf(quoted, 2 * fields);
    }
    starts[fields] = used;
    quoted[fields] = false;
  }

  private Outcome quotedField() {
    quoted[fields] = true;
    at++;
    while (true) {
      if (at == to) {
        return ended ? Outcome.UNCLOSED : Outcome.INCOMPLETE;
      }
      char c = text[at];
      boolean pair = c == quote || c == escape && escape != DelimitedDialect.NONE;
      if (pair && at + 1 == to && !ended) {
        return Outcome.INCOMPLETE;
      }
      char next = pair && at + 1 < to ? text[at + 1] : DelimitedDialect.NONE;
      boolean escaping = c == escape && escape != DelimitedDialect.NONE;
      if (escaping && at + delimiter.length >= to && !ended) {
        return Outcome.INCOMPLETE;
      }
      boolean escapes = escaping && at + 1 < to && (next == escape || isDelimiter(at + 1));
      if (pair && next == quote || escapes) {
        append(next);
        at += 2;
      } else if (c == quote) {
        at++;
        return afterQuote();
      } else {
        if (c == '\n' ? at == 0 || text[at - 1] != '\r' : c == '\r') {
          lines++;
        }
        append(c);
        at++;
      }
    }
  }

  private Outcome afterQuote() {
    if (trim) {
      int after = at;
      skipBlanks();
      // The blanks after the quote are the delimiter itself.
      at = blanks ? after : at;
    }
    if (at < to && at + delimiter.length > to && !ended && !isLineEnd(text[at])) {
      return Outcome.INCOMPLETE;
    }
    if (at == to) {
      return ended ? Outcome.ROW : Outcome.INCOMPLETE;
    }
    return isDelimiter(at) || isLineEnd(text[at]) ? Outcome.ROW : Outcome.TRAILING;
  }

  private Outcome bareField() {
    while (at < to) {
      char c = text[at];
      if (isLineEnd(c)) {
        break;
      }
      if (delimiter.length > 0 && (c == delimiter[0] || blanks && c == '\t')) {
        if (at + delimiter.length > to && !ended) {
          return Outcome.INCOMPLETE;
        }
        if (isDelimiter(at)) {
          break;
        }
      }
      if (c == escape && escape != DelimitedDialect.NONE) {
        if (at + 1 + Math.max(1, delimiter.length) > to && !ended) {
          return Outcome.INCOMPLETE;
        }
        if (at + 1 < to && isEscapable(at + 1)) {
          at++;
          c = text[at];
          lines += c == '\n' || c == '\r' ? 1 : 0;
        }
      }
      append(c);
      at++;
    }
    if (at == to && !ended) {
      return Outcome.INCOMPLETE;
    }
    while (trim && used > starts[fields] && cells[used - 1] == ' ') {
      used--;
    }
    return Outcome.ROW;
  }

  private boolean isEscapable(int index) {
    char c = text[index];
    return c == escape || c == quote || isLineEnd(c) || isDelimiter(index);
  }

  private boolean isDelimiter(int index) {
    return delimiter.length > 0
        && (isAt(index, delimiter) || blanks && index < to && text[index] == '\t');
  }

  private boolean isAt(int index, char[] wanted) {
    return index + wanted.length <= to
        && Arrays.equals(text, index, index + wanted.length, wanted, 0, wanted.length);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void skipBlanks() {
    while (at < to && (text[at] == ' ' || blanks && text[at] == '\t')) {
      at++;
    }
  }

  private void append(char c) {
    if (used == cells.length) {
      cells = Arrays.copyOf(cells, 2 * used);
    }
    cells[used++] = c;
  }

  /// Passes the line end here; false where its second half may still come.
  private boolean lineEnd() {
    if (text[at] == '\r') {
      if (at + 1 == to && !ended) {
        return false;
      }
      if (at + 1 < to && text[at + 1] == '\n') {
        at++;
      }
    }
    at++;
    lines++;
    return true;
  }

  private boolean toLineEnd() {
    while (at < to && !isLineEnd(text[at])) {
      at++;
    }
    return at == to ? ended : lineEnd();
  }

  /// Passes one line, whatever it holds; false where the text ends before the line does.
  boolean passLine(char[] chars, int from, int end, boolean last) {
    text = chars;
    at = from;
    to = end;
    ended = last;
    lines = 0;
    return toLineEnd();
  }

  /// The index after what was read.
  int end() {
    return at;
  }

  /// Line ends in what was read.
  int lines() {
    return lines;
  }

  int fields() {
    return fields;
  }

  /// The characters of the cells, without quotes and escapes.
  char[] cells() {
    return cells;
  }

  int start(int field) {
    return starts[field];
  }

  int length(int field) {
    return (field + 1 < fields ? starts[field + 1] : used) - starts[field];
  }

  boolean isQuoted(int field) {
    return quoted[field];
  }

  List<String> row() {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      row.add(new String(cells, starts[i], length(i)));
    }
    return row;
  }
}
