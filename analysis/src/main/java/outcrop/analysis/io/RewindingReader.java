package outcrop.analysis.io;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/// A reader that keeps the text of the record under way, so that a parser which lost its way in a
/// broken quote can start again on the next line.
///
/// Lines are counted as the parser counts them: LF, CR and CRLF end one each.
final class RewindingReader extends Reader {
  private final Reader in;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private Piece spare = new Piece();
  private long nextLine = 1;
  private char last = '\n';
  // What is to be given again, and where in the first piece that begins.
  private Deque<Piece> again = new ArrayDeque<>();
  private int againFrom;
  private long keepFrom = 1;

  private static final class Piece {
    private char[] chars = {};
    private int length;
    private long firstLine;
    private char before;
  }

  RewindingReader(Reader in) {
    this.in = in;
  }

  /// Says that the parser is done with all lines before this one.
  void keepFrom(long line) {
    keepFrom = line;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    Piece replay = again.peekFirst();
    if (replay != null) {
      int count = Math.min(length, replay.length - againFrom);
      System.arraycopy(replay.chars, againFrom, target, offset, count);
      againFrom += count;
      if (againFrom == replay.length) {
        again.removeFirst();
        againFrom = 0;
      }
      return count;
    }
    int got = in.read(target, offset, length);
    if (got > 0) {
      forget();
      remember(target, offset, got);
    }
    return got;
  }

  private void forget() {
    while (pieces.size() > 1) {
      Piece first = pieces.removeFirst();
      // The next piece may begin in the middle of the line that is kept.
      if (pieces.getFirst().firstLine >= keepFrom) {
        pieces.addFirst(first);
        return;
      }
      spare = first;
    }
  }

  private void remember(char[] source, int offset, int length) {
    Piece piece = spare;
    spare = new Piece();
    if (piece.chars.length < length) {
      piece.chars = new char[length];
    }
    System.arraycopy(source, offset, piece.chars, 0, length);
    piece.length = length;
    piece.firstLine = nextLine;
    piece.before = last;
    pieces.addLast(piece);
    nextLine += countLineEnds(piece.chars, length, last);
    last = piece.chars[length - 1];
  }

  private static int countLineEnds(char[] chars, int length, char before) {
    int count = 0;
    char previous = before;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c == '\r' || c == '\n' && previous != '\r') {
        count++;
      }
      previous = c;
    }
    return count;
  }

  /// Goes back to the start of a line that is not before the kept one; reading continues there.
  /// Where the text has no such line, it continues at its end.
  void rewindTo(long line) throws IOException {
    char[] more = new char[1 << 13];
    while (nextLine < line || nextLine == line && last == '\r') {
      again.clear();
      againFrom = 0;
      if (read(more, 0, more.length) < 0) {
        break;
      }
    }
    again = new ArrayDeque<>(pieces);
    while (!again.isEmpty()) {
      Piece piece = again.getFirst();
      int start = startOf(piece, line);
      if (start >= 0 && start < piece.length) {
        againFrom = start;
        return;
      }
      again.removeFirst();
    }
    againFrom = 0;
  }

  /// Where a line starts in a piece; −1 where it does not, the length where it starts with the next
  /// one.
  private static int startOf(Piece piece, long line) {
    long current = piece.firstLine;
    char previous = piece.before;
    if (current == line && (previous == '\n' || previous == '\r')) {
      return piece.length > 0 && piece.chars[0] == '\n' && previous == '\r' ? 1 : 0;
    }
    for (int i = 0; i < piece.length; i++) {
      char c = piece.chars[i];
      if (c == '\r' || c == '\n' && previous != '\r') {
        current++;
        if (current == line) {
          int next = i + 1;
          return c == '\r' && next < piece.length && piece.chars[next] == '\n' ? next + 1 : next;
        }
      }
      previous = c;
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
