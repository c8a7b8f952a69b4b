package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.stats.Rarefaction;
import outcrop.analysis.stats.Richness;

/// Lays out how many classes fewer rows would have found, and twice as many would find.
final class RarefactionLayout {
  private final TailPlot plot;
  private final Sketch sketch;
  private final Rarefaction curve;
  private final Richness richness;

  RarefactionLayout(TailPlot plot, Rarefaction curve, Richness richness) {
    this.plot = plot;
    sketch = plot.sketch();
    this.curve = curve;
    this.richness = richness;
  }

  Frame draw(Bounds area) {
    int last = curve.rows().length - 1;
    double highest =
        sketch.common(CommonScale.End.MOST_UP, Math.max(curve.high()[last], richness.classes()));
    double rows = sketch.common(CommonScale.End.MOST_ACROSS, curve.rows()[last]);
    Frame frame =
        new PlotAxes(sketch)
            .draw(
                area,
                0,
                axis(
                    plot.spec().style().xTitle(),
                    plot.words().sampledRows(),
                    rows,
                    plot.spec().style().x()),
                axis(
                    plot.spec().style().yTitle(),
                    plot.words().foundClasses(),
                    highest * 1.08,
                    plot.spec().style().y()));
    int seen = 0;
    while (seen < last && curve.rows()[seen] < curve.n()) {
      seen++;
    }
    List<Mark> marks = new ArrayList<>();
    Colour ink = plot.ink(outcrop.analysis.query.TailBands.Part.HEAD);
    TailMarks.area(
        marks,
        points(frame, curve.high(), 0, last),
        points(frame, curve.low(), 0, last),
        ink.withOpacity(0.16));
    TailMarks.line(marks, points(frame, curve.classes(), 0, seen), Stroke.of(ink, 2.25));
    TailMarks.line(
        marks, points(frame, curve.classes(), seen, last), TailMarks.dashed(ink, 2.25, 5));
    sketch.group("curve", List.of(new Mark.Clip(frame.bounds(), marks)));
    seen(frame);
    return frame;
  }

  private PlotAxes.Axis axis(
      String own, String made, double most, outcrop.analysis.spec.AxisStyle style) {
    return new PlotAxes.Axis(
        plot.title(own, made, DistributionSpec.Scale.LINEAR),
        style,
        (from, to) -> new Scale.Linear(0, most, from, to),
        tick -> tick);
  }

  private List<Point> points(Frame frame, double[] heights, int from, int to) {
    List<Point> points = new ArrayList<>();
    if (from == 0) {
      points.add(new Point(frame.values().toPixel(0), frame.counts().toPixel(0)));
    }
    for (int i = from; i <= to; i++) {
      points.add(
          new Point(frame.values().toPixel(curve.rows()[i]), frame.counts().toPixel(heights[i])));
    }
    return points;
  }

  /// The rows and classes that there are, and what Chao1 reckons with at least.
  private void seen(Frame frame) {
    List<Mark> parts = new ArrayList<>();
    double x = frame.values().toPixel(curve.n());
    double y = frame.counts().toPixel(richness.classes());
    Stroke stroke = TailMarks.dashed(sketch.theme.muted(), 1, 3);
    parts.add(new Mark.Line(x, y, x, frame.bounds().bottom(), stroke));
    parts.add(
        new Mark.Circle(
            x, y, 4, sketch.theme.background(), Stroke.of(sketch.theme.foreground(), 2)));
    sketch.region(new Bounds(x - 7, y - 7, 14, 14), new Target.Title());
    if (!sketch.isSmall()) {
      TailMarks.tag(
          sketch,
          parts,
          ChartWords.fill(plot.words().seen(), plot.count(richness.classes())),
          x + 10,
          y + 16,
          Anchor.START);
      double chao = frame.counts().toPixel(richness.chao1());
      if (chao >= frame.bounds().y() && richness.chao1() > richness.classes()) {
        parts.add(new Mark.Line(frame.bounds().x(), chao, frame.bounds().right(), chao, stroke));
        TailMarks.tag(
            sketch,
            parts,
            ChartWords.fill(plot.words().chao(), Numerals.exact(Math.round(richness.chao1()))),
            frame.bounds().x() + 10,
            chao - 10,
            Anchor.START);
      }
    }
    sketch.group("seen", parts);
  }
}
