package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.Spread;

/// Kernel densities as curves, each of area one on the scale of the axis, the groups over each
/// other.
final class DensityLayout extends ShapeLayout {
  private static final int FILLED = 3;

  DensityLayout(Plot plot) {
    super(plot);
  }

  @Override
  ValueAxis axis() {
    return widened();
  }

  private boolean isSeen(Spread all, Spread selected) {
    return tally.isFiltered() && all.n() != selected.n();
  }

  @Override
  Side side(double bottom, double top) {
    double highest = 0;
    for (int group = 0; group < tally.groups; group++) {
      Spread own = spread().selected().get(group);
      Spread all = spread().context().get(group);
      highest = Math.max(highest, own.density().map(KernelDensity::highest).orElse(0.0));
      if (isSeen(all, own)) {
        highest = Math.max(highest, all.density().map(KernelDensity::highest).orElse(0.0));
      }
    }
    highest = sketch.common(highest);
    ValueText.Unit unit = text.unit();
    Scale scale = new Scale.Linear(0, highest > 0 ? highest * 1.06 : 1, bottom, top);
    Scale told =
        new Scale.Linear(0, (highest > 0 ? highest * 1.06 : 1) * unit.length(), bottom, top);
    Side side = side(told, told.ticks(wantedTicks(bottom, top)), bottom, top, title(unit));
    return new Side(scale, side.ticks(), side.room(), side.title());
  }

  private String title(ValueText.Unit unit) {
    ShapeWords words = sketch.words().shapes();
    if (plot.data().axis() instanceof BinAxis.Times) {
      return ChartWords.fill(words.densityPer(), unit.name());
    }
    return switch (plot.spec().axes().x()) {
      case LINEAR -> words.density();
      case LOG -> words.perDecade();
      case SYMLOG -> words.perSymDecade();
    };
  }

  @Override
  void draw(List<Mark> out, Frame frame) {
    for (int group = tally.groups - 1; group >= 0; group--) {
      Spread all = spread().context().get(group);
      if (isSeen(all, spread().selected().get(group)) && all.density().isPresent()) {
        List<Point> points = curve(all.density().get(), frame);
        out.add(
            tally.split
                ? new Mark.Path(points, false, Colour.NONE, dashed(ink(group)))
                : new Mark.Path(points, true, sketch.theme.context(), Stroke.NONE));
      }
    }
    for (int group = tally.groups - 1; group >= 0; group--) {
      draw(out, frame, group);
    }
  }

  private static Stroke dashed(Colour ink) {
    return new Stroke(ink.withOpacity(0.6), 1.25, List.of(4.0, 3.0));
  }

  private void draw(List<Mark> out, Frame frame, int group) {
    Spread own = spread().selected().get(group);
    Colour ink = ink(group);
    List<Mark> parts = new ArrayList<>();
    if (own.density().isPresent()) {
      List<Point> points = curve(own.density().get(), frame);
      if (tally.groups <= FILLED) {
        double opacity = tally.groups == 1 ? 0.28 : 0.16;
        parts.add(
            new Mark.Path(points, true, ink.withOpacity(opacity * ink.opacity()), Stroke.NONE));
      }
      parts.add(new Mark.Path(points, false, Colour.NONE, Stroke.of(ink, 2)));
    } else if (own.n() > 0) {
      rug(parts, own, frame, ink);
    }
    if (!parts.isEmpty()) {
      String note = plot.facts().about(new Target.LegendEntry(group));
      out.add(new Mark.Group("curve", note, parts));
    }
  }

  /// Values that have no curve: a spike where they are all equal, else a short line for each.
  private static void rug(List<Mark> out, Spread own, Frame frame, Colour ink) {
    Bounds b = frame.bounds();
    double[] values = own.steps().values();
    double top = values.length == 1 ? b.y() : b.bottom() - 12;
    for (double value : values) {
      double x = Sketch.sharp(frame.values().toPixel(value));
      out.add(new Mark.Line(x, top, x, b.bottom(), Stroke.of(ink, 2)));
    }
  }

  private List<Point> curve(KernelDensity density, Frame frame) {
    List<Point> points = new ArrayList<>();
    double base = frame.bounds().bottom();
    points.add(new Point(frame.values().toPixel(value(density.from())), base));
    for (int i = 0; i < density.heights().length; i++) {
      double x = frame.values().toPixel(value(density.place(i)));
      Point before = points.getLast();
      boolean last = i == density.heights().length - 1;
      if (x - before.x() >= 0.7 || last || points.size() == 1) {
        points.add(new Point(x, frame.counts().toPixel(density.heights()[i])));
      }
    }
    points.add(new Point(points.getLast().x(), base));
    return points;
  }
}
