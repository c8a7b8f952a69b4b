package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.Spread;
import outcrop.analysis.stats.Tukey;

/// Boxes, violins or points: a row per group with its name and its number of values at the left.
final class GroupRowsLayout extends ShapeLayout {
  /// Fewer values than this are shown one by one instead of as a box.
  private static final int FEW = 5;

  private static final double TWO_LINES = 30;
  private static final double SMALLEST_TEXT = 7;

  private final Shape shape;

  GroupRowsLayout(Plot plot) {
    super(plot);
    shape = plot.spec().shape();
  }

  @Override
  ValueAxis axis() {
    return shape == Shape.VIOLIN ? widened() : ValueAxis.of(plot);
  }

  private double step(double bottom, double top) {
    return Math.min((bottom - top) / tally.groups, sketch.scaled(tally.groups == 1 ? 150 : 84));
  }

  @Override
  Side side(double bottom, double top) {
    double step = step(bottom, top);
    double widest = 0;
    for (int group = 0; group < tally.groups; group++) {
      for (String line : lines(group, step)) {
        widest = Math.max(widest, Sketch.width(line, small));
      }
    }
    double start = Math.rint(top + Math.max(0, (bottom - top - step * tally.groups) / 2));
    return new Side(
        new Scale.Band(0, start, step), List.of(), Math.min(widest + 10, sketch.width * 0.3), "");
  }

  private List<String> lines(int group, double step) {
    String n =
        ChartWords.fill(
            sketch.words().shapes().n(), Numerals.exact(spread().selected().get(group).n()));
    if (!tally.split) {
      return List.of(n);
    }
    String name = Names.of(plot.data().groups().get(group), sketch.words());
    return step >= sketch.scaled(TWO_LINES) ? List.of(name, n) : List.of(name);
  }

  @Override
  void drawSide(Side side, Bounds bounds) {
    double step = ((Scale.Band) side.scale()).step();
    List<Mark> labels = new ArrayList<>();
    double size = Math.clamp(step * 0.92, SMALLEST_TEXT, small.size());
    TextStyle name = new TextStyle(size, false, sketch.theme.foreground());
    for (int group = 0; group < tally.groups && step >= SMALLEST_TEXT; group++) {
      List<String> lines = lines(group, step);
      double y = side.scale().toPixel(group) - (lines.size() - 1) * small.size() * 0.6;
      for (int i = 0; i < lines.size(); i++) {
        TextStyle style = i == 0 && tally.split ? name : small;
        String fitted = Sketch.fit(lines.get(i), side.room() - 10, style);
        Sketch.middle(labels, fitted, bounds.x() - 8, y, Anchor.END, style);
        y += small.size() * 1.25;
      }
    }
    sketch.group("labels", labels);
  }

  @Override
  void draw(List<Mark> out, Frame frame) {
    Scale.Band rows = (Scale.Band) frame.counts();
    double highest = highestDensity();
    for (int group = 0; group < tally.groups; group++) {
      double centre = rows.toPixel(group);
      Spread all = spread().context().get(group);
      Spread own = spread().selected().get(group);
      double half = Math.max(2, Math.min(rows.step() * 0.4, rows.step() / 2 - 1));
      Row row = new Row(frame.values(), centre, half, highest);
      List<Mark> parts = new ArrayList<>();
      if (tally.isFiltered() && all.n() != own.n()) {
        draw(parts, row, all, sketch.theme.context(), true);
      }
      draw(parts, row, own, ink(group), false);
      out.add(new Mark.Group("row", plot.facts().about(new Target.LegendEntry(group)), parts));
      if (tally.split) {
        Bounds b = frame.bounds();
        sketch.region(
            Bounds.between(
                sketch.padding(), centre - rows.step() / 2, b.right(), centre + rows.step() / 2),
            new Target.LegendEntry(group));
      }
    }
  }

  /// Where a row lies.
  ///
  /// @param half half its thickness
  /// @param highest the highest density of all rows
  private record Row(Scale values, double centre, double half, double highest) {}

  private double highestDensity() {
    double highest = 0;
    for (Spread own : spread().selected()) {
      highest = Math.max(highest, own.density().map(KernelDensity::highest).orElse(0.0));
    }
    for (Spread all : tally.isFiltered() ? spread().context() : List.<Spread>of()) {
      highest = Math.max(highest, all.density().map(KernelDensity::highest).orElse(0.0));
    }
    return highest;
  }

  private void draw(List<Mark> out, Row row, Spread spread, Colour ink, boolean behind) {
    if (spread.tukey().isEmpty()) {
      return;
    }
    boolean points = spread.n() < FEW || shape == Shape.VIOLIN && spread.density().isEmpty();
    if (shape == Shape.STRIP) {
      points(out, row, spread, spread.points(), ink, behind);
      if (!behind && spread.n() >= FEW) {
        centre(out, row, spread, row.half() + 2);
      }
    } else if (points) {
      points(out, row, spread, spread.steps().values(), ink, behind);
    } else if (shape == Shape.VIOLIN) {
      violin(out, row, spread, ink, behind);
    } else {
      box(out, row, spread, ink, behind);
    }
  }

