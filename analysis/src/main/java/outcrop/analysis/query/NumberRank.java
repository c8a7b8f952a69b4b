package outcrop.analysis.query;

import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.task.TaskContext;

/// Where a number stands among all values of a column. Missing values and NaN do not count.
///
/// @param below values that are smaller
/// @param equal values that are equal
/// @param above values that are greater
public record NumberRank(long below, long equal, long above) {
  private static final int CHECK_EVERY = 1 << 16;

  /// Looks at every value once.
  ///
  /// @throws java.util.concurrent.CancellationException where nobody wants to know any more
  public static NumberRank of(
      NumberColumn column, double number, ColumnUse use, TaskContext context) {
    long below = 0;
    long equal = 0;
    long above = 0;
    for (int row = 0; row < column.rowCount(); row++) {
      if (row % CHECK_EVERY == 0) {
        context.checkCancelled();
        use.checkWanted();
      }
      double value = column.at(row);
      if (!column.isMissing(row) && !Double.isNaN(value)) {
        below += value < number ? 1 : 0;
        equal += value == number ? 1 : 0;
        above += value > number ? 1 : 0;
      }
    }
    return new NumberRank(below, equal, above);
  }

  /// The share of values that are smaller, 0…1; 0 where there are none.
  public double shareBelow() {
    return share(below);
  }

  /// The share of values that are greater, 0…1; 0 where there are none.
  public double shareAbove() {
    return share(above);
  }

  private double share(long part) {
    long all = below + equal + above;
    return all == 0 ? 0 : (double) part / all;
  }
}
