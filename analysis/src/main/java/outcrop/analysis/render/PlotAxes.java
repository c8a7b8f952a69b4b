package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.Scale.Tick;
import outcrop.analysis.spec.AxisStyle;

/// Two axes around a plot of points or lines: ticks left and below, light lines across, titles
/// where there is room.
final class PlotAxes {
  private final Sketch sketch;
  private final TickMarks tickMarks;

  PlotAxes(Sketch sketch) {
    this.sketch = sketch;
    tickMarks = new TickMarks(sketch);
  }

  /// One side of a plot.
  ///
  /// @param title empty for none
  /// @param style range, ticks and format of the user's own
  /// @param scale made for the pixels that there are
  /// @param label how a tick is written
  record Axis(String title, AxisStyle style, ScaleMaker scale, UnaryOperator<Tick> label) {
    Scale between(double from, double to) {
      return StyledScale.of(scale.between(from, to), style);
    }
  }

  @FunctionalInterface
  interface ScaleMaker {
    Scale between(double pixelFrom, double pixelTo);
  }

  /// Draws the axes of a plot without bins.
  ///
  /// @param strip room that is kept free above the plot
  Frame draw(Bounds area, double strip, Axis x, Axis y) {
    boolean bare = sketch.isTiny();
    boolean titled = !bare && !sketch.isSmall();
    TextStyle small = sketch.small();
    double above = titled && !y.title().isEmpty() ? small.size() * 1.7 : 0;
    double below = bare ? 0 : small.size() + 8 + (titled ? sketch.scaled(20) : 0);
    double top = Math.rint(area.y() + above + strip);
    double bottom = Math.rint(Math.max(top + 8, area.bottom() - below));
    int wanted = Math.max(1, (int) ((bottom - top) / sketch.scaled(34)));
    Scale up = y.between(bottom, top);
    List<TickMarks.Placed> upTicks =
        tickMarks.upwards(
            up,
            up.ticks(Math.min(7, wanted)).stream().map(y.label()).toList(),
            new TickMarks.Span(bottom, top));
    double widest = tickMarks.widest(upTicks);
    double left = Math.rint(area.x() + (bare ? 0 : Math.min(widest + 8, area.width() / 3)));
    double right = Math.rint(Math.max(left + 8, area.right() - (bare ? 0 : 4)));
    Bounds bounds = Bounds.between(left, top, right, bottom);
    Scale across = x.between(left, right);
    if (!bare) {
      tickMarks.drawLeft(upTicks, left, right);
      tickMarks.drawBelow(
          tickMarks.across(across, 0, left, right, sketch.width - 2).stream()
              .map(p -> new TickMarks.Placed(x.label().apply(p.tick()), p.at(), p.centre()))
              .toList(),
          bottom + 1);
      titles(area, bounds, titled ? x.title() : "", titled ? y.title() : "");
    }
    sketch.region(Bounds.between(area.x(), top, left, bottom), new Target.CountAxis());
    sketch.region(Bounds.between(left, bottom, right, area.bottom()), new Target.ValueAxis());
    double y0 = Sketch.sharp(bottom);
    sketch.group(
        "axis", List.of(new Mark.Line(left, y0, right, y0, Stroke.of(sketch.theme.axis(), 1))));
    return new Frame(bounds, true, across, up, new Frame.Bins(0, new double[0]));
  }

  private void titles(Bounds area, Bounds bounds, String x, String y) {
    List<Mark> parts = new ArrayList<>();
    TextStyle style = new TextStyle(sketch.body().size(), false, sketch.theme.foreground());
    TextStyle small = sketch.small();
    Sketch.label(
        parts,
        Sketch.fit(x, bounds.width(), style),
        bounds.centreX(),
        area.bottom() - style.size() * 0.3,
        Anchor.MIDDLE,
        style);
    Sketch.label(
        parts,
        Sketch.fit(y, area.width() * 0.8, small),
        area.x(),
        area.y() + small.size() * 0.8,
        Anchor.START,
        small);
    sketch.group("axis-titles", parts);
  }
}
