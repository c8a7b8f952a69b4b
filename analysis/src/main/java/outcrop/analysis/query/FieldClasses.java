package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.stats.ValueClasses;
import outcrop.analysis.task.UserFailure;

/// The classes that a field puts rows into: the bars of its distribution, or the classes of its
/// long tail.
///
/// @param axis what the classes are
/// @param places which of them a row lies in
public record FieldClasses(BinAxis axis, Places places) {
  /// Classes in addition to those of the axis.
  public static final int APART = Binning.EXTRA;

  /// The classes of rows: one of 0…size−1, `size` for a row without a value, `size + 1` for a value
  /// that has no place on the axis.
  public sealed interface Places {
    /// Each row lies in one class.
    record One(IntUnaryOperator classOfRow) implements Places {}

    /// A row lies in the classes of all its values, each named once; one without any in the class
    /// of rows without a value, one with an empty list in the class off the axis.
    record Several(IntFunction<int[]> classesOfRow) implements Places {}
  }

  private static FieldClasses of(Binning binning) {
    return new FieldClasses(binning.axis(), new Places.One(binning.binOfRow()));
  }

  /// The column of a field as it is shown under other names.
  ///
  /// @param names the shown name by value; see [FieldDisplay#names]
  public static Column shown(Column column, Map<String, String> names) {
    return names.isEmpty()
        ? column
        : DisplayedColumns.renamed(column, new FieldDisplay(Map.of(), names, List.of()));
  }

  /// The classes that a view of the field shows.
  ///
  /// @param column as it is [#shown]
  /// @throws UserFailure for a field of vectors, which has no classes
  public static FieldClasses of(Column column, Bins bins, Scale x, ColumnUse use) {
    if (column instanceof ListColumn lists) {
      ListBinning binning = FieldBinning.of(lists, bins);
      return new FieldClasses(binning.axis(), new Places.Several(binning::binsOfRow));
    }
    return of(FieldBinning.of(column, bins, x, use));
  }

  /// The classes of an axis that a view shows, in its order. A value that is none of them has no
  /// place on the axis.
  ///
  /// @param column as it is [#shown]
  /// @throws UserFailure where column and axis do not go together
  public static FieldClasses on(Column column, BinAxis axis, ColumnUse use) {
    if (!(axis instanceof BinAxis.Values(var values))) {
      return new FieldClasses(axis, between(column, edges(axis), use).places());
    }
    return switch (column) {
      case CategoryColumn categories -> {
        int[] classOf = classes(categories.dictionary(), values);
        yield new FieldClasses(
            axis,
            new Places.One(
                row -> {
                  int ordinal = categories.ordinal(row);
                  return ordinal < 0 ? values.size() : classOf[ordinal];
                }));
      }
      case ListColumn lists -> {
        int[] classOf = classes(lists.dictionary(), values);
        yield new FieldClasses(
            axis, new Places.Several(new ListBinning(lists, axis, classOf)::binsOfRow));
      }
      case NumberColumn _, TimeColumn _ -> ofValues(new ValueClasses(column, use), axis, values);
      case TextColumn _, VectorColumn _ -> throw without(column);
    };
  }

  /// The class of each value of a dictionary, the one off the axis for those that are none.
  private static int[] classes(Dictionary dictionary, List<String> values) {
    int[] classOf = new int[dictionary.size()];
    Arrays.fill(classOf, values.size() + 1);
    for (int index = 0; index < values.size(); index++) {
      int ordinal = dictionary.find(values.get(index));
      if (ordinal >= 0) {
        classOf[ordinal] = index;
      }
    }
    return classOf;
  }

  private static FieldClasses ofValues(ValueClasses known, BinAxis axis, List<String> values) {
    Map<String, Integer> places = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      places.put(values.get(index), index);
    }
    int beyond = values.size() + 1;
    int[] classOf =
        IntStream.range(0, known.size())
            .map(index -> places.getOrDefault(known.name(index), beyond))
            .toArray();
    return new FieldClasses(
        axis,
        new Places.One(
            row -> {
              int index = known.of(row);
              return index >= 0
                  ? classOf[index]
                  : index == ValueClasses.MISSING ? values.size() : beyond;
            }));
  }

  /// Classes between edges that were chosen before.
  ///
  /// @param column as it is [#shown]
  /// @param edges rising: texts of numbers, or of microseconds since 1970 for times; none where
  ///   each value is a class
  /// @throws UserFailure where field and edges do not go together
  public static FieldClasses between(Column column, List<String> edges, ColumnUse use) {
    if (edges.isEmpty()) {
      return eachValue(column, use);
    }
    if (edges.size() < 2) {
      throw mismatch(column);
    }
    try {
      return of(binning(column, edges, use));
    } catch (NumberFormatException unreadable) {
      throw mismatch(column);
    }
  }

  private static FieldClasses eachValue(Column column, ColumnUse use) {
    return switch (column) {
      case CategoryColumn _, ListColumn _ ->
          of(column, Bins.DEFAULT.withOrder(Order.DATA), Scale.LINEAR, use);
      case NumberColumn _, TimeColumn _ -> {
        ValueClasses known = new ValueClasses(column, use);
        List<String> names = IntStream.range(0, known.size()).mapToObj(known::name).toList();
        yield ofValues(known, new BinAxis.Values(names), names);
      }
      case TextColumn _, VectorColumn _ -> throw without(column);
    };
  }

  private static Binning binning(Column column, List<String> edges, ColumnUse use) {
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
      case TextColumn texts -> {
        double[] lengths = edges.stream().mapToDouble(Double::parseDouble).toArray();
        BinAxis.Numbers axis = new BinAxis.Numbers(lengths, true);
        yield FieldBinning.longBins(
            axis,
            Arrays.stream(lengths).mapToLong(edge -> (long) Math.ceil(edge)).toArray(),
            FieldBinning.lengths(texts, use),
            texts.missing());
      }
      case CategoryColumn _, ListColumn _, VectorColumn _ -> throw mismatch(column);
    };
  }

  private static UserFailure mismatch(Column column) {
    return new UserFailure(
        "The field “%s” is of another type than when it was shaped; set the target again."
            .formatted(column.field().name()));
  }

  private static UserFailure without(Column column) {
    return new UserFailure(
        "The values of “%s” are no classes that rows could be chosen by; shape another field."
            .formatted(column.field().name()));
  }

  /// Whether a row may lie in several classes.
  public boolean areSeveral() {
    return places instanceof Places.Several;
  }

  /// The class of a row where each lies in one.
  public IntUnaryOperator classOfRow() {
    return switch (places) {
      case Places.One(var classOfRow) -> classOfRow;
      case Places.Several _ -> throw new IllegalStateException("Rows lie in several classes");
    };
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
