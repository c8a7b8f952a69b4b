package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The classes of a field against the values of another, such as its splits: how many rows of each
/// class every value has, and which classes it lacks. Only pairs that occur take room, so that
/// neither classes nor values need a bound.
///
/// Values are numbered by falling frequency; the rows without a value come last, where there are
/// some. Classes are known by their rank: the most frequent has rank 0.
public final class ClassCrossing {
  private final int[] starts;
  private final int[] ranks;
  private final int[] rows;
  private final IntFunction<String> names;
  private final boolean missing;

  private ClassCrossing(
      int[] starts, int[] ranks, int[] rows, IntFunction<String> names, boolean missing) {
    this.starts = starts;
    this.ranks = ranks;
    this.rows = rows;
    this.names = names;
    this.missing = missing;
  }

  /// @param classes the classes of rows
  /// @param other the values of rows; a row with a list has each of its values
  public static ClassCrossing of(ColumnEvents classes, ColumnEvents other) {
    int[] rankOf = inverse(classes.events().byFrequency(), classes.events().classCount());
    int[] values = other.events().byFrequency();
    int[] placeOf = inverse(values, other.events().classCount());
    long[] pairs = pairs(classes, rankOf, other, placeOf, values.length);
    Arrays.parallelSort(pairs);
    boolean missing = pairs.length > 0 && pairs[pairs.length - 1] >>> 32 == values.length;
    int[] starts = new int[values.length + (missing ? 2 : 1)];
    int[] ranks = new int[pairs.length];
    int[] rows = new int[pairs.length];
    int size = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        ranks[size] = (int) pairs[i];
        starts[(int) (pairs[i] >>> 32) + 1]++;
        size++;
      }
      rows[size - 1]++;
    }
    for (int place = 1; place < starts.length; place++) {
      starts[place] += starts[place - 1];
    }
    return new ClassCrossing(
        starts,
        Arrays.copyOf(ranks, size),
        Arrays.copyOf(rows, size),
        place -> other.names().apply(values[place]),
        missing);
  }

  private static int[] inverse(int[] order, int size) {
    int[] places = new int[size];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    return places;
  }

  /// Place of the value and rank of the class, for each class and each value of a row.
  private static long[] pairs(
      ColumnEvents classes, int[] rankOf, ColumnEvents other, int[] placeOf, int missing) {
    long[] pairs = new long[classes.rows().length + 16];
    int size = 0;
    int at = 0;
    for (int i = 0; i < classes.rows().length; i++) {
      int row = classes.rows()[i];
      int rank = rankOf[classes.events().classes()[i]];
      while (at < other.rows().length && other.rows()[at] < row) {
        at++;
      }
      int value = at;
      do {
        boolean none = value >= other.rows().length || other.rows()[value] != row;
        int place = none ? missing : placeOf[other.events().classes()[value]];
        if (size == pairs.length) {
          pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = (long) place << 32 | rank;
        value++;
      } while (value < other.rows().length && other.rows()[value] == row);
    }
    return Arrays.copyOf(pairs, size);
  }

  /// How many values there are, with that of the rows without one.
  public int values() {
    return starts.length - 1;
  }

  /// Whether a value stands for the rows that have none.
  public boolean isMissing(int value) {
    return missing && value == values() - 1;
  }

  /// The name of a value that is not [#isMissing].
  public String name(int value) {
    return names.apply(value);
  }

  /// How many pairs of a class and a value occur.
  public int pairs() {
    return ranks.length;
  }

  /// Rows that have a value, of the classes of a stretch of ranks.
  ///
  /// @param from the first rank
  /// @param to behind the last
  public long rows(int value, int from, int to) {
    long sum = 0;
    for (int i = first(value, from); i < starts[value + 1] && ranks[i] < to; i++) {
      sum += rows[i];
    }
    return sum;
  }

  /// How many classes of a stretch of ranks have no row with a value.
  public int without(int value, int from, int to) {
    return to - from - (first(value, to) - first(value, from));
  }

  /// The ranks of those classes, the largest class first.
  public IntStream lacking(int value, int from, int to) {
    return IntStream.range(from, to)
        .filter(rank -> Arrays.binarySearch(ranks, starts[value], starts[value + 1], rank) < 0);
  }

  /// The first pair of a value whose rank is at least so high.
  private int first(int value, int rank) {
    int found = Arrays.binarySearch(ranks, starts[value], starts[value + 1], rank);
    return found < 0 ? -found - 1 : found;
  }
}
