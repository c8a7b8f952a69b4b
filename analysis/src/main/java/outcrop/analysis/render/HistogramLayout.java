package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.AxisStyle;

/// Lays out bars over numbers or times, which run from left to right, with the bars apart at the
/// right.
final class HistogramLayout {
  private final Plot plot;
  private final Sketch sketch;
  private final Tally tally;
  private final TickMarks tickMarks;
  private final ValueAxis axis;
  private final TextStyle small;

  HistogramLayout(Plot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    tally = plot.tally();
    tickMarks = new TickMarks(sketch);
    axis = ValueAxis.of(plot);
    small = sketch.small();
  }

  /// Draws into a part of the drawing.
  Frame draw(Bounds area) {
    boolean titled = !sketch.isSmall() || !plot.spec().style().xTitle().isEmpty();
    double line = small.size() * 1.25;
    double above = sketch.isSmall() ? small.size() * 1.1 : small.size() * 2.2;
    double below =
        6 + line + (axis.contextual(tickMarks) ? line : 0) + (titled ? sketch.scaled(20) : 2);
    boolean bare = sketch.isTiny() || area.height() < above + below + small.size() * 2;
    above = bare ? 2 : above;
    below = bare ? 2 : below;
    double top = Math.rint(area.y() + above);
    double bottom = Math.rint(Math.max(top + 8, area.bottom() - below));
    int wanted = Math.max(1, (int) ((bottom - top) / sketch.scaled(44)));
    CountAxis counts = CountAxis.of(plot.spec(), tally, bottom, top, Math.min(6, wanted));
    List<TickMarks.Placed> countTicks = tickMarks.upwards(counts);
    double left =
        Math.rint(
            area.x() + (bare ? 0 : Math.min(tickMarks.widest(countTicks) + 8, area.width() / 3)));
    List<Integer> apart = apartSlots();
    double apartWidth = apart.isEmpty() ? 0 : apartWidth(apart, area.width());
    double right =
        Math.rint(
            Math.max(
                left + 8,
                area.right() - apart.size() * apartWidth - (apart.isEmpty() ? 0 : apartGap())));
    Bounds bounds = Bounds.between(left, top, right, bottom);

    Scale values = axis.scale(left, right);
    double[] edges = axis.pixels(values, left, right);
    Frame frame = new Frame(bounds, true, values, counts.scale, new Frame.Bins(0, edges));
    if (!bare) {
      tickMarks.drawLeft(countTicks, left, area.right());
    }
    sketch.region(Bounds.between(area.x(), top, left, bottom), new Target.CountAxis());
    sketch.region(Bounds.between(left, bottom, right, area.bottom()), new Target.ValueAxis());
    drawBins(frame, counts);
    edgeHandles(frame, bare);
    for (int i = 0; i < apart.size(); i++) {
      double from = right + apartGap() + i * apartWidth;
      drawApart(apart.get(i), from, from + apartWidth, counts, bounds, !bare);
    }
    List<Mark> lines = new ArrayList<>();
    double y = Sketch.sharp(bottom);
    lines.add(new Mark.Line(left, y, right, y, Stroke.of(sketch.theme.axis(), 1)));
    for (int i = 0; i < apart.size(); i++) {
      double from = right + apartGap() + i * apartWidth;
      lines.add(
          new Mark.Line(from, y, from + apartWidth - 4, y, Stroke.of(sketch.theme.axis(), 1)));
    }
    sketch.group("axis", lines);
    if (!bare) {
      double most = apart.isEmpty() ? sketch.width - 2 : right + apartGap() - 6;
      tickMarks.drawBelow(tickMarks.across(values, axis.shift(), left, right, most), bottom + 1);
      drawTitles(area, bounds, titled, isBarred(edges, bounds) ? counts : null);
    }
    return frame;
  }

  private double apartGap() {
    return sketch.isTiny() ? 3 : sketch.isSmall() ? 10 : 18;
  }

  private List<Integer> apartSlots() {
    List<Integer> slots = new ArrayList<>();
    for (int slot : new int[] {tally.missingSlot(), tally.offScaleSlot()}) {
      if (tally.isApartShown(slot)) {
        slots.add(slot);
      }
    }
    return slots;
  }

  private double apartWidth(List<Integer> apart, double room) {
    double widest = 0;
    for (int slot : apart) {
      widest =
          Math.max(
              widest,
              Math.max(
                  Sketch.width(plot.apartName(slot), small),
                  Sketch.width(Numerals.compact(tally.count(slot)), small)));
    }
    return Math.rint(sketch.isTiny() ? 8 : Math.min(widest + 12, room * 0.3 / apart.size()));
  }

