package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;

/// The edges of a histogram as exact texts, with one of them moved.
final class EdgeMove {
  private EdgeMove() {}

  /// @return empty where the axis has no such edge or its neighbours leave no place for it
  static Optional<List<String>> of(BinAxis axis, int index, double value, double grain) {
    if (index < 0 || index > axis.size()) {
      return Optional.empty();
    }
    return switch (axis) {
      case BinAxis.Numbers numbers -> numbers(numbers, index, value, grain);
      case BinAxis.Times times -> times(times, index, value, grain);
      case BinAxis.Values _ -> Optional.empty();
    };
  }

  private static Optional<List<String>> numbers(
      BinAxis.Numbers axis, int index, double value, double grain) {
    double[] edges = axis.edges().clone();
    double round = Grain.rounded(value, axis.integral() ? Math.max(1, grain) : grain);
    boolean fits =
        (index == 0 || round > edges[index - 1])
            && (index == edges.length - 1 || round < edges[index + 1]);
    if (!fits) {
      return Optional.empty();
    }
    edges[index] = round;
    List<String> texts = new ArrayList<>();
    for (double edge : edges) {
      texts.add(NumberColumn.textOf(edge));
    }
    return Optional.of(List.copyOf(texts));
  }

  private static Optional<List<String>> times(
      BinAxis.Times axis, int index, double value, double grain) {
    long[] edges = axis.edges().clone();
    long unit =
        axis.format() == ValueFormat.DATE || grain >= TimeColumn.MICROS_PER_DAY / 48.0
            ? TimeColumn.MICROS_PER_DAY
            : grain >= TimeColumn.MICROS_PER_SECOND ? 60 * TimeColumn.MICROS_PER_SECOND : 1;
    long round = Math.round(value / unit) * unit;
    boolean fits =
        (index == 0 || round > edges[index - 1])
            && (index == edges.length - 1 || round < edges[index + 1]);
    if (!fits) {
      return Optional.empty();
    }
    edges[index] = round;
    List<String> texts = new ArrayList<>();
    for (long edge : edges) {
      texts.add(TimeColumn.textOf(edge, axis.format()));
    }
    return Optional.of(List.copyOf(texts));
  }
}
