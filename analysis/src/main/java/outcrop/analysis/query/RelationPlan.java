package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.Besides;
import outcrop.analysis.query.ViewData.Means;
import outcrop.analysis.query.ViewData.Points;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec.Bins;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Everything about a relation that a change of the filter leaves alone: the places of each field,
/// the cell of every row, and its counts.
///
/// A cell is a combination of places that at least one row has. Combinations that no row has cost
/// nothing, so that six fields can be crossed, or two with a fine grid.
final class RelationPlan {
  /// Up to so many rows a scatter shows each one.
  static final int MOST_POINTS = 4000;

  private static final int COLOURS = 10;
  private static final int GRID_ACROSS = 240;
  private static final int GRID_UPWARDS = 150;

  private final Shape shape;
  private final List<FieldSlots> fields;
  private final CrossedCells cells;
  private final CountedRows counts;
  private final @Nullable PlacedRows placed;
  private final @Nullable IntToDoubleFunction averaged;

  /// What decides a plan; the view that asks and the style of its drawing do not.
  ///
  /// @param own the own order of each field, the colour last; empty where another order counts
  record Key(
      Shape shape,
      List<String> fields,
      String colour,
      Bins bins,
      Scale x,
      Scale y,
      List<List<String>> own) {
    Key {
      bins = bins.withMissing(true);
      own = List.copyOf(own);
    }

    /// The order of the values of a field, or of the colour after all fields.
    private DistributionSpec.Bins order(int field) {
      return DistributionSpec.Bins.DEFAULT
          .withOwn(field < own.size() ? own.get(field) : List.of())
          .withOrder(bins.order());
    }

    /// @throws UserFailure where the shape shows more or fewer fields
    void check() {
      if (fields.size() < shape.fewest() || fields.size() > shape.most()) {
        String wanted =
            shape.fewest() == shape.most()
                ? Integer.toString(shape.most())
                : shape.fewest() + " to " + shape.most();
        throw new UserFailure(
            "A %s shows %s fields, not %d; change the fields of the view or its shape."
                .formatted(name(), wanted, fields.size()));
      }
    }

    private String name() {
      return switch (shape) {
        case HEAT_MAP -> "heat map";
        case SCATTER -> "scatter";
        case PARALLEL_SETS -> "picture of parallel sets";
        case TREEMAP -> "treemap";
      };
    }

    private int wanted(int field, boolean counted) {
      int asked = field == 0 ? bins.across() : bins.upwards();
      if (asked > 0) {
        return asked;
      }
      return switch (shape) {
        case HEAT_MAP -> counted ? 0 : 40;
        case SCATTER -> field == 0 ? GRID_ACROSS : GRID_UPWARDS;
        case PARALLEL_SETS -> counted ? 6 : 12;
        case TREEMAP -> counted ? 6 : field == 0 ? 24 : 12;
      };
    }

    private Scale scale(int field) {
      boolean scaled = shape == Shape.HEAT_MAP || shape == Shape.SCATTER;
      return scaled ? (field == 0 ? x : y) : Scale.LINEAR;
    }
  }

  private RelationPlan(
      Shape shape,
      List<FieldSlots> fields,
      CrossedCells cells,
      @Nullable PlacedRows placed,
      @Nullable IntToDoubleFunction averaged) {
    this.shape = shape;
    this.fields = fields;
    this.cells = cells;
    this.counts = new CountedRows(cells.rows());
    this.placed = placed;
    this.averaged = averaged;
  }

  /// @param columns of the fields of the key, in their order
  /// @param colour the column of the colour field, null for none
  static RelationPlan of(
      Key key, List<Column> columns, @Nullable Column colour, TaskRunner runner, ColumnUse use) {
    List<SlotBinning> binnings = new ArrayList<>();
    for (int field = 0; field < columns.size(); field++) {
      Column column = columns.get(field);
      if (key.shape == Shape.SCATTER) {
        checkMeasured(column);
      }
      boolean named = column instanceof CategoryColumn || column instanceof ListColumn;
      int wanted = key.wanted(field, !named);
      binnings.add(
          SlotBinning.of(
              column, wanted, Math.max(1, wanted), key.order(field), key.scale(field), use));
    }
    IntToDoubleFunction averaged = null;
    switch (key.shape) {
      case SCATTER -> {
        if (colour != null) {
          checkNamed(colour);
          binnings.add(
              SlotBinning.of(
                  colour, COLOURS, COLOURS, key.order(columns.size()), Scale.LINEAR, use));
        }
      }
      case HEAT_MAP, TREEMAP -> averaged = colour == null ? null : numbers(colour);
      case PARALLEL_SETS -> {
        if (colour != null && !key.fields.contains(key.colour)) {
          throw new UserFailure(
              "“%s” is not one of the fields shown, so it cannot colour the ribbons; choose one of these or add it."
                  .formatted(key.colour));
        }
      }
    }
    int rows = columns.getFirst().rowCount();
    CrossedCells cells = CrossedCells.of(rows, binnings, runner);
    return new RelationPlan(
        key.shape,
        binnings.stream().map(SlotBinning::slots).toList(),
        cells,
        key.shape == Shape.SCATTER ? PlacedRows.of(columns, binnings, cells, MOST_POINTS) : null,
        averaged);
  }

  private static void checkMeasured(Column column) {
    if (!(column instanceof NumberColumn) && !(column instanceof TimeColumn)) {
      throw new UserFailure(
          "“%s” has neither numbers nor times, so its rows have no place in a scatter; choose another field, or a heat map."
              .formatted(column.field().name()));
    }
  }

  private static void checkNamed(Column column) {
    if (!(column instanceof CategoryColumn) && !(column instanceof NumberColumn)) {
      throw new UserFailure(
          "“%s” cannot colour the points; choose a category or a number."
              .formatted(column.field().name()));
    }
  }

  private static IntToDoubleFunction numbers(Column column) {
    if (!(column instanceof NumberColumn numbers)) {
      throw new UserFailure(
          "“%s” has no numbers, so it has no mean to colour by; choose a number."
              .formatted(column.field().name()));
    }
    return row -> numbers.isMissing(row) ? Double.NaN : numbers.at(row);
  }

  long sizeInBytes() {
    return cells.sizeInBytes();
  }

  /// @param all the rows that the selected ones are some of
  RelationData answer(RowSet all, RowSet selected) {
    return new RelationData(
        all.cardinality(),
        selected.cardinality(),
        shape,
        fields,
        cells.places(),
        counts.count(all),
        counts.count(selected),
        placed == null ? Optional.<Points>empty() : placed.points(all, selected),
        averaged == null ? Optional.<Means>empty() : Optional.of(cells.means(selected, averaged)),
        Besides.NONE);
  }
}
