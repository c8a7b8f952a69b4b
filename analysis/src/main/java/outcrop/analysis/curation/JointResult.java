package outcrop.analysis.curation;

import java.util.Arrays;
import java.util.List;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.task.TaskRunner;

/// What two targets on two fields make of the rows together. The pairs of classes are shaped so
/// that both margins have the shares wanted ([ProportionalFit]); mode, total and seed are those of
/// the first target.
///
/// A target in rows counts here by the shares that its rows make, and bounds the total by their
/// sum.
///
/// @param pairs the class of each row among the pairs that occur
/// @param after what each pair has afterwards, as in [ShapeResult]
/// @param first the forecast for the first field
/// @param second for the second field; total, reachable and effective rows are those of both
public record JointResult(
    RowClasses pairs, double[] after, ShapeResult first, ShapeResult second, ProportionalFit fit) {

  /// The two fields of one set of rows, counted once; a drag then only fits.
  public static final class Table {
    private final ClassSizes first;
    private final ClassSizes second;
    private final CrossTable table;
    private final RowClasses pairs;

    /// @param a the classes of the rows in the first field
    /// @param b and in the second, of the same rows
    public Table(
        RowClasses a,
        List<String> firstKeys,
        RowClasses b,
        List<String> secondKeys,
        TaskRunner runner) {
      RowSet rows = a.rows();
      int[] inFirst = new int[rows.cardinality()];
      int[] inSecond = new int[rows.cardinality()];
      int i = 0;
      for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
        inFirst[i] = a.classOfRow()[row];
        inSecond[i++] = b.classOfRow()[row];
      }
      this.table = CrossTable.of(inFirst, a.size(), inSecond, b.size());
      this.first = new ClassSizes(firstKeys, a.counts());
      this.second = new ClassSizes(secondKeys, b.counts());
      this.pairs =
          RowClasses.of(
              rows,
              table.size(),
              row -> table.find(a.classOfRow()[row], b.classOfRow()[row]),
              runner);
    }

    /// The class of each row among the pairs that occur.
    RowClasses pairs() {
      return pairs;
    }

    public JointResult shape(TargetSpec one, TargetSpec other) {
      return JointResult.of(this, one, other);
    }
  }

  private static JointResult of(Table of, TargetSpec one, TargetSpec other) {
    WantedRows wantedFirst = WantedRows.of(of.first, one);
    WantedRows wantedSecond = WantedRows.of(of.second, other.withMode(one.mode()));
    double[] aimFirst = shares(wantedFirst);
    double[] aimSecond = shares(wantedSecond);
    ProportionalFit fit = ProportionalFit.of(of.table, aimFirst, aimSecond);
    double reachable = reachable(of.table, fit);
    double total = total(one, wantedFirst, wantedSecond, reachable, of.pairs.rows().cardinality());
    double[] wanted = Arrays.stream(fit.shares()).map(share -> share * total).toArray();
    double[] after = ShapeResult.after(of.table.rows(), wanted, one.mode());
    double effective = ShapeResult.effective(of.table.rows(), after, one.mode());
    return new JointResult(
        of.pairs,
        after,
        new ShapeResult(
            one,
            of.first,
            scaled(aimFirst, total),
            margin(after, of.table.first(), of.first.size()),
            aimFirst,
            reachable,
            Arrays.stream(after).sum(),
            effective,
            wantedFirst.notes()),
        new ShapeResult(
            other,
            of.second,
            scaled(aimSecond, total),
            margin(after, of.table.second(), of.second.size()),
            aimSecond,
            reachable,
            Arrays.stream(after).sum(),
            effective,
            wantedSecond.notes()),
        fit);
  }

  /// How often a row of each pair counts afterwards.
  public double[] perRow() {
    long[] before = pairs.counts();
    double[] result = new double[after.length];
    for (int pair = 0; pair < result.length; pair++) {
      result[pair] = after[pair] / before[pair];
    }
    return result;
  }

  private static double[] shares(WantedRows wanted) {
    double[] known = wanted.shares();
    if (known != null) {
      return known;
    }
    double sum = Arrays.stream(wanted.rows()).sum();
    return Arrays.stream(wanted.rows()).map(rows -> sum == 0 ? 0 : rows / sum).toArray();
  }

  private static double reachable(CrossTable table, ProportionalFit fit) {
    double reachable = Double.POSITIVE_INFINITY;
    for (int pair = 0; pair < table.size(); pair++) {
      if (fit.shares()[pair] > 0) {
        reachable = Math.min(reachable, table.rows()[pair] / fit.shares()[pair]);
      }
    }
    return Double.isInfinite(reachable) ? 0 : reachable;
  }

  private static double total(
      TargetSpec one, WantedRows first, WantedRows second, double reachable, long all) {
    double total = one.total() > 0 ? one.total() : one.mode() == Mode.SUBSAMPLE ? reachable : all;
    for (WantedRows wanted : List.of(first, second)) {
      if (wanted.shares() == null) {
        total = Math.min(total, Arrays.stream(wanted.rows()).sum());
      }
    }
    return total;
  }

  private static double[] scaled(double[] shares, double total) {
    return Arrays.stream(shares).map(share -> share * total).toArray();
  }

  private static double[] margin(double[] after, int[] classes, int size) {
    double[] margin = new double[size];
    for (int pair = 0; pair < after.length; pair++) {
      margin[classes[pair]] += after[pair];
    }
    return margin;
  }
}
