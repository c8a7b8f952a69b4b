package outcrop.analysis.render;

import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.ChartLook;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TailSpec;

/// From the spec of a chart and its data to a drawing. Pure: the same input gives the same marks.
public final class ChartLayout {
  private static final double SMALLEST = 16;

  private ChartLayout() {}

  /// The drawing as it is exported: nothing scrolled, marked or pointed at.
  public static Drawing layout(
      ChartSpec spec, ViewData data, double width, double height, Theme theme) {
    return layout(spec, data, width, height, theme, LayoutOptions.DEFAULT);
  }

  /// The drawing as a reader has it before the eyes.
  ///
  /// @param data the answer to the query of the spec
  /// @param width and height in layout units of 1/96 inch; below 16 they count as 16
  /// @throws IllegalArgumentException for the data of another kind of view
  public static Drawing layout(
      ChartSpec spec,
      ViewData data,
      double width,
      double height,
      Theme theme,
      LayoutOptions options) {
    ChartLook look = spec.style().look();
    Sketch sketch =
        new Sketch(
            Math.max(SMALLEST, width),
            Math.max(SMALLEST, height),
            theme.on(look.background()),
            options.withFontScale(options.fontScale() * look.textSize()));
    return data instanceof FacetData facets
        ? new FacetLayout(sketch, spec, facets)
            .layout((part, one, panel) -> single(part, one, panel.data()))
        : single(sketch, spec, data);
  }

  private static Drawing single(Sketch sketch, ChartSpec spec, ViewData data) {
    return switch (spec) {
      case DistributionSpec distribution ->
          DistributionLayout.layout(sketch, distribution, as(DistributionData.class, data));
      case TailSpec tail -> TailLayout.layout(sketch, tail, as(TailData.class, data));
      case RelationSpec relation ->
          RelationLayout.layout(sketch, relation, as(RelationData.class, data));
    };
  }

  private static <D extends ViewData> D as(Class<D> kind, ViewData data) {
    if (!kind.isInstance(data)) {
      throw new IllegalArgumentException(
          "A chart of another kind was given " + data.getClass().getSimpleName());
    }
    return kind.cast(data);
  }
}
