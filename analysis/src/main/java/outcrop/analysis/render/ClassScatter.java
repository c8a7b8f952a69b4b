package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;

/// Classes as points: their size across on a logarithmic axis, a number of theirs upwards. Where
/// many lie on one place, the largest of them is drawn.
final class ClassScatter {
  private static final double CELL = 4;
  private static final int NAMED = 12;

  private final TailPlot plot;
  private final Sketch sketch;
  private final Upwards up;

  /// One class.
  ///
  /// @param item its number among the regions
  /// @param size its rows
  /// @param value finite
  record Dot(int item, String name, double size, double value, Colour ink, double radius) {}

  /// The axis of the number.
  ///
  /// @param origin where a line stands across, such as what chance gives; NaN for none
  record Upwards(String title, PlotAxes.ScaleMaker scale, double origin) {}

  ClassScatter(TailPlot plot, Upwards up) {
    this.plot = plot;
    sketch = plot.sketch();
    this.up = up;
  }

  /// @param least the size at the left end
  /// @param named whether the largest classes are named where there is room
  Frame draw(Bounds area, double least, List<Dot> dots, boolean named) {
    double most = sketch.common(CommonScale.End.MOST_ACROSS, Math.max(10, plot.classes().size(0)));
    Frame frame =
        new PlotAxes(sketch)
            .draw(
                area,
                0,
                new PlotAxes.Axis(
                    plot.title(
                        plot.spec().style().xTitle(),
                        plot.words().classSize(),
                        DistributionSpec.Scale.LOG),
                    plot.spec().style().x(),
                    (from, to) -> new Scale.Log(least, most * 1.3, from, to),
                    tick -> tick),
                new PlotAxes.Axis(
                    plot.title(
                        plot.spec().style().yTitle(), up.title, DistributionSpec.Scale.LINEAR),
                    plot.spec().style().y(),
                    up.scale,
                    tick -> tick));
    List<Mark> marks = new ArrayList<>();
    if (!Double.isNaN(up.origin)) {
      double line = Sketch.sharp(frame.counts().toPixel(up.origin));
      marks.add(
          new Mark.Line(
              frame.bounds().x(),
              line,
              frame.bounds().right(),
              line,
              Stroke.of(sketch.theme.axis(), 1)));
    }
    List<Dot> shown = spread(frame, dots);
    // The small ones last, over the large ones.
    for (Dot dot : shown.stream().sorted(Comparator.comparingDouble(d -> -d.radius)).toList()) {
      double x = frame.values().toPixel(dot.size);
      double y = frame.counts().toPixel(dot.value);
      double radius = sketch.isTiny() ? Math.min(2, dot.radius) : dot.radius;
      marks.add(
          new Mark.Circle(
              x,
              y,
              radius,
              dot.ink.withOpacity(0.75),
              radius > 4 ? Stroke.of(sketch.theme.muted(), 0.75) : Stroke.NONE));
      double reach = Math.max(4, radius);
      sketch.region(
          new Bounds(x - reach, y - reach, 2 * reach, 2 * reach), new Target.Item(dot.item));
    }
    double over = Math.min(10, sketch.padding());
    Bounds inside = frame.bounds();
    sketch.group(
        "classes",
        List.of(
            new Mark.Clip(
                new Bounds(
                    inside.x(),
                    inside.y() - over,
                    inside.width() + over,
                    inside.height() + 2 * over),
                marks)));
    if (named && !sketch.isSmall()) {
      names(frame, shown);
    }
    return frame;
  }

  /// One class for each few pixels, the largest of them, in falling size.
  private List<Dot> spread(Frame frame, List<Dot> dots) {
    Set<Long> taken = new HashSet<>();
    return dots.stream()
        .sorted(Comparator.comparingDouble((Dot dot) -> -dot.size).thenComparingInt(Dot::item))
        .filter(
            dot -> {
              long x = Math.round(frame.values().toPixel(dot.size) / CELL);
              long y = Math.round(frame.counts().toPixel(dot.value) / CELL);
              return taken.add(x << 32 | y & 0xFFFFFFFFL);
            })
        .toList();
  }

  /// Names beside the dots that stand out, where neither another name nor the edge is.
  private void names(Frame frame, List<Dot> shown) {
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    List<Bounds> taken = new ArrayList<>();
    List<Mark> parts = new ArrayList<>();
    List<Dot> first =
        shown.stream()
            .sorted(Comparator.comparingDouble((Dot dot) -> -dot.value * Math.log1p(dot.size)))
            .toList();
    for (Dot dot : first) {
      String name = Sketch.fit(Names.of(dot.name, sketch.words()), 130, style);
      double width = Sketch.width(name, style);
      double y = frame.counts().toPixel(dot.value);
      double right = frame.values().toPixel(dot.size) + dot.radius + 3;
      boolean fits = right + width <= frame.bounds().right();
      double x = fits ? right : frame.values().toPixel(dot.size) - dot.radius - 3 - width;
      Bounds place = new Bounds(x, y - style.size() * 0.7, width, style.size() * 1.4);
      if (taken.size() < NAMED
          && x >= frame.bounds().x()
          && place.y() >= frame.bounds().y()
          && taken.stream().noneMatch(place::overlaps)) {
        taken.add(place);
        Sketch.middle(parts, name, x, y, Anchor.START, style);
      }
    }
    sketch.group("class-names", parts);
  }
}
