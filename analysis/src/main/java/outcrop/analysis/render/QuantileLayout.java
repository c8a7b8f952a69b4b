package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.Normal;
import outcrop.analysis.stats.QuantileBand;
import outcrop.analysis.stats.QuantileBand.Law;
import outcrop.analysis.stats.QuantilePair;
import outcrop.analysis.stats.Spread;
import outcrop.analysis.stats.Steps;

/// Quantiles of one group against those of another, or against those of the normal law. Values run
/// from left to right, so that a brush filters them; on a logarithmic axis the law is the
/// lognormal. The band is that of [QuantileBand].
final class QuantileLayout extends ShapeLayout {
  private final Optional<SpreadData.Compared> compared;

  QuantileLayout(Plot plot) {
    super(plot);
    compared = spread().compared();
  }

  private int first() {
    return compared.map(SpreadData.Compared::first).orElse(0);
  }

  @Override
  Side side(double bottom, double top) {
    ShapeWords words = sketch.words().shapes();
    if (compared.isPresent()) {
      Scale scale = axis().scale(bottom, top);
      return side(
          scale, scale.ticks(wantedTicks(bottom, top)), bottom, top, of(compared.get().second()));
    }
    Spread own = spread().selected().getFirst();
    Spread all = tally.isFiltered() ? spread().context().getFirst() : own;
    double most = Normal.quantile(1 - 0.4 / Math.max(20, Math.max(own.n(), all.n())));
    Scale scale = new Scale.Linear(-most, most, bottom, top);
    return side(
        scale,
        scale.ticks(wantedTicks(bottom, top)),
        bottom,
        top,
        plot.spec().axes().x() == DistributionSpec.Scale.LOG
            ? words.lognormalQuantile()
            : words.normalQuantile());
  }

  private String of(int group) {
    return ChartWords.fill(
        sketch.words().shapes().quantilesOf(),
        Names.visible(plot.spec().field()),
        Names.of(plot.data().groups().get(group), sketch.words()));
  }

  @Override
  String valueTitle() {
    return compared.isPresent() && plot.spec().style().xTitle().isEmpty()
        ? of(first())
        : super.valueTitle();
  }

  @Override
  void draw(List<Mark> out, Frame frame) {
    if (compared.isPresent()) {
      Steps one = spread().selected().get(first()).steps();
      Steps other = spread().selected().get(compared.get().second()).steps();
      band(
          out,
          frame,
          ink(compared.get().second()),
          value -> QuantileBand.between(one, other, value));
      line(out, frame, value -> value);
      points(out, frame, one, other);
      return;
    }
    Spread own = spread().selected().getFirst();
    if (own.n() < 3 || own.steps().values().length < 2) {
      return;
    }
    Law law = law(own);
    band(out, frame, ink(0), value -> QuantileBand.ofNormal(law.standard(place(value)), own.n()));
    line(out, frame, value -> law.standard(place(value)));
    Spread all = spread().context().getFirst();
    if (tally.isFiltered() && all.n() != own.n()) {
      points(out, frame, all.steps(), sketch.theme.rest().withOpacity(0.6), 2);
    }
    points(out, frame, own.steps(), ink(0), 2.5);
  }

  /// The line that points lie on where the two agree, drawn in pieces, since it is bent where the
  /// axis is.
  private void line(List<Mark> out, Frame frame, DoubleUnaryOperator height) {
    Bounds b = frame.bounds();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      double x = b.x() + b.width() * i / 60;
      points.add(
          new Point(x, frame.counts().toPixel(height.applyAsDouble(frame.values().toValue(x)))));
    }
    Stroke stroke = new Stroke(sketch.theme.foreground(), 1.25, List.of(5.0, 3.0));
    out.add(new Mark.Path(points, false, Colour.NONE, stroke));
  }

  private void band(List<Mark> out, Frame frame, Colour ink, DoubleFunction<Interval> endsOfValue) {
    Bounds b = frame.bounds();
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    for (double x = b.x(); x <= b.right(); x += 2) {
      Interval ends = endsOfValue.apply(frame.values().toValue(x));
      upper.add(new Point(x, height(frame, ends.high(), b.y())));
      lower.add(new Point(x, height(frame, ends.low(), b.bottom())));
    }
    upper.addAll(lower.reversed());
    out.add(new Mark.Path(upper, true, ink.withOpacity(0.16), Stroke.NONE));
  }

  private static double height(Frame frame, double quantile, double open) {
    Bounds b = frame.bounds();
    return Double.isInfinite(quantile)
        ? open
        : Math.clamp(frame.counts().toPixel(quantile), b.y(), b.bottom());
  }

  private void points(List<Mark> out, Frame frame, Steps one, Steps other) {
    Colour ink = ink(compared.get().second());
    for (QuantilePair pair : QuantilePair.between(one, other)) {
      out.add(
          new Mark.Circle(
              frame.values().toPixel(pair.first()),
              frame.counts().toPixel(pair.second()),
              2.5,
              ink.withOpacity(0.7 * ink.opacity()),
              Stroke.NONE));
    }
  }

  /// Mean and deviation on the scale of the axis.
  private Law law(Spread own) {
    return plot.spec().axes().x() == DistributionSpec.Scale.LINEAR
        ? new Law(own.mean(), own.deviation())
        : Law.of(own.steps(), this::place);
  }

  private void points(List<Mark> out, Frame frame, Steps steps, Colour ink, double radius) {
    double last = Double.NEGATIVE_INFINITY;
    for (QuantilePair pair : QuantilePair.toNormal(steps)) {
      double x = frame.values().toPixel(pair.first());
      double y = frame.counts().toPixel(pair.second());
      if (Math.abs(x - last) + Math.abs(y) >= 0.5) {
        out.add(new Mark.Circle(x, y, radius, ink.withOpacity(0.7 * ink.opacity()), Stroke.NONE));
        last = x;
      }
    }
  }
}
