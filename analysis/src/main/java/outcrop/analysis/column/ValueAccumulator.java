package outcrop.analysis.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.TimeSummary;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

/// Collects numbers or times. All values are kept, 8 bytes each, because exact quantiles need them;
/// everything is worked out from the sorted values, so the order of arrival cannot change a bit of
/// the result.
final class ValueAccumulator implements ColumnAccumulator {
  private final Field field;
  private boolean integral;
  private long rows;
  private long missing;
  private long[] values = new long[1024];
  private int size;

  ValueAccumulator(Field field, boolean integral) {
    this.field = field;
    this.integral = integral;
  }

  /// A run of equal values.
  private record Run(long value, long count) {}

  @Override
  public void update(Column column, RowSet set, int from, int to) {
    for (int row = set.next(from); row >= 0 && row < to; row = set.next(row + 1)) {
      rows++;
      if (column.isMissing(row)) {
        missing++;
      } else {
        switch (column) {
          case TimeColumn times -> add(times.microsAt(row));
          case NumberColumn numbers when numbers.integral() -> addLong(numbers.longAt(row));
          case NumberColumn numbers -> addDouble(numbers.at(row));
          case CategoryColumn _, TextColumn _, ListColumn _, VectorColumn _ ->
              throw new IllegalArgumentException(column.field().name() + " holds no numbers");
        }
      }
    }
  }

  /// Takes in one whole number.
  void addLong(long value) {
    add(integral ? value : sortable((double) value));
  }

  private void addDouble(double value) {
    becomeDoubles();
    add(sortable(value));
  }

  private void add(long bits) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = bits;
  }

  private void becomeDoubles() {
    if (integral) {
      integral = false;
      for (int i = 0; i < size; i++) {
        values[i] = sortable((double) values[i]);
      }
    }
  }

  /// Bits in the order of doubles; the zeros are equal, NaN is the greatest.
  private static long sortable(double value) {
    return flip(Double.doubleToLongBits(value == 0 ? 0.0 : value));
  }

  private static long flip(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private double number(long bits) {
    return integral ? (double) bits : Double.longBitsToDouble(flip(bits));
  }

  @Override
  public void merge(ColumnAccumulator other) {
    if (!(other instanceof ValueAccumulator more)) {
      throw new IllegalArgumentException("Only profiles of one kind can be put together");
    }
    if (integral != more.integral) {
      becomeDoubles();
      more.becomeDoubles();
    }
    values = Arrays.copyOf(values, Math.max(values.length, Math.addExact(size, more.size)));
    System.arraycopy(more.values, 0, values, size, more.size);
    size += more.size;
    rows += more.rows;
    missing += more.missing;
  }

  @Override
  public ColumnProfile finish() {
    Arrays.parallelSort(values, 0, size);
    boolean time = field.type() == FieldType.TIME;
    long distinct = 0;
    PriorityQueue<Run> top =
        new PriorityQueue<>(
            Comparator.comparingLong(Run::count)
                .thenComparing(Run::value, Comparator.reverseOrder()));
    for (int i = 0; i < size; ) {
      int end = i + 1;
      while (end < size && values[end] == values[i]) {
        end++;
      }
      distinct++;
      top.add(new Run(values[i], end - i));
      if (top.size() > ColumnProfile.TOP) {
        top.poll();
      }
      i = end;
    }
    List<ValueCount> listed = new ArrayList<>();
    while (!top.isEmpty()) {
      Run run = top.remove();
      listed.addFirst(new ValueCount(text(run.value), run.count));
    }
    return new ColumnProfile(
        field,
        rows,
        missing,
        distinct,
        time ? null : numbers(),
        time ? times() : null,
        null,
        listed);
  }

  private String text(long bits) {
    if (field.type() == FieldType.TIME) {
      return TimeColumn.textOf(bits, field.format());
    }
    return integral ? Long.toString(bits) : NumberColumn.textOf(number(bits));
  }

  private TimeSummary times() {
    if (size == 0) {
      return new TimeSummary(null, null, List.of());
    }
    return new TimeSummary(
        text(values[0]),
        text(values[size - 1]),
        ColumnProfile.SHARES.stream()
            .map(share -> text(values[Math.max(0, (int) Math.ceil(share * size) - 1)]))
            .toList());
  }

  /// The summary of the numbers seen so far; sorts them.
  NumberSummary numbers() {
    Arrays.parallelSort(values, 0, size);
    int from = 0;
    int to = size;
    while (from < to && number(values[from]) == Double.NEGATIVE_INFINITY) {
      from++;
    }
    while (to > from && Double.isNaN(number(values[to - 1]))) {
      to--;
    }
    int nan = size - to;
    while (to > from && number(values[to - 1]) == Double.POSITIVE_INFINITY) {
      to--;
    }
    int n = to - from;
    int infinite = size - nan - n;
    if (n == 0) {
      return new NumberSummary(0, nan, infinite, null, null, null, null, List.of());
    }
    double mean = mean(from, to);
    int first = from;
    return new NumberSummary(
        n,
        nan,
        infinite,
        text(values[from]),
        text(values[to - 1]),
        mean,
        n < 2 ? null : sd(from, to, mean),
        ColumnProfile.SHARES.stream().map(share -> quantile(first, n, share)).toList());
  }

  private double mean(int from, int to) {
    // Sums of two doubles (Neumaier): a plain sum of a million values loses six digits.
    double sum = 0;
    double rest = 0;
    for (int i = from; i < to; i++) {
      double value = number(values[i]);
      double next = sum + value;
      rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    }
    double total = sum + rest;
    return Double.isFinite(total) ? total / (to - from) : scaledMean(from, to);
  }

  /// For sums that are too large for a double.
  private double scaledMean(int from, int to) {
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += number(values[i]) / (to - from);
    }
    return mean;
  }

  private double sd(int from, int to, double mean) {
    double squares = 0;
    double rest = 0;
    for (int i = from; i < to; i++) {
      double off = number(values[i]) - mean;
      double square = off * off;
      double next = squares + square;
      rest += squares >= square ? squares - next + square : square - next + squares;
      squares = next;
    }
    return Math.sqrt((squares + rest) / (to - from - 1));
  }

  private double quantile(int from, int n, double share) {
    double place = share * (n - 1);
    int below = (int) Math.floor(place);
    double low = number(values[from + below]);
    double high = number(values[from + Math.min(below + 1, n - 1)]);
    double part = place - below;
    return part == 0 ? low : low * (1 - part) + high * part;
  }
}
