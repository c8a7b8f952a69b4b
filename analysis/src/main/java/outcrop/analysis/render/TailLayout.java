package outcrop.analysis.render;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.TailSpec;

/// The layout of the long tail of a field.
final class TailLayout {
  private TailLayout() {}

  /// What the colours mean in all small multiples, where each would say the same.
  static Key key(Sketch sketch, TailSpec spec, TailData first) {
    return new Legend(
        sketch, Legend.above(spec.style()), "", TailPlot.of(sketch, spec, first).legend(false));
  }

  static Drawing layout(Sketch sketch, TailSpec spec, TailData data) {
    TailPlot plot = TailPlot.of(sketch, spec, data);
    TargetLayer target = plot.target();
    String counted = TailHeader.subtitle(plot);
    String subtitle = target == null ? counted : target.summary() + " · " + counted;
    double top = Header.draw(sketch, plot.title(), spec.style().subtitle(), subtitle);
    String figures = TailHeader.figures(plot);
    top = TailHeader.drawFigures(sketch, figures, top);
    double pad = sketch.padding();
    Bounds area =
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
    Optional<Frame> frame = Optional.empty();
    String message = message(plot);
    if (message.isEmpty()) {
      Legend legend = legend(plot);
      Frame drawn = shape(plot, legend.around(target == null ? area : target.key(area)));
      legend.over(drawn.bounds());
      Overlay.draw(sketch, spec.style(), drawn, new TailAxes(plot, drawn));
      frame = Optional.of(drawn);
    } else if (!sketch.isTiny()) {
      sketch.sentence(message, area);
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        plot.title(),
        subtitle
            + (figures.isEmpty() ? "" : " · " + figures)
            + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        frame,
        new TailFacts(plot, subtitle));
  }

  /// Names of the bands where they do not stand above the plot already.
  private static Legend legend(TailPlot plot) {
    ChartStyle style = plot.spec().style();
    boolean named =
        switch (plot.spec().shape()) {
          case RANK, CCDF, LORENZ, COVERAGE -> BandMarks.isLegend(style);
          case RAREFACTION, BURSTINESS, RASTER, LABELS, VARIATION -> false;
        };
    return new Legend(
        plot.sketch(),
        Legend.above(style),
        Names.visible(plot.spec().field()),
        named || plot.sketch().isSmall() ? List.of() : plot.legend(true));
  }

  private static Frame shape(TailPlot plot, Bounds area) {
    return switch (plot.spec().shape()) {
      case RANK -> new RankLayout(plot).draw(area);
      case CCDF -> new CcdfLayout(plot).draw(area);
      case LORENZ, COVERAGE -> new ShareLayout(plot).draw(area);
      case RAREFACTION ->
          new RarefactionLayout(
                  plot,
                  plot.data().study().flatMap(TailStudy::rarefaction).orElseThrow(),
                  Objects.requireNonNull(plot.data().measures().orElseThrow().richness()))
              .draw(area);
      case BURSTINESS ->
          new BurstLayout(plot, plot.data().study().flatMap(TailStudy::burstiness).orElseThrow())
              .draw(area);
      case RASTER ->
          new RasterLayout(plot, plot.data().study().flatMap(TailStudy::raster).orElseThrow())
              .draw(area);
      case LABELS ->
          new LabelsLayout(plot, plot.data().study().flatMap(TailStudy::meaning).orElseThrow())
              .draw(area);
      case VARIATION ->
          new VariationLayout(plot, plot.data().study().flatMap(TailStudy::variation).orElseThrow())
              .draw(area);
    };
  }

  /// What is missing of the study that a shape wants, in words; empty where nothing is.
  private static String waiting(TailPlot plot) {
    TailData data = plot.data();
    return switch (plot.spec().shape()) {
      case RANK, CCDF, LORENZ, COVERAGE -> "";
      case RAREFACTION ->
          plot.isOfValues() || data.measures().map(all -> all.richness() == null).orElse(true)
              ? plot.words().noWhole()
              : data.study().flatMap(TailStudy::rarefaction).isEmpty()
                  ? plot.words().studying()
                  : "";
      case BURSTINESS ->
          data.study().isEmpty()
              ? plot.words().studying()
              : data.study().flatMap(TailStudy::burstiness).isEmpty() ? plot.words().noOrder() : "";
      case RASTER -> waiting(plot, "", data.study().flatMap(TailStudy::raster));
      case LABELS ->
          waiting(
              plot,
              plot.spec().beside().label().isEmpty() ? plot.words().beside().noLabel() : "",
              data.study().flatMap(TailStudy::meaning));
      case VARIATION ->
          waiting(
              plot,
              plot.spec().beside().vector().isEmpty() ? plot.words().beside().noVector() : "",
              data.study().flatMap(TailStudy::variation));
    };
  }

  /// @param unsaid what the user has to choose first; empty for nothing
  private static String waiting(TailPlot plot, String unsaid, Optional<?> found) {
    if (plot.isOfValues() || plot.data().type() == FieldType.TEXT) {
      return plot.words().beside().noRowClasses();
    }
    if (!unsaid.isEmpty()) {
      return unsaid;
    }
    if (plot.data().study().isEmpty()) {
      return plot.words().studying();
    }
    return found.isPresent() ? "" : plot.words().beside().noAnswer();
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
    return waiting(plot);
  }
}
