package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.Measure;

/// What lies over the marks of any chart: the brush, bands and reference lines with their labels,
/// and notes.
final class Overlay {
  private final Sketch sketch;
  private final Frame frame;
  private final Places places;
  private final List<Bounds> labels = new ArrayList<>();
  private final List<Double> uprightLines = new ArrayList<>();
  private final List<Double> levelLines = new ArrayList<>();

  /// Where on the axes of a chart something lies; empty where it is not on the axis.
  interface Places {
    /// A value of the axis of values by its text.
    OptionalDouble value(String text);

    /// A value of the axis of counts by its text.
    default OptionalDouble count(String text) {
      return AxisText.count(text);
    }

    /// A number worked out from the rows.
    default OptionalDouble measured(AxisSide side, Measure measure) {
      return OptionalDouble.empty();
    }

    /// The places of an axis of numbers or times.
    static Places of(Frame frame) {
      return text -> StyledScale.value(frame.values(), text);
    }
  }

  private Overlay(Sketch sketch, Frame frame, Places places) {
    this.sketch = sketch;
    this.frame = frame;
    this.places = places;
  }

  /// Draws everything that the style lays over a plot, and the brush of the reader.
  static void draw(Sketch sketch, ChartStyle style, Frame frame, Places places) {
    Overlay overlay = new Overlay(sketch, frame, places);
    overlay.bands(style.bands());
    if (sketch.options.brush().orElse(null) instanceof Brush.Range range) {
      overlay.brush(range);
    }
    overlay.lines(style.lines());
    new Notes(sketch, frame, places).draw(style.notes());
  }

  private void brush(Brush.Range range) {
    Bounds plotBounds = frame.bounds();
    if (!frame.across()) {
      return;
    }
    double low =
        Math.clamp(frame.values().toPixel(range.from()), plotBounds.x(), plotBounds.right());
    double high =
        Math.clamp(frame.values().toPixel(range.to()), plotBounds.x(), plotBounds.right());
    Colour accent = sketch.theme.accent();
    List<Mark> parts = new ArrayList<>();
    parts.add(
        new Mark.Rect(
            Bounds.between(low, plotBounds.y(), high, plotBounds.bottom()),
            accent.withOpacity(0.13)));
    double middle = plotBounds.centreY();
    for (double x : new double[] {low, high}) {
      double at = Sketch.sharp(x);
      parts.add(new Mark.Line(at, plotBounds.y(), at, plotBounds.bottom(), Stroke.of(accent, 1)));
      parts.add(new Mark.Line(at, middle - 9, at, middle + 9, Stroke.of(accent, 4)));
    }
    sketch.group("brush", parts);
  }

