package outcrop.analysis.render;

import java.util.Optional;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.TailSpec;

/// The layout of the long tail of a field.
final class TailLayout {
  private TailLayout() {}

  static Drawing layout(Sketch sketch, TailSpec spec, TailData data) {
    TailPlot plot = TailPlot.of(sketch, spec, data);
    String subtitle = TailHeader.subtitle(plot);
    double top = Header.draw(sketch, plot.title(), spec.style().subtitle(), subtitle);
    double pad = sketch.padding();
    Bounds area =
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
    Optional<Frame> frame = Optional.empty();
    String message = message(plot);
    if (message.isEmpty()) {
      Frame drawn = new RankLayout(plot).draw(area);
      Overlay.draw(sketch, spec.style(), drawn, Overlay.Places.of(drawn));
      frame = Optional.of(drawn);
    } else if (!sketch.isTiny()) {
      sketch.sentence(message, area);
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        plot.title(),
        subtitle + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        frame,
        new TailFacts(plot, subtitle));
  }

  /// What is said where there is nothing to draw.
  private static String message(TailPlot plot) {
    ChartWords words = plot.sketch().words();
    if (plot.data().total() == 0) {
      return words.noRows();
    }
    if (plot.data().selected() == 0) {
      return words.noneSelected();
    }
    if (plot.classes().count() == 0) {
      return ChartWords.fill(
          plot.isOfValues() ? plot.words().noValues() : plot.words().noClasses(),
          Numerals.exact(plot.data().selected()));
    }
    return "";
  }
}
