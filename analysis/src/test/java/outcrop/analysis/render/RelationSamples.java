package outcrop.analysis.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.render.Samples.Sample;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.ChartLook;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Axes;
import outcrop.analysis.spec.RelationSpec.Measure;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.spec.RelationSpec.Trend;
import outcrop.analysis.task.DirectTaskRunner;

/// Relations that golden tests draw: each shape as a few hundred measured animals show it, and a
/// scatter of more of them than are drawn one by one.
final class RelationSamples {
  private static final int FEW = 300;
  private static final int MANY = 6_000;

  private RelationSamples() {}

  static Map<String, Sample> all() {
    ColumnStore few = animals(FEW);
    Map<String, Sample> light = new LinkedHashMap<>();
    light.put("heat-map", sample(spec(Shape.HEAT_MAP, "species", "island"), few));
    light.put(
        "heat-map-residual",
        sample(
            spec(Shape.HEAT_MAP, "species", "sex")
                .withAxes(Axes.DEFAULT.withMeasure(Measure.RESIDUAL)),
            few));
    RelationSpec points = spec(Shape.SCATTER, "length", "weight").withColour("species");
    light.put("scatter-points", sample(points, few));
    light.put(
        "scatter-raster",
        sample(
            spec(Shape.SCATTER, "length", "weight")
                .withBins(RelationSpec.Bins.DEFAULT.withAcross(60).withUpwards(40))
                .withAxes(points.axes().withTrend(Trend.MEDIAN)),
            animals(MANY)));
    light.put("sets", sample(spec(Shape.PARALLEL_SETS, "species", "island", "sex"), few));
    light.put("treemap", sample(spec(Shape.TREEMAP, "island", "species", "sex"), few));
    light.put("facets", sample(spec(Shape.HEAT_MAP, "species", "sex").withFacet("island"), few));
    light.put(
        "facets-bars",
        sample(DistributionSpec.of("view", "weight").withBy("species").withFacet("island"), few));
    light.put(
        "facets-means",
        sample(
            spec(Shape.HEAT_MAP, "species", "sex").withColour("weight").withFacet("island"), few));
    light.put("styled-scatter", sample(styledScatter(), few));
    light.put("styled-heat-map", sample(styledHeatMap(), few));
    light.put("styled-sets", sample(styledSets(), few));
    Map<String, Sample> all = new LinkedHashMap<>();
    light.forEach(
        (name, sample) -> {
          all.put(name, sample);
          all.put(name + "-dark", sample.in(Theme.DARK));
        });
    return all;
  }

  private static RelationSpec styledScatter() {
    AxisStyle.Format grams = AxisStyle.Format.AUTO.withSuffix(" g");
    ChartStyle style =
        ChartStyle.DEFAULT
            .withX(AxisStyle.AUTO.withRange("180", "225").withStep("15"))
            .withY(
                AxisStyle.AUTO
                    .withRange("", "5000")
                    .withTicks(List.of("3000", "4000", "5000"))
                    .withFormat(grams))
            .withColours(Map.of("Gentoo", "#d55e00"))
            .withLines(
                List.of(
                    new ReferenceLine(
                        AxisSide.X,
                        "",
                        "",
                        outcrop.analysis.spec.Measure.of(
                            outcrop.analysis.spec.Measure.Kind.MEDIAN)),
                    new ReferenceLine(
                        AxisSide.Y,
                        "",
                        "",
                        outcrop.analysis.spec.Measure.of(outcrop.analysis.spec.Measure.Kind.MEAN))))
            .withBands(
                List.of(new Band(AxisSide.Y, End.at("3500"), End.at("3900"), "usual", "#009e73")))
            .withNotes(
                List.of(
                    new Note(
                        "Gentoos are\nheavier",
                        new Spot(Anchor.DATA, "190", "4700"),
                        List.of(new Spot(Anchor.DATA, "212", "4300")))))
            .withLook(ChartLook.DEFAULT.withLegend(LegendPlace.BOTTOM));
    return spec(Shape.SCATTER, "length", "weight").withColour("species").withStyle(style);
  }

