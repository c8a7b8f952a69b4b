package outcrop.analysis.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TextOrder;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.TaskRunner;

/// Puts all rows of a dataset in order: by the keys, most significant first, rows equal in all keys
/// in dataset order, rows without a value last whichever way the key runs.
///
/// Texts and categories stand by code point, lists and vectors by their first different element;
/// NaN is greater than every other number. Every key becomes 64 bits whose order is the order of
/// values; a stable radix sort then goes from the least significant key to the most. Digits that
/// all rows share cost one look.
final class RowSorter {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final ColumnStore columns;
  private final TaskRunner runner;

  RowSorter(ColumnStore columns, TaskRunner runner) {
    this.columns = columns;
    this.runner = runner;
  }

  /// The rows in order.
  int[] order(List<SortKey> keys) {
    int[] rows = IntStream.range(0, columns.rowCount()).toArray();
    for (SortKey key : keys.reversed()) {
      Column column = columns.column(key.field());
      long[] bits = bits(column);
      if (key.descending()) {
        for (int row = 0; row < bits.length; row++) {
          bits[row] = ~bits[row];
        }
      }
      rows = missingLast(sort(rows, bits), column.missing());
    }
    return rows;
  }

  /// The rows in the rising order of their numbers, NaN last.
  static int[] order(double[] numbers) {
    long[] bits = new long[numbers.length];
    for (int row = 0; row < bits.length; row++) {
      bits[row] = sortable(numbers[row]) ^ Long.MIN_VALUE;
    }
    return sort(IntStream.range(0, bits.length).toArray(), bits);
  }

  /// For each row a number, unsigned, in the order of the values.
  private long[] bits(Column column) {
    int rows = column.rowCount();
    long[] bits = new long[rows];
    switch (column) {
      case NumberColumn numbers -> {
        for (int row = 0; row < rows; row++) {
          bits[row] =
              (numbers.integral() ? numbers.longAt(row) : sortable(numbers.at(row)))
                  ^ Long.MIN_VALUE;
        }
      }
      case TimeColumn times -> {
        for (int row = 0; row < rows; row++) {
          bits[row] = times.microsAt(row) ^ Long.MIN_VALUE;
        }
      }
      case CategoryColumn categories -> {
        int[] rank = ranks(categories.dictionary(), TextOrder.BY_CODE_POINT);
        for (int row = 0; row < rows; row++) {
          int ordinal = categories.ordinal(row);
          bits[row] = ordinal < 0 ? 0 : rank[ordinal];
        }
      }
      case TextColumn texts -> {
        int[] ordered = textOrder(texts);
        long rank = 0;
        for (int i = 0; i < rows; i++) {
          rank += i > 0 && texts.compare(ordered[i - 1], ordered[i]) != 0 ? 1 : 0;
          bits[ordered[i]] = rank;
        }
      }
      case ListColumn lists -> {
        int[] rank = ranks(lists.dictionary(), elementOrder(lists));
        ranked(bits, (a, b) -> compare(lists, rank, a, b));
      }
      case VectorColumn vectors -> ranked(bits, (a, b) -> compare(vectors, a, b));
    }
    return bits;
  }

  /// Gives every row its rank under an order of rows.
  private static void ranked(long[] bits, Comparator<Integer> order) {
    Integer[] rows = IntStream.range(0, bits.length).boxed().toArray(Integer[]::new);
    Arrays.parallelSort(rows, order);
    long rank = 0;
    for (int i = 0; i < rows.length; i++) {
      rank += i > 0 && order.compare(rows[i - 1], rows[i]) != 0 ? 1 : 0;
      bits[rows[i]] = rank;
    }
  }

  private static Comparator<String> elementOrder(ListColumn column) {
    return column.numeric()
        ? Comparator.comparingDouble(Double::parseDouble)
        : TextOrder.BY_CODE_POINT;
  }

  private static int compare(ListColumn column, int[] rank, int a, int b) {
    long startA = column.start(a);
    long startB = column.start(b);
    int length = Math.min(column.length(a), column.length(b));
    for (int i = 0; i < length; i++) {
      int x = column.ordinal(startA + i);
      int y = column.ordinal(startB + i);
      int order = Integer.compare(x < 0 ? -1 : rank[x], y < 0 ? -1 : rank[y]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(column.length(a), column.length(b));
  }

  private static int compare(VectorColumn column, int a, int b) {
    for (int i = 0; i < column.dimensions(); i++) {
      int order = Float.compare(column.at(a, i), column.at(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// The bits of a double as a signed number in the order of doubles; the zeros are equal, NaN is
  /// the greatest.
  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private static int[] ranks(Dictionary dictionary, Comparator<String> order) {
    int size = dictionary.size();
    Integer[] ordinals = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    Arrays.parallelSort(ordinals, Comparator.comparing(dictionary::value, order));
    int[] rank = new int[size];
    for (int i = 0; i < size; i++) {
      rank[ordinals[i]] = i;
    }
    return rank;
  }

  /// Stable sort of rows by unsigned bits.
  private static int[] sort(int[] rows, long[] bits) {
    long varying = 0;
    for (long value : bits) {
      varying |= value ^ bits[0];
    }
    int[] from = rows;
    int[] to = new int[rows.length];
    for (int shift = 0; shift < 64; shift += DIGIT_BITS) {
      if ((varying >>> shift & (DIGITS - 1)) != 0) {
        pass(from, to, bits, shift);
        int[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  private static void pass(int[] from, int[] to, long[] bits, int shift) {
    int[] start = new int[DIGITS + 1];
    for (long value : bits) {
      start[(int) (value >>> shift & (DIGITS - 1)) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      start[digit + 1] += start[digit];
    }
    for (int row : from) {
      to[start[(int) (bits[row] >>> shift & (DIGITS - 1))]++] = row;
    }
  }

  private static int[] missingLast(int[] rows, @Nullable RowSet missing) {
    if (missing == null) {
      return rows;
    }
    int[] result = new int[rows.length];
    int present = 0;
    int absent = rows.length - missing.cardinality();
    for (int row : rows) {
      result[missing.contains(row) ? absent++ : present++] = row;
    }
    return result;
  }

  private int[] textOrder(TextColumn column) {
    int rows = column.rowCount();
    long[] prefix = new long[rows];
    int parts = Math.max(1, rows >>> 16);
    runner.forEachPart(
        parts,
        part -> {
          for (int row = (int) ((long) rows * part / parts);
              row < (int) ((long) rows * (part + 1) / parts);
              row++) {
            prefix[row] = prefix(column, row);
          }
        });
    int[] ordered = sort(IntStream.range(0, rows).toArray(), prefix);
    int from = 0;
    for (int i = 1; i <= rows; i++) {
      if (i == rows || prefix[ordered[i]] != prefix[ordered[from]]) {
        if (i - from > 1) {
          sortRun(column, ordered, from, i);
        }
        from = i;
      }
    }
    return ordered;
  }

  private static void sortRun(TextColumn column, int[] ordered, int from, int to) {
    Integer[] run = IntStream.range(from, to).mapToObj(i -> ordered[i]).toArray(Integer[]::new);
    Arrays.sort(run, (a, b) -> column.compare(a, b));
    for (int i = from; i < to; i++) {
      ordered[i] = run[i - from];
    }
  }

  /// The first eight bytes, the first one most significant.
  private static long prefix(TextColumn column, int row) {
    byte[] first = column.part(row, 0, Long.BYTES);
    long result = 0;
    for (int i = 0; i < first.length; i++) {
      result |= (first[i] & 0xffL) << (8 * (7 - i));
    }
    return result;
  }
}
