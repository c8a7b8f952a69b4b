package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.stats.Goodness;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.ValueFrequencies;

/// Lays out the share of classes that are at least so large, with the fitted power law over the
/// tail that it was fitted to.
final class CcdfLayout {
  private static final double APART = 6;

  private final TailPlot plot;
  private final Sketch sketch;
  private final TailClasses classes;
  private final ValueFrequencies sizes;

  CcdfLayout(TailPlot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    classes = plot.classes();
    sizes = plot.data().measures().orElseThrow().counts();
  }

  Frame draw(Bounds area) {
    BandMarks bands = new BandMarks(plot);
    Frame frame = new PlotAxes(sketch).draw(area, bands.height(), sizeAxis(), shareAxis());
    double[] edges = plot.sizeEdges(frame);
    bands.draw(frame.bounds(), edges, false);
    List<Mark> marks = new ArrayList<>();
    if (plot.hasContext()) {
      context(marks, frame);
    }
    points(marks, frame);
    Optional<PowerLawResult> law = plot.data().study().flatMap(TailStudy::powerLaw);
    if (plot.spec().look().fitted()) {
      law.ifPresent(fitted -> law(marks, frame, fitted));
    }
    sketch.group("curve", List.of(new Mark.Clip(frame.bounds(), marks)));
    bands.handles(frame.bounds(), edges);
    if (plot.spec().look().fitted() && !sketch.isSmall()) {
      law.ifPresent(fitted -> lawName(frame, fitted));
    }
    return frame;
  }

  private PlotAxes.Axis sizeAxis() {
    Scale kind = plot.spec().look().x();
    double least = sketch.common(CommonScale.End.LEAST_ACROSS, sizes.values()[0]);
    double most =
        sketch.common(
            CommonScale.End.MOST_ACROSS,
            plot.hasContext()
                ? plot.data().context().size(0)
                : sizes.values()[sizes.distinct() - 1]);
    String made = plot.isOfValues() ? Names.visible(plot.spec().field()) : plot.words().size();
    return new PlotAxes.Axis(
        plot.title(plot.spec().style().xTitle(), made, kind),
        plot.spec().style().x(),
        (from, to) -> plot.scale(kind, least, Math.max(most, least * 2), from + 10, to - 10),
        tick -> tick);
  }

  private PlotAxes.Axis shareAxis() {
    Scale kind = plot.spec().look().y();
    String made =
        plot.isOfValues() ? plot.words().shareAtLeastOfValues() : plot.words().shareAtLeast();
    double most =
        sketch.common(
            CommonScale.End.MOST_UP,
            plot.hasContext() ? plot.data().context().count() : classes.count());
    return new PlotAxes.Axis(
        plot.title(plot.spec().style().yTitle(), made, kind),
        plot.spec().style().y(),
        (from, to) ->
            kind == Scale.LOG
                ? new outcrop.analysis.render.Scale.Log(0.7 / Math.max(2, most), 1.3, from, to)
                : new outcrop.analysis.render.Scale.Linear(0, 1, from, to),
        TailPlot::percent);
  }

  private void points(List<Mark> out, Frame frame) {
    int distinct = sizes.distinct();
    long[] atLeast = new long[distinct];
    long sum = 0;
    for (int i = distinct - 1; i >= 0; i--) {
      sum += sizes.frequencies()[i];
      atLeast[i] = sum;
    }
    double all = sum;
    List<TailCurve.At> kept =
        TailCurve.thin(
            distinct,
            i -> frame.values().toPixel(sizes.values()[i]),
            i -> frame.counts().toPixel(atLeast[i] / all),
            sketch.isTiny() ? 3 : APART);
    for (TailCurve.At at : kept) {
      double size = sizes.values()[at.rank()];
      int rank = classes.above(size);
      out.add(
          new Mark.Circle(
              at.x(), at.y(), 2.75, plot.ink(plot.bands().at(rank).part()), Stroke.NONE));
      sketch.region(
          new Bounds(at.x() - APART, at.y() - APART, 2 * APART, 2 * APART), new Target.Item(rank));
    }
  }

  private void context(List<Mark> out, Frame frame) {
    TailClasses all = plot.data().context();
    List<Point> points = new ArrayList<>();
    for (TailCurve.At at :
        TailCurve.thin(
            all.count(),
            i -> -frame.values().toPixel(all.size(i)),
            i -> frame.counts().toPixel((i + 1.0) / all.count()),
            1)) {
      points.add(new Point(-at.x(), at.y()));
    }
    TailMarks.line(out, points, Stroke.of(plot.contextInk(), 2));
  }

  private void law(List<Mark> out, Frame frame, PowerLawResult result) {
    if (!(result.fit() instanceof PowerLawFit fit)) {
      return;
    }
    double most = sizes.values()[sizes.distinct() - 1];
    Goodness goodness = result.goodness();
    Interval alpha = goodness == null ? fit.alphaInterval() : goodness.alphaInterval();
    TailMarks.area(
        out,
        survival(frame, fit, Math.max(1.0001, alpha.low()), most),
        survival(frame, fit, alpha.high(), most),
        sketch.theme.foreground().withOpacity(0.14));
    TailMarks.line(
        out, survival(frame, fit, fit.alpha(), most), Stroke.of(sketch.theme.foreground(), 1.75));
  }

  private List<Point> survival(Frame frame, PowerLawFit fit, double alpha, double most) {
    PowerLawFit other =
        new PowerLawFit(
            fit.kind(),
            alpha,
            fit.se(),
            fit.xmin(),
            fit.nTail(),
            fit.n(),
            fit.ks(),
            fit.logLikelihood());
    return TailMarks.curve(frame, fit.xmin(), most, true, x -> fit.tailShare() * other.survival(x));
  }

  private void lawName(Frame frame, PowerLawResult result) {
    if (!(result.fit() instanceof PowerLawFit fit)) {
      return;
    }
    double most = sizes.values()[sizes.distinct() - 1];
    double middle = Math.sqrt(fit.xmin() * most);
    double x = frame.values().toPixel(middle);
    double y = frame.counts().toPixel(fit.tailShare() * fit.survival(middle));
    List<Mark> parts = new ArrayList<>();
    String text =
        ChartWords.fill(
            plot.words().alpha(), Numerals.plain(fit.alpha(), 4), plot.size(fit.xmin()));
    boolean right = x + 200 < frame.bounds().right();
    TailMarks.tag(
        sketch,
        parts,
        text,
        right ? x + 12 : x - 12,
        right ? y - 8 : y + 14,
        right ? Anchor.START : Anchor.END);
    sketch.group("fit-name", parts);
  }
}
