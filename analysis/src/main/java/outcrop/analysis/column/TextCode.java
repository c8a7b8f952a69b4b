package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// How a text is stored: as the numbers of its pieces.
///
/// A piece ends at a blank, which is not written, or behind a line end or a tab, which belongs to
/// it; the pieces of a column are numbered in order of first appearance, so that frequent words
/// tend to get the numbers that need one byte. A piece that is long, or that comes when the
/// dictionary is full, is written out. Which of the two holds depends on the piece alone: equal
/// texts have equal codes.
///
/// | first byte | then | meaning |
/// | --- | --- | --- |
/// | 0–191 | | piece 0–191 |
/// | 192–239 | 1 byte | piece 192–12,479 |
/// | 240–254 | 2 bytes | piece 12,480–995,519 |
/// | 255 | length (7 bits a byte, low first), bytes | a piece written out |
final class TextCode {
  static final int LITERAL = 255;
  static final int TWO_BYTES = 192;
  static final int THREE_BYTES = 240;
  static final int FIRST_OF_TWO = TWO_BYTES;
  static final int FIRST_OF_THREE = FIRST_OF_TWO + ((THREE_BYTES - TWO_BYTES) << 8);

  /// As many pieces as there are numbers for.
  static final int MOST_PIECES = FIRST_OF_THREE + ((LITERAL - THREE_BYTES) << 16);

  /// A text with more bytes is written out as one piece, so that any part of it can be read alone.
  static final int LONGEST_CODED = 1 << 14;

  private static final int LONGEST_PIECE = 64;

  private final DictionaryBytes pieces = new DictionaryBytes();
  private final int mostPieces;
  private byte[] code = new byte[1024];
  private int used;

  /// @param mostPieces how many pieces the dictionary may hold
  TextCode(int mostPieces) {
    this.mostPieces = Math.min(mostPieces, MOST_PIECES);
  }

  DictionaryBytes pieces() {
    return pieces;
  }

  /// What [#encode] made; valid until its next call.
  byte[] code() {
    return code;
  }

  /// Codes a text.
  ///
  /// @param text UTF-8; sixteen bytes of room behind it make looking up quicker
  /// @return bytes of the code
  int encode(byte[] text, int length) {
    used = 0;
    if (length > LONGEST_CODED) {
      reserve(length + LITERAL_HEAD);
      putLiteral(text, 0, length);
      return used;
    }
    reserve(3 * (length + 1) + LITERAL_HEAD);
    int start = 0;
    for (int at = 0; at < length; at++) {
      byte b = text[at];
      if (b > ' ' || b < 0) {
        continue;
      }
      if (b == ' ') {
        put(text, start, at - start);
        start = at + 1;
      } else if (endsPiece(b)) {
        put(text, start, at + 1 - start);
        start = at + 1;
      }
    }
    if (start < length || length > 0 && text[length - 1] == ' ') {
      put(text, start, length - start);
    }
    return used;
  }

  /// Whether no blank follows a piece that ends with this byte.
  static boolean endsPiece(byte last) {
    return last == '\n' || last == '\t' || last == '\r';
  }

  /// The most bytes before a piece that is written out.
  static final int LITERAL_HEAD = 6;

  /// Writes how a piece of so many bytes is announced that is written out.
  static int putLiteralHead(byte[] target, int offset, int length) {
    int at = offset;
    target[at++] = (byte) LITERAL;
    int rest = length;
    for (; rest > 0x7F; rest >>>= 7) {
      target[at++] = (byte) (rest | 0x80);
    }
    target[at++] = (byte) rest;
    return at - offset;
  }

  private void put(byte[] text, int start, int length) {
    int number = -1;
    if (length <= LONGEST_PIECE) {
      number =
          pieces.size() < mostPieces
              ? pieces.add(text, start, length)
              : pieces.find(text, start, length);
    }
    if (number < 0) {
      reserve(length + LITERAL_HEAD);
      putLiteral(text, start, length);
    } else if (number < FIRST_OF_TWO) {
      code[used++] = (byte) number;
    } else if (number < FIRST_OF_THREE) {
      int rest = number - FIRST_OF_TWO;
      code[used++] = (byte) (TWO_BYTES + (rest >>> 8));
      code[used++] = (byte) rest;
    } else {
      int rest = number - FIRST_OF_THREE;
      code[used++] = (byte) (THREE_BYTES + (rest >>> 16));
      code[used++] = (byte) (rest >>> 8);
      code[used++] = (byte) rest;
    }
  }

  private void putLiteral(byte[] text, int start, int length) {
    used += putLiteralHead(code, used, length);
    System.arraycopy(text, start, code, used, length);
    used += length;
  }

  private void reserve(int more) {
    if (used + more > code.length) {
      code = Arrays.copyOf(code, Math.max(used + more, code.length * 2));
    }
  }

  /// The dictionary as it stands.
  Dictionary dictionary() {
    return new Dictionary(
        pieces.size(),
        MemorySegment.ofArray(pieces.offsets()),
        MemorySegment.ofArray(pieces.bytes()));
  }

  static int unsigned(MemorySegment bytes, long at) {
    return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }
}
