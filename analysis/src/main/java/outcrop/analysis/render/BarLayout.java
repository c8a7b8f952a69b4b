package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;

/// Lays out bars by value: one line per value with its name at the left and its count at the end,
/// as many as fit, the bars apart always below.
final class BarLayout {
  private static final int MEASURED = 200;

  /// Names take steps of this width while the reader scrolls, so that bars seldom move aside.
  private static final double STEADY = 24;

  private final Plot plot;
  private final BinAxis.Values axis;
  private final Sketch sketch;
  private final Tally tally;
  private final TextStyle name;
  private final TextStyle small;
  private final Set<String> marked;
  private final boolean isMarked;

  BarLayout(Plot plot, BinAxis.Values axis) {
    this.plot = plot;
    this.axis = axis;
    sketch = plot.sketch();
    tally = plot.tally();
    name =
        new TextStyle(sketch.scaled(sketch.isSmall() ? 11 : 12), false, sketch.theme.foreground());
    small = sketch.small();
    Brush brush = sketch.options.brush().orElse(new Brush.Values(Set.of()));
    marked = brush instanceof Brush.Values values ? values.values() : Set.of();
    isMarked = !marked.isEmpty();
  }

  /// Which bars are shown and where.
  private record Rows(int first, int shown, double top, double step, List<Integer> apart) {
    double bottom() {
      return top + shown * step;
    }

    double apartTop() {
      return bottom() + 6;
    }
  }

  /// Draws into a part of the drawing.
  Frame draw(Bounds area) {
    boolean bare = sketch.isTiny();
    boolean titled = !bare && !sketch.isSmall();
    double above = titled && !valueTitle().isEmpty() ? small.size() * 1.9 : 0;
    double ticksRoom = small.size() + 8 + (titled ? sketch.scaled(20) : 0);
    boolean ticked = !bare && area.height() - above - ticksRoom >= name.size() * 3;
    double below = ticked ? ticksRoom : 0;
    double top = Math.rint(area.y() + above);
    boolean told = !bare && area.height() - above - below >= name.size() * 5;
    double more = told ? small.size() * 1.5 : 0;
    Rows rows = rows(top, area.bottom() - below, more);
    boolean all = rows.shown() == tally.bins;
    double nameWidth = bare ? 0 : Math.min(widestName(rows), area.width() * 0.36);
    double left = Math.rint(area.x() + nameWidth + (bare ? 0 : 8));
    double countWidth = bare ? 0 : Sketch.width(widestCount(), small) + 8;
    double bar = all ? 0 : 10;
    double right = Math.rint(Math.max(left + 8, area.right() - bar - countWidth));
    double end =
        rows.apart().isEmpty()
            ? rows.bottom()
            : rows.apartTop() + rows.apart().size() * rows.step();
    int wanted = Math.max(1, (int) ((right - left) / sketch.scaled(80)));
    CountAxis counts = CountAxis.of(plot.spec(), tally, left, right, Math.min(8, wanted));
    Frame frame = frame(rows, counts, Bounds.between(left, top, right, rows.bottom()));
    double axisY = end + (all ? 0 : more);
    TickMarks tickMarks = new TickMarks(sketch);
    if (ticked) {
      tickMarks.drawCountsBelow(ticks(tickMarks, counts, left, right), top, axisY);
    }
    sketch.region(Bounds.between(area.x(), top, left, axisY), new Target.ValueAxis());
    sketch.region(Bounds.between(left, axisY, right, area.bottom()), new Target.CountAxis());
    drawRows(rows, counts, area, left, right);
    sketch.group(
        "axis",
        List.of(
            new Mark.Line(left - 0.5, top, left - 0.5, axisY, Stroke.of(sketch.theme.axis(), 1))));
    if (!all) {
      drawMore(rows, area, left, end, more);
    }
    if (titled && ticked) {
      drawTitles(area, counts, left, right, top, axisY);
    }
    return frame;
  }

  private List<TickMarks.Placed> ticks(
      TickMarks tickMarks, CountAxis counts, double left, double right) {
    List<TickMarks.Placed> placed = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    for (Scale.Tick tick : counts.ticks) {
      double at = counts.scale.toPixel(tick.value());
      double half = Sketch.width(tick.label(), small) / 2;
      boolean fits = at >= left - 0.5 && at <= right + 0.5 && at - half >= free;
      if (!tick.minor() && fits && at - half >= 2 && at + half <= sketch.width - 2) {
        placed.add(new TickMarks.Placed(tick, at, at));
        free = at + half + 10;
      }
    }
    return placed;
  }

