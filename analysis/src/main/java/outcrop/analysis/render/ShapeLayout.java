package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.stats.Spread;

/// Lays out a shape over the axis of values, which run from left to right as in a histogram, so
/// that the same bins are brushed. Rows that have no place on the axis stand at the right as
/// gauges: how much of the height is filled is their share of all rows.
abstract sealed class ShapeLayout
    permits DensityLayout, EcdfLayout, GroupRowsLayout, QuantileLayout, LineLayout {
  private static final double FARTHEST = 0.15;

  final Plot plot;
  final Sketch sketch;
  final Tally tally;
  final TextStyle small;
  final TickMarks tickMarks;
  final ValueText text;

  ShapeLayout(Plot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    tally = plot.tally();
    small = sketch.small();
    tickMarks = new TickMarks(sketch);
    text = new ValueText(plot.data().axis(), sketch.words());
  }

  static ShapeLayout of(Plot plot) {
    return switch (plot.spec().shape()) {
      case DENSITY -> new DensityLayout(plot);
      case ECDF -> new EcdfLayout(plot);
      case BOX, VIOLIN, STRIP -> new GroupRowsLayout(plot);
      case QQ -> new QuantileLayout(plot);
      case LINE -> new LineLayout(plot);
      case BARS -> throw new IllegalArgumentException("Bars have a layout of their own");
    };
  }

  /// Whether each group stands in a row with its name, which needs no legend.
  static boolean namesGroups(Shape shape) {
    return shape == Shape.BOX || shape == Shape.VIOLIN || shape == Shape.STRIP;
  }

  /// What runs up the left side.
  ///
  /// @param scale from the lower to the upper pixel
  /// @param ticks labelled places
  /// @param room pixels that the labels take
  /// @param title what the side measures
  record Side(Scale scale, List<TickMarks.Placed> ticks, double room, String title) {}

  /// The axis of values, wide enough for everything drawn.
  ValueAxis axis() {
    return ValueAxis.of(plot);
  }

  /// By how much ticks stand beside the values that they name.
  double shift(ValueAxis axis) {
    return 0;
  }

  String valueTitle() {
    return plot.valueTitle();
  }

  abstract Side side(double bottom, double top);

  abstract void draw(List<Mark> out, Frame frame);

  /// An axis that reaches as far beyond the bins as the tails of kernels matter.
  ValueAxis widened() {
    double[] edges = ValueAxis.edges(plot.data().axis());
    double first = place(edges[0]);
    double last = place(edges[edges.length - 1]);
    double low = first;
    double high = last;
    for (Spread spread : spread().selected()) {
      if (spread.density().isPresent()) {
        low = Math.min(low, spread.density().get().from());
        high = Math.max(high, spread.density().get().to());
      }
    }
    double reach = FARTHEST * (last - first);
    return ValueAxis.over(
        plot, value(Math.max(low, first - reach)), value(Math.min(high, last + reach)));
  }

  SpreadData spread() {
    return plot.data().spread().orElseThrow();
  }

  /// Draws into a part of the drawing.
  final Frame draw(Bounds area) {
    boolean titled = !sketch.isSmall() || !plot.spec().style().xTitle().isEmpty();
    ValueAxis axis = axis();
    double line = small.size() * 1.25;
    boolean low = sketch.isSmall() || namesGroups(plot.spec().shape());
    double above = low ? small.size() * 1.1 : small.size() * 2.2;
    double below =
        6 + line + (axis.contextual(tickMarks) ? line : 0) + (titled ? sketch.scaled(20) : 2);
    boolean bare = sketch.isTiny() || area.height() < above + below + small.size() * 2;
    double top = Math.rint(area.y() + (bare ? 2 : above));
    double bottom = Math.rint(Math.max(top + 8, area.bottom() - (bare ? 2 : below)));
    Side side = side(bottom, top);
    double left = Math.rint(area.x() + (bare ? 0 : Math.min(side.room, area.width() / 3)));
    Gauges gauges = new Gauges(plot, area.width());
    double right = Math.rint(Math.max(left + 8, area.right() - gauges.width()));
    Bounds bounds = Bounds.between(left, top, right, bottom);
    Scale values = axis.scale(left, right);
    Frame frame =
        new Frame(
            bounds, true, values, side.scale, new Frame.Bins(0, axis.pixels(values, left, right)));
    if (!bare) {
      drawSide(side, bounds);
    }
    sketch.region(Bounds.between(area.x(), top, left, bottom), new Target.CountAxis());
    sketch.region(Bounds.between(left, bottom, right, area.bottom()), new Target.ValueAxis());
    for (int bin = 0; bin < tally.bins; bin++) {
      sketch.region(frame.strip(bin), new Target.Bin(bin));
    }
    double most = gauges.width() == 0 ? sketch.width - 2 : right + 12;
    List<TickMarks.Placed> ticks = tickMarks.across(values, shift(axis), left, right, most);
    if (namesGroups(plot.spec().shape()) && !bare) {
      sketch.group("grid", grid(ticks, bounds));
    }
    List<Mark> marks = new ArrayList<>();
    draw(marks, frame);
    sketch.group("marks", List.of(new Mark.Clip(bounds, marks)));
    drawHovered(frame);
    gauges.draw(bounds, !bare);
    double y = Sketch.sharp(bottom);
    sketch.group(
        "axis", List.of(new Mark.Line(left, y, right, y, Stroke.of(sketch.theme.axis(), 1))));
    if (!bare) {
      tickMarks.drawBelow(ticks, bottom + 1);
      drawTitles(area, bounds, side.title, titled);
    }
    return frame;
  }

  private List<Mark> grid(List<TickMarks.Placed> ticks, Bounds bounds) {
    List<Mark> lines = new ArrayList<>();
    for (TickMarks.Placed tick : ticks) {
      if (!tick.tick().minor()) {
        double x = Sketch.sharp(tick.at());
        lines.add(
            new Mark.Line(x, bounds.y(), x, bounds.bottom(), Stroke.of(sketch.theme.grid(), 1)));
      }
    }
    return lines;
  }

  void drawSide(Side side, Bounds bounds) {
    tickMarks.drawLeft(side.ticks, bounds.x(), bounds.right());
  }

  private void drawHovered(Frame frame) {
    int hovered = sketch.options.hovered().orElse(-1);
    if (hovered >= 0 && hovered < tally.bins) {
      sketch.marks.add(
          new Mark.Rect(frame.strip(hovered), sketch.theme.foreground().withOpacity(0.06)));
    }
  }

  private void drawTitles(Bounds area, Bounds bounds, String side, boolean titled) {
    List<Mark> parts = new ArrayList<>();
    if (titled) {
      TextStyle style = sketch.body();
      String title = Sketch.fit(valueTitle(), bounds.width(), style);
      Sketch.label(
          parts, title, bounds.centreX(), area.bottom() - style.size() * 0.3, Anchor.MIDDLE, style);
    }
    if (!sketch.isSmall()) {
      String own = plot.spec().style().yTitle();
      String title =
          Sketch.fit(own.isEmpty() ? side : Names.visible(own), bounds.width() * 0.8, small);
      Sketch.label(parts, title, area.x(), bounds.y() - small.size() * 1.15, Anchor.START, small);
    }
    sketch.group("axis-titles", parts);
  }

  /// A side with labels along a scale.
  Side side(Scale scale, List<Scale.Tick> ticks, double bottom, double top, String title) {
    List<TickMarks.Placed> placed =
        tickMarks.upwards(scale, ticks, new TickMarks.Span(bottom, top));
    return new Side(scale, placed, tickMarks.widest(placed) + 8, title);
  }

  int wantedTicks(double bottom, double top) {
    return Math.clamp((int) ((bottom - top) / sketch.scaled(44)), 1, 6);
  }

  Colour ink(int group) {
    return plot.ink(group, 0);
  }

  /// The place of a value on the scale of the axis.
  double place(double value) {
    return plot.spec().axes().x().place(value);
  }

  double value(double place) {
    return plot.spec().axes().x().value(place);
  }
}
