package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;

/// Lays out a shape over the axis of values, which run from left to right as in a histogram, so
/// that the same bins are brushed. Rows that have no place on the axis stand at the right as
/// gauges: how much of the height is filled is their share of all rows.
abstract sealed class ShapeLayout permits DensityLayout, EcdfLayout {
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
      case BARS, BOX, VIOLIN, STRIP, QQ, LINE ->
          throw new IllegalArgumentException("No layout of its own: " + plot.spec().shape());
    };
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

  abstract Side side(double bottom, double top);

  abstract void draw(List<Mark> out, Frame frame);

  SpreadData spread() {
    return plot.data().spread().orElseThrow();
  }

  /// Draws into a part of the drawing.
  final Frame draw(Bounds area) {
    boolean titled = !sketch.isSmall() || !plot.spec().style().xTitle().isEmpty();
    ValueAxis axis = axis();
    double line = small.size() * 1.25;
    double above = sketch.isSmall() ? small.size() * 1.1 : small.size() * 2.2;
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
    List<Mark> marks = new ArrayList<>();
    draw(marks, frame);
    sketch.group("marks", List.of(new Mark.Clip(bounds, marks)));
    drawHovered(frame);
    gauges.draw(bounds, !bare);
    double y = Sketch.sharp(bottom);
    sketch.group(
        "axis", List.of(new Mark.Line(left, y, right, y, Stroke.of(sketch.theme.axis(), 1))));
    if (!bare) {
      double most = gauges.width() == 0 ? sketch.width - 2 : right + 12;
      tickMarks.drawBelow(tickMarks.across(values, 0, left, right, most), bottom + 1);
      drawTitles(area, bounds, side.title, titled);
    }
    return frame;
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
      String title = Sketch.fit(plot.valueTitle(), bounds.width(), style);
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

  /// A scale from nothing to a height with labels in as few digits as they need.
  Side heights(double highest, double bottom, double top, String title) {
    Scale scale = new Scale.Linear(0, highest > 0 ? highest * 1.06 : 1, bottom, top);
    return side(scale, scale.ticks(wantedTicks(bottom, top)), bottom, top, title);
  }

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

  /// The value of a place on the scale of the axis.
  static double value(double place, DistributionSpec.Scale scale) {
    return switch (scale) {
      case LINEAR -> place;
      case LOG -> Math.pow(10, place);
      case SYMLOG -> Math.copySign(Math.pow(10, Math.abs(place)) - 1, place);
    };
  }

  double value(double place) {
    return value(place, plot.spec().axes().x());
  }
}
