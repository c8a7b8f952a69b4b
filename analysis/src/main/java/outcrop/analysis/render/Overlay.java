package outcrop.analysis.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;

/// What lies over the bars: the brush and the reference lines with their labels.
final class Overlay {
  private final Plot plot;
  private final Sketch sketch;
  private final Frame frame;
  private final List<Bounds> labels = new ArrayList<>();
  private final List<Double> uprightLines = new ArrayList<>();
  private final List<Double> levelLines = new ArrayList<>();

  private Overlay(Plot plot, Frame frame) {
    this.plot = plot;
    this.sketch = plot.sketch();
    this.frame = frame;
  }

  static void draw(Plot plot, Frame frame) {
    Overlay overlay = new Overlay(plot, frame);
    if (plot.sketch().options.brush().orElse(null) instanceof Brush.Range range) {
      overlay.brush(range);
    }
    overlay.lines(plot.spec().style().lines());
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
    boolean onCounts = line.axis() == AxisSide.Y;
    OptionalDouble value = onCounts ? count(line.value()) : value(line.value());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double pixel = (onCounts ? frame.counts() : frame.values()).toPixel(value.getAsDouble());
    boolean upright = onCounts != frame.across();
    Bounds b = frame.bounds();
    boolean inside =
        upright
            ? pixel >= b.x() - 0.5 && pixel <= b.right() + 0.5
            : pixel >= b.y() - 0.5 && pixel <= b.bottom() + 0.5;
    String text = Names.visible(line.label().isEmpty() ? line.value() : line.label());
    return inside
        ? Optional.of(new Placed(index, text, Sketch.sharp(pixel), upright))
        : Optional.empty();
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

  private OptionalDouble count(String text) {
    String trimmed = text.trim();
    return trimmed.endsWith("%")
        ? scaled(number(trimmed.substring(0, trimmed.length() - 1)))
        : number(trimmed);
  }

  private static OptionalDouble scaled(OptionalDouble percent) {
    return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
  }

  private OptionalDouble value(String text) {
    return switch (plot.data().axis()) {
      case BinAxis.Numbers _ -> number(text.trim());
      case BinAxis.Times _ -> moment(text.trim());
      case BinAxis.Values values -> {
        int bin = values.values().indexOf(text);
        yield bin < 0 ? OptionalDouble.empty() : OptionalDouble.of(bin);
      }
    };
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// A year, month, day, local time or instant, each at its beginning.
  private static OptionalDouble moment(String text) {
    try {
      LocalDateTime time =
          switch (text.length()) {
            case 4 -> LocalDate.parse(text + "-01-01").atStartOfDay();
            case 7 -> LocalDate.parse(text + "-01").atStartOfDay();
            case 10 -> LocalDate.parse(text).atStartOfDay();
            default ->
                text.endsWith("Z")
                    ? OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
          };
      return OptionalDouble.of(time.toEpochSecond(ZoneOffset.UTC) * 1e6 + time.getNano() / 1000);
    } catch (DateTimeException e) {
      return OptionalDouble.empty();
    }
  }
}
