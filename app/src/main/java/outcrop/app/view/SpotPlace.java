package outcrop.app.view;

import java.util.Optional;
import java.util.function.Function;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.Scale;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.app.viewmodel.AxisTraits;
import outcrop.app.viewmodel.Grain;

/// Places of a drawing as spots of its plot.
final class SpotPlace {
  private SpotPlace() {}

  /// The spot at a pixel, which is taken into the plot; empty where nothing is plotted.
  ///
  /// @param anchor what the spot follows; on an axis of names it follows the plot
  /// @param axes what they measure
  static Optional<Spot> of(
      Drawing drawing, Anchor anchor, Function<AxisSide, AxisTraits> axes, double x, double y) {
    AxisTraits values = axes.apply(AxisSide.X);
    AxisTraits counts = axes.apply(AxisSide.Y);
    Frame frame = drawing.frame().orElse(null);
    if (frame == null || frame.bounds().width() < 1 || frame.bounds().height() < 1) {
      return Optional.empty();
    }
    Bounds b = frame.bounds();
    double inX = Math.clamp(x, b.x(), b.right());
    double inY = Math.clamp(y, b.y(), b.bottom());
    if (anchor == Anchor.PLOT || !values.isScaled() || !counts.isScaled()) {
      return Optional.of(
          new Spot(
              Anchor.PLOT,
              Grain.text((inX - b.x()) / b.width(), 0.001),
              Grain.text((inY - b.y()) / b.height(), 0.001)));
    }
    double along = frame.across() ? inX : inY;
    double up = frame.across() ? inY : inX;
    return Optional.of(
        new Spot(
            Anchor.DATA, text(frame.values(), values, along), text(frame.counts(), counts, up)));
  }

  /// The value of one axis at a pixel, which is taken into the plot; empty where nothing is
  /// plotted.
  static Optional<String> value(
      Drawing drawing, AxisSide side, AxisTraits axis, double x, double y) {
    return drawing
        .frame()
        .map(
            frame -> {
              Bounds b = frame.bounds();
              boolean across = frame.across() == (side == AxisSide.X);
              double pixel =
                  across ? Math.clamp(x, b.x(), b.right()) : Math.clamp(y, b.y(), b.bottom());
              return text(side == AxisSide.X ? frame.values() : frame.counts(), axis, pixel);
            });
  }

  /// The value at a pixel, no more exact than a pixel is.
  private static String text(Scale scale, AxisTraits axis, double pixel) {
    double value = scale.toValue(pixel);
    double grain = Math.abs(scale.toValue(pixel + 1) - value);
    return axis.kind() == AxisTraits.Kind.TIMES ? moment(value, grain) : Grain.text(value, grain);
  }

  private static String moment(double micros, double grain) {
    boolean days = grain >= TimeColumn.MICROS_PER_DAY / 48.0;
    long second = TimeColumn.MICROS_PER_SECOND;
    return days
        ? TimeColumn.textOf(Math.round(micros), ValueFormat.DATE)
        : TimeColumn.textOf(Math.round(micros / second) * second, ValueFormat.DATETIME);
  }
}
