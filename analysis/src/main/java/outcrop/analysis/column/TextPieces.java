package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Walks over the pieces of texts, one row after the other. Used by one thread at a time.
///
/// Pieces are what the text is between blanks; the dictionary of the column has most of them, so
/// that work per piece can be done once for all rows. No piece is part of two words.
public final class TextPieces {
  private final MemorySegment offsets;
  private final MemorySegment codes;
  private long at;
  private long end;
  private int number;
  private long literalStart;
  private int literalLength;

  TextPieces(MemorySegment offsets, MemorySegment codes) {
    this.offsets = offsets;
    this.codes = codes;
  }

  /// Goes to the first piece of a row; a missing row has none.
  public void start(int row) {
    at = offsets.getAtIndex(TextColumn.LONG, row);
    end = offsets.getAtIndex(TextColumn.LONG, row + 1L);
  }

  /// Goes to the next piece.
  ///
  /// @return false behind the last one
  public boolean next() {
    if (at >= end) {
      return false;
    }
    int first = TextCode.unsigned(codes, at++);
    if (first < TextCode.TWO_BYTES) {
      number = first;
    } else if (first < TextCode.THREE_BYTES) {
      number =
          TextCode.FIRST_OF_TWO
              + ((first - TextCode.TWO_BYTES) << 8)
              + TextCode.unsigned(codes, at++);
    } else if (first < TextCode.LITERAL) {
      number =
          TextCode.FIRST_OF_THREE
              + ((first - TextCode.THREE_BYTES) << 16)
              + (TextCode.unsigned(codes, at) << 8)
              + TextCode.unsigned(codes, at + 1);
      at += 2;
    } else {
      literal();
    }
    return true;
  }

  private void literal() {
    number = -1;
    int length = 0;
    int shift = 0;
    int part;
    do {
      part = TextCode.unsigned(codes, at++);
      length |= (part & 0x7F) << shift;
      shift += 7;
    } while (part > 0x7F);
    literalStart = at;
    literalLength = length;
    at += length;
  }

  /// The number of the piece in [TextColumn#pieces()], −1 for one that stands for itself.
  public int number() {
    return number;
  }

  /// The bytes of a piece without number.
  public MemorySegment literalBytes() {
    return codes.asSlice(literalStart, literalLength);
  }

  int literalLength() {
    return literalLength;
  }

  byte literalLast() {
    return codes.get(ValueLayout.JAVA_BYTE, literalStart + literalLength - 1);
  }

  int literalCharacters() {
    return Utf8.characters(codes, literalStart, literalStart + literalLength);
  }

  /// Where the code of the next piece starts.
  long place() {
    return at;
  }

  /// Goes on at the start of a piece, to the end of a row.
  void startAt(long place, int row) {
    at = place;
    end = offsets.getAtIndex(TextColumn.LONG, row + 1L);
  }

  void copyLiteral(int from, byte[] target, int offset, int length) {
    MemorySegment.copy(codes, ValueLayout.JAVA_BYTE, literalStart + from, target, offset, length);
  }
}
