package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.Scale.Tick;

/// Ticks with labels that never touch: fewer ticks are asked for until all labels fit, and what
/// still touches is left out.
final class TickMarks {
  private final Sketch sketch;
  private final TextStyle style;

  TickMarks(Sketch sketch) {
    this.sketch = sketch;
    style = sketch.small();
  }

  /// A tick with the pixel it stands at and the pixel where its label is centred.
  record Placed(Tick tick, double at, double centre) {}

  /// Ticks along a scale that runs from left to right.
  ///
  /// @param shift values by which ticks stand beside what they name: half a bin where a bin is one
  ///   whole number
  /// @param to pixel where the scale ends
  /// @param most pixel where labels must end
  List<Placed> across(Scale scale, double shift, double from, double to, double most) {
    int wanted = wanted(to - from);
    while (true) {
      List<Tick> ticks =
          scale.ticks(wanted).stream()
              .filter(tick -> shift == 0 || tick.value() == Math.rint(tick.value()))
              .filter(tick -> isInside(scale.toPixel(tick.value() + shift), from, to))
              .toList();
      List<Placed> placed = placed(scale, ticks, shift, most);
      if (wanted == 1 || labels(placed) == ticks.stream().filter(t -> !t.minor()).count()) {
        return placed;
      }
      wanted--;
    }
  }

  /// About how many labels a length has room for: fewer than would fit, on long axes far fewer.
  int wanted(double length) {
    double room = length / sketch.options.fontScale();
    return Math.max(1, (int) Math.min(room / 44, 5 + room / 160));
  }

  private static boolean isInside(double at, double from, double to) {
    return at >= from - 0.5 && at <= to + 0.5;
  }

  private static long labels(List<Placed> placed) {
    return placed.stream().filter(p -> !p.tick().minor()).count();
  }

  private List<Placed> placed(Scale scale, List<Tick> ticks, double shift, double most) {
    double gap = sketch.scaled(10);
    double free = 2;
    double freeContext = 2;
    List<Placed> placed = new ArrayList<>();
    for (Tick tick : ticks) {
      double at = scale.toPixel(tick.value() + shift);
      double half = Sketch.width(tick.label(), style) / 2;
      double halfContext = Sketch.width(tick.context(), style) / 2;
      double wide = Math.max(half, halfContext);
      double centre = Math.clamp(at, Math.min(2 + wide, most / 2), Math.max(most - wide, most / 2));
      if (tick.minor()) {
        placed.add(new Placed(tick, at, at));
      } else if (centre - half >= free && centre + half <= most) {
        boolean said =
            tick.context().isEmpty()
                || centre - halfContext >= freeContext && centre + halfContext <= most;
        placed.add(new Placed(said ? tick : new Tick(tick.value(), tick.label()), at, centre));
        free = centre + half + gap;
        if (said && !tick.context().isEmpty()) {
          freeContext = centre + halfContext + gap;
        }
      }
    }
    return placed;
  }

  /// Ticks of an axis of counts that runs upwards: labels that would touch the one below are left
  /// out.
  List<Placed> upwards(CountAxis axis) {
    return upwards(axis.scale, axis.ticks, new Span(axis.start, axis.end));
  }

  /// The lower and the upper pixel of a scale that runs upwards.
  record Span(double bottom, double top) {}

  /// Ticks along a scale that runs upwards, from the lowest.
  List<Placed> upwards(Scale scale, List<Tick> ticks, Span span) {
    List<Placed> placed = new ArrayList<>();
    double free = Double.POSITIVE_INFINITY;
    for (Tick tick : ticks) {
      double at = scale.toPixel(tick.value());
      boolean inside = at >= span.top - 0.5 && at <= span.bottom + 0.5;
      if (inside && tick.minor()) {
        placed.add(new Placed(tick, at, at));
      } else if (inside && at + style.size() * 0.6 <= free) {
        placed.add(new Placed(tick, at, at));
        free = at - style.size() * 0.6;
      }
    }
    return placed;
  }

  double widest(List<Placed> placed) {
    return placed.stream().mapToDouble(p -> Sketch.width(p.tick().label(), style)).max().orElse(0);
  }

  /// Short lines and labels below a plot.
  void drawBelow(List<Placed> placed, double y) {
    List<Mark> parts = new ArrayList<>();
    Stroke stroke = Stroke.of(sketch.theme.axis(), 1);
    for (Placed p : placed) {
      double x = Sketch.sharp(p.at());
      parts.add(new Mark.Line(x, y, x, y + (p.tick().minor() ? 3 : 5), stroke));
      double baseline = y + 6 + style.size();
      Sketch.label(parts, p.tick().label(), p.centre(), baseline, Anchor.MIDDLE, style);
      Sketch.label(
          parts,
          p.tick().context(),
          p.centre(),
          baseline + style.size() * 1.25,
          Anchor.MIDDLE,
          style);
    }
    sketch.group("ticks", parts);
  }

  /// Labels of counts left of a plot, and light lines over it.
  void drawLeft(List<Placed> placed, double x, double right) {
    List<Mark> grid = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    for (Placed p : placed) {
      if (!p.tick().minor()) {
        double y = Sketch.sharp(p.at());
        grid.add(new Mark.Line(x, y, right, y, Stroke.of(sketch.theme.grid(), 1)));
        Sketch.middle(labels, p.tick().label(), x - 7, p.at(), Anchor.END, style);
      }
    }
    sketch.group("grid", grid);
    sketch.group("ticks", labels);
  }

  /// Light lines through a plot from top to bottom with labels below it.
  void drawCountsBelow(List<Placed> placed, double top, double bottom) {
    List<Mark> grid = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    for (Placed p : placed) {
      if (!p.tick().minor()) {
        double x = Sketch.sharp(p.at());
        grid.add(new Mark.Line(x, top, x, bottom, Stroke.of(sketch.theme.grid(), 1)));
        Sketch.label(
            labels, p.tick().label(), p.centre(), bottom + 5 + style.size(), Anchor.MIDDLE, style);
      }
    }
    sketch.group("grid", grid);
    sketch.group("ticks", labels);
  }
}
