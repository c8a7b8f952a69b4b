package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.stats.ColumnMeaning;
import outcrop.analysis.stats.LabelMultiplicity.Ambiguous;

/// Lays out the classes with several labels by their size and by how many labels they have in
/// effect, and beside it the shares of classes with at least so many labels, and of labels with at
/// least so many classes.
///
/// An item is one of the ambiguous classes by its number.
final class LabelsLayout {
  private static final double STEPS_WIDTH = 0.34;

  private final TailPlot plot;
  private final Sketch sketch;
  private final ColumnMeaning meaning;

  LabelsLayout(TailPlot plot, ColumnMeaning meaning) {
    this.plot = plot;
    sketch = plot.sketch();
    this.meaning = meaning;
  }

  Frame draw(Bounds area) {
    boolean steps = !sketch.isSmall();
    double split = steps ? area.x() + area.width() * (1 - STEPS_WIDTH) : area.right();
    List<ClassScatter.Dot> dots = new ArrayList<>();
    double most = 2;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < meaning.ambiguous().size(); i++) {
      Ambiguous each = meaning.ambiguous().get(i);
      double effect = Math.pow(2, each.bits());
      most = Math.max(most, effect);
      least = Math.min(least, each.n());
      dots.add(
          new ClassScatter.Dot(
              i,
              meaning.names().apply(each.item()),
              each.n(),
              effect,
              plot.inkOfSize(each.n()),
              3.5));
    }
    double highest = sketch.common(CommonScale.End.MOST_UP, most);
    Frame frame =
        new ClassScatter(
                plot,
                new ClassScatter.Upwards(
                    plot.words().beside().labelsInEffect(),
                    (from, to) -> new Scale.Linear(1, highest * 1.05, from, to),
                    1))
            .draw(
                Bounds.between(area.x(), area.y(), split - (steps ? 12 : 0), area.bottom()),
                Math.max(0.8, Math.min(least, 5) * 0.8),
                dots,
                true);
    if (dots.isEmpty() && !sketch.isTiny()) {
      sketch.sentence(plot.words().beside().noneAmbiguous(), frame.bounds());
    }
    if (steps) {
      steps(Bounds.between(split + 12, area.y(), area.right(), area.bottom()));
    }
    return frame;
  }

  private void steps(Bounds area) {
    int most = Math.max(meaning.labelsPerItem().length, meaning.itemsPerLabel().length);
    double line = sketch.small().size() * 1.5;
    Bounds below = Bounds.between(area.x(), area.y() + 2 * line, area.right(), area.bottom());
    Frame frame =
        new PlotAxes(sketch)
            .draw(
                below,
                0,
                new PlotAxes.Axis(
                    plot.words().beside().howMany(),
                    AxisStyle.AUTO,
                    (from, to) -> new Scale.Log(0.9, Math.max(2, most) * 1.1, from, to),
                    tick -> tick),
                new PlotAxes.Axis(
                    plot.words().beside().shareWith(),
                    AxisStyle.AUTO,
                    (from, to) -> new Scale.Linear(0, 1, from, to),
                    TailPlot::percent));
    List<Mark> marks = new ArrayList<>();
    List<Mark> names = new ArrayList<>();
    Colour solid = sketch.theme.bar();
    Colour dashed = sketch.theme.muted();
    curve(marks, frame, meaning.labelsPerItem(), Stroke.of(solid, 2));
    curve(marks, frame, meaning.itemsPerLabel(), TailMarks.dashed(dashed, 2, 4));
    key(names, area, line * 0.5, Stroke.of(solid, 2), plot.words().beside().labelsPerClass());
    key(
        names,
        area,
        line * 1.5,
        TailMarks.dashed(dashed, 2, 4),
        plot.words().beside().classesPerLabel());
    sketch.group("steps", List.of(new Mark.Clip(frame.bounds(), marks)));
    sketch.group("steps-names", names);
  }

  private void key(List<Mark> out, Bounds area, double down, Stroke stroke, String name) {
    double y = area.y() + down;
    out.add(new Mark.Line(area.x(), y, area.x() + 22, y, stroke));
    Sketch.middle(
        out,
        Sketch.fit(name, area.width() - 30, sketch.small()),
        area.x() + 28,
        y,
        Anchor.START,
        sketch.small());
  }

  private static void curve(List<Mark> out, Frame frame, int[] atLeast, Stroke stroke) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < atLeast.length; i++) {
      double x = frame.values().toPixel(i + 1.0);
      double y = frame.counts().toPixel((double) atLeast[i] / atLeast[0]);
      points.add(new Point(x, y));
      if (i + 1 < atLeast.length) {
        points.add(new Point(x, frame.counts().toPixel((double) atLeast[i + 1] / atLeast[0])));
      } else {
        points.add(new Point(x, frame.counts().toPixel(0)));
      }
    }
    TailMarks.line(out, points, stroke);
  }
}
