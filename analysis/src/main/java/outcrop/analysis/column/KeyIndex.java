package outcrop.analysis.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.OptionalInt;

/// The stored keys of rows, both ways: `row:HASH`, with `#2`, `#3`… on repeats, to row and back.
final class KeyIndex {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

  private final int rows;
  private final MemorySegment hashes;
  private final MemorySegment order;
  private final MemorySegment repeats;

  KeyIndex(Path directory, int rows, Arena arena) throws IOException {
    this.rows = rows;
    this.hashes = KeyWriter.map(directory.resolve(KeyWriter.HASHES), arena);
    this.order = KeyWriter.map(directory.resolve(KeyWriter.ORDER), arena);
    this.repeats = KeyWriter.map(directory.resolve(KeyWriter.REPEATS), arena);
  }

  /// The hash of a row in hexadecimal, with its number where it repeats an earlier one.
  String text(int row) {
    int number = number(row);
    return number == 1 ? hash(row).hex() : hash(row).hex() + '#' + number;
  }

  /// The row of a text as [#text] gives it.
  OptionalInt find(String text) {
    int mark = text.indexOf('#');
    int number = 1;
    if (mark >= 0) {
      String digits = text.substring(mark + 1);
      if (!digits.matches("[1-9]\\d{0,8}")) {
        return OptionalInt.empty();
      }
      number = Integer.parseInt(digits);
    }
    int wanted = number;
    return RowHash.parse(mark < 0 ? text : text.substring(0, mark))
        .map(hash -> find(hash, wanted))
        .orElse(OptionalInt.empty());
  }

  /// The row with a hash, the `number`th of them in row order.
  OptionalInt find(RowHash hash, int number) {
    int low = 0;
    int high = rows;
    while (low < high) {
      int middle = low + high >>> 1;
      if (compare(rowAt(middle), hash) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int position = low + number - 1;
    return position >= low && position < rows && compare(rowAt(position), hash) == 0
        ? OptionalInt.of(rowAt(position))
        : OptionalInt.empty();
  }

  private int rowAt(int position) {
    return order.getAtIndex(INT, position);
  }

  private RowHash hash(int row) {
    return new RowHash(hashes.getAtIndex(LONG, 2L * row), hashes.getAtIndex(LONG, 2L * row + 1));
  }

  private int compare(int row, RowHash hash) {
    int first = Long.compareUnsigned(hashes.getAtIndex(LONG, 2L * row), hash.high());
    return first != 0
        ? first
        : Long.compareUnsigned(hashes.getAtIndex(LONG, 2L * row + 1), hash.low());
  }

  private int number(int row) {
    int low = 0;
    int high = (int) (repeats.byteSize() / 8);
    while (low < high) {
      int middle = low + high >>> 1;
      if (repeats.getAtIndex(INT, 2L * middle) < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found = low < repeats.byteSize() / 8 && repeats.getAtIndex(INT, 2L * low) == row;
    return found ? repeats.getAtIndex(INT, 2L * low + 1) : 1;
  }
}
