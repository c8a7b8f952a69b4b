package outcrop.analysis.curation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;

/// What a target makes of the rows there are: an exact forecast by class, made from the counts of
/// the classes alone, so that it can follow a drag.
///
/// Rows are counted whole: in a class of which `k` rows are wanted, the `k` rows with the smallest
/// keyed hash are kept, so that a higher `k` only adds rows and the numbers told are those that the
/// operation makes. (Keeping each row by itself with probability `k / n`, as in the MetaCLIP
/// programs, has the same expectation and scatters around it.)
///
/// @param before the rows of each class
/// @param wanted the rows wanted of each class, not rounded
/// @param after what each class has afterwards: rows kept, the sum of weights, or rows with their
///   repeats
/// @param shares the shares aimed at, null for a target in rows
/// @param reachable the most rows that can have exactly the wanted shares without repeating one; −1
///   for a target in rows
/// @param rowsAfter rows kept, or with their repeats; the sum of weights, which is the number of
///   rows
/// @param effective the effective number of rows, (Σw)² / Σw² over all rows (Kish 1965); rows kept
///   where rows are left out
public record ShapeResult(
    TargetSpec spec,
    ClassSizes before,
    double[] wanted,
    double[] after,
    double @Nullable [] shares,
    double reachable,
    double rowsAfter,
    double effective,
    List<ShapeNote> notes) {

  /// The forecast for the classes of one field.
  public static ShapeResult of(ClassSizes counts, TargetSpec spec) {
    WantedRows wanted = WantedRows.of(counts, spec);
    double[] after = after(counts.rows(), wanted.rows(), spec.mode());
    return new ShapeResult(
        spec,
        counts,
        wanted.rows(),
        after,
        wanted.shares(),
        wanted.reachable(),
        Arrays.stream(after).sum(),
        effective(counts.rows(), after, spec.mode()),
        wanted.notes());
  }

  /// The same target with what comes of it by another answer: of two targets together, or of rows
  /// that lie in several classes. Where that answer is of an older target, what is wanted is this
  /// one's all the same.
  public ShapeResult with(ShapeResult answer) {
    if (answer.spec.equals(spec)) {
      return answer;
    }
    return new ShapeResult(
        spec,
        before,
        wanted,
        answer.after,
        shares,
        reachable,
        answer.rowsAfter,
        answer.effective,
        notes);
  }

  static double[] after(long[] before, double[] wanted, Mode mode) {
    return switch (mode) {
      case SUBSAMPLE -> kept(before, wanted);
      case WEIGHTS -> weighted(before, wanted);
      case REPEAT -> repeated(before, wanted);
    };
  }

  /// The nearest whole number of rows that the class has; rising with what is wanted, so that more
  /// wanted never loses a row.
  private static double[] kept(long[] before, double[] wanted) {
    double[] kept = new double[before.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Math.min(before[i], Math.floor(wanted[i] + 0.5));
    }
    return kept;
  }

  /// The sums of weights whose mean over all rows is one.
  private static double[] weighted(long[] before, double[] wanted) {
    double sum = 0;
    long rows = 0;
    for (int i = 0; i < before.length; i++) {
      rows += before[i];
      sum += before[i] > 0 ? wanted[i] : 0;
    }
    double[] weights = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      weights[i] = before[i] > 0 && sum > 0 ? wanted[i] * rows / sum : 0;
    }
    return weights;
  }

  /// Whole numbers of rows by the largest remainder: they add up to the rounded sum of what is
  /// wanted of classes that have rows. Of equal remainders the earlier class gets the row.
  private static double[] repeated(long[] before, double[] wanted) {
    double sum = 0;
    double[] counts = new double[before.length];
    double given = 0;
    Integer[] order = new Integer[before.length];
    for (int i = 0; i < before.length; i++) {
      double own = before[i] > 0 ? wanted[i] : 0;
      sum += own;
      counts[i] = Math.floor(own);
      given += counts[i];
      order[i] = i;
    }
    Arrays.sort(
        order,
        Comparator.comparingDouble(i -> before[i] > 0 ? -(wanted[i] - Math.floor(wanted[i])) : 0));
    double left = Math.rint(sum) - given;
    for (int k = 0; k < order.length && left > 0; k++) {
      if (before[order[k]] > 0) {
        counts[order[k]]++;
        left--;
      }
    }
    return counts;
  }

  static double effective(long[] before, double[] after, Mode mode) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i] > 0) {
        sum += after[i];
        squares += squares(before[i], after[i], mode);
      }
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }

  /// The sum of the squared weights of the rows of one class.
  private static double squares(long rows, double after, Mode mode) {
    return switch (mode) {
      case SUBSAMPLE -> after;
      case WEIGHTS -> after * after / rows;
      case REPEAT -> {
        double base = Math.floor(after / rows);
        double more = after - base * rows;
        yield more * (base + 1) * (base + 1) + (rows - more) * base * base;
      }
    };
  }

  /// Rows before.
  public long rowsBefore() {
    return before.total();
  }

  /// How many rows of a class are wanted and cannot be had: those beyond the rows there are where
  /// rows are only left out; all of a class without rows where they are weighted or repeated.
  public double unreachable(int index) {
    long rows = before.rows()[index];
    boolean fixed = spec.mode() == Mode.SUBSAMPLE || rows == 0;
    return fixed ? Math.max(0, Math.floor(wanted[index] + 0.5) - rows) : 0;
  }

  /// The same over all classes.
  public double unreachable() {
    double sum = 0;
    for (int i = 0; i < wanted.length; i++) {
      sum += unreachable(i);
    }
    return sum;
  }

  /// Classes of which more rows are wanted than can be had.
  public int unreachableClasses() {
    int classes = 0;
    for (int i = 0; i < wanted.length; i++) {
      classes += unreachable(i) > 0 ? 1 : 0;
    }
    return classes;
  }

  /// How often a row of each class counts afterwards, on average: the share of rows kept, the
  /// weight, the mean number of repeats. 0 for classes without rows.
  public double[] perRow() {
    double[] result = new double[after.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = perRow(i);
    }
    return result;
  }

  /// The same for one class.
  public double perRow(int index) {
    return before.rows()[index] == 0 ? 0 : after[index] / before.rows()[index];
  }

  /// The largest difference between the share that a class gets and the share aimed at; 0 for a
  /// target in rows.
  public double largestDeviation() {
    double[] aim = shares;
    double total = Arrays.stream(after).sum();
    if (aim == null || total == 0) {
      return 0;
    }
    double largest = 0;
    for (int i = 0; i < aim.length; i++) {
      largest = Math.max(largest, Math.abs(after[i] / total - aim[i]));
    }
    return largest;
  }
}
