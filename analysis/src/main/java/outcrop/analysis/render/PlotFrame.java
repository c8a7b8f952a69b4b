package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.RelationSpec;

/// The plot of two fields with its names around it: the first field below, the second at the left.
///
/// @param plot where the marks go
record PlotFrame(Sketch sketch, RelationSpec spec, Bounds area, Bounds plot) {
  PlotFrame(Sketch sketch, RelationSpec spec, Bounds area) {
    this(sketch, spec, area, inner(sketch, area, isBare(sketch) ? 0 : 60, isBare(sketch) ? 0 : 40));
  }

  private static boolean isBare(Sketch sketch) {
    return sketch.isTiny();
  }

  private static Bounds inner(Sketch sketch, Bounds area, double left, double below) {
    double above = isBare(sketch) ? 0 : sketch.small().size() * 2;
    double titled =
        isBare(sketch) ? 0 : sketch.isSmall() ? sketch.small().size() : sketch.scaled(20);
    double x = Math.rint(area.x() + left);
    double y = Math.rint(area.y() + above);
    return Bounds.between(
        x,
        y,
        Math.max(x + 8, Math.rint(area.right())),
        Math.max(y + 8, Math.rint(area.bottom() - below - titled)));
  }

  /// The plot with as much room around it as the names of two axes need.
  PlotFrame fitted(SlotAxis across, SlotAxis upwards) {
    if (isBare(sketch)) {
      return this;
    }
    double left = upwards.margin(area.width() * 0.3);
    double below = across.margin(area.height() * 0.32);
    return new PlotFrame(sketch, spec, area, inner(sketch, area, left, below));
  }

  SlotAxis across(FieldSlots slots, List<Integer> apart) {
    SlotAxis.Side side =
        new SlotAxis.Side(slots, spec.axes().x(), spec.style().x(), List.copyOf(apart));
    return new SlotAxis(sketch, side, true, plot.x(), plot.right());
  }

  SlotAxis upwards(FieldSlots slots, List<Integer> apart) {
    SlotAxis.Side side =
        new SlotAxis.Side(slots, spec.axes().y(), spec.style().y(), List.copyOf(apart));
    return new SlotAxis(sketch, side, false, plot.y(), plot.bottom());
  }

  /// The plot with its scales, without the places apart.
  Frame of(SlotAxis across, SlotAxis upwards) {
    Bounds inner = Bounds.between(across.start, upwards.start, across.end, upwards.end);
    double[] edges = {across.start, across.end};
    return new Frame(inner, true, across.scale, upwards.scale, new Frame.Bins(0, edges));
  }

  /// Draws the names around the plot.
  void draw(SlotAxis across, SlotAxis upwards) {
    if (isBare(sketch)) {
      return;
    }
    double left = plot.x() - area.x();
    upwards.drawLeft(plot.x(), left);
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    double below = area.bottom() - plot.bottom();
    across.drawBelow(plot.bottom(), area.x(), below - style.size() * 1.4);
    sketch.region(
        Bounds.between(area.x(), plot.y(), plot.x(), plot.bottom()), new Target.CountAxis());
    sketch.region(
        Bounds.between(plot.x(), plot.bottom(), plot.right(), area.bottom()),
        new Target.ValueAxis());
    List<Mark> parts = new ArrayList<>();
    String x = Sketch.fit(xTitle(), plot.width(), style);
    Sketch.label(
        parts, x, plot.centreX(), area.bottom() - style.size() * 0.3, Anchor.MIDDLE, style);
    String y = Sketch.fit(yTitle(), area.width() * 0.8, style);
    Sketch.label(parts, y, area.x(), plot.y() - style.size() * 0.95, Anchor.START, style);
    sketch.group("axis-titles", parts);
  }

  private String xTitle() {
    String own = spec.style().xTitle();
    return Names.visible(own.isEmpty() ? spec.crossed().get(0) : own);
  }

  private String yTitle() {
    String own = spec.style().yTitle();
    return Names.visible(own.isEmpty() ? spec.crossed().get(1) : own);
  }
}
