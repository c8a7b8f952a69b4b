package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.SpreadData.Compared;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.stats.Difference;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.KeyedHash;
import outcrop.analysis.stats.SortedValues;
import outcrop.analysis.stats.Spread;
import outcrop.analysis.task.UserFailure;

/// The values of a field in order, with the group of each: what a change of the filter leaves alone
/// of a [SpreadData].
///
/// An answer walks the values in order and takes those of selected rows, group by group, into one
/// array; every group is then sorted already. Nothing is sorted twice.
final class SpreadPlan {
  /// Fewer values than this have no shape.
  private static final int FEWEST_FOR_CURVE = 10;

  private static final int MOST_POINTS = 4000;
  private static final int MOST_POINTS_OF_GROUP = 1000;
  private static final int FEWEST_POINTS_OF_GROUP = 150;
  private static final int GRID_SAMPLE = 1 << 14;

  /// Fewer rows than one of so many are looked up one by one.
  private static final int SPARSE = 8;

  private final Shape shape;
  private final List<String> groups;
  private final Scale scale;
  private final double[] values;
  private final double[] places;
  private final int[] rows;
  private final byte[] groupOf;

  /// By value, what decides whether it is drawn where there are too many; empty where none is drawn
  /// by itself.
  private final double[] chances;

  private final double grid;
  private final int firstGroups;
  private final SpreadData all;
  private final Map<RowSet, SpreadData> parts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RowSet, SpreadData> eldest) {
          return size() > DistributionData.MAX_GROUPS;
        }
      };
  private final AtomicReference<double @Nullable []> spare = new AtomicReference<>();
  private volatile int @Nullable [] placeOfRow;

  /// The rows of a dataset.
  ///
  /// @param ofField rows in the rising order of a field
  /// @param key of a row, which decides whether it is one of a sample
  record Rows(Function<String, int[]> ofField, IntFunction<RowKey> key, ColumnUse use) {}

  /// @throws UserFailure for a field whose values have no order along the axis of a shape
  static void requireOrder(Column column, Shape shape) {
    if (!Shape.of(column.field().type()).contains(shape)) {
      throw new UserFailure(
          "“%s” cannot be shown as %s, since its values have no order along an axis; show it as bars."
              .formatted(column.field().name(), shape.name().toLowerCase(Locale.ROOT)));
    }
  }

  /// @param display how the values of the splitting field are shown
  static SpreadPlan of(
      DistributionPlan.Key key,
      Column column,
      @Nullable Column by,
      FieldDisplay display,
      Rows all) {
    FieldGroups groups =
        by == null ? FieldGroups.NONE : FieldGroups.of(by, key.bins().groups(), display);
    return switch (column) {
      case NumberColumn numbers ->
          of(
              key,
              groups,
              all,
              all.ofField.apply(key.field()),
              row -> numbers.isMissing(row) ? Double.NaN : numbers.at(row),
              numbers.integral() ? 1 : 0);
      case TimeColumn times ->
          of(
              key,
              groups,
              all,
              all.ofField.apply(key.field()),
              row -> times.isMissing(row) ? Double.NaN : times.microsAt(row),
              times.field().format() == ValueFormat.DATE ? TimeColumn.MICROS_PER_DAY : 0);
      case TextColumn texts -> {
        double[] lengths = new double[texts.rowCount()];
        IntToLongFunction length = FieldBinning.lengths(texts, all.use);
        for (int row = 0; row < lengths.length; row++) {
          lengths[row] = texts.isMissing(row) ? Double.NaN : length.applyAsLong(row);
        }
        yield of(key, groups, all, RowSorter.order(lengths), row -> lengths[row], 1);
      }
      case CategoryColumn _, ListColumn _, VectorColumn _ ->
          throw new IllegalArgumentException("No order: " + column.field().name());
    };
  }

  /// @param order rows in rising order of their values
  /// @param valueOfRow NaN where a row has none
  private static SpreadPlan of(
      DistributionPlan.Key key,
      FieldGroups groups,
      Rows all,
      int[] order,
      IntToDoubleFunction valueOfRow,
      double grid) {
    Scale scale = key.x();
    double[] values = new double[order.length];
    int[] rows = new int[order.length];
    int size = 0;
    for (int row : order) {
      double value = valueOfRow.applyAsDouble(row);
      if (Double.isFinite(value) && (scale != Scale.LOG || value > 0)) {
        values[size] = value;
        rows[size++] = row;
      }
    }
    return new SpreadPlan(
        key, groups, Arrays.copyOf(values, size), Arrays.copyOf(rows, size), grid, all.key);
  }

  private SpreadPlan(
      DistributionPlan.Key key,
      FieldGroups groups,
      double[] values,
      int[] rows,
      double grid,
      IntFunction<RowKey> keys) {
    this.shape = key.shape();
    this.groups = groups.names();
    this.scale = key.x();
    this.values = values;
    this.rows = rows;
    this.grid = scale != Scale.LINEAR ? 0 : grid > 0 ? grid : gridOf(values);
    places = scale == Scale.LINEAR ? values : new double[values.length];
    for (int i = 0; i < values.length && scale != Scale.LINEAR; i++) {
      places[i] = NumberBins.forward(values[i], scale);
    }
    groupOf = new byte[values.length];
    IntUnaryOperator groupOfRow = groups.groupOfRow();
    for (int i = 0; i < values.length; i++) {
      groupOf[i] = (byte) groupOfRow.applyAsInt(rows[i]);
    }
    firstGroups = groups.first();
    chances = chances(keys);
    all = spread(null, null);
  }

  long sizeInBytes() {
    int[] known = placeOfRow;
    return (scale == Scale.LINEAR ? 13L : 21L) * values.length
        + 8L * chances.length
        + (known == null ? 0 : 4L * known.length);
  }

  /// @param part the rows that the selected ones are some of
  SpreadData answer(RowSet part, RowSet selected) {
    SpreadData whole = part.isAll() ? all : ofPart(part);
    return selected.cardinality() == part.cardinality()
        ? whole
        : spread(chosen(selected), whole.context());
  }

  /// Kept, since a filter asks for the same parts again.
  private SpreadData ofPart(RowSet part) {
    synchronized (parts) {
      return parts.computeIfAbsent(part, rows -> spread(chosen(rows), null));
    }
  }

  /// The distance of neighbours where all values are multiples of it and stand there again and
  /// again; 0 where they do not.
  private static double gridOf(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    int stride = values.length / GRID_SAMPLE + 1;
    int different = 0;
    int looked = 0;
    for (int i = stride; i < values.length; i += stride) {
      double gap = values[i] - values[i - stride];
      looked++;
      if (gap > 0) {
        different++;
        least = Math.min(least, gap);
      }
    }
    if (different == 0 || different > looked / 3) {
      return 0;
    }
    for (int i = stride; i < values.length; i += stride) {
      double steps = (values[i] - values[i - stride]) / least;
      if (Math.abs(steps - Math.rint(steps)) > 1e-3 * Math.max(1, steps * 1e-3)) {
        return 0;
      }
    }
    return least;
  }

  /// One group after the other, each in rising order.
  private record Sorted(double[] values, double[] places, int[] starts) {
    SortedValues values(int group) {
      return new SortedValues(values, starts[group], starts[group + 1]);
    }

    SortedValues places(int group) {
      return new SortedValues(places, starts[group], starts[group + 1]);
    }
  }

  private static boolean has(long[] words, int row) {
    return (words[row >>> 6] >>> row & 1) != 0;
  }

  /// Where in the order the selected rows stand, rising. Few rows are looked up and sorted, since a
  /// walk over all of them costs more; small multiples ask for one part after the other.
  private int[] chosen(RowSet selected) {
    long[] words = selected.toWords();
    int count = selected.cardinality();
    int[] chosen = new int[Math.min(count, rows.length)];
    int n = 0;
    if (count > rows.length / SPARSE) {
      for (int i = 0; i < rows.length; i++) {
        if (has(words, rows[i])) {
          chosen[n++] = i;
        }
      }
      return n == chosen.length ? chosen : Arrays.copyOf(chosen, n);
    }
    int[] place = placeOfRow(selected.rowCount());
    for (int w = 0; w < words.length; w++) {
      for (long rest = words[w]; rest != 0; rest &= rest - 1) {
        int at = place[(w << 6) + Long.numberOfTrailingZeros(rest)];
        if (at >= 0) {
          chosen[n++] = at;
        }
      }
    }
    Arrays.sort(chosen, 0, n);
    return n == chosen.length ? chosen : Arrays.copyOf(chosen, n);
  }

  /// Made on the first question that needs it; two threads may make the same.
  private int[] placeOfRow(int rowCount) {
    int[] known = placeOfRow;
    if (known == null) {
      known = new int[rowCount];
      Arrays.fill(known, -1);
      for (int i = 0; i < rows.length; i++) {
        known[rows[i]] = i;
      }
      placeOfRow = known;
    }
    return known;
  }

  private Sorted sorted(int @Nullable [] chosen, double[] into) {
    int size = chosen == null ? rows.length : chosen.length;
    int[] starts = new int[groups.size() + 1];
    for (int k = 0; k < size; k++) {
      starts[groupOf[chosen == null ? k : chosen[k]] + 1]++;
    }
    for (int group = 0; group < groups.size(); group++) {
      starts[group + 1] += starts[group];
    }
    int[] next = starts.clone();
    boolean curved = scale != Scale.LINEAR;
    double[] placed = curved ? new double[starts[groups.size()]] : into;
    for (int k = 0; k < size; k++) {
      int i = chosen == null ? k : chosen[k];
      int at = next[groupOf[i]]++;
      into[at] = values[i];
      if (curved) {
        placed[at] = places[i];
      }
    }
    return new Sorted(into, placed, starts);
  }

  /// @param chosen where the selected rows stand; null for all
  /// @param context of all rows; null where these are all
  private SpreadData spread(int @Nullable [] chosen, @Nullable List<Spread> context) {
    double[] taken = spare.getAndSet(null);
    double[] room = taken == null ? new double[values.length] : taken;
    try {
      Sorted sorted = sorted(chosen, room);
      double[][] points = points(chosen, sorted);
      List<Spread> spreads = new ArrayList<>();
      for (int group = 0; group < groups.size(); group++) {
        SortedValues own = sorted.places(group);
        spreads.add(Spread.of(sorted.values(group), own, density(own), points[group]));
      }
      return new SpreadData(context == null ? spreads : context, spreads, compared(sorted));
    } finally {
      spare.set(room);
    }
  }

  private Optional<KernelDensity> density(SortedValues own) {
    boolean wanted = shape == Shape.DENSITY || shape == Shape.VIOLIN || shape == Shape.STRIP;
    if (!wanted || own.n() < FEWEST_FOR_CURVE || own.min() == own.max()) {
      return Optional.empty();
    }
    // A value that no row is below is none that a curve may reach.
    boolean positive = scale == Scale.LINEAR && values[0] >= 0;
    return Optional.of(KernelDensity.of(own, grid, positive ? 0 : Double.NEGATIVE_INFINITY));
  }

  /// A number in 0…1 for each value that depends on nothing but the key of its row.
  private double[] chances(IntFunction<RowKey> keys) {
    boolean sampled = shape == Shape.STRIP && rows.length > mostPoints(groups.size());
    double[] chances = new double[sampled ? rows.length : 0];
    KeyedHash hash = new KeyedHash(SpreadData.SEED);
    Arrays.setAll(chances, i -> KeyedHash.uniform(hash.of(keys.apply(rows[i]))));
    return chances;
  }

  /// Values to draw one by one: all where they are few, else those of rows whose key hashes to a
  /// small share, the same rows under every filter that leaves them.
  private double[][] points(int @Nullable [] chosen, Sorted sorted) {
    double[][] points = new double[groups.size()][0];
    if (shape != Shape.STRIP) {
      return points;
    }
    double[] shares = new double[groups.size()];
    int[] sizes = new int[groups.size()];
    int most = mostPoints(groups.size());
    for (int group = 0; group < groups.size(); group++) {
      int n = sorted.values(group).n();
      shares[group] = n <= most ? 1 : (double) most / n;
      points[group] = new double[Math.min(n, 2 * most)];
    }
    int size = chosen == null ? rows.length : chosen.length;
    for (int k = 0; k < size; k++) {
      int i = chosen == null ? k : chosen[k];
      int group = groupOf[i];
      if ((shares[group] == 1 || chances[i] < shares[group])
          && sizes[group] < points[group].length) {
        points[group][sizes[group]++] = values[i];
      }
    }
    for (int group = 0; group < groups.size(); group++) {
      points[group] = Arrays.copyOf(points[group], sizes[group]);
    }
    return points;
  }

  private static int mostPoints(int groups) {
    return Math.clamp(MOST_POINTS / groups, FEWEST_POINTS_OF_GROUP, MOST_POINTS_OF_GROUP);
  }

  /// Two groups are compared where there are two, or where two were asked for.
  private Optional<Compared> compared(Sorted sorted) {
    List<Integer> named = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      String name = groups.get(group);
      if (!name.equals(DistributionData.OTHER_GROUPS)
          && !name.equals(DistributionData.MISSING_GROUP)) {
        named.add(group);
      }
    }
    boolean asked = named.size() == 2 || firstGroups >= 2 || shape == Shape.QQ;
    if (named.size() < 2 || !asked) {
      return Optional.empty();
    }
    int first = named.get(0);
    int second = named.get(1);
    SortedValues one = sorted.values(first);
    SortedValues other = sorted.values(second);
    return one.n() == 0 || other.n() == 0
        ? Optional.empty()
        : Optional.of(new Compared(first, second, Difference.of(one, other, SpreadData.SEED)));
  }
}
