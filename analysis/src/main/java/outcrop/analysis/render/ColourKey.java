package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.Scale.Tick;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;

/// The key of colours that stand for numbers: a strip with ticks, as a column at the right or over
/// the plot, or in a line above or below.
final class ColourKey implements Key {
  private static final double STRIP = 12;
  private static final int STEPS = 48;

  private final Sketch sketch;
  private final ColourScale colours;
  private final String title;
  private final LegendPlace place;
  private final boolean wanted;
  private final TextStyle small;
  private final TextStyle heading;

  ColourKey(Sketch sketch, ChartStyle style, ColourScale colours, String title) {
    this.sketch = sketch;
    this.colours = colours;
    this.title = title;
    place = Legend.place(sketch, style);
    wanted = style.legend() && !sketch.isTiny();
    small = sketch.small();
    heading = new TextStyle(small.size(), true, sketch.theme.foreground());
  }

  @Override
  public Bounds around(Bounds area) {
    if (!wanted) {
      return area;
    }
    double line = small.size() * 1.9;
    return switch (place) {
      case AUTO, RIGHT -> {
        double x = Math.rint(area.right() - width(area));
        column(Bounds.between(x, area.y(), area.right(), area.bottom()), false);
        yield Bounds.between(area.x(), area.y(), x - 18, area.bottom());
      }
      case TOP ->
          row(area, area.y() + small.size() * 0.6)
              ? Bounds.between(area.x(), area.y() + line, area.right(), area.bottom())
              : area;
      case BOTTOM ->
          row(area, area.bottom() - small.size() * 0.6)
              ? Bounds.between(
                  area.x(), area.y(), area.right(), Math.max(area.y(), area.bottom() - line))
              : area;
      case INSIDE -> area;
    };
  }

  @Override
  public void over(Bounds plot) {
    if (wanted && place == LegendPlace.INSIDE) {
      double inset = small.size();
      double width = width(plot);
      double height = Math.min(sketch.scaled(120), plot.height() - 2 * inset);
      if (plot.width() > width + 2 * inset && height > small.size() * 5) {
        double x = Math.rint(plot.right() - inset - width);
        column(new Bounds(x, plot.y() + inset, width, height), true);
      }
    }
  }

  @Override
  public String about(int entry) {
    return title;
  }

  private List<Tick> ticks(double height) {
    double length = Math.min(height - small.size() * 3.4, sketch.scaled(180));
    return colours.ticks(Math.max(2, (int) (length / sketch.scaled(30))));
  }

  private List<String> lines(Bounds area) {
    double most = Math.min(area.width() * 0.25, sketch.scaled(120));
    return Sketch.wrapped(title, most, heading).stream().limit(3).toList();
  }

  private double width(Bounds area) {
    double widest =
        ticks(area.height()).stream()
            .mapToDouble(t -> Sketch.width(t.label(), small))
            .max()
            .orElse(0);
    double titled = lines(area).stream().mapToDouble(l -> Sketch.width(l, heading)).max().orElse(0);
    return Math.ceil(Math.max(titled, STRIP + 8 + widest));
  }

  /// @param plate whether it stands over something
  private void column(Bounds place, boolean plate) {
    double x = place.x();
    List<Mark> parts = new ArrayList<>();
    if (plate) {
      parts.add(
          new Mark.Rect(
              Bounds.between(
                  x - 6, place.y() - 4, place.right() + 6, place.bottom() + small.size()),
              sketch.theme.background().withOpacity(0.86)));
    }
    double y = place.y() + small.size();
    List<String> lines = Sketch.wrapped(title, place.width(), heading).stream().limit(3).toList();
    for (String line : lines) {
      Sketch.label(parts, line, x, y, Anchor.START, heading);
      y += small.size() * 1.3;
    }
    double top = Math.rint(y - small.size() * 0.3);
    double length =
        Math.min(
            Math.min(place.height() - small.size() * 3.4, sketch.scaled(180)),
            place.bottom() - top - small.size());
    if (length > small.size() * 2) {
      strip(parts, colours, new Bounds(x, top, STRIP, length), false);
      double free = Double.POSITIVE_INFINITY;
      for (Tick tick : ticks(place.height())) {
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
    sketch.region(place, new Target.LegendEntry(0));
  }

  /// @return whether there is anything to draw
  private boolean row(Bounds area, double y) {
    List<Tick> ticks = colours.ticks(2);
    if (ticks.isEmpty()) {
      return false;
    }
    String low = ticks.getFirst().label();
    String high = ticks.getLast().label();
    double length = Math.min(sketch.scaled(90), area.width() / 3);
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
    sketch.region(
        new Bounds(area.x(), y - small.size(), area.width(), small.size() * 2),
        new Target.LegendEntry(0));
    return true;
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
