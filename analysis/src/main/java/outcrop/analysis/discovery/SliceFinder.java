package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.FalseDiscovery;
import outcrop.analysis.stats.KeyedSample;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Finds the conjunctions of simple statements whose rows have errors well above the mean and are
/// many enough to matter: SliceLine (Sagadeeva and Boehm, SIGMOD 2021), exact up to the level.
///
/// The score of a slice of s among n rows, with mean errors e and E, is `alpha·(e/E − 1) − (1 −
/// alpha)·(n/s − 1)`; the whole dataset has 0. A slice is only looked at where each of its parts
/// could still lead to a better one than those found.
public final class SliceFinder {
  private static final int MOST_TESTS = 2_000_000;

  private final List<SlicePredicates.Statement> statements;
  private final SliceErrors measured;
  private final boolean heldOut;

  private SliceFinder(
      List<SlicePredicates.Statement> statements, SliceErrors measured, boolean heldOut) {
    this.statements = statements;
    this.measured = measured;
    this.heldOut = heldOut;
  }

  /// Searches the rows.
  ///
  /// @param fields category, list and number fields
  /// @param errors the error of each row of the dataset: finite and not negative
  /// @param rows the rows to search, all with an error
  /// @param missing rows that were left out for want of an error, to be told
  /// @throws UserFailure where there is nothing to search: too few rows, no error at all, an error
  ///   below zero
  public static SliceResult find(
      ColumnStore columns,
      List<String> fields,
      double[] errors,
      RowSet rows,
      int missing,
      SliceOptions options,
      TaskRunner tasks,
      TaskContext context) {
    check(errors, rows, options);
    RowSet searched = rows;
    RowSet measured = rows;
    if (options.heldOut()) {
      int[] half = KeyedSample.rows(columns, rows, rows.cardinality() / 2, options.seed());
      searched = RowSet.of(rows.rowCount(), half);
      measured = rows.andNot(searched);
    }
    int support = options.support(searched.cardinality());
    List<Column> looked = fields.stream().map(columns::column).toList();
    List<SlicePredicates.Statement> statements =
        new SlicePredicates(rows, support, options.edges()).of(looked);
    SliceErrors searchedErrors = SliceErrors.of(errors, searched);
    SliceSearch.Outcome outcome =
        new SliceSearch(tasks, context, options, statements, searchedErrors).run();
    SliceErrors onWhich = options.heldOut() ? SliceErrors.of(errors, measured) : searchedErrors;
    List<Slice> all = new SliceFinder(statements, onWhich, options.heldOut()).described(outcome);
    List<Slice> distinct = options.shadows() ? all : distinct(all);
    return new SliceResult(
        distinct.stream().limit(options.top()).toList(),
        all.size() - distinct.size(),
        searched.cardinality(),
        missing,
        measured.cardinality(),
        outcome.mean(),
        support,
        outcome.evaluated(),
        outcome.complete());
  }

  /// The slices that share few rows with each better one among them.
  private static List<Slice> distinct(List<Slice> all) {
    List<Slice> kept = new ArrayList<>();
    for (Slice slice : all) {
      double overlap =
          kept.stream().mapToDouble(better -> overlap(better.rows(), slice.rows())).max().orElse(0);
      if (overlap < Slice.SHADOW) {
        kept.add(slice.withOverlap(overlap));
      }
    }
    return kept;
  }

  private static void check(double[] errors, RowSet rows, SliceOptions options) {
    double sum = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if (!(errors[row] >= 0 && Double.isFinite(errors[row]))) {
        throw new UserFailure(
            "A slice is searched by an error, which is a finite number from 0 up, but a row has "
                + errors[row]
                + "; choose another field, or say that lower is worse.");
      }
      sum += errors[row];
    }
    int searched = options.heldOut() ? rows.cardinality() / 2 : rows.cardinality();
    if (searched < 2 * options.support(searched)) {
      throw new UserFailure(
          "Too little data: "
              + searched
              + " rows are searched and a slice needs at least "
              + options.support(searched)
              + "; take more rows or ask for less support.");
    }
    if (sum == 0) {
      throw new UserFailure("No row has an error above 0, so that no slice is worse than another.");
    }
  }

  private List<Slice> described(SliceSearch.Outcome outcome) {
    List<SliceSearch.Found> best = outcome.best();
    List<RowSet> sets = new ArrayList<>();
    List<SliceErrors.Contrast> contrasts = new ArrayList<>();
    double[] p = new double[(int) Math.min(outcome.evaluated(), MOST_TESTS)];
    // What was looked at and is not among the best counts as not different: the worst case.
    Arrays.fill(p, 1);
    for (SliceSearch.Found found : best) {
      RowSet rows = measured.rows();
      for (int id : found.ids()) {
        rows = rows.and(statements.get(id).rows());
      }
      SliceErrors.Contrast contrast = measured.contrast(rows);
      p[sets.size()] = contrast.p();
      sets.add(rows);
      contrasts.add(contrast);
    }
    double[] q = FalseDiscovery.qValues(heldOut ? Arrays.copyOf(p, best.size()) : p);
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      SliceErrors.Contrast contrast = contrasts.get(i);
      slices.add(
          new Slice(
              Arrays.stream(best.get(i).ids())
                  .mapToObj(id -> statements.get(id).predicate())
                  .toList(),
              sets.get(i),
              best.get(i).score(),
              contrast.mean(),
              contrast.effect(),
              contrast.interval(),
              contrast.p(),
              q[i],
              overlap(sets, i)));
    }
    return slices;
  }

  private static double overlap(List<RowSet> sets, int own) {
    double most = 0;
    for (int better = 0; better < own; better++) {
      most = Math.max(most, overlap(sets.get(better), sets.get(own)));
    }
    return most;
  }

  private static double overlap(RowSet one, RowSet other) {
    int either = one.or(other).cardinality();
    return either == 0 ? 0 : (double) one.and(other).cardinality() / either;
  }
}
