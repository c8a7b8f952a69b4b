package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.stats.Steps;

/// Empirical distribution functions as steps with a band that holds the whole true function.
final class EcdfLayout extends ShapeLayout {
  private static final int BANDS = 6;

  EcdfLayout(Plot plot) {
    super(plot);
  }

  @Override
  Side side(double bottom, double top) {
    Scale scale = new Scale.Linear(0, 1, bottom, top);
    List<Scale.Tick> ticks =
        scale.ticks(wantedTicks(bottom, top)).stream()
            .map(tick -> new Scale.Tick(tick.value(), Numerals.percent(tick.value())))
            .toList();
    return side(scale, ticks, bottom, top, sketch.words().shapes().cumulative());
  }

  @Override
  void draw(List<Mark> out, Frame frame) {
    for (int group = tally.groups - 1; group >= 0; group--) {
      Steps all = spread().context().get(group).steps();
      Steps own = spread().selected().get(group).steps();
      if (tally.isFiltered() && all.n() != own.n() && all.n() > 0) {
        Stroke stroke =
            tally.split
                ? new Stroke(ink(group).withOpacity(0.6), 1.25, List.of(4.0, 3.0))
                : Stroke.of(sketch.theme.rest().withOpacity(0.8), 2);
        out.add(new Mark.Path(points(all, frame, 0), false, Colour.NONE, stroke));
      }
    }
    for (int group = tally.groups - 1; group >= 0; group--) {
      Steps own = spread().selected().get(group).steps();
      if (own.n() > 0) {
        List<Mark> parts = new ArrayList<>();
        if (tally.groups <= BANDS) {
          List<Point> band = new ArrayList<>(points(own, frame, own.halfBand()));
          band.addAll(points(own, frame, -own.halfBand()).reversed());
          parts.add(new Mark.Path(band, true, ink(group).withOpacity(0.16), Stroke.NONE));
        }
        parts.add(
            new Mark.Path(points(own, frame, 0), false, Colour.NONE, Stroke.of(ink(group), 1.75)));
        String note = plot.facts().about(new Target.LegendEntry(group));
        out.add(new Mark.Group("curve", note, parts));
      }
    }
  }

  /// The corners of the steps from edge to edge.
  ///
  /// @param by how far the line is lifted, within 0…1
  private static List<Point> points(Steps steps, Frame frame, double by) {
    Bounds bounds = frame.bounds();
    List<Point> points = new ArrayList<>();
    double y = frame.counts().toPixel(Math.clamp(by, 0, 1));
    points.add(new Point(bounds.x(), y));
    for (int i = 0; i < steps.values().length; i++) {
      double x = frame.values().toPixel(steps.values()[i]);
      double next =
          frame.counts().toPixel(Math.clamp((double) steps.counts()[i] / steps.n() + by, 0, 1));
      if (x - points.getLast().x() >= 0.35) {
        points.add(new Point(x, y));
      }
      points.add(new Point(Math.max(x, points.getLast().x()), next));
      y = next;
    }
    points.add(new Point(bounds.right(), y));
    return points;
  }
}
