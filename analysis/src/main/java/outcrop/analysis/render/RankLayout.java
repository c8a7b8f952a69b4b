package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.ZipfRanks;

/// Lays out sizes by rank: the largest class at the left, a point per class where there is room.
final class RankLayout {
  private static final double APART = 7;
  private static final int NAMED = 8;
  private static final double INSET = 10;
  private static final int FEWEST_FOR_LAWS = 10;

  private final TailPlot plot;
  private final Sketch sketch;
  private final TailClasses classes;
  private final BandMarks bands;
  private final @Nullable RankTarget target;

  RankLayout(TailPlot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    classes = plot.classes();
    bands = new BandMarks(plot);
    TargetLayer layer = plot.target();
    target = layer == null ? null : new RankTarget(plot, layer);
  }

  Frame draw(Bounds area) {
    Frame frame = new PlotAxes(sketch).draw(area, bands.height(), ranks(), sizes());
    Bounds bounds = frame.bounds();
    double[] edges = edges(frame);
    bands.draw(bounds, edges, true);
    List<Mark> lines = new ArrayList<>();
    if (plot.hasContext()) {
      context(lines, frame);
    }
    if (target != null) {
      target.drawBehind(frame);
    }
    if (plot.spec().look().fitted() && target == null) {
      plot.data().measures().ifPresent(measures -> laws(lines, frame, measures));
    }
    curve(lines, frame);
    sketch.group("curve", List.of(new Mark.Clip(wider(bounds), lines)));
    bands.handles(bounds, edges);
    if (target == null) {
      names(frame);
      singletons(frame);
    } else {
      target.drawOver(frame);
    }
    return frame;
  }

  private static Bounds wider(Bounds bounds) {
    return new Bounds(bounds.x(), bounds.y() - 3, bounds.width() + 4, bounds.height() + 6);
  }

  private PlotAxes.Axis ranks() {
    int most = Math.max(classes.count(), plot.hasContext() ? plot.data().context().count() : 0);
    double last = sketch.common(CommonScale.End.MOST_ACROSS, Math.max(2, most));
    DistributionSpec.Scale kind = plot.spec().look().x();
    String made = plot.isOfValues() ? plot.words().rankOfValue() : plot.words().rank();
    return new PlotAxes.Axis(
        plot.title(plot.spec().style().xTitle(), made, kind),
        plot.spec().style().x(),
        (from, to) -> plot.scale(kind, 1, last, from + INSET, to - INSET),
        tick -> tick);
  }

  private PlotAxes.Axis sizes() {
    TailClasses all = plot.hasContext() ? plot.data().context() : classes;
    double room = plot.spec().look().y() == DistributionSpec.Scale.LOG ? 1.8 : 1.04;
    double reach = target == null ? 0 : target.most() * 1.05;
    double most = Math.max(sketch.common(CommonScale.End.MOST_UP, all.size(0)) * room, reach);
    double smallest = sketch.common(CommonScale.End.LEAST_UP, classes.size(classes.count() - 1));
    double least = target == null ? smallest : Math.min(smallest, target.least());
    DistributionSpec.Scale kind = plot.spec().look().y();
    String made = plot.isOfValues() ? Names.visible(plot.spec().field()) : plot.words().size();
    return new PlotAxes.Axis(
        plot.title(plot.spec().style().yTitle(), made, kind),
        plot.spec().style().y(),
        (from, to) -> plot.scale(kind, least * 0.75, most, from, to),
        tick -> tick);
  }

  /// Between the last class of a band and the first of the next.
  private double[] edges(Frame frame) {
    List<Band> list = plot.bands().list();
    double[] edges = new double[list.size() - 1];
    for (int i = 0; i < edges.length; i++) {
      int to = list.get(i).to();
      edges[i] =
          to == 0
              ? frame.bounds().x()
              : to == classes.count() ? frame.bounds().right() : frame.values().toPixel(to + 0.5);
    }
    return edges;
  }

  /// Zipf's law by maximum likelihood, and dotted the biased line of least squares.
  private void laws(List<Mark> out, Frame frame, TailMeasures measures) {
    ZipfRanks zipf = measures.zipf();
    int last = classes.count();
    if (!Double.isFinite(zipf.exponent()) || last < FEWEST_FOR_LAWS) {
      return;
    }
    double first = zipf.share(1, last) * classes.sum();
    boolean log = plot.spec().look().x() == DistributionSpec.Scale.LOG;
    TailMarks.line(
        out,
        TailMarks.curve(
            frame,
            1,
            last,
            log,
            rank -> Math.exp(zipf.leastSquaresIntercept() - zipf.leastSquares() * Math.log(rank))),
        TailMarks.dashed(sketch.theme.muted(), 1.25, 2));
    TailMarks.line(
        out,
        TailMarks.curve(frame, 1, last, log, rank -> first * Math.pow(rank, -zipf.exponent())),
        Stroke.of(sketch.theme.foreground().withOpacity(0.65), 1.25));
  }

  private void context(List<Mark> out, Frame frame) {
    TailClasses all = plot.data().context();
    List<Point> points =
        TailCurve.thin(all.count(), x(frame), y(frame, all), 1).stream()
            .map(at -> new Point(at.x(), at.y()))
            .toList();
    out.add(new Mark.Path(points, false, Colour.NONE, Stroke.of(plot.contextInk(), 2)));
  }

