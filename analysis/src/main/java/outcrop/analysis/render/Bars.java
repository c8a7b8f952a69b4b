package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;

/// Draws slots of a tally as bars: all rows in grey behind, the selected in colour before them.
///
/// Bars run upwards or to the right; edges stand on whole pixels, so that they are sharp on every
/// screen.
final class Bars {
  /// Bars narrower than this have no edges of their own: they become one area.
  static final double THINNEST = 2.5;

  /// Up to so many bars say what they are in words.
  private static final int FEW = 400;

  private final Sketch sketch;
  private final Tally tally;
  private final DistributionFacts facts;
  private final CountAxis axis;
  private final Inks inks;
  private final boolean upwards;
  private final @Nullable TargetLayer layer;
  private final Whiskers whiskers;

  /// The colour of one part of a bar.
  interface Inks {
    Colour of(int group, int slot);
  }

  Bars(Plot plot, CountAxis axis, Inks inks, boolean upwards) {
    sketch = plot.sketch();
    tally = plot.tally();
    facts = plot.facts();
    this.axis = axis;
    this.inks = inks;
    this.upwards = upwards;
    layer = plot.target();
    whiskers = new Whiskers(plot, axis, upwards);
  }

  /// One slot between two pixels along the axis of values, with the regions of its parts.
  ///
  /// @param target of the whole slot; parts have regions of their own only for bins
  void slot(List<Mark> all, int slot, Target target, double from, double to) {
    List<Mark> out = new ArrayList<>();
    double start = Math.round(from);
    double end = Math.max(start + 1, Math.round(to));
    if (layer != null) {
      layer.place(slot, start, end, axis, upwards);
    }
    switch (tally.arrangement) {
      case STACKED -> {
        behind(out, slot, start, end);
        stack(out, slot, target, start, end);
      }
      case BESIDE -> beside(out, slot, target, start, end);
      case OVERLAID -> {
        behind(out, slot, start, end);
        overlay(out, slot, target, start, end);
      }
    }
    if (!out.isEmpty()) {
      String note = tally.bins <= FEW ? facts.about(target) : "";
      all.add(new Mark.Group("bar", note, out));
    }
  }

  private static void add(List<Mark> out, Mark.Rect bar) {
    if (!isNothing(bar.bounds())) {
      out.add(bar);
    }
  }

  private static boolean isNothing(Bounds bounds) {
    return bounds.width() == 0 || bounds.height() == 0;
  }

  private void behind(List<Mark> out, int slot, double start, double end) {
    if (tally.isBehindSeen(slot)) {
      add(out, bar(start, end, 0, tally.heightBehind(slot), sketch.theme.context()));
    }
  }

  private void stack(List<Mark> out, int slot, Target target, double start, double end) {
    double sum = 0;
    for (int group = 0; group < tally.groups; group++) {
      double height = tally.height(group, slot);
      if (height <= 0) {
        continue;
      }
      Mark.Rect part = bar(start, end, sum, sum + height, inks.of(group, slot));
      if (sum == 0 || !isNothing(part.bounds())) {
        out.add(part);
        segment(part.bounds(), target, group, slot);
      }
      sum += height;
    }
    // Boundaries near each other have their whiskers side by side.
    int boundaries = Math.max(1, tally.groups - 1);
    for (int group = 0; group < boundaries; group++) {
      double from = start + (end - start) * group / boundaries;
      double to = start + (end - start) * (group + 1) / boundaries;
      whiskers.draw(out, group, slot, from, to);
    }
  }

  private void beside(List<Mark> out, int slot, Target target, double start, double end) {
    double step = (end - start) / tally.groups;
    for (int group = 0; group < tally.groups; group++) {
      double from = Math.round(start + group * step);
      double to = Math.round(start + (group + 1) * step);
      double gap = to - from >= 6 ? 1 : 0;
      if (tally.isBehindSeen(slot)) {
        double behind = tally.heightBehind(group, slot);
        add(out, bar(from, to - gap, 0, behind, sketch.theme.context()));
      }
      Mark.Rect part = bar(from, to - gap, 0, tally.height(group, slot), inks.of(group, slot));
      add(out, part);
      segment(part.bounds(), target, group, slot);
      whiskers.draw(out, group, slot, from, to - gap);
    }
  }

  private void overlay(List<Mark> out, int slot, Target target, double start, double end) {
    for (int group = 0; group < tally.groups; group++) {
      Colour ink = inks.of(group, slot);
      Mark.Rect part =
          bar(start, end, 0, tally.height(group, slot), ink.withOpacity(0.4 * ink.opacity()));
      if (isNothing(part.bounds())) {
        continue;
      }
      out.add(part);
      Bounds b = part.bounds();
      Stroke stroke = Stroke.of(ink, 1.5);
      out.add(
          upwards
              ? new Mark.Line(b.x(), b.y() + 0.75, b.right(), b.y() + 0.75, stroke)
              : new Mark.Line(b.right() - 0.75, b.y(), b.right() - 0.75, b.bottom(), stroke));
      segment(b, target, group, slot);
    }
  }