  private Frame frame(Rows rows, CountAxis counts, Bounds bounds) {
    double[] edges = new double[rows.shown() + 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = rows.top() + i * rows.step();
    }
    return new Frame(
        bounds,
        false,
        new Scale.Band(rows.first(), rows.top(), rows.step()),
        counts.scale,
        new Frame.Bins(rows.first(), edges));
  }

  private Rows rows(double top, double bottom, double more) {
    List<Integer> apart = new ArrayList<>();
    for (int slot : new int[] {tally.missingSlot(), tally.offScaleSlot()}) {
      if (tally.isApartShown(slot)) {
        apart.add(slot);
      }
    }
    boolean beside = tally.arrangement == Tally.Arrangement.BESIDE;
    double least = sketch.isTiny() ? 4 : name.size() * 1.5;
    least = beside ? Math.max(least, tally.groups * 4.0 + 5) : least;
    double room = Math.max(4, bottom - top - (apart.isEmpty() ? 0 : 6));
    least = Math.min(least, Math.max(2, (room - more) / (apart.size() + 1)));
    int limit = plot.spec().bins().limit() > 0 ? plot.spec().bins().limit() : Integer.MAX_VALUE;
    int most = Math.min(tally.bins, limit);
    boolean all = most == tally.bins && (most + apart.size()) * least <= room;
    double free = all ? room : Math.max(least, room - more);
    int fit = Math.max(1, (int) (free / least) - apart.size());
    int shown = Math.min(most, fit);
    double largest = sketch.scaled(beside ? Math.max(64, tally.groups * 16) : 58);
    double step =
        Math.clamp(free / Math.max(1, shown + apart.size()), Math.min(least, largest), largest);
    int first = Math.min(sketch.options.firstBar(), tally.bins - shown);
    return new Rows(first, shown, top, step, apart);
  }

  private double widestName(Rows rows) {
    double widest = 0;
    for (int slot : rows.apart()) {
      widest = Math.max(widest, Sketch.width(plot.apartName(slot), name));
    }
    for (int bin = rows.first(); bin < rows.first() + rows.shown(); bin++) {
      widest = Math.max(widest, Sketch.width(barName(bin), name));
    }
    return tally.bins == rows.shown() ? Math.ceil(widest) : Math.ceil(widest / STEADY) * STEADY;
  }

  private String barName(int bin) {
    return Names.of(axis.values().get(bin), sketch.words());
  }

  private String widestCount() {
    String widest = "";
    for (int slot = 0; slot < tally.bins + 2; slot++) {
      if (slot < MEASURED || slot >= tally.bins) {
        String label = countLabel(slot);
        widest = label.length() > widest.length() ? label : widest;
      }
    }
    return widest;
  }

  private String countLabel(int slot) {
    String count = written(tally.count(slot));
    TargetLayer target = plot.target();
    if (target != null && !sketch.isSmall()) {
      return target.label(slot, count);
    }
    return tally.isFiltered() && !sketch.isSmall()
        ? ChartWords.fill(sketch.words().kOfN(), count, written(tally.context(slot)))
        : count;
  }

  /// Where a bar, its interval and its target end.
  private double shown(int slot, double end, CountAxis counts) {
    TargetLayer target = plot.target();
    double reach = target == null ? 0 : target.reach(slot);
    return Math.max(end, counts.pixel(Math.max(tally.intervalEnd(slot), reach)));
  }

  private static String written(long count) {
    return count < 1_000_000 ? Numerals.exact(count) : Numerals.compact(count);
  }

  private void drawRows(Rows rows, CountAxis counts, Bounds area, double left, double right) {
    List<Mark> bars = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    for (int i = 0; i < rows.shown(); i++) {
      int bin = rows.first() + i;
      double y = rows.top() + i * rows.step();
      sketch.region(
          Bounds.between(area.x(), y, area.right(), y + rows.step()), new Target.Bin(bin));
      row(
          bars,
          labels,
          new Row(bin, new Target.Bin(bin), barName(bin), y, rows.step()),
          counts,
          left);
    }
    List<Mark> apart = new ArrayList<>();
    for (int i = 0; i < rows.apart().size(); i++) {
      int slot = rows.apart().get(i);
      double y = rows.apartTop() + i * rows.step();
      Target target = plot.apartTarget(slot);
      sketch.region(Bounds.between(area.x(), y, area.right(), y + rows.step()), target);
      row(apart, labels, new Row(slot, target, plot.apartName(slot), y, rows.step()), counts, left);
    }
    sketch.group("bars", bars);
    sketch.group("apart", apart);
    sketch.group("labels", labels);
  }

  private record Row(int slot, Target target, String name, double y, double step) {}

