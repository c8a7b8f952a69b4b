package outcrop.analysis.column;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Prose. Each text is stored as the numbers of its pieces in a dictionary ([TextCode]): about a
/// quarter of its bytes, any text readable alone, and words that the text index need not look for
/// again.
///
/// @param offsets 8 bytes per row and one more, native order: where the code of each row's text
///   starts in `codes`
/// @param codes the texts
/// @param pieces the pieces that have a number
public record TextColumn(
    Field field,
    int rowCount,
    MemorySegment offsets,
    MemorySegment codes,
    Dictionary pieces,
    @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final int NEXT_BYTES = 64;

  /// A column on the heap; null values are missing.
  public static TextColumn of(Field field, @Nullable String... values) {
    long[] offsets = new long[values.length + 1];
    long[] missing = new long[RowSet.wordCount(values.length)];
    boolean anyMissing = false;
    TextCode code = new TextCode(TextCode.MOST_PIECES);
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    for (int row = 0; row < values.length; row++) {
      String value = values[row];
      if (value == null) {
        missing[row >>> 6] |= 1L << row;
        anyMissing = true;
      } else {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int coded = code.encode(utf8, utf8.length);
        codes.write(code.code(), 0, coded);
      }
      offsets[row + 1] = codes.size();
    }
    return new TextColumn(
        field,
        values.length,
        MemorySegment.ofArray(offsets),
        MemorySegment.ofArray(codes.toByteArray()),
        code.dictionary(),
        anyMissing ? RowSet.ofWords(missing, values.length) : null);
  }

  /// A walk over the pieces of texts, for one thread.
  public TextPieces walk() {
    return new TextPieces(offsets, codes);
  }

  /// How many pieces with a number the first rows have: those with the lowest numbers.
  int pieceCount(int rows) {
    TextPieces walk = walk();
    int highest = -1;
    // In most cases all rows are meant, and the last rows hold the newest pieces.
    for (int row = rows - 1; row >= 0 && highest < pieces.size() - 1; row--) {
      walk.start(row);
      while (walk.next()) {
        highest = Math.max(highest, walk.number());
      }
    }
    return highest + 1;
  }

  /// The length of a text in UTF-8 bytes; 0 where missing.
  public long byteLength(int row) {
    TextPieces walk = walk();
    walk.start(row);
    long length = 0;
    boolean blank = false;
    while (walk.next()) {
      length += blank ? 1 : 0;
      int bytes = lengthOf(walk);
      length += bytes;
      blank = bytes == 0 || !TextCode.endsPiece(lastOf(walk));
    }
    return length;
  }

  /// The length of a text in characters (Unicode code points); 0 where missing.
  public long characters(int row) {
    TextPieces walk = walk();
    walk.start(row);
    long characters = 0;
    boolean blank = false;
    while (walk.next()) {
      characters += blank ? 1 : 0;
      int bytes = lengthOf(walk);
      characters += walk.number() < 0 ? walk.literalCharacters() : pieces.characters(walk.number());
      blank = bytes == 0 || !TextCode.endsPiece(lastOf(walk));
    }
    return characters;
  }

  private int lengthOf(TextPieces walk) {
    return walk.number() < 0 ? walk.literalLength() : pieces.byteLength(walk.number());
  }

  private byte lastOf(TextPieces walk) {
    return walk.number() < 0 ? walk.literalLast() : pieces.lastByte(walk.number());
  }

  @Override
  public @Nullable String textAt(int row) {
    return isMissing(row) ? null : new String(utf8(row), StandardCharsets.UTF_8);
  }

  /// The bytes of a text; none where missing.
  public byte[] utf8(int row) {
    return part(row, 0, Integer.MAX_VALUE);
  }

  /// The first part of a text, decoded from at most `maxBytes` bytes and cut at a whole character,
  /// so that a table cell never pays for a text of 50 MB. Empty where missing.
  public String head(int row, int maxBytes) {
    byte[] part = part(row, 0, maxBytes);
    int length = part.length;
    if (length == maxBytes) {
      while (length > 0 && (part[length - 1] & 0xC0) == 0x80) {
        length--;
      }
      if (length > 0 && part[length - 1] < 0) {
        length--;
      }
    }
    return new String(part, 0, length, StandardCharsets.UTF_8);
  }

  /// Some bytes of a text: from byte `from` on, at most `maxBytes`, fewer where the text ends.
  public byte[] part(int row, long from, int maxBytes) {
    TextPieces walk = walk();
    walk.start(row);
    return part(walk, from, maxBytes);
  }

  private byte[] part(TextPieces walk, long from, int maxBytes) {
    byte[] target = new byte[Math.min(maxBytes, NEXT_BYTES)];
    int used = 0;
    long skip = from;
    boolean blank = false;
    while (used < maxBytes && walk.next()) {
      if (blank && skip-- <= 0) {
        target = withRoom(target, used + 1);
        target[used++] = ' ';
        skip = 0;
      }
      int bytes = lengthOf(walk);
      int start = (int) Math.min(bytes, skip);
      skip -= start;
      int length = Math.min(bytes - start, maxBytes - used);
      if (length > 0) {
        target = withRoom(target, used + length);
        if (walk.number() < 0) {
          walk.copyLiteral(start, target, used, length);
        } else {
          pieces.copy(walk.number(), start, target, used, length);
        }
        used += length;
      }
      blank = bytes == 0 || !TextCode.endsPiece(lastOf(walk));
    }
    return used == target.length ? target : Arrays.copyOf(target, used);
  }

  private static byte[] withRoom(byte[] target, int needed) {
    return needed <= target.length
        ? target
        : Arrays.copyOf(target, (int) Math.max(needed, Math.min(2L * target.length, 1 << 30)));
  }

  /// Compares two texts by their bytes, which is the order of code points.
  public int compare(int rowA, int rowB) {
    long fromA = offsets.getAtIndex(LONG, rowA);
    long toA = offsets.getAtIndex(LONG, rowA + 1L);
    long fromB = offsets.getAtIndex(LONG, rowB);
    long toB = offsets.getAtIndex(LONG, rowB + 1L);
    long differ = MemorySegment.mismatch(codes, fromA, toA, codes, fromB, toB);
    if (differ < 0) {
      return 0;
    }
    // Pieces before the first difference are the same in both and need not be looked at.
    TextPieces walk = walk();
    walk.start(rowA);
    long same = fromA;
    while (walk.next() && walk.place() - fromA <= differ) {
      same = walk.place();
    }
    long shared = same - fromA;
    for (int count = NEXT_BYTES; ; count = (int) Math.min(8L * count, Integer.MAX_VALUE)) {
      walk.startAt(fromA + shared, rowA);
      byte[] restA = part(walk, 0, count);
      walk.startAt(fromB + shared, rowB);
      byte[] restB = part(walk, 0, count);
      int order = Arrays.compareUnsigned(restA, restB);
      if (order != 0 || restA.length < count || count == Integer.MAX_VALUE) {
        return order;
      }
    }
  }
}
