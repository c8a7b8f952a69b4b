package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.UserFailure;

/// What gives each point its colour: a value, or how far a number or a time is along its span.
///
/// A row with a list has the colour of the first value in it.
///
/// @param type of the field
/// @param names by code, in falling size: all values of a category, then
///   [DistributionData#OTHER_GROUPS] where they are more than codes, and
///   [DistributionData#MISSING_GROUP] where rows lack a value. Of numbers and times empty
/// @param span from the least to the greatest finite number, or microseconds
/// @param codes by point: a name, or a step 0…[#STEPS]−1 along the span, [#STEPS] without a value
///   and [#STEPS]+1 for numbers that have no place on the scale
/// @param context points by code
public record PointColours(
    String field,
    FieldType type,
    List<String> names,
    PointGrid.Extent span,
    Scale scale,
    char[] codes,
    long[] context) {
  /// Steps along a span.
  public static final int STEPS = 256;

  private static final int MOST_CODES = 60_000;

  public PointColours {
    names = List.copyOf(names);
  }

  /// Whether the colours stand for values by name.
  public boolean isNamed() {
    return type != FieldType.NUMBER && type != FieldType.TIME;
  }

  /// How many codes there are.
  public int size() {
    return context.length;
  }

  /// How far along the span a number is on a scale, NaN for one that has no place on it.
  public static double share(double value, PointGrid.Extent span, Scale scale) {
    if (!Double.isFinite(value) || scale == Scale.LOG && value <= 0) {
      return Double.NaN;
    }
    double from = bent(span.from(), scale);
    double to = bent(span.to(), scale);
    return to > from ? (bent(value, scale) - from) / (to - from) : 0.5;
  }

  /// Where the values of a step begin, a number or the text of a moment.
  ///
  /// @param step 0…[#STEPS]
  public Object end(int step) {
    double share = (double) step / STEPS;
    double from = bent(span.from(), scale);
    double bent = from * (1 - share) + bent(span.to(), scale) * share;
    double value =
        switch (scale) {
          case LINEAR -> bent;
          case LOG -> Math.exp(bent);
          case SYMLOG -> Math.copySign(Math.expm1(Math.abs(bent)), bent);
        };
    return type == FieldType.TIME
        ? (Object) TimeColumn.textOf(Math.round(value), ValueFormat.DATETIME)
        : value;
  }

  private static double bent(double value, Scale scale) {
    return switch (scale) {
      case LINEAR -> value;
      case LOG -> Math.log(value);
      case SYMLOG -> Math.copySign(Math.log1p(Math.abs(value)), value);
    };
  }

  /// @throws UserFailure for a field that cannot colour points
  static PointColours of(Column column, Scale scale, PointGrid points) {
    return switch (column) {
      case CategoryColumn categories ->
          named(
              column,
              categories.dictionary(),
              FieldBinning.counts(categories),
              categories::ordinal,
              points);
      case ListColumn lists ->
          named(
              column,
              lists.dictionary(),
              FieldBinning.counts(lists),
              row -> first(lists, row),
              points);
      case NumberColumn numbers -> measured(column, numbers::at, scale, points);
      case TimeColumn times ->
          measured(column, row -> (double) times.microsAt(row), Scale.LINEAR, points);
      case TextColumn _, VectorColumn _ ->
          throw new UserFailure(
              "“%s” cannot colour the points of a map; choose a category, a number or a time."
                  .formatted(column.field().name()));
    };
  }

  private static int first(ListColumn lists, int row) {
    if (lists.isMissing(row)) {
      return -1;
    }
    int[] ordinals = lists.distinctOrdinals(row);
    return ordinals.length == 0 ? -1 : ordinals[0];
  }

  private static PointColours named(
      Column column,
      Dictionary dictionary,
      int[] counts,
      IntUnaryOperator ordinalOfRow,
      PointGrid points) {
    int[] shown = FieldBinning.shown(dictionary, counts, Bins.DEFAULT, MOST_CODES);
    List<String> names = new ArrayList<>();
    for (int ordinal : shown) {
      if (counts[ordinal] > 0) {
        names.add(dictionary.value(ordinal));
      }
    }
    int other = names.size();
    if (shown.length < counts.length) {
      names.add(DistributionData.OTHER_GROUPS);
    }
    int missing = names.size();
    int[] codeOf = FieldBinning.inverse(shown, counts.length, other);
    char[] codes = new char[points.size()];
    long[] context = new long[missing + 1];
    int[] rows = points.rows();
    for (int i = 0; i < codes.length; i++) {
      int ordinal = ordinalOfRow.applyAsInt(rows[i]);
      codes[i] = (char) (ordinal < 0 ? missing : codeOf[ordinal]);
      context[codes[i]]++;
    }
    if (context[missing] > 0) {
      names.add(DistributionData.MISSING_GROUP);
    } else {
      context = java.util.Arrays.copyOf(context, missing);
    }
    return new PointColours(
        column.field().name(),
        column.field().type(),
        names,
        new PointGrid.Extent(0, 0),
        Scale.LINEAR,
        codes,
        context);
  }

  private static PointColours measured(
      Column column, IntToDoubleFunction valueOfRow, Scale scale, PointGrid points) {
    int[] rows = points.rows();
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      double value = column.isMissing(row) ? Double.NaN : valueOfRow.applyAsDouble(row);
      if (Double.isFinite(value) && (scale != Scale.LOG || value > 0)) {
        from = Math.min(from, value);
        to = Math.max(to, value);
      }
    }
    PointGrid.Extent span =
        from <= to ? new PointGrid.Extent(from, to) : new PointGrid.Extent(0, 0);
    char[] codes = new char[rows.length];
    long[] context = new long[STEPS + 2];
    for (int i = 0; i < codes.length; i++) {
      int code = STEPS;
      if (!column.isMissing(rows[i])) {
        double share = share(valueOfRow.applyAsDouble(rows[i]), span, scale);
        code = share >= 0 ? (int) Math.min(STEPS - 1, share * STEPS) : STEPS + 1;
      }
      codes[i] = (char) code;
      context[code]++;
    }
    return new PointColours(
        column.field().name(), column.field().type(), List.of(), span, scale, codes, context);
  }

  long sizeInBytes() {
    return 2L * codes.length;
  }
}
