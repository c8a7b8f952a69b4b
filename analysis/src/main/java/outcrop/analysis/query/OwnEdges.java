package outcrop.analysis.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.task.UserFailure;

/// Bins whose edges the user chose. Rows beyond the edges are off the scale.
final class OwnEdges {
  private OwnEdges() {}

  /// @param edges exact texts of the edges
  /// @param lengths gives the lengths of texts, which are what their bins count
  /// @return empty for a field whose values have no edges, such as a category
  /// @throws UserFailure for a text that is no value of the field, or edges that do not rise
  static Optional<Binning> of(
      Column column, List<String> edges, Function<TextColumn, IntToLongFunction> lengths) {
    return switch (column) {
      case NumberColumn numbers when numbers.integral() ->
          Optional.of(whole(column, edges, numbers::longAt));
      case NumberColumn numbers -> {
        double[] values = numbers(column, edges);
        yield Optional.of(
            FieldBinning.doubleBins(
                new BinAxis.Numbers(values, false, BinRule.OWN_EDGES),
                numbers::at,
                column.missing()));
      }
      case TextColumn texts -> Optional.of(whole(column, edges, lengths.apply(texts)));
      case TimeColumn times -> {
        long[] values = moments(times, edges);
        yield Optional.of(
            FieldBinning.longBins(
                new BinAxis.Times(values, "EVEN", times.field().format(), BinRule.OWN_EDGES),
                values,
                times::microsAt,
                times.missing()));
      }
      default -> Optional.empty();
    };
  }

  /// Edges between whole numbers stand for the next whole one.
  private static Binning whole(Column column, List<String> edges, IntToLongFunction valueOf) {
    double[] values = numbers(column, edges);
    return FieldBinning.doubleBins(
        new BinAxis.Numbers(values, true, BinRule.OWN_EDGES),
        row -> (double) valueOf.applyAsLong(row),
        column.missing());
  }

  private static double[] numbers(Column column, List<String> edges) {
    double[] values = new double[edges.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(column, edges.get(i));
      checkRises(column, edges, i, i == 0 || values[i] > values[i - 1]);
    }
    return values;
  }

  private static double number(Column column, String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value == 0 ? 0.0 : value;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, with infinite ones.
    }
    throw new UserFailure(
        "The edge “%s” of the bins of “%s” is not a number; correct the edges of the view."
            .formatted(text, column.field().name()));
  }

  private static long[] moments(TimeColumn column, List<String> edges) {
    long[] values = new long[edges.size()];
    for (int i = 0; i < values.length; i++) {
      String text = edges.get(i);
      values[i] =
          TimeColumn.microsOf(text)
              .orElseThrow(
                  () ->
                      new UserFailure(
                          "The edge “%s” of the bins of “%s” is not a date or time such as 2024-03-01; correct the edges of the view."
                              .formatted(text, column.field().name())));
      checkRises(column, edges, i, i == 0 || values[i] > values[i - 1]);
    }
    return values;
  }

  private static void checkRises(Column column, List<String> edges, int at, boolean rises) {
    if (!rises) {
      throw new UserFailure(
          "The edges of the bins of “%s” must rise, but %s comes before %s; correct the edges of the view."
              .formatted(column.field().name(), edges.get(at - 1), edges.get(at)));
    }
  }
}
