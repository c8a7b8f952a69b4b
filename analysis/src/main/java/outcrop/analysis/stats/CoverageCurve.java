package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.Objects;

/// How many of the largest classes hold a share of the rows.
///
/// @param classes numbers of classes, rising, one point where the size changes; first 0
/// @param rows how many rows the so many largest classes have
public record CoverageCurve(long[] classes, double[] rows) {
  /// @param counts positive sizes of classes
  public static CoverageCurve of(ValueFrequencies counts) {
    int points = counts.distinct() + 1;
    long[] classes = new long[points];
    double[] rows = new double[points];
    for (int i = 1; i < points; i++) {
      int at = counts.distinct() - i;
      classes[i] = classes[i - 1] + counts.frequencies()[at];
      rows[i] = rows[i - 1] + counts.values()[at] * counts.frequencies()[at];
    }
    return new CoverageCurve(classes, rows);
  }

  /// The fewest classes that hold a share of the rows.
  ///
  /// @param share 0 to 1
  public long classesFor(double share) {
    double wanted = share * rows[rows.length - 1];
    int i = 0;
    while (i < rows.length - 1 && rows[i] < wanted) {
      i++;
    }
    if (i == 0) {
      return 0;
    }
    // A hair less than the quotient: 0.8 of 10 rows are 8, not 8.000000000000002.
    return classes[i - 1] + (long) Math.ceil((wanted - rows[i - 1]) / size(i) - 1e-9);
  }

  /// The share of rows that the `k` largest classes hold.
  public double topShare(long k) {
    return rowsOf(k) / rows[rows.length - 1];
  }

  /// How many rows the `k` largest classes have.
  public double rowsOf(long k) {
    if (k <= 0) {
      return 0;
    }
    int i = pointFrom(k);
    return classes[i] <= k ? rows[i] : rows[i] - size(i) * (classes[i] - k);
  }

  /// The rows of the class at a rank.
  ///
  /// @param rank from 0 for the largest class
  /// @throws IndexOutOfBoundsException where there is no such class
  public double sizeAt(long rank) {
    Objects.checkIndex(rank, classes[classes.length - 1]);
    return size(pointFrom(rank + 1));
  }

  /// The first point with at least so many classes, the last where there is none.
  private int pointFrom(long wanted) {
    int at = Arrays.binarySearch(classes, wanted);
    return at >= 0 ? at : Math.min(-at - 1, classes.length - 1);
  }

  private double size(int point) {
    return (rows[point] - rows[point - 1]) / (classes[point] - classes[point - 1]);
  }
}
