package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;

/// Marks that several shapes of a long tail draw.
final class TailMarks {
  private static final int STEPS = 64;

  private TailMarks() {}

  /// A curve over a stretch of a scale, in pixels.
  ///
  /// @param logarithmic whether its points stand at equal ratios
  static List<Point> curve(
      Frame frame, double from, double to, boolean logarithmic, DoubleUnaryOperator y) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      double x =
          logarithmic
              ? Math.exp(Math.log(from) * (1 - share) + Math.log(to) * share)
              : from + (to - from) * share;
      double height = y.applyAsDouble(x);
      if (Double.isFinite(height) && height > 0) {
        points.add(new Point(frame.values().toPixel(x), frame.counts().toPixel(height)));
      }
    }
    return points;
  }

  static void line(List<Mark> out, List<Point> points, Stroke stroke) {
    if (points.size() > 1) {
      out.add(new Mark.Path(points, false, Colour.NONE, stroke));
    }
  }

  /// The area between two curves over the same stretch.
  static void area(List<Mark> out, List<Point> upper, List<Point> lower, Colour fill) {
    List<Point> around = new ArrayList<>(upper);
    around.addAll(lower.reversed());
    if (around.size() > 2) {
      out.add(new Mark.Path(around, true, fill, Stroke.NONE));
    }
  }

  static Stroke dashed(Colour colour, double width, double dash) {
    return new Stroke(colour, width, List.of(dash, dash));
  }

  /// A text on a light ground, so that it can be read over marks.
  static void tag(Sketch sketch, List<Mark> out, String text, double x, double y, Anchor anchor) {
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    double width = Sketch.width(text, style);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    double kept = Math.clamp(left, 2, Math.max(2, sketch.width - width - 4));
    out.add(
        new Mark.Rect(
            new Bounds(kept - 3, y - style.size() * 0.7, width + 6, style.size() * 1.4),
            sketch.theme.background().withOpacity(0.8)));
    Sketch.middle(out, text, kept, y, Anchor.START, style);
  }
}