  private void row(List<Mark> out, List<Mark> labels, Row row, CountAxis counts, double left) {
    boolean apart = row.slot() >= tally.bins;
    boolean chosen = !apart && isMarked && marked.contains(axis.values().get(row.slot()));
    double dim = isMarked && !chosen ? 0.35 : 1;
    Bars.Inks inks =
        (group, slot) -> {
          Colour ink = plot.ink(group, slot);
          return ink.withOpacity(ink.opacity() * dim);
        };
    Bars bars = new Bars(plot, counts, inks, false);
    double thick = Math.max(2, Math.min(row.step() * 0.74, row.step() - 2));
    double middle = row.y() + row.step() / 2;
    double from = Math.round(middle - thick / 2);
    double to = Math.max(from + 1, Math.round(middle + thick / 2));
    bars.slot(out, row.slot(), row.target(), from, to);
    Bounds reach = bars.reach(row.slot(), from, to);
    if (apart) {
      bars.hatch(out, reach);
    }
    if (sketch.options.hovered().orElse(-1) == row.slot()) {
      out.add(new Mark.Rect(reach, sketch.theme.foreground().withOpacity(0.10)));
    }
    if (sketch.isTiny() || row.step() < small.size()) {
      return;
    }
    TextStyle style =
        new TextStyle(name.size(), chosen, apart ? sketch.theme.muted() : name.colour());
    String fitted = Sketch.fit(row.name(), left - 8 - sketch.padding(), style);
    Sketch.middle(labels, fitted, left - 8, middle, Anchor.END, style);
    double x = Math.max(shown(row.slot(), reach.right(), counts), left) + 6;
    String count = countLabel(row.slot());
    Sketch.middle(labels, count, x, middle, Anchor.START, small);
    if (chosen) {
      out.add(new Mark.Rect(new Bounds(left - 4, from, 3, to - from), sketch.theme.accent()));
    }
  }

  private void drawMore(Rows rows, Bounds area, double left, double y, double height) {
    List<Mark> parts = new ArrayList<>();
    long shownRows = 0;
    long allRows = 0;
    for (int bin = 0; bin < tally.bins; bin++) {
      boolean shown = bin >= rows.first() && bin < rows.first() + rows.shown();
      allRows += tally.count(bin);
      shownRows += shown ? tally.count(bin) : 0;
    }
    double share = allRows == 0 ? 0 : (allRows - shownRows) / (double) allRows;
    String text =
        ChartWords.fill(
            sketch.words().moreBars(),
            Numerals.exact(tally.bins - rows.shown()),
            Numerals.percent(share));
    if (height > 0) {
      String fitted = Sketch.fit(text, area.right() - left - 8, small);
      parts.add(
          new Mark.Rect(
              new Bounds(left + 2, y + 1, Sketch.width(fitted, small) + 8, height - 1),
              sketch.theme.background()));
      Sketch.middle(parts, fitted, left + 6, y + height / 2, Anchor.START, small);
      sketch.region(Bounds.between(left, y, area.right(), y + height), new Target.MoreBars());
    }
    double length = rows.bottom() - rows.top();
    double thumb = Math.max(12, length * rows.shown() / tally.bins);
    double hidden = Math.max(1, tally.bins - rows.shown());
    double at = rows.top() + (length - thumb) * rows.first() / hidden;
    double x = area.right() - 4;
    parts.add(new Mark.Rect(new Bounds(x, rows.top(), 4, length), sketch.theme.grid()));
    parts.add(
        new Mark.Rect(
            new Bounds(x, at, 4, Math.min(thumb, length)), sketch.theme.muted().withOpacity(0.55)));
    sketch.group("scroll", parts);
  }

  /// Nothing where the title above says the same.
  private String valueTitle() {
    String own = plot.spec().style().xTitle();
    boolean said = plot.spec().title().isEmpty() && plot.spec().by().isEmpty();
    return !own.isEmpty() ? Names.visible(own) : said ? "" : Names.visible(plot.spec().field());
  }

  private void drawTitles(
      Bounds area, CountAxis counts, double left, double right, double top, double axisY) {
    List<Mark> parts = new ArrayList<>();
    String values = valueTitle();
    double y = top - small.size() * 0.7;
    Sketch.label(
        parts, Sketch.fit(values, area.width() * 0.8, small), area.x(), y, Anchor.START, small);
    TextStyle style = new TextStyle(sketch.body().size(), false, sketch.theme.foreground());
    Sketch.label(
        parts,
        Sketch.fit(Whiskers.titled(plot.countTitle(), plot, counts), right - left, style),
        (left + right) / 2,
        axisY + small.size() + 8 + style.size() * 1.1,
        Anchor.MIDDLE,
        style);
    sketch.group("axis-titles", parts);
  }
}
