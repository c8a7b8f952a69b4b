package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.Wilson;

/// Counts by step of the axis as lines. A step of time in which the whole dataset has no row is a
/// gap, which breaks every line: nobody can tell there whether nothing happened or nothing was
/// written down. A step in which only a group or the selection has none is zero.
final class LineLayout extends ShapeLayout {
  private static final int MARKED = 80;

  LineLayout(Plot plot) {
    super(plot);
  }

  /// Steps between the first and the last row of the dataset in which it has none.
  static int gaps(BinAxis axis, Tally tally) {
    int gaps = 0;
    for (int bin = 0; bin < tally.bins; bin++) {
      gaps += isGap(axis, tally, bin) ? 1 : 0;
    }
    return gaps;
  }

  private static boolean isGap(BinAxis axis, Tally tally, int bin) {
    return axis instanceof BinAxis.Times && tally.context(bin) == 0;
  }

  private boolean isGap(int bin) {
    return isGap(plot.data().axis(), tally, bin);
  }

  @Override
  Side side(double bottom, double top) {
    CountAxis counts = CountAxis.of(plot.spec(), tally, bottom, top, wantedTicks(bottom, top));
    List<TickMarks.Placed> placed = tickMarks.upwards(counts);
    return new Side(counts.scale, placed, tickMarks.widest(placed) + 8, plot.countTitle());
  }

  @Override
  double shift(ValueAxis axis) {
    return axis.shift();
  }

  @Override
  void draw(List<Mark> out, Frame frame) {
    gapMarks(out, frame);
    boolean dashed = tally.split;
    if (tally.isFiltered() && plot.spec().axes().grouping() != Grouping.SHARE_OF_BAR) {
      for (int group = 0; group < tally.groups; group++) {
        int own = group;
        Stroke stroke =
            dashed
                ? new Stroke(ink(group).withOpacity(0.6), 1.25, List.of(4.0, 3.0))
                : Stroke.of(sketch.theme.rest().withOpacity(0.8), 2);
        line(out, frame, bin -> tally.heightBehind(own, bin), stroke);
      }
    }
    for (int group = tally.groups - 1; group >= 0; group--) {
      int own = group;
      List<Mark> parts = new ArrayList<>();
      if (plot.spec().axes().grouping() == Grouping.SHARE_OF_BAR && tally.split) {
        band(parts, frame, group);
      }
      line(parts, frame, bin -> tally.height(own, bin), Stroke.of(ink(group), 2));
      dots(parts, frame, group);
      if (!parts.isEmpty()) {
        out.add(new Mark.Group("line", plot.facts().about(new Target.LegendEntry(group)), parts));
      }
    }
  }

  private void gapMarks(List<Mark> out, Frame frame) {
    for (int bin = 0; bin < tally.bins; bin++) {
      if (isGap(bin)) {
        out.add(new Mark.Rect(frame.strip(bin), sketch.theme.grid().withOpacity(0.7)));
      }
    }
  }

  private static double middle(Frame frame, int bin) {
    return frame.strip(bin).centreX();
  }

  private double pixel(Frame frame, double height) {
    return Math.clamp(frame.counts().toPixel(height), frame.bounds().y(), frame.bounds().bottom());
  }

  private void line(List<Mark> out, Frame frame, IntToDoubleFunction height, Stroke stroke) {
    List<Point> points = new ArrayList<>();
    for (int bin = 0; bin <= tally.bins; bin++) {
      boolean gap = bin == tally.bins || isGap(bin);
      if (!gap) {
        points.add(new Point(middle(frame, bin), pixel(frame, height.applyAsDouble(bin))));
      } else if (points.size() > 1) {
        out.add(new Mark.Path(seen(points), false, Colour.NONE, stroke));
        points = new ArrayList<>();
      } else {
        points.clear();
      }
    }
  }

  /// Of many points per pixel the first, the highest, the lowest and the last.
  private static List<Point> seen(List<Point> points) {
    List<Point> seen = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || points.get(i).x() - points.get(from).x() >= 1) {
        List<Point> column = points.subList(from, i);
        seen.add(column.getFirst());
        if (column.size() > 2) {
          seen.add(column.stream().min((a, b) -> Double.compare(a.y(), b.y())).orElseThrow());
          seen.add(column.stream().max((a, b) -> Double.compare(a.y(), b.y())).orElseThrow());
        }
        if (column.size() > 1) {
          seen.add(column.getLast());
        }
        from = i;
      }
    }
    return seen;
  }

  /// A dot per step where there is room, and wherever a step stands alone between gaps.
  private void dots(List<Mark> out, Frame frame, int group) {
    for (int bin = 0; bin < tally.bins; bin++) {
      boolean before = bin > 0 && !isGap(bin - 1);
      boolean after = bin + 1 < tally.bins && !isGap(bin + 1);
      if (!isGap(bin) && (tally.bins <= MARKED || !before && !after)) {
        double y = pixel(frame, tally.height(group, bin));
        out.add(new Mark.Circle(middle(frame, bin), y, 2.5, ink(group), Stroke.NONE));
      }
    }
  }

  /// The interval of the share in each step (Wilson 1927).
  private void band(List<Mark> out, Frame frame, int group) {
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    for (int bin = 0; bin < tally.bins; bin++) {
      if (tally.count(bin) > 0) {
        Interval share = Wilson.interval(tally.rawCount(group, bin), tally.count(bin));
        upper.add(new Point(middle(frame, bin), pixel(frame, share.high())));
        lower.add(new Point(middle(frame, bin), pixel(frame, share.low())));
      }
    }
    upper.addAll(lower.reversed());
    if (upper.size() > 2) {
      out.add(new Mark.Path(upper, true, ink(group).withOpacity(0.16), Stroke.NONE));
    }
  }
}
