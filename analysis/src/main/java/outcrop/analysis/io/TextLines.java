package outcrop.analysis.io;

import java.io.IOException;
import java.util.Arrays;

/// The lines of a text, one after another, as slices of a buffer.
final class TextLines {
  /// Characters of one line.
  static final int LONGEST = DelimitedCursor.LARGEST_CELL;

  private final DecodingReader text;
  private char[] chars = new char[1 << 16];
  private int from;
  private int to;
  private int length;
  private boolean ended;
  private long number;
  private boolean tooLong;

  TextLines(DecodingReader text) {
    this.text = text;
  }

  /// Goes to the next line.
  ///
  /// @return whether there is one
  boolean next() throws IOException {
    from = number == 0 ? 0 : Math.min(to, from + length + 1);
    int seen = 0;
    tooLong = false;
    while (true) {
      for (int i = from + seen; i < to; i++) {
        if (chars[i] == '\n') {
          number++;
          length = i - from;
          return true;
        }
      }
      seen = to - from;
      if (ended) {
        number++;
        length = seen;
        return seen > 0;
      }
      if (seen > LONGEST) {
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

  static String tooLong() {
    return "The line is longer than " + (LONGEST >> 20) + " million characters.";
  }

  /// The buffer that holds the line.
  char[] chars() {
    return chars;
  }

  int start() {
    return from;
  }

  /// Without the line feed.
  int length() {
    return length;
  }

  /// Counted from 1.
  long number() {
    return number;
  }

  /// Whether the line was longer than [#LONGEST] and only its end is here.
  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = from; i < from + length; i++) {
      if (chars[i] > ' ') {
        return false;
      }
    }
    return true;
  }
}
