package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.curation.ClassSizes;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TargetSpec;

/// The target of a chart over its classes: a mark at the size wanted, pale what is left out, tinted
/// what weights or repeats add, hatched what cannot be reached.
///
/// It speaks of the selected rows. Bars that are not heights of counts in one stack (groups side by
/// side, shares) have no target drawn. A long tail draws its classes with a [RankTarget].
final class TargetLayer {
  /// How much higher the axis of counts is than its highest bar, so that a target can be above it.
  static final double HEADROOM = 1.18;

  private static final double HATCH = 5;
  private static final double NARROW = 5;

  private final Sketch sketch;
  private final ShapeResult result;
  private final boolean settled;
  private final boolean overBars;
  private final List<Slot> slots = new ArrayList<>();

  /// A bar as it was drawn, along the axis of values.
  private record Slot(int index, double start, double end, CountAxis axis, boolean upwards) {
    Bounds between(double low, double high) {
      double base = Math.round(axis.pixel(low));
      double top = Math.round(axis.pixel(high));
      return upwards
          ? Bounds.between(start, base, end, top)
          : Bounds.between(base, start, top, end);
    }
  }

  /// @param settled whether it is known what comes of the target
  /// @param overBars whether classes are bars, otherwise points of a curve
  private TargetLayer(Sketch sketch, ShapeResult result, boolean settled, boolean overBars) {
    this.sketch = sketch;
    this.result = result;
    this.settled = settled;
    this.overBars = overBars;
  }

  private static TargetLayer of(
      Sketch sketch, ClassSizes sizes, TargetSpec target, boolean overBars) {
    ShapeResult alone = ShapeResult.of(sizes, target);
    Optional<ShapeResult> outcome =
        sketch.options.outcome().filter(o -> Arrays.equals(o.before().rows(), sizes.rows()));
    return new TargetLayer(
        sketch,
        outcome.map(alone::with).orElse(alone),
        outcome.isPresent() || !sizes.overlap(),
        overBars);
  }

  /// The layer of a long tail; null where its spec has no target or it cannot be drawn.
  static @Nullable TargetLayer of(Sketch sketch, TailSpec spec, TailData data) {
    TargetSpec target = spec.target();
    boolean drawn =
        spec.shape() == TailSpec.Shape.RANK
            && data.counted() == TailSpec.Counted.CLASSES
            && data.type() != FieldType.TEXT;
    return target == null || !drawn ? null : of(sketch, ClassSizes.of(data), target, false);
  }

  /// The layer of a plot; null where its spec has no target or it cannot be drawn.
  static @Nullable TargetLayer of(
      Sketch sketch, DistributionSpec spec, DistributionData data, Tally tally) {
    TargetSpec target = spec.target();
    if (target == null || !isDrawn(spec, tally)) {
      return null;
    }
    long[] rows = new long[tally.bins + ClassSizes.APART];
    for (int slot = 0; slot < rows.length; slot++) {
      rows[slot] = tally.count(slot);
    }
    return of(
        sketch,
        new ClassSizes(FieldClasses.keys(data.axis()), rows, data.selected()),
        target,
        true);
  }

  static boolean isDrawn(DistributionSpec spec, Tally tally) {
    return spec.shape() == DistributionSpec.Shape.BARS
        && !tally.shares
        && tally.arrangement == Tally.Arrangement.STACKED;
  }

  /// Takes note of a bar that was drawn between two pixels.
  void place(int index, double start, double end, CountAxis axis, boolean upwards) {
    slots.add(new Slot(index, start, end, axis, upwards));
  }

  ShapeResult result() {
    return result;
  }

  /// What the whole target comes to, for the line below the title.
  String summary() {
    TargetWords words = sketch.words().target();
    if (!settled) {
      return words.counting();
    }
    String all = Numerals.exact(result.rowsBefore());
    return switch (result.spec().mode()) {
      case SUBSAMPLE ->
          ChartWords.fill(words.keeps(), Numerals.exact((long) result.rowsAfter()), all);
      case WEIGHTS ->
          ChartWords.fill(words.weighs(), Numerals.exact(Math.round(result.effective())), all);
      case REPEAT ->
          ChartWords.fill(words.repeats(), Numerals.exact((long) result.rowsAfter()), all);
    };
  }

