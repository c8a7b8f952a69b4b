package outcrop.analysis.render;

import java.util.Optional;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;

/// From the spec of a distribution and its data to a drawing. Pure: the same input gives the same
/// marks.
public final class ChartLayout {
  private ChartLayout() {}

  /// The drawing as it is exported: nothing scrolled, marked or pointed at.
  public static Drawing layout(
      DistributionSpec spec, DistributionData data, double width, double height, Theme theme) {
    return layout(spec, data, width, height, theme, LayoutOptions.DEFAULT);
  }

  /// The drawing as a reader has it before the eyes.
  ///
  /// @param width and height in layout units of 1/96 inch; below 16 they count as 16
  public static Drawing layout(
      DistributionSpec spec,
      DistributionData data,
      double width,
      double height,
      Theme theme,
      LayoutOptions options) {
    Sketch sketch = new Sketch(Math.max(16, width), Math.max(16, height), theme, options);
    Plot plot = Plot.of(sketch, spec, data);
    double top = Header.draw(sketch, spec, data, plot.tally());
    double pad = sketch.padding();
    Bounds area =
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
    Optional<Frame> frame = Optional.empty();
    if (hasBars(plot)) {
      Bounds rest = Legend.draw(plot, area);
      Frame drawn =
          data.axis() instanceof BinAxis.Values values
              ? new BarLayout(plot, values).draw(rest)
              : new HistogramLayout(plot).draw(rest);
      Overlay.draw(plot, drawn);
      frame = Optional.of(drawn);
    }
    String message = message(plot);
    if (!message.isEmpty() && !sketch.isTiny()) {
      sketch.sentence(message, frame.map(Frame::bounds).orElse(area));
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        theme.background(),
        Header.title(spec, options.words()),
        Header.subtitle(spec, data, plot.tally(), options.words())
            + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        frame,
        new ChartFacts(spec, data, plot.tally(), options.words()));
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
