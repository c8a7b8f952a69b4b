package outcrop.analysis.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.Measure;

/// Works out measures of one field: of numbers, of times in microseconds, of texts by their length.
/// Rows without a value and values that are not finite do not count.
final class RowMeasures {
  private final Column column;
  private final RowSet selected;
  private final Function<String, Column> columns;

  /// @param columns gives the fields that narrow the rows
  RowMeasures(Column column, RowSet selected, Function<String, Column> columns) {
    this.column = column;
    this.selected = selected;
    this.columns = columns;
  }

  /// The measures that have a value.
  Map<Measure, Double> of(List<Measure> measures) {
    Map<Measure, Double> found = new HashMap<>();
    // Measures of the same rows share one pass over them.
    Map<Measure, double[]> valuesOfRows = new HashMap<>();
    for (Measure measure : measures) {
      Measure rows = measure.withKind(Measure.Kind.VALUE).withQuantile(0);
      double[] values = valuesOfRows.computeIfAbsent(rows, this::sorted);
      of(measure, values).ifPresent(value -> found.put(measure, value));
    }
    return found;
  }

  private static OptionalDouble of(Measure measure, double[] sorted) {
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return switch (measure.kind()) {
      case VALUE -> OptionalDouble.empty();
      case MEAN -> Arrays.stream(sorted).average();
      case MEDIAN -> OptionalDouble.of(quantile(sorted, 0.5));
      case QUANTILE -> OptionalDouble.of(quantile(sorted, measure.quantile()));
    };
  }

  /// Between the two nearest values, as R's type 7.
  static double quantile(double[] sorted, double q) {
    double place = q * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  private double[] sorted(Measure measure) {
    RowSet rows = measure.rows() == Measure.Rows.ALL ? RowSet.all(column.rowCount()) : selected;
    IntToDoubleFunction valueOf = valueOf();
    IntPredicate counts = measure.field().isEmpty() ? _ -> true : having(measure);
    double[] values = new double[rows.cardinality()];
    int n = 0;
    long[] words = rows.toWords();
    for (int w = 0; w < words.length; w++) {
      for (long rest = words[w]; rest != 0; rest &= rest - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(rest);
        if (!column.isMissing(row) && counts.test(row)) {
          double value = valueOf.applyAsDouble(row);
          if (Double.isFinite(value)) {
            values[n++] = value;
          }
        }
      }
    }
    double[] sorted = Arrays.copyOf(values, n);
    Arrays.parallelSort(sorted);
    return sorted;
  }

  private IntToDoubleFunction valueOf() {
    return switch (column) {
      case NumberColumn numbers ->
          numbers.integral() ? row -> (double) numbers.longAt(row) : numbers::at;
      case TimeColumn times -> times::microsAt;
      case TextColumn texts -> texts::characters;
      default -> _ -> Double.NaN;
    };
  }

  private IntPredicate having(Measure measure) {
    Column narrowing = columns.apply(measure.field());
    if (narrowing instanceof CategoryColumn categories) {
      int ordinal = categories.dictionary().find(measure.value());
      return row -> ordinal >= 0 && categories.ordinal(row) == ordinal;
    }
    return row -> measure.value().equals(narrowing.textAt(row));
  }
}
