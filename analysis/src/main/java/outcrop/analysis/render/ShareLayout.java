package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.TailSpec.Shape;

/// Lays out the share of rows that classes have together: the smallest first as a Lorenz curve, or
/// the largest first as a curve of coverage.
final class ShareLayout {
  private static final double APART = 7;
  private static final double[] COVERED = {0.5, 0.8, 0.95, 0.99};

  private final TailPlot plot;
  private final Sketch sketch;
  private final TailClasses classes;
  private final boolean lorenz;

  ShareLayout(TailPlot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    classes = plot.classes();
    lorenz = plot.spec().shape() == Shape.LORENZ;
  }

  Frame draw(Bounds area) {
    BandMarks bands = new BandMarks(plot);
    Frame frame = new PlotAxes(sketch).draw(area, bands.height(), across(), up());
    double[] edges = edges(frame);
    bands.draw(frame.bounds(), edges, !lorenz);
    List<Mark> marks = new ArrayList<>();
    if (lorenz) {
      equality(marks, frame);
    }
    if (plot.hasContext()) {
      TailMarks.line(marks, points(frame, plot.data().context()), Stroke.of(plot.contextInk(), 2));
    }
    curve(marks, frame);
    sketch.group("curve", List.of(new Mark.Clip(frame.bounds(), marks)));
    if (!lorenz && !sketch.isSmall()) {
      covered(frame);
    }
    bands.handles(frame.bounds(), edges);
    return frame;
  }

  private PlotAxes.Axis across() {
    DistributionSpec.Scale kind = plot.spec().look().x();
    int most = Math.max(classes.count(), plot.hasContext() ? plot.data().context().count() : 0);
    double last = sketch.common(CommonScale.End.MOST_ACROSS, Math.max(2, most));
    return lorenz
        ? new PlotAxes.Axis(
            plot.title(
                plot.spec().style().xTitle(),
                plot.words().shareOfClasses(),
                DistributionSpec.Scale.LINEAR),
            plot.spec().style().x(),
            (from, to) -> new Scale.Linear(0, 1, from, to),
            TailPlot::percent)
        : new PlotAxes.Axis(
            plot.title(plot.spec().style().xTitle(), plot.words().largestClasses(), kind),
            plot.spec().style().x(),
            (from, to) -> plot.scale(kind, 1, last, from + 10, to - 10),
            tick -> tick);
  }

  private PlotAxes.Axis up() {
    return new PlotAxes.Axis(
        plot.title(
            plot.spec().style().yTitle(),
            plot.isOfValues() ? plot.words().shareOfSum() : plot.words().shareOfRows(),
            DistributionSpec.Scale.LINEAR),
        plot.spec().style().y(),
        (from, to) -> new Scale.Linear(0, 1, from, to),
        TailPlot::percent);
  }

  private double[] edges(Frame frame) {
    List<Band> list = plot.bands().list();
    double[] edges = new double[list.size() - 1];
    for (int i = 0; i < edges.length; i++) {
      int to = list.get(i).to();
      edges[i] =
          lorenz
              ? frame.values().toPixel(1 - (double) to / classes.count())
              : to == 0
                  ? frame.bounds().x()
                  : to == classes.count()
                      ? frame.bounds().right()
                      : frame.values().toPixel(to + 0.5);
    }
    return edges;
  }

  /// Pixel of the class of a place: places run from the left.
  private IntToDoubleFunction x(Frame frame, TailClasses of) {
    return place ->
        lorenz
            ? frame.values().toPixel((double) place / of.count())
            : frame.values().toPixel(place + 1);
  }

  private IntToDoubleFunction y(Frame frame, TailClasses of) {
    return place ->
        lorenz
            ? frame.counts().toPixel(1 - of.sumOf(of.count() - place) / of.sum())
            : frame.counts().toPixel(of.sumOf(place + 1) / of.sum());
  }

  /// A Lorenz curve also has the point before its first class.
  private int places(TailClasses of) {
    return lorenz ? of.count() + 1 : of.count();
  }

  private List<Point> points(Frame frame, TailClasses of) {
    return TailCurve.thin(places(of), x(frame, of), y(frame, of), 1).stream()
        .map(at -> new Point(at.x(), at.y()))
        .toList();
  }

  private void equality(List<Mark> out, Frame frame) {
    Point from = new Point(frame.values().toPixel(0), frame.counts().toPixel(0));
    Point to = new Point(frame.values().toPixel(1), frame.counts().toPixel(1));
    List<Point> curve = points(frame, classes);
    out.add(new Mark.Path(curve, true, sketch.theme.foreground().withOpacity(0.07), Stroke.NONE));
    out.add(
        new Mark.Line(
            from.x(), from.y(), to.x(), to.y(), TailMarks.dashed(sketch.theme.muted(), 1, 4)));
    if (!sketch.isSmall()) {
      double x = frame.values().toPixel(0.3);
      double y = frame.counts().toPixel(0.3);
      TailMarks.tag(sketch, out, plot.words().equality(), x - 8, y - 8, Anchor.END);
    }
  }

  private void curve(List<Mark> out, Frame frame) {
    TailMarks.line(
        out, points(frame, classes), Stroke.of(sketch.theme.foreground().withOpacity(0.55), 1.5));
    List<TailCurve.At> dots =
        TailCurve.thin(
            places(classes), x(frame, classes), y(frame, classes), sketch.isTiny() ? 3 : APART);
    for (TailCurve.At at : dots) {
      int rank =
          Math.clamp(
              lorenz ? classes.count() - (long) at.rank() : at.rank(), 0, classes.count() - 1);
      out.add(
          new Mark.Circle(
              at.x(), at.y(), 2.5, plot.ink(plot.bands().at(rank).part()), Stroke.NONE));
      sketch.region(
          new Bounds(at.x() - APART / 2, at.y() - APART, APART, 2 * APART), new Target.Item(rank));
    }
  }

  /// How many classes have 50, 80, 95 and 99 % of the rows.
  private void covered(Frame frame) {
    List<Mark> parts = new ArrayList<>();
    Bounds bounds = frame.bounds();
    double free = Double.POSITIVE_INFINITY;
    for (double share : COVERED) {
      long needed = plot.data().measures().orElseThrow().coverage().classesFor(share);
      double x = frame.values().toPixel(Math.max(1, needed));
      double y = frame.counts().toPixel(share);
      Stroke stroke = TailMarks.dashed(sketch.theme.muted(), 1, 2);
      parts.add(new Mark.Line(bounds.x(), y, x, y, stroke));
      parts.add(new Mark.Line(x, y, x, bounds.bottom(), stroke));
      if (free - y >= sketch.small().size() * 1.4) {
        String text =
            ChartWords.fill(plot.words().covers(), plot.count(needed), Numerals.percent(share));
        TailMarks.tag(sketch, parts, text, bounds.x() + 10, y, Anchor.START);
        free = y;
      }
    }
    sketch.group("covered", parts);
  }
}
