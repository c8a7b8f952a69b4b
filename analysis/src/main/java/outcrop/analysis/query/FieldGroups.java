package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TextOrder;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.task.UserFailure;

/// The groups of a split and the group of every row: the values of most rows, falling, ties by
/// value; rows without a value as a group of their own wherever there are such; the rest together
/// at the end. Values that were asked for stand first, in the order asked for.
///
/// @param first how many of the values asked for there are
record FieldGroups(List<String> names, IntUnaryOperator groupOfRow, int first) {
  static final FieldGroups NONE = new FieldGroups(List.of(""), _ -> 0, 0);

  private record Value(String name, int code, long count) {}

  /// Groups under the names and in the order that the project shows them by.
  ///
  /// @param first shown names that come first, before the order of the field
  static FieldGroups of(Column column, List<String> first, FieldDisplay display) {
    List<String> order =
        Stream.concat(first.stream(), display.order().stream()).distinct().toList();
    FieldGroups groups = ofStored(column, order, display);
    int asked = (int) groups.names.stream().filter(first::contains).count();
    return new FieldGroups(groups.names, groups.groupOfRow, asked);
  }

  /// @param first names that are groups of their own whatever their size
  private static FieldGroups ofStored(Column column, List<String> first, FieldDisplay display) {
    return switch (column) {
      case CategoryColumn categories -> {
        long[] counts = new long[categories.dictionary().size()];
        for (int row = 0; row < categories.rowCount(); row++) {
          int ordinal = categories.ordinal(row);
          if (ordinal >= 0) {
            counts[ordinal]++;
          }
        }
        List<Value> values = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
          if (counts[code] > 0) {
            values.add(new Value(categories.dictionary().value(code), code, counts[code]));
          }
        }
        yield of(values, counts.length, categories.missingCount(), categories::ordinal, first);
      }
      case NumberColumn numbers -> ofLongs(numbers, numberBits(numbers), first, display);
      case TimeColumn times -> ofLongs(times, row -> times.microsAt(row), first, display);
      case TextColumn texts ->
          throw new UserFailure(
              "“%s” holds prose and cannot split a distribution; choose a category or a number."
                  .formatted(texts.field().name()));
      case ListColumn lists ->
          throw new UserFailure(
              "“%s” has several values per row and cannot split a distribution; choose a category or a number."
                  .formatted(lists.field().name()));
      case VectorColumn vectors ->
          throw new UserFailure(
              "“%s” holds vectors and cannot split a distribution; choose a category or a number."
                  .formatted(vectors.field().name()));
    };
  }

  private static IntToLongFunction numberBits(NumberColumn column) {
    if (column.integral()) {
      return column::longAt;
    }
    return row -> {
      double value = column.at(row);
      return Double.doubleToLongBits(value == 0 ? 0.0 : value);
    };
  }

  private static FieldGroups ofLongs(
      Column column, IntToLongFunction bitsOfRow, List<String> first, FieldDisplay display) {
    int rows = column.rowCount();
    long[] sorted = new long[rows - column.missingCount()];
    int n = 0;
    for (int row = 0; row < rows; row++) {
      if (!column.isMissing(row)) {
        sorted[n++] = bitsOfRow.applyAsLong(row);
      }
    }
    Arrays.sort(sorted);
    long[] distinct = Arrays.stream(sorted).distinct().toArray();
    long[] counts = new long[distinct.length];
    int code = 0;
    for (long bits : sorted) {
      code += distinct[code] == bits ? 0 : 1;
      counts[code]++;
    }
    // Values shown under one name share the code of the first of them.
    Map<String, Integer> codeOfName = new LinkedHashMap<>();
    int[] codeOf = new int[distinct.length];
    long[] countOf = new long[distinct.length];
    for (int i = 0; i < distinct.length; i++) {
      codeOf[i] =
          codeOfName.computeIfAbsent(
              display.name(text(column, distinct[i])), _ -> codeOfName.size());
      countOf[codeOf[i]] += counts[i];
    }
    List<Value> values = new ArrayList<>();
    codeOfName.forEach((name, shared) -> values.add(new Value(name, shared, countOf[shared])));
    return of(
        values,
        codeOfName.size(),
        column.missingCount(),
        row ->
            column.isMissing(row)
                ? -1
                : codeOf[Arrays.binarySearch(distinct, bitsOfRow.applyAsLong(row))],
        first);
  }

  private static String text(Column column, long bits) {
    return switch (column) {
      case TimeColumn times -> TimeColumn.textOf(bits, times.field().format());
      case NumberColumn numbers when !numbers.integral() ->
          NumberColumn.textOf(Double.longBitsToDouble(bits));
      default -> Long.toString(bits);
    };
  }

  private static FieldGroups of(
      List<Value> values, int codes, int missing, IntUnaryOperator codeOfRow, List<String> first) {
    Comparator<Value> falling =
        Comparator.comparingInt((Value value) -> place(first, value.name))
            .thenComparingLong(value -> -value.count)
            .thenComparing(Value::name, TextOrder.BY_CODE_POINT);
    values.sort(falling);
    int slots = DistributionData.MAX_GROUPS - (missing > 0 ? 1 : 0);
    boolean other = values.size() > slots;
    List<Value> named = new ArrayList<>(values.subList(0, other ? slots - 1 : values.size()));
    if (missing > 0) {
      named.add(new Value(DistributionData.MISSING_GROUP, codes, missing));
      named.sort(falling);
    }
    List<String> names = new ArrayList<>(named.stream().map(Value::name).toList());
    byte[] groupOf = new byte[codes + 1];
    Arrays.fill(groupOf, (byte) named.size());
    for (int group = 0; group < named.size(); group++) {
      groupOf[named.get(group).code] = (byte) group;
    }
    if (other) {
      names.add(DistributionData.OTHER_GROUPS);
    }
    return new FieldGroups(
        List.copyOf(names),
        row -> {
          int code = codeOfRow.applyAsInt(row);
          return groupOf[code < 0 ? codes : code];
        },
        (int) named.stream().filter(value -> first.contains(value.name)).count());
  }

  private static int place(List<String> first, String name) {
    int place = first.indexOf(name);
    return place < 0 ? first.size() : place;
  }
}
