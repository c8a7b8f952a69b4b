package outcrop.analysis.render;

import java.util.OptionalDouble;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.Measure;

/// Where texts and measures lie on the axes of a long tail. Measures are those of the sizes of
/// classes, on the axis that shows sizes; where ranks run across, a class lies at its name.
record TailAxes(TailPlot plot, Frame frame) implements Overlay.Places {
  @Override
  public OptionalDouble value(String text) {
    OptionalDouble number = StyledScale.value(frame.values(), text);
    if (number.isPresent()) {
      return number;
    }
    return switch (plot.spec().shape()) {
      case RANK, COVERAGE -> {
        var rank = plot.classes().rankOf(text);
        yield rank.isPresent() ? OptionalDouble.of(rank.getAsInt() + 1.0) : number;
      }
      case CCDF, LORENZ, RAREFACTION, BURSTINESS, RASTER, LABELS, VARIATION -> number;
    };
  }

  @Override
  public OptionalDouble measured(AxisSide side, Measure measure) {
    boolean sizes =
        switch (plot.spec().shape()) {
          case RANK -> side == AxisSide.Y;
          case CCDF, BURSTINESS, LABELS, VARIATION -> side == AxisSide.X;
          case LORENZ, COVERAGE, RAREFACTION, RASTER -> false;
        };
    TailClasses classes =
        measure.rows() == Measure.Rows.ALL ? plot.data().context() : plot.classes();
    if (!sizes || !measure.field().isEmpty() || classes.count() == 0) {
      return OptionalDouble.empty();
    }
    return switch (measure.kind()) {
      case VALUE -> OptionalDouble.empty();
      case MEAN -> OptionalDouble.of(classes.sum() / classes.count());
      case MEDIAN -> OptionalDouble.of(quantile(classes, 0.5));
      case QUANTILE -> OptionalDouble.of(quantile(classes, measure.quantile()));
    };
  }

  /// Between the two nearest sizes, as R's type 7.
  private static double quantile(TailClasses classes, double q) {
    double place = (1 - q) * (classes.count() - 1);
    int above = (int) place;
    int below = Math.min(above + 1, classes.count() - 1);
    return classes.size(above) + (place - above) * (classes.size(below) - classes.size(above));
  }
}