  private static RelationSpec styledHeatMap() {
    ChartStyle style =
        ChartStyle.DEFAULT
            .withY(AxisStyle.AUTO.withRange("3000", "5000"))
            .withLines(List.of(new ReferenceLine(AxisSide.X, "Gentoo", "the tall ones")))
            .withNotes(
                List.of(new Note("dense", new Spot(Anchor.DATA, "Adélie", "3800"), List.of())))
            .withLook(ChartLook.DEFAULT.withLegend(LegendPlace.TOP).withColours(Colours.DIVERGING));
    return spec(Shape.HEAT_MAP, "species", "weight").withStyle(style);
  }

  private static RelationSpec styledSets() {
    ChartStyle style =
        ChartStyle.DEFAULT
            .withColours(Map.of("Adélie", "#009e73"))
            .withNotes(
                List.of(
                    new Note(
                        "Only here",
                        new Spot(Anchor.PLOT, "0.3", "0.9"),
                        List.of(new Spot(Anchor.PLOT, "0.5", "0.8")))))
            .withLook(ChartLook.DEFAULT.withLegend(LegendPlace.INSIDE));
    return spec(Shape.PARALLEL_SETS, "species", "island", "sex").withStyle(style);
  }

  static RelationSpec spec(Shape shape, String... fields) {
    return RelationSpec.of("view", shape, List.of(fields));
  }

  /// Two of every three rows of a store, as if a filter left the rest out.
  private static Sample sample(ChartSpec spec, ColumnStore columns) {
    int rows = columns.rowCount();
    return sample(
        spec,
        columns,
        RowSet.of(rows, IntStream.range(0, rows).filter(row -> row % 3 < 2).toArray()));
  }

  static Sample sample(ChartSpec spec, ColumnStore columns, RowSet selected) {
    return new Sample(
        spec,
        new QueryEngine(columns, new DirectTaskRunner()).answer(ChartQueries.of(spec), selected),
        700,
        420,
        Theme.LIGHT,
        LayoutOptions.DEFAULT);
  }

  /// Three species on three islands, the third on one of them only; some without a sex or a weight.
  private static ColumnStore animals(int rows) {
    Random random = new Random(17);
    List<String> names = List.of("Adélie", "Gentoo", "Chinstrap");
    @Nullable String[] species = new String[rows];
    @Nullable String[] island = new String[rows];
    @Nullable String[] sex = new String[rows];
    double[] length = new double[rows];
    double[] weight = new double[rows];
    RowSet unweighed = RowSet.of(rows, IntStream.range(0, rows).filter(i -> i % 37 == 0).toArray());
    for (int row = 0; row < rows; row++) {
      int kind = random.nextInt(10) < 5 ? 0 : 1 + random.nextInt(2);
      boolean male = random.nextBoolean();
      species[row] = names.get(kind);
      island[row] =
          switch (kind) {
            case 0 -> List.of("Torgersen", "Biscoe", "Dream").get(random.nextInt(3));
            case 1 -> "Biscoe";
            default -> "Dream";
          };
      sex[row] = row % 29 == 0 ? null : male ? "male" : "female";
      length[row] = Math.rint(180 + kind % 2 * 28 + kind * 4 + 6 * random.nextGaussian());
      weight[row] =
          Math.rint(length[row] * 22 - 600 + (male ? 350 : 0) + 180 * random.nextGaussian());
    }
    return ColumnStore.of(
        List.of(
            CategoryColumn.of(category("species"), species),
            CategoryColumn.of(category("island"), island),
            CategoryColumn.of(category("sex"), sex),
            NumberColumn.ofDoubles(number("length"), length, null),
            NumberColumn.ofDoubles(number("weight"), weight, unweighed)));
  }

  static Field category(String name) {
    return new Field(name, FieldType.CATEGORY);
  }

  static Field number(String name) {
    return new Field(name, FieldType.NUMBER);
  }
}