  private void bands(List<Band> bands) {
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      boolean upright = isUpright(band.axis());
      Bounds b = frame.bounds();
      double first = upright ? b.x() : b.bottom();
      double last = upright ? b.right() : b.y();
      OptionalDouble from = end(band.axis(), band.from(), first);
      OptionalDouble to = end(band.axis(), band.to(), last);
      if (from.isPresent() && to.isPresent()) {
        drawBand(i, band, from.getAsDouble(), to.getAsDouble(), upright);
      }
    }
  }

  private void drawBand(int index, Band band, double from, double to, boolean upright) {
    Bounds b = frame.bounds();
    Bounds place =
        upright
            ? Bounds.between(
                Math.clamp(from, b.x(), b.right()),
                b.y(),
                Math.clamp(to, b.x(), b.right()),
                b.bottom())
            : Bounds.between(
                b.x(),
                Math.clamp(from, b.y(), b.bottom()),
                b.right(),
                Math.clamp(to, b.y(), b.bottom()));
    if (place.width() <= 0 || place.height() <= 0) {
      return;
    }
    Colour colour = Colour.isHex(band.colour()) ? Colour.of(band.colour()) : sketch.theme.accent();
    List<Mark> parts = new ArrayList<>();
    parts.add(new Mark.Rect(place, colour.withOpacity(0.14)));
    if (!band.label().isEmpty() && !sketch.isTiny()) {
      TextStyle style = new TextStyle(sketch.scaled(11), false, sketch.theme.foreground());
      String fitted =
          Sketch.fit(Names.visible(band.label()), Math.max(place.width() - 8, 0), style);
      double width = Sketch.width(fitted, style);
      double x = upright ? place.centreX() - width / 2 : place.right() - width - 4;
      Bounds plate = new Bounds(x - 2, place.y() + 2, width + 4, style.size() * 1.3);
      if (!fitted.isEmpty() && (upright || place.height() >= plate.height() + 4)) {
        labels.add(plate);
        Sketch.middle(parts, fitted, x, plate.centreY(), Anchor.START, style);
      }
    }
    sketch.region(handle(place, upright), new Target.Band(index));
    sketch.group("band", parts);
  }

  /// A band leaves the marks below it to be pointed at: its own place is a strip at its far end.
  private static Bounds handle(Bounds place, boolean upright) {
    return upright
        ? new Bounds(place.x(), place.y(), place.width(), Math.min(16, place.height()))
        : new Bounds(Math.max(place.x(), place.right() - 16), place.y(), 16, place.height());
  }

  /// The pixel of an end, `open` for one that is not said.
  private OptionalDouble end(AxisSide axis, End end, double open) {
    if (end.value().isEmpty() && !end.measure().measured()) {
      return OptionalDouble.of(open);
    }
    return pixel(axis, end.value(), end.measure());
  }

  private boolean isUpright(AxisSide axis) {
    return (axis == AxisSide.X) == frame.across();
  }

  private OptionalDouble valueOf(AxisSide axis, String text, Measure measure) {
    if (measure.measured()) {
      return places.measured(axis, measure);
    }
    return axis == AxisSide.Y ? places.count(text) : places.value(text);
  }

  private OptionalDouble pixel(AxisSide axis, String text, Measure measure) {
    OptionalDouble value = valueOf(axis, text, measure);
    return value.isEmpty()
        ? value
        : OptionalDouble.of(
            (axis == AxisSide.Y ? frame.counts() : frame.values()).toPixel(value.getAsDouble()));
  }

  /// A line that lies inside the plot.
  private record Placed(int index, String text, double at, boolean upright) {}

  private void lines(List<ReferenceLine> lines) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      place(i, lines.get(i)).ifPresent(placed::add);
    }
    placed.forEach(line -> (line.upright() ? uprightLines : levelLines).add(line.at()));
    placed.forEach(this::drawLine);
  }

  private Optional<Placed> place(int index, ReferenceLine line) {
    OptionalDouble found = pixel(line.axis(), line.value(), line.measure());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    double pixel = found.getAsDouble();
    boolean upright = isUpright(line.axis());
    Bounds b = frame.bounds();
    boolean inside =
        upright
            ? pixel >= b.x() - 0.5 && pixel <= b.right() + 0.5
            : pixel >= b.y() - 0.5 && pixel <= b.bottom() + 0.5;
    return inside
        ? Optional.of(new Placed(index, text(line), Sketch.sharp(pixel), upright))
        : Optional.empty();
  }

  private String text(ReferenceLine line) {
    if (!line.label().isEmpty()) {
      return Names.visible(line.label());
    }
    if (!line.measure().measured()) {
      return Names.visible(line.value());
    }
    OptionalDouble value = valueOf(line.axis(), line.value(), line.measure());
    Scale scale = line.axis() == AxisSide.Y ? frame.counts() : frame.values();
    return MeasureNames.withValue(
        line.measure(), value.orElse(Double.NaN), StyledScale.isTime(scale), sketch.words());
  }

  private void drawLine(Placed line) {
    Bounds b = frame.bounds();
    double at = line.at();
    Stroke stroke = new Stroke(sketch.theme.foreground(), 1.25, List.of(4.0, 3.0));
    List<Mark> parts = new ArrayList<>();
    parts.add(
        line.upright()
            ? new Mark.Line(at, b.y(), at, b.bottom(), stroke)
            : new Mark.Line(b.x(), at, b.right(), at, stroke));
    sketch.region(
        line.upright()
            ? new Bounds(at - 3, b.y(), 6, b.height())
            : new Bounds(b.x(), at - 3, b.width(), 6),
        new Target.Reference(line.index()));
    if (!sketch.isTiny()) {
      label(parts, line.text(), at, line.upright());
    }
    sketch.group("reference", parts);
  }

  /// Beside the line where neither another label nor another line is, the side with more room
  /// first; where there is no such place the line stays without a label, which its tooltip still
  /// says.
  private void label(List<Mark> parts, String text, double at, boolean upright) {
    TextStyle style = new TextStyle(sketch.scaled(11), false, sketch.theme.foreground());
    Bounds b = frame.bounds();
    double height = style.size() * 1.3;
    boolean rightFirst = !upright || at <= b.centreX();
    for (int attempt = 0; attempt < 8; attempt++) {
      int row = attempt / 2;
      boolean right = (attempt % 2 == 0) == rightFirst;
      double room = upright ? (right ? b.right() - at : at - b.x()) - 8 : b.width() * 0.6;
      String fitted = Sketch.fit(text, Math.min(room, b.width() * 0.6), style);
      double width = Sketch.width(fitted, style);
      double x = !upright ? b.right() - width - 4 : right ? at + 5 : at - 5 - width;
      double y = upright ? b.y() + 2 + row * height : right ? at - height - 1 : at + 2;
      Bounds place = new Bounds(x - 2, y, width + 4, height);
      boolean inside = y >= b.y() - height && place.bottom() <= b.bottom() + 1;
      boolean whole = fitted.equals(text) || attempt >= 2;
      if (!fitted.isEmpty() && inside && whole && isFree(place, at, upright)) {
        labels.add(place);
        parts.add(new Mark.Rect(place, sketch.theme.background().withOpacity(0.82)));
        Sketch.middle(parts, fitted, x, place.centreY(), Anchor.START, style);
        return;
      }
    }
  }

  private boolean isFree(Bounds place, double at, boolean upright) {
    for (double other : upright ? uprightLines : levelLines) {
      boolean crossed =
          upright
              ? other > place.x() && other < place.right()
              : other > place.y() && other < place.bottom();
      if (crossed && Math.abs(other - at) > 0.5) {
        return false;
      }
    }
    return labels.stream().noneMatch(place::overlaps);
  }
}