  /// What a bar comes to: `120 → 60`; only its rows where nothing changes.
  String label(int slot, String rows) {
    long before = result.before().rows()[slot];
    long after = Math.round(result.after()[slot]);
    return before == after ? rows : Numerals.exact(before) + " → " + Numerals.exact(after);
  }

  /// The line of a tip.
  String about(int slot) {
    TargetWords words = sketch.words().target();
    String text =
        ChartWords.fill(
            words.wanted(),
            Numerals.exact(Math.round(result.wanted()[slot])),
            Numerals.exact(Math.round(result.after()[slot])));
    double lacking = result.unreachable(slot);
    return lacking > 0
        ? text + "\n" + ChartWords.fill(words.lacking(), Numerals.exact((long) lacking))
        : text;
  }

  /// How far a bar and the marks over it reach, in rows.
  double reach(int slot) {
    double cap = result.spec().target() instanceof ShapeTarget.Cap(long rows) ? rows : 0;
    return Math.max(cap, Math.max(wanted(slot), result.after()[slot]));
  }

  void draw(Frame frame) {
    List<Mark> parts = new ArrayList<>();
    for (Slot slot : slots) {
      draw(slot, parts);
    }
    sketch.group("target", parts);
    drawCap(frame);
  }

  /// The line of a cap, to be dragged, where the target is one.
  void drawCap(Frame frame) {
    if (result.spec().target() instanceof ShapeTarget.Cap(long cap)) {
      cap(frame, cap);
    }
  }

  private void draw(Slot slot, List<Mark> parts) {
    double rows = result.before().rows()[slot.index()];
    double wanted = wanted(slot.index());
    double after = result.after()[slot.index()];
    Colour ink = sketch.theme.foreground();
    if (after < rows) {
      parts.add(
          new Mark.Rect(slot.between(after, rows), sketch.theme.background().withOpacity(0.7)));
    } else if (after > rows) {
      parts.add(new Mark.Rect(slot.between(rows, after), sketch.theme.bar().withOpacity(0.4)));
    }
    if (result.unreachable(slot.index()) > 0) {
      hatch(slot.between(rows, wanted), parts);
    }
    boolean changed = Math.abs(wanted - rows) >= 0.5;
    if (wanted > 0 || rows > 0) {
      parts.add(level(slot, wanted, Stroke.of(ink.withOpacity(changed ? 1 : 0.45), 2)));
    }
  }

  /// Weights are wanted in proportion only: what they aim at is what they give.
  double wanted(int index) {
    boolean weighted = result.spec().mode() == TargetSpec.Mode.WEIGHTS;
    return weighted && result.before().rows()[index] > 0
        ? result.after()[index]
        : result.wanted()[index];
  }

  private static Mark level(Slot slot, double height, Stroke stroke) {
    double at = slot.axis().pixel(height);
    double over = slot.end() - slot.start() < NARROW ? 0 : 1.5;
    return slot.upwards()
        ? new Mark.Line(slot.start() - over, at, slot.end() + over, at, stroke)
        : new Mark.Line(at, slot.start() - over, at, slot.end() + over, stroke);
  }

  void hatch(Bounds bounds, List<Mark> parts) {
    Colour ink = sketch.theme.foreground();
    Stroke stroke = Stroke.of(ink.withOpacity(0.55), 1);
    parts.add(new Mark.Rect(bounds, ink.withOpacity(0.05)));
    for (double at = HATCH; at < bounds.width() + bounds.height(); at += HATCH) {
      parts.add(
          new Mark.Line(
              bounds.x() + Math.max(0, at - bounds.height()),
              bounds.y() + Math.min(at, bounds.height()),
              bounds.x() + Math.min(at, bounds.width()),
              bounds.y() + Math.max(0, at - bounds.width()),
              stroke));
    }
  }

