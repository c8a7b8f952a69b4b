package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;

/// Rows without a place on the axis of values, at the right of a shape that has no axis of counts:
/// each kind a column whose filled part is its share of the selected rows.
final class Gauges {
  private final Plot plot;
  private final Sketch sketch;
  private final Tally tally;
  private final TextStyle small;
  private final List<Integer> slots = new ArrayList<>();
  private final double step;

  /// @param room width of the drawing
  Gauges(Plot plot, double room) {
    this.plot = plot;
    sketch = plot.sketch();
    tally = plot.tally();
    small = sketch.small();
    for (int slot : new int[] {tally.missingSlot(), tally.offScaleSlot()}) {
      if (tally.isApartShown(slot)) {
        slots.add(slot);
      }
    }
    double widest = 0;
    for (int slot : sketch.isSmall() ? List.<Integer>of() : slots) {
      widest = Math.max(widest, Sketch.width(plot.apartName(slot), small));
      widest = Math.max(widest, Sketch.width(Numerals.compact(tally.count(slot)), small));
    }
    step = Math.rint(sketch.isTiny() ? 8 : Math.min(Math.max(widest, 6) + 8, room * 0.3));
  }

  private double gap() {
    return sketch.isTiny() ? 3 : sketch.isSmall() ? 10 : 18;
  }

  /// Pixels that all of them take, with the gap before them.
  double width() {
    return slots.isEmpty() ? 0 : gap() + slots.size() * step;
  }

  void draw(Bounds plotBounds, boolean named) {
    for (int i = 0; i < slots.size(); i++) {
      draw(slots.get(i), plotBounds.right() + gap() + i * step, plotBounds, named);
    }
  }

  private void draw(int slot, double from, Bounds bounds, boolean named) {
    double width = Math.min(step - 4, sketch.scaled(14));
    double centre = from + (step - 4) / 2;
    double selected = Math.max(1, plot.data().selected());
    double height = Math.min(1, tally.count(slot) / selected) * bounds.height();
    Target target = plot.apartTarget(slot);
    Bounds track =
        new Bounds(Math.rint(centre - width / 2), bounds.y(), Math.rint(width), bounds.height());
    double top = Math.rint(bounds.bottom() - (tally.count(slot) > 0 ? Math.max(2, height) : 0));
    Bounds filled = Bounds.between(track.x(), top, track.right(), bounds.bottom());
    List<Mark> parts = new ArrayList<>();
    parts.add(new Mark.Rect(track, sketch.theme.grid()));
    parts.add(new Mark.Rect(filled, sketch.theme.apart()));
    new Bars(plot, CountAxis.tight(tally, bounds.bottom(), bounds.y()), plot::ink, true)
        .hatch(parts, filled);
    if (named && !sketch.isSmall()) {
      String count = Numerals.compact(tally.count(slot));
      Sketch.label(
          parts, Sketch.fit(count, step - 2, small), centre, track.y() - 4, Anchor.MIDDLE, small);
      Sketch.label(
          parts,
          Sketch.fit(plot.apartName(slot), step - 2, small),
          centre,
          bounds.bottom() + 7 + small.size(),
          Anchor.MIDDLE,
          small);
    }
    sketch.region(Bounds.between(from, bounds.y(), from + step - 4, bounds.bottom() + 20), target);
    sketch.marks.add(new Mark.Group("apart", plot.facts().about(target), parts));
  }
}
