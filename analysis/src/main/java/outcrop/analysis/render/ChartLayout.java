package outcrop.analysis.render;

import java.util.List;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.ChartLook;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.MapSpec;
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
        ? new FacetLayout(sketch, spec, facets).layout(new Kinds())
        : single(sketch, spec, data);
  }

  private static Drawing single(Sketch sketch, ChartSpec spec, ViewData data) {
    return switch (spec) {
      case DistributionSpec distribution ->
          DistributionLayout.layout(sketch, distribution, as(DistributionData.class, data));
      case TailSpec tail -> TailLayout.layout(sketch, tail, as(TailData.class, data));
      case RelationSpec relation ->
          RelationLayout.layout(sketch, relation, as(RelationData.class, data));
      case MapSpec map -> MapLayout.layout(sketch, map, as(MapData.class, data));
    };
  }

  private static <D extends ViewData> D as(Class<D> kind, ViewData data) {
    if (!kind.isInstance(data)) {
      throw new IllegalArgumentException(
          "A chart of another kind was given " + data.getClass().getSimpleName());
    }
    return kind.cast(data);
  }

  /// Each kind of chart as a panel of small multiples.
  private static final class Kinds implements FacetLayout.Single {
    @Override
    public void scale(Sketch sketch, ChartSpec spec, ViewData panel) {
      switch (spec) {
        case DistributionSpec distribution ->
            DistributionLayout.scale(sketch, distribution, as(DistributionData.class, panel));
        case RelationSpec relation ->
            RelationLayout.scale(sketch, relation, as(RelationData.class, panel));
        case TailSpec tail ->
            TailLayout.layout(
                sketch.part(sketch.width, sketch.height, LayoutOptions.DEFAULT),
                tail,
                as(TailData.class, panel));
        case MapSpec _ -> {}
      }
    }

    @Override
    public Key key(Sketch sketch, ChartSpec spec, List<ViewData> panels) {
      return switch (spec) {
        case DistributionSpec distribution ->
            DistributionLayout.key(sketch, distribution, all(DistributionData.class, panels));
        case RelationSpec relation ->
            RelationLayout.key(sketch, relation, all(RelationData.class, panels));
        case TailSpec tail -> TailLayout.key(sketch, tail, as(TailData.class, panels.getFirst()));
        case MapSpec _ -> Key.NONE;
      };
    }

    private static <D extends ViewData> List<D> all(Class<D> kind, List<ViewData> panels) {
      return panels.stream().map(panel -> as(kind, panel)).toList();
    }

    @Override
    public Drawing layout(Sketch sketch, ChartSpec spec, ViewData panel) {
      return single(sketch, spec, panel);
    }
  }
}
