package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.Spot;

/// Draws notes with their arrows. A note whose place is not on the axes is not drawn, nor an arrow
/// whose point is not.
final class Notes {
  private static final double HEAD = 9;
  private static final double GRIP = 7;

  private final Sketch sketch;
  private final Frame frame;
  private final Overlay.Places places;
  private final TextStyle style;

  Notes(Sketch sketch, Frame frame, Overlay.Places places) {
    this.sketch = sketch;
    this.frame = frame;
    this.places = places;
    style = new TextStyle(sketch.scaled(12), false, sketch.theme.foreground());
  }

  void draw(List<Note> notes) {
    for (int i = 0; i < notes.size() && !sketch.isTiny(); i++) {
      int index = i;
      Note note = notes.get(i);
      point(note.at()).ifPresent(at -> draw(index, note, at));
    }
  }

  private void draw(int index, Note note, Point at) {
    List<String> lines = lines(note.text());
    Bounds plate = plate(lines, at);
    List<Mark> parts = new ArrayList<>();
    for (int i = 0; i < note.arrows().size(); i++) {
      int arrow = i;
      point(note.arrows().get(i))
          .ifPresent(
              tip -> {
                arrow(parts, lines.isEmpty() ? at : border(plate, tip), tip);
                sketch.region(grip(tip), new Target.Arrow(index, arrow));
              });
    }
    if (!lines.isEmpty()) {
      parts.add(new Mark.Rect(plate, sketch.theme.background().withOpacity(0.86)));
    }
    double line = style.size() * 1.35;
    for (int i = 0; i < lines.size(); i++) {
      double y = plate.y() + 3 + line * (i + 0.5);
      Sketch.middle(parts, lines.get(i), plate.centreX(), y, Anchor.MIDDLE, style);
    }
    sketch.region(lines.isEmpty() ? grip(at) : plate, new Target.Note(index));
    sketch.group("note", parts);
  }

  private List<String> lines(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    double room = Math.min(sketch.scaled(240), frame.bounds().width() * 0.7);
    return text.lines()
        .flatMap(line -> Sketch.wrapped(Names.visible(line), room, style).stream())
        .limit(12)
        .toList();
  }

  /// Around the text, inside the drawing.
  private Bounds plate(List<String> lines, Point at) {
    double width =
        lines.stream().mapToDouble(line -> Sketch.width(line, style)).max().orElse(0) + 10;
    double height = lines.size() * style.size() * 1.35 + 6;
    double x = Math.clamp(at.x() - width / 2, 2, Math.max(2, sketch.width - width - 2));
    double y = Math.clamp(at.y() - height / 2, 2, Math.max(2, sketch.height - height - 2));
    return new Bounds(x, y, width, height);
  }

  private static Bounds grip(Point point) {
    return new Bounds(point.x() - GRIP, point.y() - GRIP, 2 * GRIP, 2 * GRIP);
  }

  /// Where a line from the middle of a plate to a point leaves the plate.
  private static Point border(Bounds plate, Point tip) {
    double dx = tip.x() - plate.centreX();
    double dy = tip.y() - plate.centreY();
    double across = dx == 0 ? Double.POSITIVE_INFINITY : plate.width() / 2 / Math.abs(dx);
    double down = dy == 0 ? Double.POSITIVE_INFINITY : plate.height() / 2 / Math.abs(dy);
    double share = Math.min(1, Math.min(across, down));
    return new Point(plate.centreX() + dx * share, plate.centreY() + dy * share);
  }

  private void arrow(List<Mark> parts, Point from, Point tip) {
    double dx = tip.x() - from.x();
    double dy = tip.y() - from.y();
    double length = Math.hypot(dx, dy);
    if (length < 2) {
      return;
    }
    double ux = dx / length;
    double uy = dy / length;
    double head = Math.min(sketch.scaled(HEAD), length);
    Colour ink = sketch.theme.foreground();
    double baseX = tip.x() - ux * head;
    double baseY = tip.y() - uy * head;
    parts.add(new Mark.Line(from.x(), from.y(), baseX, baseY, Stroke.of(ink, 1.25)));
    parts.add(
        new Mark.Path(
            List.of(
                tip,
                new Point(baseX - uy * head * 0.38, baseY + ux * head * 0.38),
                new Point(baseX + uy * head * 0.38, baseY - ux * head * 0.38)),
            true,
            ink,
            Stroke.NONE));
  }

  /// The pixel of a spot, empty where it is not inside the plot.
  private Optional<Point> point(Spot spot) {
    Bounds b = frame.bounds();
    Optional<Point> point =
        spot.anchor() == ChartStyle.Anchor.PLOT ? ofPlot(spot, b) : ofData(spot);
    return point.filter(
        p ->
            p.x() >= b.x() - 0.5
                && p.x() <= b.right() + 0.5
                && p.y() >= b.y() - 0.5
                && p.y() <= b.bottom() + 0.5);
  }

  private static Optional<Point> ofPlot(Spot spot, Bounds b) {
    OptionalDouble x = AxisText.number(spot.x());
    OptionalDouble y = AxisText.number(spot.y());
    return x.isEmpty() || y.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Point(
                b.x() + Math.clamp(x.getAsDouble(), 0, 1) * b.width(),
                b.y() + Math.clamp(y.getAsDouble(), 0, 1) * b.height()));
  }

  private Optional<Point> ofData(Spot spot) {
    OptionalDouble value = places.value(spot.x());
    OptionalDouble count = places.count(spot.y());
    if (value.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    double along = frame.values().toPixel(value.getAsDouble());
    double up = frame.counts().toPixel(count.getAsDouble());
    return Optional.of(frame.across() ? new Point(along, up) : new Point(up, along));
  }
}
