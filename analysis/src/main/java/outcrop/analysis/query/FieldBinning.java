package outcrop.analysis.query;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TextOrder;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.analysis.task.UserFailure;

/// Puts the rows of a field into bins: numbers and times by value, categories by name, texts by
/// their length in characters.
final class FieldBinning {
  private static final int SAMPLE = 1 << 16;
  private static final int ROWS_PER_CHECK = 1 << 12;
  private static final double EXACT = 0x1p53;

  private FieldBinning() {}

  static Binning of(Column column, Bins bins, Scale scale, ColumnUse use) {
    int wanted = bins.count();
    if (!bins.edges().isEmpty()) {
      Optional<Binning> own = OwnEdges.of(column, bins.edges(), texts -> lengths(texts, use));
      if (own.isPresent()) {
        return own.get();
      }
    }
    return switch (column) {
      case CategoryColumn categories -> values(categories, bins);
      case TimeColumn times -> times(times, wanted, bins.step());
      case NumberColumn numbers ->
          numbers.integral()
              ? wholeNumbers(column, numbers::longAt, wanted, scale)
              : numbers(column, numbers::at, wanted, scale);
      case TextColumn texts -> wholeNumbers(texts, lengths(texts, use), wanted, scale);
      case ListColumn lists ->
          throw new IllegalArgumentException(lists.field().name() + " has several bins per row");
      case VectorColumn vectors ->
          throw new UserFailure(
              "“%s” holds vectors, which have no distribution; choose another field."
                  .formatted(vectors.field().name()));
    };
  }

  /// Lengths of texts take longest of all to find, so closing need not wait for their end.
  static IntToLongFunction lengths(TextColumn column, ColumnUse use) {
    return row -> {
      if ((row & ROWS_PER_CHECK - 1) == 0) {
        use.checkWanted();
      }
      return column.characters(row);
    };
  }

  /// The values of a list field, each counted once per row that has it.
  static ListBinning of(ListColumn column, Bins bins) {
    int[] counts = counts(column);
    int[] shown = shown(column.dictionary(), counts, bins);
    return new ListBinning(
        column, axis(column.dictionary(), shown), inverse(shown, counts.length, 0));
  }

  /// How many rows have each value of the dictionary.
  static int[] counts(ListColumn column) {
    int[] counts = new int[column.dictionary().size()];
    for (int row = 0; row < column.rowCount(); row++) {
      for (int ordinal : column.distinctOrdinals(row)) {
        counts[ordinal]++;
      }
    }
    return counts;
  }

  /// How many rows have each value of the dictionary.
  static int[] counts(CategoryColumn column) {
    int[] counts = new int[column.dictionary().size()];
    MemorySegment ordinals = column.ordinals();
    for (int row = 0; row < column.rowCount(); row++) {
      int ordinal = ordinals.getAtIndex(CategoryColumn.INT, row);
      if (ordinal >= 0) {
        counts[ordinal]++;
      }
    }
    return counts;
  }

  private static Binning values(CategoryColumn column, Bins bins) {
    int size = column.dictionary().size();
    MemorySegment ordinals = column.ordinals();
    int[] shown = shown(column.dictionary(), counts(column), bins);
    int[] binOf = inverse(shown, size, 0);
    BinAxis axis = axis(column.dictionary(), shown);
    return new Binning(
        axis,
        row -> {
          int ordinal = ordinals.getAtIndex(CategoryColumn.INT, row);
          return ordinal < 0 ? size : binOf[ordinal];
        });
  }

  /// The positions of a dictionary in the order in which they are shown.
  private static int[] shown(Dictionary dictionary, int[] counts, Bins bins) {
    Comparator<Integer> byValue = Comparator.comparing(dictionary::value, TextOrder.BY_CODE_POINT);
    Comparator<Integer> byCount =
        Comparator.<Integer>comparingInt(ordinal -> -counts[ordinal]).thenComparing(byValue);
    Comparator<Integer> comparator =
        switch (bins.order()) {
          case COUNT_DOWN -> byCount;
          case COUNT_UP ->
              Comparator.<Integer>comparingInt(ordinal -> counts[ordinal]).thenComparing(byValue);
          case VALUE_UP -> byValue;
          case VALUE_DOWN -> byValue.reversed();
          case DATA -> Comparator.naturalOrder();
          case OWN ->
              Comparator.comparingInt(places(dictionary, bins.own())).thenComparing(byCount);
        };
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted(comparator)
        .mapToInt(ordinal -> ordinal)
        .toArray();
  }

  /// The positions of the values of most rows, in an order; of an own order, of the values that
  /// stand in it before all others.
  ///
  /// @param order bins that say it
  /// @param most how many
  static int[] shown(Dictionary dictionary, int[] counts, Bins order, int most) {
    int[] falling = shown(dictionary, counts, Bins.DEFAULT);
    if (most >= counts.length && order.order() == Order.COUNT_DOWN) {
      return falling;
    }
    if (order.order() == Order.OWN) {
      return IntStream.of(shown(dictionary, counts, order)).limit(most).toArray();
    }
    Set<Integer> kept = IntStream.of(falling).limit(most).boxed().collect(Collectors.toSet());
    return IntStream.of(shown(dictionary, counts, order)).filter(kept::contains).toArray();
  }

