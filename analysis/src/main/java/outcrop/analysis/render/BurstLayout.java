package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.Burstiness.WindowLift;
import outcrop.analysis.stats.GapBurstiness;

/// Lays out whether rows of a class come together: each class by its size and burstiness, and
/// beside it the repeat lift in windows with the band of shuffled rows.
///
/// An item is a class by its number in the burstiness.
final class BurstLayout {
  private static final double LIFT_WIDTH = 0.34;

  private final TailPlot plot;
  private final Sketch sketch;
  private final Burstiness bursts;

  BurstLayout(TailPlot plot, Burstiness bursts) {
    this.plot = plot;
    sketch = plot.sketch();
    this.bursts = bursts;
  }

  Frame draw(Bounds area) {
    boolean lifts = !bursts.windows().isEmpty() && !sketch.isSmall();
    double split = lifts ? area.x() + area.width() * (1 - LIFT_WIDTH) : area.right();
    Bounds left = Bounds.between(area.x(), area.y(), split - (lifts ? 12 : 0), area.bottom());
    int[] telling =
        IntStream.range(0, bursts.gaps().length)
            .filter(each -> isTelling(bursts.gaps()[each]))
            .toArray();
    Frame frame = scatter(left, telling);
    if (telling.length == 0 && !sketch.isTiny()) {
      sketch.sentence(plot.words().tooFewGaps(), frame.bounds());
    }
    if (lifts) {
      lift(Bounds.between(split + 12, area.y(), area.right(), area.bottom()));
    }
    return frame;
  }

  private static boolean isTelling(@org.jspecify.annotations.Nullable GapBurstiness gaps) {
    return gaps != null && gaps.telling();
  }

  private Frame scatter(Bounds area, int[] telling) {
    List<ClassScatter.Dot> dots = new ArrayList<>();
    for (int each : telling) {
      GapBurstiness gaps = bursts.gaps()[each];
      dots.add(
          new ClassScatter.Dot(
              each,
              bursts.names().apply(each),
              bursts.counts()[each],
              gaps == null ? 0 : gaps.corrected(),
              plot.inkOfSize(bursts.counts()[each]),
              2.75));
    }
    return new ClassScatter(
            plot,
            new ClassScatter.Upwards(
                plot.words().burstScale(), (from, to) -> new Scale.Linear(-1, 1, from, to), 0))
        .draw(area, 5, dots, false);
  }

  /// Lift against the size of windows: 1 is what chance gives.
  private void lift(Bounds area) {
    List<WindowLift> windows = bursts.windows();
    double most =
        windows.stream()
            .mapToDouble(window -> Math.max(window.lift().lift(), window.lift().nullBand().high()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    Frame frame =
        new PlotAxes(sketch)
            .draw(
                area,
                0,
                new PlotAxes.Axis(
                    "",
                    AxisStyle.AUTO,
                    (from, to) ->
                        new Scale.Log(windows.getFirst().size(), 1024, from + 24, to - 24),
                    tick -> new Scale.Tick(tick.value(), "")),
                new PlotAxes.Axis(
                    plot.words().lift(),
                    AxisStyle.AUTO,
                    (from, to) -> new Scale.Linear(0, Math.max(1.5, most * 1.15), from, to),
                    tick -> tick));
    List<Mark> marks = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    double one = Sketch.sharp(frame.counts().toPixel(1));
    marks.add(
        new Mark.Line(
            frame.bounds().x(),
            one,
            frame.bounds().right(),
            one,
            Stroke.of(sketch.theme.axis(), 1)));
    List<Mark> names = new ArrayList<>();
    for (WindowLift window : windows) {
      double x = frame.values().toPixel(window.size());
      double low = frame.counts().toPixel(window.lift().nullBand().low());
      double high = frame.counts().toPixel(window.lift().nullBand().high());
      marks.add(
          new Mark.Rect(
              Bounds.between(x - 10, Math.min(high, low - 2), x + 10, low),
              sketch.theme.context().mix(sketch.theme.muted(), 0.3)));
      if (Double.isFinite(window.lift().lift())) {
        line.add(new Point(x, frame.counts().toPixel(window.lift().lift())));
      }
      Sketch.label(
          names,
          Integer.toString(window.size()),
          x,
          frame.bounds().bottom() + 7 + sketch.small().size(),
          Anchor.MIDDLE,
          sketch.small());
    }
    Colour ink = sketch.theme.bar();
    TailMarks.line(marks, line, Stroke.of(ink, 1.5));
    for (Point at : line) {
      marks.add(new Mark.Circle(at.x(), at.y(), 3.5, ink, Stroke.NONE));
    }
    sketch.group("lift", marks);
    Sketch.label(
        names,
        Sketch.fit(plot.words().window(), area.width(), sketch.body()),
        frame.bounds().centreX(),
        area.bottom() - sketch.body().size() * 0.3,
        Anchor.MIDDLE,
        new Mark.TextStyle(sketch.body().size(), false, sketch.theme.foreground()));
    sketch.group("window-names", names);
  }
}
