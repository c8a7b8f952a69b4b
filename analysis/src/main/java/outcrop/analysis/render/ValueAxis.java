package outcrop.analysis.render;

import java.util.stream.IntStream;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.spec.DistributionSpec;

/// The axis of numbers or times below a plot: its scale and where the bins lie on it.
final class ValueAxis {
  private final Plot plot;
  private final double from;
  private final double to;

  private ValueAxis(Plot plot, double from, double to) {
    this.plot = plot;
    this.from = from;
    this.to = to;
  }

  /// From the first edge to the last. A single bin stands in the middle of a wider axis: a bar from
  /// edge to edge says nothing.
  static ValueAxis of(Plot plot) {
    double[] edges = edges(plot.data().axis());
    double first = edges[0];
    double last = edges[edges.length - 1];
    boolean wide = edges.length == 2 && plot.spec().axes().x() != DistributionSpec.Scale.LOG;
    double room = wide ? last - first : 0;
    return new ValueAxis(plot, first - room, last + room);
  }

  /// Over a stretch that reaches farther than the bins.
  static ValueAxis over(Plot plot, double from, double to) {
    ValueAxis bins = of(plot);
    return new ValueAxis(plot, Math.min(bins.from, from), Math.max(bins.to, to));
  }

  static double[] edges(BinAxis axis) {
    return switch (axis) {
      case BinAxis.Numbers numbers -> numbers.edges();
      case BinAxis.Times times ->
          IntStream.range(0, times.edges().length).mapToDouble(i -> times.edges()[i]).toArray();
      case BinAxis.Values values ->
          IntStream.rangeClosed(0, values.size()).mapToDouble(i -> i - 0.5).toArray();
    };
  }

  /// With the range and the ticks that the style asks for.
  Scale scale(double left, double right) {
    return StyledScale.of(plain(left, right), plot.spec().style().x());
  }

  private Scale plain(double left, double right) {
    return switch (plot.data().axis()) {
      case BinAxis.Times _ -> new Scale.Time(from, to, left, right, plot.sketch().words().months());
      case BinAxis.Numbers _ ->
          switch (plot.spec().axes().x()) {
            case LINEAR -> new Scale.Linear(from, to, left, right);
            case LOG -> new Scale.Log(from, to, left, right);
            case SYMLOG -> new Scale.SymLog(from, to, 1, left, right);
          };
      case BinAxis.Values values -> new Scale.Band(0, left, (right - left) / values.size());
    };
  }

  /// Pixels where bins begin and end.
  double[] pixels(Scale values, double left, double right) {
    double[] edges = edges(plot.data().axis()).clone();
    for (int i = 0; i < edges.length; i++) {
      edges[i] = Math.clamp(values.toPixel(edges[i]), left, right);
    }
    return edges;
  }

  /// By how much ticks stand beside the values that they name: half a bin where a bin is one whole
  /// number.
  double shift() {
    return plot.data().axis() instanceof BinAxis.Numbers numbers
            && BinNames.isOnePerWhole(numbers)
            && numbers.edges()[0] == Math.rint(numbers.edges()[0])
            && plot.spec().axes().x() == DistributionSpec.Scale.LINEAR
        ? 0.5
        : 0;
  }

  /// Whether ticks may have a second line, at the full width of the drawing; in less room they are
  /// only coarser.
  boolean contextual(TickMarks tickMarks) {
    double width = plot.sketch().width;
    return plot.data().axis() instanceof BinAxis.Times
        && IntStream.rangeClosed(1, tickMarks.wanted(width))
            .mapToObj(wanted -> scale(0, width).ticks(wanted))
            .anyMatch(ticks -> ticks.stream().anyMatch(tick -> !tick.context().isEmpty()));
  }
}
