package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.selection.Predicate;

/// Looks at the values of a number field, in one pass beside its profile.
final class NumberChecks {
  private static final double FAR_OUT = 3;
  private static final double RARE = 0.01;
  private static final double EXTREME_SKEWNESS = 3;
  private static final int QUARTILE = ColumnProfile.SHARES.indexOf(0.25);
  private static final int THIRD_QUARTILE = ColumnProfile.SHARES.indexOf(0.75);

  private final String field;
  private final ColumnProfile profile;
  private final NumberSummary numbers;
  private final List<FieldWarning> found = new ArrayList<>();
  private final long[] defaults = new long[DefaultValues.numberCount()];
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private double low = Double.NEGATIVE_INFINITY;
  private double high = Double.POSITIVE_INFINITY;
  private long below;
  private long above;
  private double cubes;

  private NumberChecks(String field, ColumnProfile profile, NumberSummary numbers) {
    this.field = field;
    this.profile = profile;
    this.numbers = numbers;
    if (!numbers.quantiles().isEmpty()) {
      double first = numbers.quantiles().get(QUARTILE);
      double third = numbers.quantiles().get(THIRD_QUARTILE);
      if (third > first) {
        low = first - FAR_OUT * (third - first);
        high = third + FAR_OUT * (third - first);
      }
    }
  }

  static List<FieldWarning> of(NumberColumn column, RowSet rows, ColumnProfile profile) {
    NumberSummary numbers = profile.numbers();
    if (numbers == null) {
      return List.of();
    }
    NumberChecks checks = new NumberChecks(column.field().name(), profile, numbers);
    checks.pass(column, rows);
    checks.notFinite();
    if (profile.distinct() > 1) {
      checks.defaults();
      checks.spread();
    }
    return checks.found;
  }

  private void pass(NumberColumn column, RowSet rows) {
    RowSet missing = column.missing();
    double mean = numbers.mean() == null ? 0 : numbers.mean();
    double sd = numbers.sd() == null || numbers.sd() == 0 ? 1 : numbers.sd();
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      double value = column.at(row);
      if (missing != null && missing.contains(row) || !Double.isFinite(value)) {
        continue;
      }
      double z = (value - mean) / sd;
      cubes += z * z * z;
      below += value < low ? 1 : 0;
      above += value > high ? 1 : 0;
      int place = value == Math.rint(value) ? DefaultValues.placeOf(value) : -1;
      if (place >= 0) {
        defaults[place]++;
      } else {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
  }

  private void notFinite() {
    if (numbers.nan() > 0) {
      found.add(
          FieldWarning.of(Kind.NOT_FINITE, numbers.nan(), present())
              .withValue("NaN")
              .withRows(new Predicate.In(field, List.of("NaN"))));
    }
    if (numbers.infinite() > 0) {
      found.add(
          FieldWarning.of(Kind.NOT_FINITE, numbers.infinite(), present())
              .withValue("Infinity")
              .withRows(new Predicate.In(field, List.of("Infinity", "-Infinity"))));
    }
  }

  private long present() {
    return profile.rows() - profile.missing();
  }

  private void defaults() {
    for (int place = 0; place < defaults.length; place++) {
      if (defaults[place] > 0 && isSuspicious(place)) {
        String value = NumberColumn.textOf(DefaultValues.number(place));
        found.add(
            FieldWarning.of(Kind.SUSPICIOUS_DEFAULT, defaults[place], present())
                .withValue(value)
                .withRows(new Predicate.In(field, List.of(value))));
      }
    }
  }

  private boolean isSuspicious(int place) {
    double value = DefaultValues.number(place);
    long count = defaults[place];
    double min = least;
    double max = greatest;
    for (int other = 0; other < defaults.length; other++) {
      if (other != place && defaults[other] > 0) {
        min = Math.min(min, DefaultValues.number(other));
        max = Math.max(max, DefaultValues.number(other));
      }
    }
    if (value == -1 && min >= 0 && max > 0 && count >= DefaultValues.LEAST_ROWS) {
      return true;
    }
    boolean nines = Math.abs(value) > 1;
    double gap = value > max ? value - max : min - value;
    if (nines && count >= DefaultValues.LEAST_ROWS && max > min && gap > max - min) {
      return true;
    }
    return count >= Math.max(DefaultValues.LEAST_OF_NUMBER, DefaultValues.LEAST_SHARE * present())
        && profile.distinct() >= DefaultValues.LEAST_DISTINCT
        && count >= DefaultValues.TIMES_NEXT * mostOfAnother(value);
  }

  private long mostOfAnother(double value) {
    return profile.top().stream()
        .filter(top -> Double.parseDouble(top.value()) != value)
        .mapToLong(ValueCount::count)
        .findFirst()
        .orElse(0);
  }

  private void spread() {
    long far = below + above;
    if (far > 0 && far <= RARE * numbers.n()) {
      Predicate under = new Predicate.Range(field, null, NumberColumn.textOf(low), true, false);
      Predicate over = new Predicate.Range(field, NumberColumn.textOf(high), null, false, true);
      Predicate both = new Predicate.Or(List.of(under, over));
      found.add(
          FieldWarning.of(Kind.OUTLIERS, far, numbers.n())
              .withRows(below == 0 ? over : above == 0 ? under : both));
    }
    double skewness = skewness();
    if (Math.abs(skewness) > EXTREME_SKEWNESS) {
      found.add(FieldWarning.of(Kind.SKEWED, numbers.n(), numbers.n()).withAmount(skewness));
    }
  }

  /// m₃ / m₂^1.5 with moments divided by n.
  private double skewness() {
    double n = numbers.n();
    if (numbers.sd() == null || numbers.sd() == 0 || n < 3) {
      return 0;
    }
    return cubes / n * Math.pow(n / (n - 1), 1.5);
  }
}
