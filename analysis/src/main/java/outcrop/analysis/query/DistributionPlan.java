package outcrop.analysis.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.task.TaskRunner;

/// Everything about a distribution that a change of the filter leaves alone: axis, groups, the cell
/// of every row, the counts of all rows; and the last answer, from which the next is often a small
/// step.
///
/// A cell is a pair of group and bin, in rows of `bins + 2`: the last two are missing and
/// off-scale.
final class DistributionPlan {
  private final FieldType type;
  private final BinAxis axis;
  private final List<String> groups;
  private final RowCounts cells;
  private final int[] contextCells;
  private final long[][] context;
  private volatile @Nullable Answer last;

  private record Answer(long[] words, int cardinality, int[] counts) {}

  /// What decides a plan; the view that asks and the style of its drawing do not.
  record Key(String field, String by, Bins bins, Scale x, Shape shape) {
    /// What is shown of the bins decides nothing, nor which groups stand first where there are
    /// none.
    Key {
      bins = bins.withLimit(0).withMissing(true);
      bins = by.isEmpty() ? bins.withGroups(List.of()) : bins;
    }

    static Key of(DistributionQuery query) {
      return new Key(query.field(), query.by(), query.bins(), query.x(), query.shape());
    }

    /// Whether values in order are needed beside the counts.
    boolean isSpread() {
      return shape != Shape.BARS && shape != Shape.LINE;
    }

    /// The counts alone. Edges of bins are a matter of bars: other shapes have no rows beyond them.
    Key asBars() {
      return new Key(field, by, isSpread() ? bins.withEdges(List.of()) : bins, x, Shape.BARS);
    }
  }

  private DistributionPlan(FieldType type, BinAxis axis, FieldGroups groups, RowCounts cells) {
    this.type = type;
    this.axis = axis;
    this.groups = groups.names();
    this.cells = cells;
    this.contextCells = cells.countAll();
    this.context = byGroup(contextCells);
  }

  static DistributionPlan of(
      Key key, Column column, @Nullable Column by, TaskRunner runner, ColumnUse use) {
    FieldGroups groups = by == null ? FieldGroups.NONE : FieldGroups.of(by, key.bins.groups());
    if (column instanceof ListColumn lists) {
      ListBinning binning = FieldBinning.of(lists, key.bins);
      int stride = binning.axis().size() + Binning.EXTRA;
      int cellCount = Math.multiplyExact(stride, groups.names().size());
      RowCounts cells =
          ListCells.of(column.rowCount(), cellCount, binning, stride, groups.groupOfRow());
      return new DistributionPlan(FieldType.LIST, binning.axis(), groups, cells);
    }
    Binning binning = FieldBinning.of(column, key.bins, key.x, use);
    int stride = binning.axis().size() + Binning.EXTRA;
    var bin = binning.binOfRow();
    var group = groups.groupOfRow();
    Cells cells =
        Cells.of(
            column.rowCount(),
            Math.multiplyExact(stride, groups.names().size()),
            by == null ? bin : row -> group.applyAsInt(row) * stride + bin.applyAsInt(row),
            runner);
    return new DistributionPlan(column.field().type(), binning.axis(), groups, cells);
  }

  long sizeInBytes() {
    return cells.sizeInBytes() + 16L * cells.cellCount();
  }

  DistributionData answer(RowSet selected) {
    int[] counts = count(selected);
    return new DistributionData(
        selected.rowCount(),
        selected.cardinality(),
        type,
        axis,
        groups,
        context,
        byGroup(counts),
        new Apart(
            column(contextCells, axis.size()),
            column(counts, axis.size()),
            column(contextCells, axis.size() + 1),
            column(counts, axis.size() + 1)));
  }

  /// Counts in the way that touches the fewest rows: those selected, those not selected (taken off
  /// the counts of all), or those that changed since the last answer.
  private int[] count(RowSet selected) {
    if (selected.isAll()) {
      return contextCells;
    }
    long[] words = selected.toWords();
    Answer before = last;
    int chosen = selected.cardinality();
    int others = selected.rowCount() - chosen;
    int changed = before == null ? Integer.MAX_VALUE : difference(words, before.words);
    int[] counts;
    if (before != null && changed <= Math.min(chosen, others)) {
      counts = step(before, words);
    } else if (others < chosen) {
      counts = minus(contextCells, cells.count(selected.not().toWords()));
    } else {
      counts = cells.count(words);
    }
    last = new Answer(words, chosen, counts);
    return counts;
  }

  private static int difference(long[] a, long[] b) {
    int count = 0;
    for (int w = 0; w < a.length; w++) {
      count += Long.bitCount(a[w] ^ b[w]);
    }
    return count;
  }

  private int[] step(Answer before, long[] words) {
    long[] added = new long[words.length];
    long[] removed = new long[words.length];
    for (int w = 0; w < words.length; w++) {
      added[w] = words[w] & ~before.words[w];
      removed[w] = before.words[w] & ~words[w];
    }
    int[] counts = minus(before.counts, cells.count(removed));
    int[] more = cells.count(added);
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] += more[cell];
    }
    return counts;
  }

  private static int[] minus(int[] a, int[] b) {
    int[] result = a.clone();
    for (int cell = 0; cell < result.length; cell++) {
      result[cell] -= b[cell];
    }
    return result;
  }

  private long[][] byGroup(int[] counts) {
    int stride = axis.size() + Binning.EXTRA;
    long[][] result = new long[groups.size()][axis.size()];
    for (int group = 0; group < result.length; group++) {
      for (int bin = 0; bin < axis.size(); bin++) {
        result[group][bin] = counts[group * stride + bin];
      }
    }
    return result;
  }

  private long[] column(int[] counts, int bin) {
    int stride = axis.size() + Binning.EXTRA;
    long[] result = new long[groups.size()];
    for (int group = 0; group < result.length; group++) {
      result[group] = counts[group * stride + bin];
    }
    return result;
  }
}
