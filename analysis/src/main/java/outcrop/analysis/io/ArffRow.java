package outcrop.analysis.io;

import org.jspecify.annotations.Nullable;

/// Reads the words of one line of an ARFF file from left to right: bare or in single or double
/// quotes, with backslashes before quotes inside them.
final class ArffRow {
  private final char[] chars;
  private final int end;
  private int at;
  private boolean quoted;

  ArffRow(String text) {
    this(text.toCharArray(), 0, text.length());
  }

  ArffRow(char[] chars, int start, int length) {
    this.chars = chars;
    this.at = start;
    this.end = start + length;
    skipBlanks();
  }

  /// A row that does not follow the rules; the message is the reason.
  static final class Broken extends RuntimeException {
    Broken(String reason) {
      super(reason, null, false, false);
    }
  }

  /// The next word, up to a blank, a comma or a brace; null at the end of the line.
  ///
  /// @throws Broken where a quote is not closed
  @Nullable String word() {
    quoted = false;
    if (atEnd()) {
      return null;
    }
    char first = chars[at];
    if (first == '\'' || first == '"') {
      quoted = true;
      return quotedWord(first);
    }
    int start = at;
    while (at < end && !Character.isWhitespace(chars[at]) && ",{}".indexOf(chars[at]) < 0) {
      at++;
    }
    String word = new String(chars, start, at - start);
    skipBlanks();
    return word;
  }

  /// A value up to the next comma: a quoted word, or all of a bare text, blanks inside included.
  String value() {
    quoted = false;
    if (!atEnd() && (chars[at] == '\'' || chars[at] == '"')) {
      quoted = true;
      return quotedWord(chars[at]);
    }
    int start = at;
    while (at < end && chars[at] != ',' && chars[at] != '}') {
      at++;
    }
    return new String(chars, start, at - start).strip();
  }

  private String quotedWord(char quote) {
    StringBuilder word = new StringBuilder();
    for (at++; at < end; at++) {
      char c = chars[at];
      if (c == quote) {
        at++;
        skipBlanks();
        return word.toString();
      }
      if (c == '\\' && at + 1 < end) {
        c = unescaped(chars[++at]);
      }
      word.append(c);
    }
    throw new Broken("A quote opens in this row and is never closed.");
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private void skipBlanks() {
    while (at < end && Character.isWhitespace(chars[at])) {
      at++;
    }
  }

  boolean atEnd() {
    return at >= end;
  }

  /// Passes a sign, and blanks after it.
  ///
  /// @return whether it was there
  boolean skip(char sign) {
    if (at < end && chars[at] == sign) {
      at++;
      skipBlanks();
      return true;
    }
    return false;
  }

  /// Whether the last word or value was in quotes.
  boolean wasQuoted() {
    return quoted;
  }

  String rest() {
    return new String(chars, at, end - at).strip();
  }
}