  /// The place of each position of a dictionary in an order of values, behind all of them for
  /// values that are not in it.
  private static ToIntFunction<Integer> places(Dictionary dictionary, List<String> own) {
    Map<Integer, Integer> places = new HashMap<>();
    for (String value : own) {
      places.putIfAbsent(dictionary.find(value), places.size());
    }
    return ordinal -> places.getOrDefault(ordinal, Integer.MAX_VALUE);
  }

  /// The bin of each value of a dictionary.
  ///
  /// @param shown the values with a bin, in order
  /// @param size of the dictionary
  /// @param rest the bin of all others
  static int[] inverse(int[] shown, int size, int rest) {
    int[] binOf = new int[size];
    Arrays.fill(binOf, rest);
    for (int bin = 0; bin < shown.length; bin++) {
      binOf[shown[bin]] = bin;
    }
    return binOf;
  }

  static BinAxis axis(Dictionary dictionary, int[] shown) {
    return new BinAxis.Values(Arrays.stream(shown).mapToObj(dictionary::value).toList());
  }

  private static Binning times(TimeColumn column, int wanted, Step step) {
    RowSet missing = column.missing();
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int row = 0; row < column.rowCount(); row++) {
      if (missing == null || !missing.contains(row)) {
        min = Math.min(min, column.microsAt(row));
        max = Math.max(max, column.microsAt(row));
      }
    }
    if (min > max) {
      min = 0;
      max = 0;
    }
    BinAxis.Times axis =
        step == Step.AUTO
            ? TimeBins.axis(min, max, wanted, column.field().format())
            : TimeBins.axis(min, max, step, column.field());
    return longBins(axis, axis.edges(), column::microsAt, missing);
  }

  private static Binning wholeNumbers(
      Column column, IntToLongFunction value, int wanted, Scale scale) {
    RowSet missing = column.missing();
    NumberBins.Values values =
        widened(values(column.rowCount(), missing, row -> (double) value.applyAsLong(row), scale));
    double[] edges = NumberBins.edges(values, wanted, scale);
    BinAxis.Numbers axis =
        new BinAxis.Numbers(edges, true, NumberBins.rule(values, wanted, scale, edges));
    if (Arrays.stream(edges).anyMatch(edge -> edge != Math.rint(edge))) {
      return doubleBins(axis, row -> (double) value.applyAsLong(row), missing);
    }
    return longBins(axis, Arrays.stream(edges).mapToLong(e -> (long) e).toArray(), value, missing);
  }

  /// Integers beyond 2^53 were rounded to doubles; the true extremes lie within one step of those.
  private static NumberBins.Values widened(NumberBins.Values values) {
    return new NumberBins.Values(
        Math.abs(values.min()) > EXACT ? Math.nextDown(values.min()) : values.min(),
        Math.abs(values.max()) > EXACT ? Math.nextUp(values.max()) : values.max(),
        values.n(),
        values.integral(),
        values.sample());
  }

  private static Binning numbers(
      Column column, IntToDoubleFunction value, int wanted, Scale scale) {
    RowSet missing = column.missing();
    NumberBins.Values values = values(column.rowCount(), missing, value, scale);
    double[] edges = NumberBins.edges(values, wanted, scale);
    BinRule rule = NumberBins.rule(values, wanted, scale, edges);
    return doubleBins(new BinAxis.Numbers(edges, values.integral(), rule), value, missing);
  }

  static Binning longBins(
      BinAxis axis, long[] edges, IntToLongFunction value, @Nullable RowSet missing) {
    int size = axis.size();
    return new Binning(
        axis,
        row -> {
          if (missing != null && missing.contains(row)) {
            return size;
          }
          int bin = Binning.find(edges, value.applyAsLong(row));
          return bin < 0 ? size + 1 : bin;
        });
  }

  static Binning doubleBins(
      BinAxis.Numbers axis, IntToDoubleFunction value, @Nullable RowSet missing) {
    int size = axis.size();
    double[] edges = axis.edges();
    return new Binning(
        axis,
        row -> {
          if (missing != null && missing.contains(row)) {
            return size;
          }
          int bin = Binning.find(edges, value.applyAsDouble(row));
          return bin < 0 ? size + 1 : bin;
        });
  }

  private static NumberBins.Values values(
      int rows, @Nullable RowSet missing, IntToDoubleFunction value, Scale scale) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    long n = 0;
    boolean integral = true;
    int stride = rows / SAMPLE + 1;
    double[] sample = new double[rows / stride + 1];
    int sampled = 0;
    for (int row = 0; row < rows; row++) {
      double v = value.applyAsDouble(row);
      boolean shown = Double.isFinite(v) && (scale != Scale.LOG || v > 0);
      if (shown && (missing == null || !missing.contains(row))) {
        min = Math.min(min, v);
        max = Math.max(max, v);
        n++;
        integral &= v == Math.rint(v);
        // Numbering the values, not the rows, keeps the sample full where few rows have one.
        if (n % stride == 0) {
          sample[sampled++] = v;
        }
      }
    }
    double[] sorted = Arrays.copyOf(sample, sampled);
    Arrays.sort(sorted);
    return new NumberBins.Values(min, max, n, integral, sorted);
  }
}
