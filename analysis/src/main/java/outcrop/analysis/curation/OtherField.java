package outcrop.analysis.curation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// A field that is watched while another is shaped: the bin of each row, or the rows of each pair
/// of class and bin where that is smaller; and sums of its values by class.
///
/// A category of more than [#MOST_VALUES] values is watched by its most frequent ones, the rest
/// together.
final class OtherField {
  static final int MOST_VALUES = 250;
  private static final int MOST_BINS = 254;
  private static final int MOST_CELLS = 1 << 17;
  private static final double MEAN_OF_KOLMOGOROV = Math.sqrt(Math.PI / 2) * Math.log(2);

  private final String name;
  private final FieldType type;
  private final List<String> binNames;
  private final int bins;
  private final RowClasses classes;
  private final byte[] binOfRow;
  private final int[] table;
  private final double[] sums;
  private final double[] squares;
  private final double[] finite;
  private final double[] before;

  /// @param column of numbers, times or a category
  OtherField(Column column, RowClasses classes, ColumnUse use) {
    this.name = column.field().name();
    this.type = column.field().type();
    this.classes = classes;
    boolean category = column instanceof CategoryColumn;
    FieldClasses own = FieldClasses.of(column, Bins.DEFAULT, Scale.LINEAR, use);
    int shown = Math.min(own.axis().size(), category ? MOST_VALUES + 1 : MOST_BINS);
    this.bins = shown + FieldClasses.APART;
    this.binNames = names(own.keys(), category, shown);
    boolean dense = (long) classes.size() * bins <= MOST_CELLS;
    this.table = new int[dense ? classes.size() * bins : 0];
    this.binOfRow = new byte[dense ? 0 : classes.classOfRow().length];
    int summed = category ? 0 : classes.size();
    this.sums = new double[summed];
    this.squares = new double[summed];
    this.finite = new double[summed];
    count(own, shown, value(column), use);
    this.before = shares(weigh(ones(classes.size())));
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// What the bins are called; the rest of a category has no name.
  private static List<String> names(List<String> keys, boolean category, int shown) {
    if (keys.size() <= shown) {
      return keys;
    }
    return category
        ? List.copyOf(keys.subList(0, MOST_VALUES))
        : IntStream.range(0, shown)
            .mapToObj(bin -> keys.get(firstOf(bin, shown, keys.size())))
            .toList();
  }

  /// Where many bins are put together into `shown`, the first of those in one of them.
  private static int firstOf(int bin, int shown, int size) {
    return Math.ceilDiv(bin * size, shown);
  }

  private static IntToDoubleFunction value(Column column) {
    return switch (column) {
      case NumberColumn numbers -> numbers::at;
      case TimeColumn times -> row -> (double) times.microsAt(row);
      default -> _ -> Double.NaN;
    };
  }

  private void count(FieldClasses own, int shown, IntToDoubleFunction value, ColumnUse use) {
    IntUnaryOperator binOf = own.classOfRow();
    int beyond = own.axis().size();
    // Sums are taken from the first value, so that times do not lose their differences.
    double origin = Double.NaN;
    for (int row = classes.rows().next(0); row >= 0; row = classes.rows().next(row + 1)) {
      int index = classes.classOfRow()[row];
      int bin = binOf.applyAsInt(row);
      int kept = bin >= beyond ? bin - beyond + shown : shown(bin, shown, beyond);
      if (table.length > 0) {
        table[index * bins + kept]++;
      } else {
        binOfRow[row] = (byte) kept;
      }
      if (sums.length > 0 && bin != beyond) {
        double v = value.applyAsDouble(row);
        if (Double.isFinite(v)) {
          origin = Double.isNaN(origin) ? v : origin;
          sums[index] += v - origin;
          squares[index] += (v - origin) * (v - origin);
          finite[index]++;
        }
      }
      if ((row & 0xffff) == 0) {
        use.checkWanted();
      }
    }
  }

  /// Of a category the rare values stand together at the end; of an axis neighbours do.
  private int shown(int bin, int shown, int size) {
    return sums.length == 0 ? Math.min(bin, shown - 1) : (int) ((long) bin * shown / size);
  }

  /// How the field moves when each row of a class counts so often.
  ///
  /// @param effective the effective number of rows afterwards
  FieldShift shift(double[] perRow, double effective) {
    double[] after = shares(weigh(perRow));
    boolean category = sums.length == 0;
    double variation = 0;
    double w = 0;
    int most = 0;
    for (int bin = 0; bin < bins; bin++) {
      double difference = after[bin] - before[bin];
      variation += Math.abs(difference) / 2;
      w += before[bin] > 0 ? difference * difference / before[bin] : 0;
      if (Math.abs(difference) > Math.abs(after[most] - before[most])) {
        most = bin;
      }
    }
    int missingBin = bins - FieldClasses.APART;
    double missing = after[missingBin] - before[missingBin];
    double ks = category ? Double.NaN : ks(before, after);
    double n = classes.rows().cardinality();
    double left = effective <= 0 || n == 0 ? 0 : Math.max(0, 1 - effective / n) / effective;
    return new FieldShift(
        name,
        type,
        category ? variation : Math.max(ks, Math.abs(missing)),
        variation,
        Math.sqrt(w),
        category ? Double.NaN : standardised(perRow),
        ks,
        missing,
        category ? byChance(before, left) : MEAN_OF_KOLMOGOROV * Math.sqrt(left),
        most == missingBin ? null : most < binNames.size() ? binNames.get(most) : "",
        after[most] - before[most]);
  }

  /// The mean total variation of a random draw: half the sum of the mean absolute deviations.
  private static double byChance(double[] shares, double left) {
    double sum = 0;
    for (double share : shares) {
      sum += Math.sqrt(share * (1 - share) * left * 2 / Math.PI) / 2;
    }
    return sum;
  }

  private double[] weigh(double[] perRow) {
    double[] counts = new double[bins];
    if (table.length > 0) {
      for (int index = 0; index < perRow.length; index++) {
        double weight = perRow[index];
        if (weight != 0) {
          for (int bin = 0; bin < bins; bin++) {
            counts[bin] += weight * table[index * bins + bin];
          }
        }
      }
      return counts;
    }
    int[] classOfRow = classes.classOfRow();
    for (int row = 0; row < classOfRow.length; row++) {
      if (classOfRow[row] >= 0) {
        counts[binOfRow[row] & 0xff] += perRow[classOfRow[row]];
      }
    }
    return counts;
  }

  private static double[] shares(double[] counts) {
    double sum = Arrays.stream(counts).sum();
    return sum == 0 ? counts : Arrays.stream(counts).map(count -> count / sum).toArray();
  }

  /// Over the rows that have a place on the axis.
  private static double ks(double[] before, double[] after) {
    int onAxis = before.length - FieldClasses.APART;
    double allBefore = 0;
    double allAfter = 0;
    for (int bin = 0; bin < onAxis; bin++) {
      allBefore += before[bin];
      allAfter += after[bin];
    }
    if (allBefore == 0 || allAfter == 0) {
      return 0;
    }
    double largest = 0;
    double sumBefore = 0;
    double sumAfter = 0;
    for (int bin = 0; bin < onAxis; bin++) {
      sumBefore += before[bin] / allBefore;
      sumAfter += after[bin] / allAfter;
      largest = Math.max(largest, Math.abs(sumAfter - sumBefore));
    }
    return largest;
  }

  private double standardised(double[] perRow) {
    double[] ones = ones(perRow.length);
    double n = dot(ones, finite);
    double weight = dot(perRow, finite);
    if (n == 0 || weight == 0) {
      return 0;
    }
    double mean = dot(ones, sums) / n;
    double variance = dot(ones, squares) / n - mean * mean;
    double moved = dot(perRow, sums) / weight - mean;
    return variance > 0 ? moved / Math.sqrt(variance) : 0;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
