package outcrop.analysis.render;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.Measure;

/// Where texts and measures lie on the axes of a distribution. Measures on the axis of counts are
/// those of the heights of the bars.
record DistributionPlaces(Plot plot) implements Overlay.Places {
  @Override
  public OptionalDouble value(String text) {
    return switch (plot.data().axis()) {
      case BinAxis.Numbers _ -> AxisText.number(text);
      case BinAxis.Times _ -> AxisText.moment(text);
      case BinAxis.Values values -> {
        int bin = values.values().indexOf(text);
        yield bin < 0 ? OptionalDouble.empty() : OptionalDouble.of(bin);
      }
    };
  }

  @Override
  public OptionalDouble measured(AxisSide side, Measure measure) {
    if (side == AxisSide.X) {
      Double value = plot.data().measures().get(measure);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
    Tally tally = plot.tally();
    if (tally.bins == 0 || !measure.field().isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] heights =
        IntStream.range(0, tally.bins)
            .mapToDouble(
                bin -> measure.rows() == Measure.Rows.ALL ? tally.heightBehind(bin) : height(bin))
            .toArray();
    return switch (measure.kind()) {
      case VALUE -> OptionalDouble.empty();
      case MEAN -> Arrays.stream(heights).average();
      case MEDIAN -> OptionalDouble.of(quantile(heights, 0.5));
      case QUANTILE -> OptionalDouble.of(quantile(heights, measure.quantile()));
    };
  }

  private double height(int bin) {
    Tally tally = plot.tally();
    double sum = 0;
    for (int group = 0; group < tally.groups; group++) {
      sum += tally.height(group, bin);
    }
    return sum;
  }

  /// Between the two nearest of the sorted values, as R's type 7.
  private static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = q * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