  private static IntToDoubleFunction x(Frame frame) {
    return rank -> frame.values().toPixel(rank + 1);
  }

  private static IntToDoubleFunction y(Frame frame, TailClasses of) {
    return rank -> frame.counts().toPixel(of.size(rank));
  }

  private void curve(List<Mark> out, Frame frame) {
    double apart = sketch.isTiny() ? 3 : APART;
    List<TailCurve.At> dots = TailCurve.thin(classes.count(), x(frame), y(frame, classes), apart);
    Set<Integer> chosen = chosen();
    for (Band band : plot.bands().list()) {
      Colour ink = plot.ink(band.part());
      line(out, frame, band, ink);
    }
    for (int i = 0; i < dots.size(); i++) {
      TailCurve.At at = dots.get(i);
      Colour ink = plot.ink(plot.bands().at(at.rank()).part());
      out.add(new Mark.Circle(at.x(), at.y(), sketch.isTiny() ? 1.5 : 2.75, ink, Stroke.NONE));
      double from = i == 0 ? at.x() - APART : (dots.get(i - 1).x() + at.x()) / 2;
      double to = i == dots.size() - 1 ? at.x() + APART : (dots.get(i + 1).x() + at.x()) / 2;
      double width = Math.max(3, to - from);
      Bounds b = frame.bounds();
      // A target is taken hold of anywhere above or below its class.
      sketch.region(
          target == null
              ? new Bounds(from, at.y() - APART, width, 2 * APART)
              : new Bounds(from, b.y(), width, b.height()),
          new Target.Item(at.rank()));
    }
    for (int rank : chosen) {
      double x = x(frame).applyAsDouble(rank);
      double y = y(frame, classes).applyAsDouble(rank);
      Colour accent = sketch.theme.accent();
      out.add(
          new Mark.Line(x, frame.bounds().bottom(), x, y, Stroke.of(accent.withOpacity(0.5), 1)));
      out.add(new Mark.Circle(x, y, 5, accent.withOpacity(0.25), Stroke.of(accent, 2)));
      sketch.region(new Bounds(x - 6, y - 6, 12, 12), new Target.Item(rank));
    }
  }

  /// The classes of a band as one line, joined to the first of the next.
  private void line(List<Mark> out, Frame frame, Band band, Colour ink) {
    int length = Math.min(band.to() + 1, classes.count()) - band.from();
    if (length < 2) {
      return;
    }
    IntToDoubleFunction x = x(frame);
    IntToDoubleFunction y = y(frame, classes);
    List<Point> points =
        TailCurve.thin(
                length,
                i -> x.applyAsDouble(band.from() + i),
                i -> y.applyAsDouble(band.from() + i),
                1)
            .stream()
            .map(at -> new Point(at.x(), at.y()))
            .toList();
    out.add(new Mark.Path(points, false, Colour.NONE, Stroke.of(ink.withOpacity(0.7), 1.5)));
  }

  private Set<Integer> chosen() {
    if (!(sketch.options.brush().orElse(null) instanceof Brush.Values values)) {
      return Set.of();
    }
    Set<Integer> ranks = new java.util.TreeSet<>();
    values.values().stream()
        .limit(NAMED)
        .forEach(value -> classes.rankOf(value).ifPresent(ranks::add));
    return ranks;
  }

  /// Names of the largest classes: the curve falls, so that there is room above and to the right of
  /// each point.
  private void names(Frame frame) {
    if (sketch.isSmall() || plot.isOfValues()) {
      return;
    }
    List<Mark> parts = new ArrayList<>();
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    double free = frame.bounds().y() + style.size();
    int named = 0;
    for (int rank = 0; rank < Math.min(classes.count(), 4 * NAMED) && named < NAMED; rank++) {
      double x = x(frame).applyAsDouble(rank) + 7;
      double y = y(frame, classes).applyAsDouble(rank) - 5;
      double room = frame.bounds().right() - x;
      if (y >= free && room > style.size() * 3) {
        String name = Names.of(classes.name(rank), sketch.words());
        Sketch.label(
            parts, Sketch.fit(name, Math.min(room, 180), style), x, y, Anchor.START, style);
        free = y + style.size() * 1.3;
        named++;
      }
    }
    sketch.group("class-names", parts);
  }

  private void singletons(Frame frame) {
    int ones = classes.count() - classes.above(1);
    if (sketch.isSmall() || plot.isOfValues() || ones < 2) {
      return;
    }
    double first = frame.values().toPixel(classes.above(1) + 1);
    double y = frame.counts().toPixel(1);
    TextStyle small = sketch.small();
    String text = ChartWords.fill(plot.words().singletons(), Numerals.exact(ones));
    double right = first - 9;
    double width = Sketch.width(text, small);
    if (right - width < frame.bounds().x() + 4) {
      return;
    }
    List<Mark> parts = new ArrayList<>();
    parts.add(
        new Mark.Rect(
            new Bounds(right - width - 3, y - small.size() * 0.7, width + 6, small.size() * 1.4),
            sketch.theme.background().withOpacity(0.8)));
    Sketch.middle(parts, text, right, y, Anchor.END, small);
    sketch.group("singletons", parts);
  }
}