  private void drawBins(Frame frame, CountAxis counts) {
    Bars bars = new Bars(plot, counts, plot::ink, true);
    List<Mark> parts = new ArrayList<>();
    double[] edges = frame.bins().edges();
    double mean = frame.bounds().width() / Math.max(1, seen(edges));
    for (int bin = 0; bin < tally.bins; bin++) {
      if (isSeen(edges, bin)) {
        sketch.region(frame.strip(bin), new Target.Bin(bin));
      }
    }
    if (!isBarred(edges, frame.bounds())) {
      bars.areas(parts, edges);
    } else {
      double gap = mean >= 5 ? 1 : 0;
      double inset = tally.arrangement == Tally.Arrangement.BESIDE ? Math.rint(mean * 0.1) + 1 : 0;
      for (int bin = 0; bin < tally.bins; bin++) {
        double from = Math.round(edges[bin]) + inset;
        double to = Math.max(from + 1, Math.round(edges[bin + 1]) - gap - inset);
        if (isSeen(edges, bin)) {
          bars.slot(parts, bin, new Target.Bin(bin), from, to);
        }
      }
    }
    sketch.group("bars", List.of(new Mark.Clip(frame.bounds(), parts)));
    if (plot.sketch().options.hovered().isPresent()) {
      int hovered = plot.sketch().options.hovered().getAsInt();
      if (hovered >= 0 && hovered < tally.bins) {
        sketch.marks.add(
            new Mark.Rect(frame.strip(hovered), sketch.theme.foreground().withOpacity(0.08)));
      }
    }
  }

  /// Whether bins are wide enough to be bars of their own.
  private boolean isBarred(double[] edges, Bounds bounds) {
    double thinnest =
        tally.arrangement == Tally.Arrangement.BESIDE ? 4.0 * tally.groups + 3 : Bars.THINNEST;
    return bounds.width() / Math.max(1, seen(edges)) >= thinnest
        && tally.arrangement != Tally.Arrangement.OVERLAID;
  }

  /// Places at the axis where edges of bins can be taken hold of, where bins are wide enough.
  private void edgeHandles(Frame frame, boolean bare) {
    double[] edges = frame.bins().edges();
    Bounds b = frame.bounds();
    boolean wide = b.width() / Math.max(1, seen(edges)) >= 10;
    for (int edge = 0; edge < edges.length && wide && !bare; edge++) {
      boolean inside = edges[edge] > b.x() - 1 && edges[edge] < b.right() + 1;
      if (inside && (edge == 0 || isSeen(edges, edge - 1))) {
        sketch.region(new Bounds(edges[edge] - 4, b.bottom() - 3, 8, 10), new Target.Edge(edge));
      }
    }
  }

  /// Whether the range of the axis leaves anything of a bin.
  private boolean isSeen(double[] edges, int bin) {
    return edges[bin + 1] > edges[bin] || plot.spec().style().x().equals(AxisStyle.AUTO);
  }

  private int seen(double[] edges) {
    return (int) IntStream.range(0, tally.bins).filter(bin -> isSeen(edges, bin)).count();
  }

  private void drawApart(
      int slot, double from, double to, CountAxis counts, Bounds bounds, boolean named) {
    Bars bars = new Bars(plot, counts, plot::ink, true);
    double width = Math.min(to - from - 4, sketch.scaled(30));
    double centre = (from + to - 4) / 2;
    List<Mark> parts = new ArrayList<>();
    Target target = plot.apartTarget(slot);
    sketch.region(Bounds.between(from, bounds.y(), to - 4, bounds.bottom() + 20), target);
    bars.slot(parts, slot, target, centre - width / 2, centre + width / 2);
    Bounds reach = bars.reach(slot, centre - width / 2, centre + width / 2);
    bars.hatch(parts, reach);
    boolean cut = counts.scale.toPixel(tally.top(slot)) < bounds.y() - 1;
    if (cut) {
      drawBreak(parts, reach);
    }
    if (named) {
      String count = Numerals.compact(tally.count(slot));
      double room = to - from - 2;
      TargetLayer layer = plot.target();
      double top = layer == null ? reach.y() : Math.min(reach.y(), counts.pixel(layer.reach(slot)));
      Sketch.label(parts, Sketch.fit(count, room, small), centre, top - 4, Anchor.MIDDLE, small);
      Sketch.label(
          parts,
          Sketch.fit(plot.apartName(slot), room, small),
          centre,
          bounds.bottom() + 7 + small.size(),
          Anchor.MIDDLE,
          small);
    }
    sketch.group("apart", parts);
  }

  /// Two oblique gaps near the top of a bar that is higher than the plot.
  private void drawBreak(List<Mark> parts, Bounds bar) {
    Stroke stroke = Stroke.of(sketch.theme.background(), 2.5);
    for (double y : new double[] {bar.y() + 8, bar.y() + 13}) {
      parts.add(new Mark.Line(bar.x() - 2, y + 3, bar.right() + 2, y - 3, stroke));
    }
  }

  private void drawTitles(Bounds area, Bounds bounds, boolean titled, @Nullable CountAxis barred) {
    List<Mark> parts = new ArrayList<>();
    if (titled) {
      TextStyle style = new TextStyle(sketch.body().size(), false, sketch.theme.foreground());
      String title = Sketch.fit(plot.valueTitle(), bounds.width(), style);
      Sketch.label(
          parts, title, bounds.centreX(), area.bottom() - style.size() * 0.3, Anchor.MIDDLE, style);
    }
    if (!sketch.isSmall()) {
      String what = plot.countTitle();
      what = barred == null ? what : Whiskers.titled(what, plot, barred);
      String title = Sketch.fit(what, bounds.width() * 0.8, small);
      Sketch.label(parts, title, area.x(), bounds.y() - small.size() * 1.15, Anchor.START, small);
    }
    sketch.group("axis-titles", parts);
  }
}
