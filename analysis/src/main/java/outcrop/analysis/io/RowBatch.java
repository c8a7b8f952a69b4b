package outcrop.analysis.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.VectorColumn;

/// A stretch of rows as text, filled by a reader and emptied by columns, without a string per cell.
///
/// Cells are slices of one character array, row by row. A reader puts the cells of a row at any
/// index, then ends the row; cells that it does not put are missing. A vector may lie as the bits
/// of its floats, two characters each, so that no number is printed and read again.
final class RowBatch {
  private static final int ROWS = 8192;
  private static final int CELLS = 1 << 18;
  private static final int CHARS = 1 << 20;
  private static final int MISSING = -1;
  private static final int QUOTED = 1;
  private static final int FLOATS = 2;
  private static final int CODE_BITS = 2;

  private final int columns;
  private final int rowLimit;
  private char[] chars = new char[1 << 16];
  private int used;
  private int rowStart;
  private int[] starts;
  // Missing, or four times the length, plus one where the cell was quoted, plus two where it holds
  // floats.
  private int[] codes;
  private final long[] lines;
  private int rows;
  private int cell;
  private final long[] sourceRows;
  private int source;
  private RowGate gate = line -> 0;

  RowBatch(int columns) {
    this.columns = columns;
    this.rowLimit = Math.clamp(CELLS / Math.max(1, columns), 1, ROWS);
    int cells = Math.max(1, columns) * Math.min(rowLimit, 64);
    this.starts = new int[cells];
    this.codes = new int[cells];
    this.lines = new long[rowLimit];
    this.sourceRows = new long[rowLimit];
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows == rowLimit || used >= CHARS;
  }

  /// Characters of all cells.
  int charCount() {
    return used;
  }

  /// Decides which complete rows stay.
  @FunctionalInterface
  interface RowGate {
    /// Numbers the next complete row of the source, or says −1 to drop it.
    long admit(long line);
  }

  /// Forgets all rows and takes those of one source from now on.
  void clear(int sourceIndex, RowGate rowGate) {
    rows = 0;
    used = 0;
    cell = 0;
    source = sourceIndex;
    gate = rowGate;
    if (chars.length > 4 * CHARS) {
      chars = new char[CHARS];
    }
    beginRow();
  }

  /// Which of the sources the rows are from.
  int source() {
    return source;
  }

  /// The number that the gate gave to a row.
  long sourceRow(int row) {
    return sourceRows[row];
  }

  /// Drops what was put into the row under way.
  void beginRow() {
    used = rows == 0 ? 0 : rowStart;
    rowStart = used;
    cell = rows * columns;
    if (rows == rowLimit) {
      return;
    }
    if (cell + columns > codes.length) {
      int size = Math.min(codes.length * 2, rowLimit * columns);
      starts = Arrays.copyOf(starts, size);
      codes = Arrays.copyOf(codes, size);
    }
    Arrays.fill(codes, cell, cell + columns, MISSING);
  }

  void put(int column, char[] from, int offset, int length, boolean quoted) {
    reserve(length);
    System.arraycopy(from, offset, chars, used, length);
    starts[cell + column] = used;
    codes[cell + column] = code(length, quoted);
    used += length;
  }

  /// Puts a vector.
  void putFloats(int column, float[] values, int offset, int count) {
    reserve(2 * count);
    starts[cell + column] = used;
    codes[cell + column] = code(2 * count, true) | FLOATS;
    for (int i = offset; i < offset + count; i++) {
      int bits = Float.floatToRawIntBits(values[i]);
      chars[used++] = (char) (bits >>> 16);
      chars[used++] = (char) bits;
    }
  }

  private static int code(int length, boolean quoted) {
    return length << CODE_BITS | (quoted ? QUOTED : 0);
  }

  void put(int column, String text, boolean quoted) {
    int length = text.length();
    reserve(length);
    text.getChars(0, length, chars, used);
    starts[cell + column] = used;
    codes[cell + column] = code(length, quoted);
    used += length;
  }

  private void reserve(int length) {
    if (used + length > chars.length) {
      chars =
          Arrays.copyOf(chars, Math.max(used + length, (int) Math.min(chars.length * 2L, 1 << 30)));
    }
  }

  /// A cell of the row under way, null where it has none yet.
  @Nullable String cell(int column) {
    return isMissing(rows, column) ? null : text(rows, column);
  }

  /// Whether the row under way has this cell already.
  boolean has(int column) {
    return codes[cell + column] != MISSING;
  }

  void endRow(long line) {
    long number = gate.admit(line);
    if (number < 0) {
      beginRow();
      return;
    }
    lines[rows] = line;
    sourceRows[rows++] = number;
    rowStart = used;
    beginRow();
  }

  /// Puts one text into a column of all rows.
  void fillColumn(int column, String text, boolean quoted) {
    beginRow();
    int length = text.length();
    reserve(length);
    text.getChars(0, length, chars, used);
    for (int row = 0; row < rows; row++) {
      starts[row * columns + column] = used;
      codes[row * columns + column] = code(length, quoted);
    }
    used += length;
    rowStart = used;
  }

  /// Puts a cell into a row that is complete.
  void putInto(int row, int column, String text, boolean quoted) {
    int length = text.length();
    reserve(length);
    text.getChars(0, length, chars, used);
    starts[row * columns + column] = used;
    codes[row * columns + column] = code(length, quoted);
    used += length;
    rowStart = used;
  }

  /// Puts floats into a row that is complete.
  void putFloatsInto(int row, int column, float[] values, int count) {
    int under = cell;
    cell = row * columns;
    putFloats(column, values, 0, count);
    cell = under;
    rowStart = used;
  }

  long line(int row) {
    return lines[row];
  }

  char[] chars() {
    return chars;
  }

  boolean isMissing(int row, int column) {
    return codes[row * columns + column] == MISSING;
  }

  int start(int row, int column) {
    return starts[row * columns + column];
  }

  int length(int row, int column) {
    return codes[row * columns + column] >> CODE_BITS;
  }

  boolean isQuoted(int row, int column) {
    return (codes[row * columns + column] & QUOTED) != 0;
  }

  /// Whether the cell holds the bits of floats in place of text.
  boolean isFloats(int row, int column) {
    int code = codes[row * columns + column];
    return code != MISSING && (code & FLOATS) != 0;
  }

  /// Copies the vector of a cell that holds floats.
  ///
  /// @return how many there are; −1 where the target is too small for them
  int floats(int row, int column, float[] target) {
    int start = start(row, column);
    int count = length(row, column) / 2;
    if (count > target.length) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      target[i] = Float.intBitsToFloat(chars[start + 2 * i] << 16 | chars[start + 2 * i + 1]);
    }
    return count;
  }

  @Nullable String text(int row, int column) {
    if (isMissing(row, column)) {
      return null;
    }
    if (isFloats(row, column)) {
      float[] values = new float[length(row, column) / 2];
      return VectorColumn.textOf(values, 0, floats(row, column, values));
    }
    return new String(chars, start(row, column), length(row, column));
  }
}
