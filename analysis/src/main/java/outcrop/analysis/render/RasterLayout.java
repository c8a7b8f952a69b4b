package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.stats.EventRaster;

/// Lays out when the rows of each class come: a line per class, the most frequent above, a mark per
/// step that has rows, the stronger the more there are. Scrolling reaches the others.
///
/// An item is a class by its rank.
final class RasterLayout {
  private static final double LEAST_LINE = 15;

  private final TailPlot plot;
  private final Sketch sketch;
  private final EventRaster raster;

  RasterLayout(TailPlot plot, EventRaster raster) {
    this.plot = plot;
    sketch = plot.sketch();
    this.raster = raster;
  }

  Frame draw(Bounds area) {
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    boolean bare = sketch.isTiny();
    double below =
        bare ? 0 : sketch.small().size() + 8 + (sketch.isSmall() ? 0 : sketch.scaled(20));
    double room = Math.max(8, area.height() - below);
    double least = sketch.scaled(bare ? 3 : LEAST_LINE);
    int lines = raster.counts().length;
    int fit = Math.max(1, (int) (room / least));
    int shown = fit >= lines ? lines : Math.max(1, fit - 1);
    int first = Math.clamp(sketch.options.firstEntry(), 0, lines - shown);
    double line = Math.min(sketch.scaled(30), room / (shown < lines ? shown + 1 : shown));
    double left = Math.rint(area.x() + (bare ? 0 : names(area, style, first, shown)));
    Bounds bounds =
        Bounds.between(
            left,
            area.y(),
            Math.max(left + 8, area.right() - 4),
            Math.rint(area.y() + shown * line));
    Scale across = StyledScale.of(scale(bounds.x(), bounds.right()), plot.spec().style().x());
    if (!bare) {
      axis(area, bounds, across);
    }
    List<Mark> marks = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      line(
          marks,
          labels,
          style,
          first + i,
          new Bounds(bounds.x(), bounds.y() + i * line, bounds.width(), line),
          across);
      sketch.region(
          new Bounds(area.x(), bounds.y() + i * line, area.width(), line),
          new Target.Item(first + i));
    }
    sketch.group("raster", List.of(new Mark.Clip(bounds, marks)));
    sketch.group("class-names", labels);
    if (shown < lines && !bare) {
      more(area, bounds, line, raster.classes() - shown);
    }
    return new Frame(
        bounds,
        true,
        across,
        new Scale.Linear(0, shown, bounds.bottom(), bounds.y()),
        new Frame.Bins(0, new double[0]));
  }

  private double names(Bounds area, TextStyle style, int first, int shown) {
    double widest = 0;
    for (int i = first; i < first + shown; i++) {
      String name = Names.of(raster.names().apply(i), sketch.words());
      widest = Math.max(widest, Sketch.width(Sketch.fit(name, area.width() / 4, style), style));
    }
    return widest + 10;
  }

  private Scale scale(double from, double to) {
    double end = raster.to() > raster.from() ? raster.to() : raster.from() + 1;
    return switch (raster.by()) {
      case TIME -> new Scale.Time(raster.from(), end, from, to, sketch.words().months());
      case ROWS, NUMBER -> new Scale.Linear(raster.from(), end, from, to);
    };
  }

  private void axis(Bounds area, Bounds bounds, Scale across) {
    TickMarks ticks = new TickMarks(sketch);
    ticks.drawBelow(
        ticks.across(across, 0, bounds.x(), bounds.right(), sketch.width - 2), bounds.bottom() + 1);
    double y = Sketch.sharp(bounds.bottom());
    sketch.group(
        "axis",
        List.of(
            new Mark.Line(bounds.x(), y, bounds.right(), y, Stroke.of(sketch.theme.axis(), 1))));
    sketch.region(
        Bounds.between(bounds.x(), bounds.bottom(), bounds.right(), area.bottom()),
        new Target.ValueAxis());
    if (!sketch.isSmall()) {
      TextStyle style = new TextStyle(sketch.body().size(), false, sketch.theme.foreground());
      List<Mark> parts = new ArrayList<>();
      String made =
          raster.by() == EventRaster.By.ROWS
              ? plot.words().beside().placeOfRow()
              : Names.visible(plot.spec().beside().events());
      Sketch.label(
          parts,
          Sketch.fit(
              plot.title(plot.spec().style().xTitle(), made, DistributionSpec.Scale.LINEAR),
              bounds.width(),
              style),
          bounds.centreX(),
          bounds.bottom() + sketch.small().size() + 8 + sketch.scaled(14),
          Anchor.MIDDLE,
          style);
      sketch.group("axis-titles", parts);
    }
  }

  private void line(
      List<Mark> marks, List<Mark> labels, TextStyle style, int rank, Bounds place, Scale across) {
    int[] counts = raster.counts()[rank];
    Colour ink = plot.inkOfSize(raster.sizes()[rank]);
    double gap = Math.min(2, place.height() * 0.15);
    double base = Sketch.sharp(place.bottom() - gap);
    marks.add(
        new Mark.Line(
            place.x(),
            base,
            place.right(),
            base,
            Stroke.of(sketch.theme.axis().withOpacity(0.35), 1)));
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    double step = (raster.to() - raster.from()) / EventRaster.STEPS;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double from = across.toPixel(raster.from() + i * step);
        double to = across.toPixel(raster.from() + (i + 1) * step);
        double strength = most == 1 ? 1 : 0.35 + 0.65 * Math.log1p(counts[i]) / Math.log1p(most);
        marks.add(
            new Mark.Rect(
                new Bounds(
                    Math.min(from, to),
                    place.y() + gap,
                    Math.max(1.2, Math.abs(to - from)),
                    place.height() - 2 * gap),
                ink.withOpacity(strength)));
      }
    }
    if (!sketch.isTiny()) {
      String name = Names.of(raster.names().apply(rank), sketch.words());
      Sketch.middle(
          labels,
          Sketch.fit(name, sketch.width / 4, style),
          place.x() - 6,
          place.centreY(),
          Anchor.END,
          style);
    }
  }

  private void more(Bounds area, Bounds bounds, double line, int hidden) {
    List<Mark> parts = new ArrayList<>();
    double y = area.bottom() - sketch.small().size() * 0.7;
    Sketch.middle(
        parts,
        ChartWords.fill(plot.words().beside().moreClasses(), Numerals.exact(hidden)),
        area.right() - 4,
        y,
        Anchor.END,
        sketch.small());
    sketch.region(
        new Bounds(bounds.right() - 120, y - line / 2, 120, line), new Target.MoreLegend());
    sketch.group("more", parts);
  }
}
