package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Shape;

/// The layout of the distribution of one field.
final class DistributionLayout {
  private DistributionLayout() {}

  static Drawing layout(Sketch sketch, DistributionSpec asked, DistributionData data) {
    DistributionSpec spec = shown(asked, data);
    Plot plot = Plot.of(sketch, spec, data);
    double top =
        Header.draw(
            sketch, Header.title(spec, sketch.words()), spec.style().subtitle(), made(plot));
    top = drawEstimates(plot, top);
    double pad = sketch.padding();
    Bounds area =
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
    Optional<Frame> frame = Optional.empty();
    if (hasBars(plot)) {
      Legend legend = plot.legend();
      TargetLayer target = plot.target();
      Bounds rest = legend.around(target == null ? area : target.key(area));
      Frame drawn =
          data.axis() instanceof BinAxis.Values values
              ? new BarLayout(plot, values).draw(rest)
              : spec.shape() != Shape.BARS
                  ? ShapeLayout.of(plot).draw(rest)
                  : new HistogramLayout(plot).draw(rest);
      if (target != null) {
        target.draw(drawn);
      }
      Overlay.draw(sketch, spec.style(), drawn, new DistributionPlaces(plot));
      legend.over(drawn.bounds());
      frame = Optional.of(drawn);
    }
    String message = message(plot);
    if (!message.isEmpty() && !sketch.isTiny()) {
      sketch.sentence(message, frame.map(Frame::bounds).orElse(area));
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        Header.title(spec, sketch.words()),
        made(plot)
            + (estimates(plot).isEmpty() ? "" : " · " + estimates(plot))
            + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        frame,
        plot.facts());
  }

  /// Widens the scale that drawings share to what this one would show.
  static void scale(Sketch sketch, DistributionSpec asked, DistributionData data) {
    Plot plot = Plot.of(sketch, shown(asked, data), data);
    if (!hasBars(plot)) {
      return;
    }
    if (plot.spec().shape() == Shape.BARS || data.axis() instanceof BinAxis.Values) {
      plot.tally().highest();
    } else {
      ShapeLayout.of(plot).side(sketch.height, 0);
    }
  }

  /// The groups of a split that the same chart of several parts of the rows has.
  static Key key(Sketch sketch, DistributionSpec spec, List<DistributionData> parts) {
    return Plot.of(sketch, shown(spec, parts.getFirst()), parts.getFirst()).legend(parts);
  }

  /// How the numbers were made, and what a target makes of them.
  private static String made(Plot plot) {
    String made = Header.subtitle(plot.spec(), plot.data(), plot.tally(), plot.sketch().words());
    TargetLayer target = plot.target();
    return target == null ? made : target.summary() + " · " + made;
  }

  /// Until the answer for another shape arrives, the counts that are there are drawn as bars.
  private static DistributionSpec shown(DistributionSpec asked, DistributionData data) {
    return asked.shape().isSpread() && data.spread().isEmpty()
        ? asked.withShape(Shape.BARS)
        : asked;
  }

  /// A line below the subtitle with what a shape estimates.
  ///
  /// @return the pixel below
  private static double drawEstimates(Plot plot, double top) {
    Sketch sketch = plot.sketch();
    String estimates = estimates(plot);
    if (sketch.isSmall() || estimates.isEmpty()) {
      return top;
    }
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    List<Mark> parts = new ArrayList<>();
    double baseline = top + style.size() * 0.6;
    double room = sketch.width - 2 * sketch.padding();
    Sketch.label(
        parts, Sketch.fit(estimates, room, style), sketch.padding(), baseline, Anchor.START, style);
    sketch.region(
        new Bounds(sketch.padding(), baseline - style.size(), room, style.size() * 1.3),
        new Target.Title());
    sketch.group("estimates", parts);
    return baseline + sketch.scaled(10);
  }

  private static String estimates(Plot plot) {
    return !plot.spec().shape().isSpread() || plot.tally().placed() == 0
        ? ""
        : new ShapeText(plot.spec(), plot.data(), plot.tally(), plot.sketch().words()).estimates();
  }

  private static boolean hasBars(Plot plot) {
    Tally tally = plot.tally();
    boolean apart =
        plot.data().axis() instanceof BinAxis.Values && tally.isApartShown(tally.missingSlot());
    return tally.placed() > 0 || apart && tally.bins > 0;
  }

  /// What the picture says where bars cannot.
  private static String message(Plot plot) {
    ChartWords words = plot.sketch().words();
    Tally tally = plot.tally();
    if (plot.data().total() == 0) {
      return words.noRows();
    }
    if (!hasBars(plot)) {
      boolean offScale = tally.context(tally.offScaleSlot()) > 0;
      String total = Numerals.exact(plot.data().total());
      return ChartWords.fill(offScale ? words.noneOnScale() : words.allMissing(), total);
    }
    return plot.data().selected() == 0 ? words.noneSelected() : "";
  }
}