  private void cap(Frame frame, long cap) {
    Bounds b = frame.bounds();
    double pixel = frame.counts().toPixel(cap);
    double low = frame.across() ? b.y() : b.x();
    double high = frame.across() ? b.bottom() : b.right();
    double at = Sketch.sharp(Math.clamp(Double.isNaN(pixel) ? low : pixel, low, high));
    Stroke stroke = new Stroke(sketch.theme.foreground(), 1.25, List.of(6.0, 3.0));
    List<Mark> parts = new ArrayList<>();
    parts.add(
        frame.across()
            ? new Mark.Line(b.x(), at, b.right(), at, stroke)
            : new Mark.Line(at, b.y(), at, b.bottom(), stroke));
    sketch.region(
        frame.across()
            ? new Bounds(b.x(), at - 4, b.width(), 8)
            : new Bounds(at - 4, b.y(), 8, b.height()),
        new Target.Handle(Target.Handle.CAP));
    if (frame.across() && !sketch.isSmall()) {
      TextStyle style = new TextStyle(sketch.scaled(11), true, sketch.theme.foreground());
      String text = ChartWords.fill(sketch.words().target().cap(), Numerals.exact(cap));
      double width = Sketch.width(text, style);
      double x = b.right() - width - 4;
      double y = Math.max(b.y(), at - style.size() - 5);
      Bounds plate = new Bounds(x - 3, y, width + 6, style.size() * 1.35);
      parts.add(new Mark.Rect(plate, sketch.theme.background().withOpacity(0.86)));
      Sketch.middle(parts, text, x, plate.centreY(), Anchor.START, style);
    }
    sketch.group("target-cap", parts);
  }

  /// What the marks mean, in one line at the top of an area.
  ///
  /// @return what is left of the area
  Bounds key(Bounds area) {
    if (sketch.isSmall()) {
      return area;
    }
    TextStyle style = sketch.small();
    TargetWords words = sketch.words().target();
    List<Mark> parts = new ArrayList<>();
    double y = area.y() + style.size() * 0.6;
    double size = Math.rint(style.size() * 0.9);
    double x = area.x();
    parts.add(new Mark.Line(x, y, x + 14, y, Stroke.of(sketch.theme.foreground(), 2)));
    x = name(parts, targetName(), x + 19, y, style);
    boolean less = false;
    boolean more = false;
    for (int i = 0; i < result.after().length; i++) {
      less |= result.after()[i] < result.before().rows()[i];
      more |= result.after()[i] > result.before().rows()[i];
    }
    if (less) {
      Bounds swatch = new Bounds(x, y - size / 2, size + 4, size);
      if (overBars) {
        parts.add(new Mark.Rect(swatch, sketch.theme.bar()));
        parts.add(new Mark.Rect(swatch, sketch.theme.background().withOpacity(0.7)));
      } else {
        parts.add(new Mark.Rect(swatch, sketch.theme.foreground().withOpacity(0.12)));
      }
      x = name(parts, words.leftOut(), swatch.right() + 5, y, style);
    }
    if (more) {
      Bounds swatch = new Bounds(x, y - size / 2, size + 4, size);
      parts.add(new Mark.Rect(swatch, sketch.theme.bar().withOpacity(0.4)));
      x = name(parts, words.added(), swatch.right() + 5, y, style);
    }
    if (result.unreachable() > 0) {
      Bounds swatch = new Bounds(x, y - size / 2, size + 4, size);
      hatch(swatch, parts);
      name(parts, words.unreachable(), swatch.right() + 5, y, style);
    }
    sketch.group("target-key", parts);
    return Bounds.between(area.x(), area.y() + style.size() * 1.9, area.right(), area.bottom());
  }

  private String targetName() {
    TargetWords words = sketch.words().target();
    return result.spec().target() instanceof ShapeTarget.Cap(long rows)
        ? ChartWords.fill(words.cap(), Numerals.exact(rows))
        : words.target();
  }

  private static double name(List<Mark> parts, String text, double x, double y, TextStyle style) {
    Sketch.middle(parts, text, x, y, Anchor.START, style);
    return x + Sketch.width(text, style) + 14;
  }
}
