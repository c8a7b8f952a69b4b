package outcrop.app.view;

import java.util.Optional;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Frame;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.app.viewmodel.AxisTraits;
import outcrop.app.viewmodel.Grain;

/// Places of a drawing as spots of its plot.
final class SpotPlace {
  private SpotPlace() {}

  /// The spot at a pixel, which is taken into the plot; empty where nothing is plotted.
  ///
  /// @param anchor what the spot follows; on an axis of names it follows the plot
  /// @param values what the axis of values measures
  static Optional<Spot> of(Drawing drawing, Anchor anchor, AxisTraits values, double x, double y) {
    Frame frame = drawing.frame().orElse(null);
    if (frame == null || frame.bounds().width() < 1 || frame.bounds().height() < 1) {
      return Optional.empty();
    }
    Bounds b = frame.bounds();
    double inX = Math.clamp(x, b.x(), b.right());
    double inY = Math.clamp(y, b.y(), b.bottom());
    if (anchor == Anchor.PLOT || !values.isScaled()) {
      return Optional.of(
          new Spot(
              Anchor.PLOT,
              Grain.text((inX - b.x()) / b.width(), 0.001),
              Grain.text((inY - b.y()) / b.height(), 0.001)));
    }
    double along = frame.across() ? inX : inY;
    double up = frame.across() ? inY : inX;
    double value = frame.values().toValue(along);
    double grain = Math.abs(frame.values().toValue(along + 1) - value);
    double count = frame.counts().toValue(up);
    double countGrain = Math.abs(frame.counts().toValue(up + 1) - count);
    String text =
        values.kind() == AxisTraits.Kind.TIMES ? moment(value, grain) : Grain.text(value, grain);
    return Optional.of(new Spot(Anchor.DATA, text, Grain.text(count, countGrain)));
  }

  private static String moment(double micros, double grain) {
    boolean days = grain >= TimeColumn.MICROS_PER_DAY / 48.0;
    long second = TimeColumn.MICROS_PER_SECOND;
    return days
        ? TimeColumn.textOf(Math.round(micros), ValueFormat.DATE)
        : TimeColumn.textOf(Math.round(micros / second) * second, ValueFormat.DATETIME);
  }
}
