package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.Scale.Tick;

/// The key of colours that stand for numbers: a strip with ticks, at the right or, where there is
/// little room, in a line above.
final class ColourKey {
  private static final double STRIP = 12;
  private static final int STEPS = 48;

  private ColourKey() {}

  /// Draws it.
  ///
  /// @return what is left of the area
  static Bounds draw(Sketch sketch, Bounds area, ColourScale colours, String title) {
    if (sketch.isTiny()) {
      return area;
    }
    return sketch.width < sketch.scaled(440)
        ? row(sketch, area, colours, title)
        : column(sketch, area, colours, title);
  }

  private static Bounds column(Sketch sketch, Bounds area, ColourScale colours, String title) {
    TextStyle small = sketch.small();
    TextStyle heading = new TextStyle(small.size(), true, sketch.theme.foreground());
    double length = Math.min(area.height() - small.size() * 3.4, sketch.scaled(180));
    List<Tick> ticks = colours.ticks(Math.max(2, (int) (length / sketch.scaled(30))));
    double widest = ticks.stream().mapToDouble(t -> Sketch.width(t.label(), small)).max().orElse(0);
    double most = Math.min(area.width() * 0.25, sketch.scaled(120));
    List<String> lines = Sketch.wrapped(title, most, heading).stream().limit(3).toList();
    double titled = lines.stream().mapToDouble(l -> Sketch.width(l, heading)).max().orElse(0);
    double width = Math.ceil(Math.max(titled, STRIP + 8 + widest));
    double x = Math.rint(area.right() - width);
    List<Mark> parts = new ArrayList<>();
    double y = area.y() + small.size();
    for (String line : lines) {
      Sketch.label(parts, line, x, y, Anchor.START, heading);
      y += small.size() * 1.3;
    }
    double top = Math.rint(y - small.size() * 0.3);
    length = Math.min(length, area.bottom() - top - small.size());
    if (length > small.size() * 2) {
      strip(parts, colours, new Bounds(x, top, STRIP, length), false);
      double free = Double.POSITIVE_INFINITY;
      for (Tick tick : ticks) {
        double at = top + length * (1 - colours.scale().toPixel(tick.value()));
        if (at >= top - 0.5 && at <= top + length + 0.5 && at + small.size() * 0.6 <= free) {
          double sharp = Sketch.sharp(Math.min(at, top + length - 1));
          parts.add(
              new Mark.Line(
                  x + STRIP, sharp, x + STRIP + 4, sharp, Stroke.of(sketch.theme.axis(), 1)));
          Sketch.middle(parts, tick.label(), x + STRIP + 7, at, Anchor.START, small);
          free = at - small.size() * 0.6;
        }
      }
    }
    sketch.group("colour-key", parts);
    return Bounds.between(area.x(), area.y(), x - 18, area.bottom());
  }

  private static Bounds row(Sketch sketch, Bounds area, ColourScale colours, String title) {
    TextStyle small = sketch.small();
    List<Tick> ticks = colours.ticks(2);
    if (ticks.isEmpty()) {
      return area;
    }
    String low = ticks.getFirst().label();
    String high = ticks.getLast().label();
    double length = Math.min(sketch.scaled(90), area.width() / 3);
    double y = area.y() + small.size() * 0.6;
    double x = area.x();
    List<Mark> parts = new ArrayList<>();
    double taken = Sketch.width(low, small) + Sketch.width(high, small) + length + 20;
    String fitted = Sketch.fit(title, area.width() - taken, small);
    Sketch.middle(parts, fitted, x, y, Anchor.START, small);
    x += fitted.isEmpty() ? 0 : Sketch.width(fitted, small) + 10;
    Sketch.middle(parts, low, x, y, Anchor.START, small);
    x += Sketch.width(low, small) + 5;
    strip(parts, colours, new Bounds(Math.rint(x), Math.rint(y - 5), length, 10), true);
    Sketch.middle(parts, high, Math.rint(x) + length + 5, y, Anchor.START, small);
    sketch.group("colour-key", parts);
    return Bounds.between(area.x(), area.y() + small.size() * 1.9, area.right(), area.bottom());
  }

  private static void strip(List<Mark> parts, ColourScale colours, Bounds place, boolean across) {
    double length = across ? place.width() : place.height();
    int steps = (int) Math.clamp(length / 2, 8, STEPS);
    for (int i = 0; i < steps; i++) {
      // Each reaches to the end, so that no seams show between them at any resolution.
      double from = Math.rint(length * i / steps);
      Colour colour = colours.ramp().at((i + 0.5) / steps);
      parts.add(
          new Mark.Rect(
              across
                  ? Bounds.between(place.x() + from, place.y(), place.right(), place.bottom())
                  : Bounds.between(place.x(), place.y(), place.right(), place.bottom() - from),
              colour));
    }
  }
}