  private void box(List<Mark> out, Row row, Spread spread, Colour ink, boolean behind) {
    Tukey box = spread.tukey().orElseThrow();
    double x1 = row.values.toPixel(box.lowerQuartile());
    double x3 = row.values.toPixel(box.upperQuartile());
    double low = row.values.toPixel(box.low());
    double high = row.values.toPixel(box.high());
    double y = Sketch.sharp(row.centre);
    if (behind) {
      double half = Math.min(row.half, sketch.scaled(24));
      out.add(new Mark.Rect(Bounds.between(low, y - 3, high, y + 3), ink));
      out.add(new Mark.Rect(Bounds.between(x1, y - half, x3, y + half), ink));
      return;
    }
    double half = Math.min(row.half, sketch.scaled(24)) * 0.78;
    Stroke line = Stroke.of(ink, 1.5);
    for (double value : box.outliers()) {
      out.add(
          new Mark.Circle(
              row.values.toPixel(value), y, 2, ink.withOpacity(0.45 * ink.opacity()), Stroke.NONE));
    }
    out.add(new Mark.Line(low, y, x1, y, line));
    out.add(new Mark.Line(x3, y, high, y, line));
    for (double end : new double[] {low, high}) {
      out.add(new Mark.Line(end, y - half * 0.4, end, y + half * 0.4, line));
    }
    Bounds bounds = Bounds.between(x1, y - half, x3, y + half);
    out.add(new Mark.Rect(bounds, sketch.theme.background()));
    out.add(new Mark.Rect(bounds, ink.withOpacity(0.3 * ink.opacity())));
    out.add(
        new Mark.Path(
            List.of(
                new Point(x1, y - half),
                new Point(x3, y - half),
                new Point(x3, y + half),
                new Point(x1, y + half)),
            true,
            Colour.NONE,
            line));
    centre(out, row, spread, half);
  }

  private void violin(List<Mark> out, Row row, Spread spread, Colour ink, boolean behind) {
    KernelDensity density = spread.density().orElseThrow();
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    double y = row.centre;
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < density.heights().length; i++) {
      double x = row.values.toPixel(value(density.place(i)));
      if (x - last >= 1 || i == density.heights().length - 1) {
        double half = row.half * density.heights()[i] / row.highest;
        upper.add(new Point(x, y - half));
        lower.add(new Point(x, y + half));
        last = x;
      }
    }
    upper.addAll(lower.reversed());
    if (behind) {
      out.add(new Mark.Path(upper, true, ink, Stroke.NONE));
      return;
    }
    out.add(
        new Mark.Path(upper, true, ink.withOpacity(0.38 * ink.opacity()), Stroke.of(ink, 1.25)));
    Tukey box = spread.tukey().orElseThrow();
    double x1 = row.values.toPixel(box.lowerQuartile());
    double x3 = row.values.toPixel(box.upperQuartile());
    out.add(
        new Mark.Line(
            x1, Sketch.sharp(y), x3, Sketch.sharp(y), Stroke.of(sketch.theme.foreground(), 3)));
    centre(out, row, spread, Math.min(row.half * 0.5, 9));
  }

  /// The median with its interval, and the mean as a ring.
  private void centre(List<Mark> out, Row row, Spread spread, double half) {
    Colour ink = sketch.theme.foreground();
    double y = Sketch.sharp(row.centre);
    spread
        .medianInterval()
        .ifPresent(
            interval ->
                out.add(
                    new Mark.Rect(
                        Bounds.between(
                            row.values.toPixel(interval.low()),
                            y - half * 0.45,
                            row.values.toPixel(interval.high()),
                            y + half * 0.45),
                        ink.withOpacity(0.35))));
    double x = row.values.toPixel(spread.median());
    out.add(new Mark.Line(x, y - half, x, y + half, Stroke.of(ink, 2)));
    double radius = Math.min(3, Math.max(1.5, half * 0.4));
    out.add(
        new Mark.Circle(
            row.values.toPixel(spread.mean()),
            y,
            radius,
            sketch.theme.background(),
            Stroke.of(ink, 1.25)));
  }

  /// Points beside each other: how far a point leaves the middle follows a sequence that fills a
  /// stretch evenly (van der Corput 1935), in the width of the density there.
  private void points(
      List<Mark> out, Row row, Spread spread, double[] values, Colour ink, boolean behind) {
    double radius = values.length > 300 ? 1.6 : values.length > 60 ? 2 : 3;
    double opacity = behind ? 1 : values.length > 300 ? 0.45 : 0.7;
    double highest = spread.density().map(KernelDensity::highest).orElse(0.0);
    double room = Math.max(0, row.half - radius);
    for (int i = 0; i < values.length; i++) {
      double wide =
          spread.density().isPresent()
              ? spread.density().get().at(place(values[i])) / highest
              : Math.min(1, values.length / 20.0);
      double y = row.centre + (2 * vanDerCorput(i + 1) - 1) * room * wide;
      out.add(
          new Mark.Circle(
              row.values.toPixel(values[i]),
              y,
              radius,
              ink.withOpacity(opacity * ink.opacity()),
              Stroke.NONE));
    }
  }

  private static double vanDerCorput(int index) {
    return (Integer.reverse(index) >>> 1) / (double) (1 << 30) / 2;
  }
}
