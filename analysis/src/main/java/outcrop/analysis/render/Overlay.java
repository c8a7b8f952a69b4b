package outcrop.analysis.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec.AxisSide;
import outcrop.analysis.spec.DistributionSpec.ReferenceLine;

/// What lies over the bars: the brush and the reference lines with their labels.
final class Overlay {
  private final Plot plot;
  private final Sketch sketch;
  private final Frame frame;
  private final List<Bounds> labels = new ArrayList<>();

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
    List<ReferenceLine> lines = plot.spec().style().lines();
    for (int i = 0; i < lines.size(); i++) {
      overlay.line(i, lines.get(i));
    }
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
            accent.withOpacity(0.13),
            ""));
    double middle = plotBounds.centreY();
    for (double x : new double[] {low, high}) {
      double at = Sketch.sharp(x);
      parts.add(new Mark.Line(at, plotBounds.y(), at, plotBounds.bottom(), Stroke.of(accent, 1)));
      parts.add(new Mark.Line(at, middle - 9, at, middle + 9, Stroke.of(accent, 4)));
    }
    sketch.group("brush", parts);
  }

  private void line(int index, ReferenceLine line) {
    OptionalDouble value = line.axis() == AxisSide.Y ? count(line.value()) : value(line.value());
    if (value.isEmpty()) {
      return;
    }
    boolean onCounts = line.axis() == AxisSide.Y;
    Scale scale = onCounts ? frame.counts() : frame.values();
    double pixel = scale.toPixel(value.getAsDouble());
    boolean upright = onCounts != frame.across();
    Bounds b = frame.bounds();
    boolean inside =
        upright
            ? pixel >= b.x() - 0.5 && pixel <= b.right() + 0.5
            : pixel >= b.y() - 0.5 && pixel <= b.bottom() + 0.5;
    if (!inside) {
      return;
    }
    Stroke stroke = new Stroke(sketch.theme.foreground(), 1.25, List.of(4.0, 3.0));
    double at = Sketch.sharp(pixel);
    List<Mark> parts = new ArrayList<>();
    parts.add(
        upright
            ? new Mark.Line(at, b.y(), at, b.bottom(), stroke)
            : new Mark.Line(b.x(), at, b.right(), at, stroke));
    sketch.region(
        upright
            ? new Bounds(at - 3, b.y(), 6, b.height())
            : new Bounds(b.x(), at - 3, b.width(), 6),
        new Target.Reference(index));
    if (!sketch.isTiny()) {
      label(
          parts, Names.visible(line.label().isEmpty() ? line.value() : line.label()), at, upright);
    }
    sketch.group("reference", parts);
  }

  /// Beside the line, on the side with more room, in the first row that is free; none where all are
  /// taken.
  private void label(List<Mark> parts, String text, double at, boolean upright) {
    TextStyle style = new TextStyle(sketch.scaled(11), false, sketch.theme.foreground());
    Bounds b = frame.bounds();
    double height = style.size() * 1.3;
    for (int row = 0; row < 4; row++) {
      boolean right = !upright || at <= b.centreX();
      double room = upright ? (right ? b.right() - at : at - b.x()) - 8 : b.width() * 0.6;
      String fitted = Sketch.fit(text, room, style);
      double width = Sketch.width(fitted, style);
      double x = !upright ? b.right() - width - 4 : right ? at + 4 : at - 4 - width;
      double y = upright ? b.y() + 2 + row * height : row == 0 ? at - height - 1 : at + 2;
      Bounds place = new Bounds(x - 2, y, width + 4, height);
      boolean inside = y >= b.y() - height && place.bottom() <= b.bottom() + 1;
      if (!fitted.isEmpty() && inside && labels.stream().noneMatch(place::overlaps)) {
        labels.add(place);
        parts.add(new Mark.Rect(place, sketch.theme.background().withOpacity(0.82), ""));
        Sketch.middle(parts, fitted, x, place.centreY(), Anchor.START, style);
        return;
      }
    }
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
