package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.UserFailure;

/// The classes that a field puts rows into, each row into one: the bars of its distribution.
///
/// @param axis what the classes are
/// @param classOfRow the class of a row in 0…size−1, `size` for a row without a value, `size + 1`
///   for a value that has no place on the axis
public record FieldClasses(BinAxis axis, IntUnaryOperator classOfRow) {
  /// Classes in addition to those of the axis.
  public static final int APART = Binning.EXTRA;

  /// The classes that a view of the field shows.
  ///
  /// @throws UserFailure for a field whose rows have no single place among classes
  public static FieldClasses of(Column column, Bins bins, Scale x, ColumnUse use) {
    checkSingle(column);
    Binning binning = FieldBinning.of(column, bins, x, use);
    return new FieldClasses(binning.axis(), binning.binOfRow());
  }

  /// The classes of an axis that a view shows, in its order.
  ///
  /// @throws UserFailure for a field whose rows have no single place among classes
  public static FieldClasses on(Column column, BinAxis axis, ColumnUse use) {
    checkSingle(column);
    if (!(axis instanceof BinAxis.Values(var values) && column instanceof CategoryColumn own)) {
      return new FieldClasses(axis, between(column, edges(axis), use).classOfRow());
    }
    int[] classOf = new int[own.dictionary().size()];
    Arrays.fill(classOf, values.size() + 1);
    for (int index = 0; index < values.size(); index++) {
      int ordinal = own.dictionary().find(values.get(index));
      if (ordinal < 0) {
        throw new UserFailure(
            "“%s” is shown with merged or renamed values; show them as they are to shape them."
                .formatted(column.field().name()));
      }
      classOf[ordinal] = index;
    }
    return new FieldClasses(
        axis,
        row -> {
          int ordinal = own.ordinal(row);
          return ordinal < 0 ? values.size() : classOf[ordinal];
        });
  }

  /// Classes between edges that were chosen before.
  ///
  /// @param edges rising: texts of numbers, or of microseconds since 1970 for times; none for the
  ///   values of a category
  /// @throws UserFailure where field and edges do not go together
  public static FieldClasses between(Column column, List<String> edges, ColumnUse use) {
    checkSingle(column);
    if (edges.isEmpty() && column instanceof CategoryColumn) {
      return of(column, Bins.DEFAULT.withOrder(Order.DATA), Scale.LINEAR, use);
    }
    if (edges.size() < 2) {
      throw mismatch(column);
    }
    try {
      Binning binning = binning(column, edges);
      return new FieldClasses(binning.axis(), binning.binOfRow());
    } catch (NumberFormatException unreadable) {
      throw mismatch(column);
    }
  }

  private static Binning binning(Column column, List<String> edges) {
    return switch (column) {
      case TimeColumn times -> {
        long[] micros = edges.stream().mapToLong(Long::parseLong).toArray();
        BinAxis.Times axis = new BinAxis.Times(micros, "EVEN", times.field().format());
        yield FieldBinning.longBins(axis, micros, times::microsAt, times.missing());
      }
      case NumberColumn numbers -> {
        double[] values = edges.stream().mapToDouble(Double::parseDouble).toArray();
        BinAxis.Numbers axis = new BinAxis.Numbers(values, numbers.integral());
        boolean whole = Arrays.stream(values).allMatch(edge -> edge == Math.rint(edge));
        yield numbers.integral() && whole
            ? FieldBinning.longBins(
                axis,
                Arrays.stream(values).mapToLong(edge -> (long) edge).toArray(),
                numbers::longAt,
                numbers.missing())
            : FieldBinning.doubleBins(axis, numbers::at, numbers.missing());
      }
      case CategoryColumn _, TextColumn _, ListColumn _, VectorColumn _ -> throw mismatch(column);
    };
  }

  private static UserFailure mismatch(Column column) {
    return new UserFailure(
        "The field “%s” is of another type than when it was shaped; set the target again."
            .formatted(column.field().name()));
  }

  private static void checkSingle(Column column) {
    if (column instanceof ListColumn || column instanceof VectorColumn) {
      throw new UserFailure(
          "“%s” has several values in a row, so its rows are in no single class; shape another field."
              .formatted(column.field().name()));
    }
  }

  public int size() {
    return axis.size() + APART;
  }

  /// What the classes are called: values, or the exact texts of lower edges.
  public List<String> keys() {
    return keys(axis);
  }

  /// The same for any axis.
  public static List<String> keys(BinAxis axis) {
    return switch (axis) {
      case BinAxis.Values(var values) -> values;
      case BinAxis.Numbers numbers -> {
        List<String> keys = new ArrayList<>();
        for (int bin = 0; bin < numbers.size(); bin++) {
          keys.add(NumberColumn.textOf(numbers.edges()[bin]));
        }
        yield keys;
      }
      case BinAxis.Times times -> {
        List<String> keys = new ArrayList<>();
        for (int bin = 0; bin < times.size(); bin++) {
          keys.add(TimeColumn.textOf(times.edges()[bin], times.format()));
        }
        yield keys;
      }
    };
  }

  /// The edges as [#between] takes them; empty for values.
  public static List<String> edges(BinAxis axis) {
    return switch (axis) {
      case BinAxis.Values _ -> List.of();
      case BinAxis.Numbers numbers ->
          Arrays.stream(numbers.edges()).mapToObj(NumberColumn::textOf).toList();
      case BinAxis.Times times -> Arrays.stream(times.edges()).mapToObj(Long::toString).toList();
    };
  }
}