  private void segment(Bounds bounds, Target target, int group, int slot) {
    if (tally.split && target instanceof Target.Bin && !isNothing(bounds)) {
      sketch.region(bounds, new Target.Segment(group, slot));
    }
  }

  /// A bar over a part of the axis of counts. Whatever is more than nothing is at least a pixel
  /// high.
  private Mark.Rect bar(double start, double end, double low, double high, Colour fill) {
    double base = Math.round(axis.pixel(low));
    double top = Math.round(axis.pixel(high));
    if (low == 0 && high > 0 && Math.abs(top - base) < 1) {
      top = base + Math.signum(axis.end - axis.start);
    }
    Bounds bounds =
        upwards ? Bounds.between(start, base, end, top) : Bounds.between(base, start, top, end);
    return new Mark.Rect(bounds, fill);
  }

  /// All bins as areas with steps, for bins too narrow to be bars and for groups laid over each
  /// other.
  ///
  /// @param edges pixels where bins begin and end
  void areas(List<Mark> out, double[] edges) {
    if (layer != null) {
      for (int bin = 0; bin < tally.bins; bin++) {
        layer.place(bin, edges[bin], edges[bin + 1], axis, true);
      }
    }
    if (tally.isFiltered()) {
      double[] behind = new double[tally.bins];
      for (int bin = 0; bin < tally.bins; bin++) {
        behind[bin] = tally.heightBehind(bin);
      }
      out.add(area(edges, behind, sketch.theme.context(), Stroke.NONE));
    }
    if (tally.arrangement == Tally.Arrangement.STACKED) {
      stackedAreas(out, edges);
      return;
    }
    double opacity = tally.groups <= 3 ? 0.3 : tally.groups <= 6 ? 0.14 : 0;
    for (int group = tally.groups - 1; group >= 0; group--) {
      double[] heights = new double[tally.bins];
      for (int bin = 0; bin < tally.bins; bin++) {
        heights[bin] = tally.height(group, bin);
      }
      Colour ink = inks.of(group, 0);
      out.add(area(edges, heights, ink.withOpacity(opacity), Stroke.NONE));
      out.add(outline(edges, heights, Stroke.of(ink, 1.5)));
    }
  }

  private void stackedAreas(List<Mark> out, double[] edges) {
    double[] sums = new double[tally.bins];
    List<Mark> areas = new ArrayList<>();
    for (int group = 0; group < tally.groups; group++) {
      for (int bin = 0; bin < tally.bins; bin++) {
        sums[bin] += tally.height(group, bin);
      }
      areas.add(area(edges, sums, inks.of(group, 0), Stroke.NONE));
    }
    out.addAll(areas.reversed());
  }

  private Mark area(double[] edges, double[] heights, Colour fill, Stroke stroke) {
    return new Mark.Path(steps(edges, heights), true, fill, stroke);
  }

  private Mark outline(double[] edges, double[] heights, Stroke stroke) {
    return new Mark.Path(steps(edges, heights), false, Colour.NONE, stroke);
  }

  private List<Point> steps(double[] edges, double[] heights) {
    List<Point> points = new ArrayList<>(heights.length * 2 + 2);
    double base = axis.start;
    double last = base;
    points.add(new Point(edges[0], base));
    for (int bin = 0; bin < heights.length; bin++) {
      double top = heights[bin] > 0 ? Math.min(axis.pixel(heights[bin]), base - 1) : base;
      if (top != last) {
        if (bin > 0) {
          points.add(new Point(edges[bin], last));
        }
        points.add(new Point(edges[bin], top));
        last = top;
      }
    }
    points.add(new Point(edges[heights.length], last));
    points.add(new Point(edges[heights.length], base));
    return points;
  }

  /// Oblique lines in the colour of the background over a bar: rows that have no place on the axis.
  void hatch(List<Mark> out, Bounds bounds) {
    Stroke stroke = Stroke.of(sketch.theme.background().withOpacity(0.75), 1.25);
    double step = 5;
    for (double at = step; at < bounds.width() + bounds.height(); at += step) {
      double x1 = bounds.x() + Math.max(0, at - bounds.height());
      double y1 = bounds.y() + Math.min(at, bounds.height());
      double x2 = bounds.x() + Math.min(at, bounds.width());
      double y2 = bounds.y() + Math.max(0, at - bounds.width());
      out.add(new Mark.Line(x1, y1, x2, y2, stroke));
    }
  }

  /// The rectangle of everything drawn in a slot.
  Bounds reach(int slot, double from, double to) {
    return bar(Math.round(from), Math.round(to), 0, tally.top(slot), Colour.NONE).bounds();
  }
}
