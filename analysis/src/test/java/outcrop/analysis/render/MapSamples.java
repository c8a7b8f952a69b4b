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
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.render.Samples.Sample;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.MapSpec.Layers;
import outcrop.analysis.spec.MapSpec.OwnLabel;
import outcrop.analysis.spec.MapSpec.Place;
import outcrop.analysis.spec.MapSpec.Shown;
import outcrop.analysis.task.DirectTaskRunner;

/// Maps that golden tests draw: towns around six hills, few enough to be circles and so many that
/// they are density.
final class MapSamples {
  private static final int FEW = 400;
  private static final int MANY = 30_000;

  private MapSamples() {}

  static Map<String, Sample> all() {
    ColumnStore few = towns(FEW);
    ColumnStore many = towns(MANY);
    MapSpec plain = MapSpec.of("m", "east", "north");
    MapSpec named = plain.withColour("hill").withLabels(plain.labels().withFields(List.of("hill")));
    Map<String, Sample> light = new LinkedHashMap<>();
    light.put("circles", sample(named, few, RowSet.all(FEW)));
    light.put(
        "filtered",
        sample(
            plain.withColour("height"),
            few,
            RowSet.of(FEW, IntStream.range(0, FEW).filter(row -> row % 3 == 0).toArray())));
    light.put(
        "density",
        sample(plain.withLayers(Layers.DEFAULT.withContours(1)), many, RowSet.all(MANY)));
    light.put(
        "hidden",
        sample(
            named
                .withShown(new Shown(List.of(), List.of("hill 2")))
                .withLabels(
                    named
                        .labels()
                        .with(new OwnLabel("hill", "hill 0", "home", new Place(0.1, 0.9), true))
                        .with(new OwnLabel("hill", "hill 1", "", null, false))),
            many,
            RowSet.all(MANY)));
    Map<String, Sample> all = new LinkedHashMap<>();
    light.forEach(
        (name, sample) -> {
          all.put(name, sample);
          all.put(name + "-dark", sample.in(Theme.DARK));
        });
    return all;
  }

  static Sample sample(MapSpec spec, ColumnStore columns, RowSet selected) {
    return new Sample(
        spec,
        new QueryEngine(columns, new DirectTaskRunner()).answer(ChartQueries.of(spec), selected),
        460,
        300,
        Theme.LIGHT,
        LayoutOptions.DEFAULT.withResolution(1));
  }

  /// Some without a hill, some without a place.
  static ColumnStore towns(int rows) {
    Random random = new Random(29);
    @Nullable String[] hill = new String[rows];
    double[] east = new double[rows];
    double[] north = new double[rows];
    double[] height = new double[rows];
    RowSet lost = RowSet.of(rows, IntStream.range(0, rows).filter(i -> i % 41 == 0).toArray());
    for (int row = 0; row < rows; row++) {
      int at = random.nextInt(6);
      hill[row] = row % 31 == 0 ? null : "hill " + at;
      east[row] = 10 * Math.cos(at) + (1 + at * 0.3) * random.nextGaussian();
      north[row] = 10 * Math.sin(at * 2.1) + random.nextGaussian();
      height[row] = 100 * at + 20 * random.nextGaussian();
    }
    return ColumnStore.of(
        List.of(
            CategoryColumn.of(RelationSamples.category("hill"), hill),
            NumberColumn.ofDoubles(RelationSamples.number("east"), east, lost),
            NumberColumn.ofDoubles(RelationSamples.number("north"), north, null),
            NumberColumn.ofDoubles(RelationSamples.number("height"), height, null)));
  }
}
