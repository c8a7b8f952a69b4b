package outcrop.analysis.query;

import java.util.List;
import java.util.function.IntFunction;
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
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.task.TaskRunner;

/// Everything about a distribution that a change of the filter leaves alone: axis, groups, the cell
/// of every row.
///
/// A cell is a pair of group and bin, in rows of `bins + 2`: the last two are missing and
/// off-scale.
final class DistributionPlan {
  private final FieldType type;
  private final BinAxis axis;
  private final List<String> groups;
  private final CountedRows rows;

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

    Key withBins(Bins value) {
      return new Key(field, by, value, x, shape);
    }

    /// Whether values in order are needed beside the counts.
    boolean isSpread() {
      return shape.isSpread();
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
    this.rows = new CountedRows(cells);
  }

  /// @param display how the values of the splitting field are shown
  static DistributionPlan of(
      Key key,
      Column column,
      @Nullable Column by,
      FieldDisplay display,
      TaskRunner runner,
      ColumnUse use) {
    FieldGroups groups =
        by == null ? FieldGroups.NONE : FieldGroups.of(by, key.bins.groups(), display);
    if (column instanceof ListColumn lists) {
      ListBinning binning = FieldBinning.of(lists, key.bins);
      int stride = binning.axis().size() + Binning.EXTRA;
      int cellCount = Math.multiplyExact(stride, groups.names().size());
      RowCounts cells =
          ListCells.of(column.rowCount(), cellCount, cellsOfRow(binning, stride, groups));
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

  private static IntFunction<int[]> cellsOfRow(
      ListBinning binning, int stride, FieldGroups groups) {
    return row -> {
      int[] cells = binning.binsOfRow(row);
      int first = groups.groupOfRow().applyAsInt(row) * stride;
      for (int i = 0; i < cells.length; i++) {
        cells[i] += first;
      }
      return cells;
    };
  }

  long sizeInBytes() {
    return rows.sizeInBytes();
  }

  /// @param all the rows that the selected ones are some of
  DistributionData answer(RowSet all, RowSet selected) {
    int[] context = rows.count(all);
    int[] counts = rows.count(selected);
    return new DistributionData(
        all.cardinality(),
        selected.cardinality(),
        type,
        axis,
        groups,
        byGroup(context),
        byGroup(counts),
        new Apart(
            column(context, axis.size()),
            column(counts, axis.size()),
            column(context, axis.size() + 1),
            column(counts, axis.size() + 1)));
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
