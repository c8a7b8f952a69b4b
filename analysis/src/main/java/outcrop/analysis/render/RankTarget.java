package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;

/// The target of a long tail over its sizes by rank: a line at the sizes wanted, and between it and
/// the curve what is left out, added, or cannot be reached.
///
/// Classes that share a pixel are drawn as one, at their mean, so that a million of them cost a few
/// hundred marks.
final class RankTarget {
  private static final double HATCH = 5;

  /// Sizes below this part of a row are drawn as if they were of it: a logarithm has no zero.
  private static final double LEAST = 1e-3;

  private final TailPlot plot;
  private final TargetLayer layer;
  private final ShapeResult result;

  RankTarget(TailPlot plot, TargetLayer layer) {
    this.plot = plot;
    this.layer = layer;
    this.result = layer.result();
  }

  /// Classes as wide as they are drawn, with their mean sizes.
  private record Step(
      double from, double to, double size, double after, double wanted, boolean lacking) {}

  /// The largest size that is wanted or given.
  double most() {
    double most = 0;
    for (int rank = 0; rank < plot.classes().count(); rank++) {
      most = Math.max(most, layer.reach(rank));
    }
    return most;
  }

  /// The smallest size above zero that is given, at least one row.
  double least() {
    double least = Double.POSITIVE_INFINITY;
    for (int rank = 0; rank < plot.classes().count(); rank++) {
      double after = result.after()[rank];
      least = after > 0 ? Math.min(least, after) : least;
    }
    return Math.max(1, least);
  }

  /// Draws what lies behind the curve.
  void drawBehind(Frame frame) {
    List<Step> steps = steps(frame);
    List<Mark> parts = new ArrayList<>();
    Colour ink = plot.sketch().theme.foreground();
    area(parts, frame, steps, step -> Math.min(step.size, step.after), ink.withOpacity(0.12));
    area(
        parts,
        frame,
        steps,
        step -> Math.max(step.size, step.after),
        plot.sketch().theme.bar().withOpacity(0.4));
    for (Step step : steps) {
      if (step.lacking && step.wanted > step.size) {
        hatch(parts, frame, step);
      }
    }
    plot.sketch().group("target-areas", List.of(new Mark.Clip(frame.bounds(), parts)));
  }

  /// Draws the line of what is wanted, and the cap that can be dragged.
  void drawOver(Frame frame) {
    List<Point> line = new ArrayList<>();
    for (Step step : steps(frame)) {
      double y = pixel(frame, step.wanted);
      line.add(new Point(step.from, y));
      line.add(new Point(step.to, y));
    }
    List<Mark> parts = new ArrayList<>();
    TailMarks.line(parts, line, Stroke.of(plot.sketch().theme.foreground(), 2));
    plot.sketch().group("target", List.of(new Mark.Clip(frame.bounds(), parts)));
    layer.drawCap(frame);
  }

  private List<Step> steps(Frame frame) {
    List<Step> steps = new ArrayList<>();
    int count = plot.classes().count();
    int rank = 0;
    while (rank < count) {
      double from = edge(frame, rank);
      int first = rank;
      double size = 0;
      double after = 0;
      double wanted = 0;
      boolean lacking = false;
      do {
        size += result.before().rows()[rank];
        after += result.after()[rank];
        wanted += layer.wanted(rank);
        lacking |= result.unreachable(rank) > 0;
        rank++;
      } while (rank < count && edge(frame, rank) < from + 1);
      double n = rank - first;
      steps.add(new Step(from, edge(frame, rank), size / n, after / n, wanted / n, lacking));
    }
    return steps;
  }

  /// The pixel between a rank and the one before.
  private static double edge(Frame frame, int rank) {
    double pixel = frame.values().toPixel(rank + 0.5);
    return Math.clamp(
        Double.isFinite(pixel) ? pixel : frame.bounds().x(),
        frame.bounds().x(),
        frame.bounds().right());
  }

  private static double pixel(Frame frame, double size) {
    double pixel = frame.counts().toPixel(Math.max(LEAST, size));
    return Math.clamp(pixel, frame.bounds().y() - 4, frame.bounds().bottom() + 4);
  }

  private void area(
      List<Mark> out, Frame frame, List<Step> steps, ToDoubleFunction<Step> other, Colour fill) {
    List<Point> sizes = new ArrayList<>();
    List<Point> others = new ArrayList<>();
    boolean any = false;
    for (Step step : steps) {
      double size = pixel(frame, step.size);
      double end = pixel(frame, other.applyAsDouble(step));
      any |= Math.abs(size - end) > 0.25;
      sizes.add(new Point(step.from, size));
      sizes.add(new Point(step.to, size));
      others.add(new Point(step.from, end));
      others.add(new Point(step.to, end));
    }
    if (any) {
      TailMarks.area(out, sizes, others, fill);
    }
  }

  /// Upright lines at even distances, so that neighbouring classes make one pattern.
  private void hatch(List<Mark> out, Frame frame, Step step) {
    Stroke stroke = Stroke.of(plot.sketch().theme.foreground().withOpacity(0.55), 1);
    double low = pixel(frame, step.size);
    double high = pixel(frame, step.wanted);
    for (double x = Math.ceil(step.from / HATCH) * HATCH; x < step.to; x += HATCH) {
      out.add(new Mark.Line(x, low, x, high, stroke));
    }
  }
}
