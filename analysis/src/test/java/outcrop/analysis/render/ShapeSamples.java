package outcrop.analysis.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Samples.Sample;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Axes;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.analysis.task.DirectTaskRunner;

/// Distributions in shapes other than bars, of made rows that are counted by the engine.
final class ShapeSamples {
  private static final int ROWS = 900;

  private ShapeSamples() {}

  static Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    for (Shape shape : Shape.of(FieldType.NUMBER)) {
      if (shape == Shape.BARS) {
        continue;
      }
      String name = "shape-" + shape.name().toLowerCase(java.util.Locale.ROOT);
      all.put(name, sample(spec(shape), RowSet.all(ROWS)));
      all.put(name + "-split-filtered", sample(spec(shape).withBy("kind"), filtered()));
      all.put(name + "-dark", sample(spec(shape).withBy("kind"), filtered()).in(Theme.DARK));
      all.put(name + "-small", sample(spec(shape), filtered()).at(260, 160));
    }
    Axes log = Axes.DEFAULT.withX(Scale.LOG);
    all.put("shape-density-log", sample(spec(Shape.DENSITY).withAxes(log), RowSet.all(ROWS)));
    all.put(
        "shape-ecdf-two-groups",
        sample(
            spec(Shape.ECDF).withBy("kind").withBins(Bins.DEFAULT.withGroups(List.of("b", "a"))),
            RowSet.all(ROWS)));
    all.put("shape-qq-log", sample(spec(Shape.QQ).withAxes(log), filtered()));
    all.put("shape-box-log", sample(spec(Shape.BOX).withBy("kind").withAxes(log), filtered()));
    all.put("shape-line-months", sample(months(Step.MONTH), RowSet.all(ROWS)));
    all.put(
        "shape-line-share",
        sample(
            months(Step.QUARTER)
                .withBy("kind")
                .withAxes(Axes.DEFAULT.withGrouping(Grouping.SHARE_OF_BAR)),
            filtered()));
    all.put("shape-density-none-selected", sample(spec(Shape.DENSITY), RowSet.none(ROWS)));
    all.put("shape-density-one-value", sample(spec(Shape.DENSITY).withField("same"), filtered()));
    return all;
  }

  static DistributionSpec spec(Shape shape) {
    return DistributionSpec.of("view", "weight").withShape(shape);
  }

  private static DistributionSpec months(Step step) {
    return spec(Shape.LINE).withField("day").withBins(Bins.DEFAULT.withStep(step));
  }

  private static RowSet filtered() {
    return RowSet.of(ROWS, IntStream.range(0, ROWS).filter(row -> row % 3 != 1).toArray());
  }

  private static Sample sample(DistributionSpec spec, RowSet selected) {
    DistributionData data =
        (DistributionData)
            new QueryEngine(ColumnStore.of(columns()), new DirectTaskRunner())
                .answer(ChartQueries.of(spec), selected);
    return Samples.sample(spec, data);
  }

  /// Positive weights of three kinds, some missing, some infinite.
  static List<Column> columns() {
    Random random = new Random(20);
    double[] weights = new double[ROWS];
    String[] kinds = new String[ROWS];
    List<Integer> missing = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      int kind = Math.min(2, random.nextInt(6) / 2 + random.nextInt(2));
      kinds[row] = row % 50 == 7 ? null : List.of("a", "b", "c").get(kind);
      double normal = random.nextGaussian();
      weights[row] =
          Math.rint(100 * Math.exp(3 + 0.35 * kind + (0.25 + 0.1 * kind) * normal)) / 100;
      if (row % 41 == 3) {
        missing.add(row);
      } else if (row % 97 == 5) {
        weights[row] = Double.POSITIVE_INFINITY;
      }
    }
    long[] days = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int day = (int) Math.abs(random.nextGaussian() * 400);
      // Nothing was written down for a quarter of a year.
      day += day >= 120 && day < 210 ? 90 : 0;
      days[row] = (LocalDate.of(1968, 3, 1).toEpochDay() + day) * TimeColumn.MICROS_PER_DAY;
    }
    double[] same = new double[ROWS];
    Arrays.fill(same, 7);
    return List.of(
        NumberColumn.ofDoubles(
            new Field("weight", FieldType.NUMBER),
            weights,
            RowSet.of(ROWS, missing.stream().mapToInt(row -> row).toArray())),
        CategoryColumn.of(new Field("kind", FieldType.CATEGORY), kinds),
        NumberColumn.ofDoubles(new Field("same", FieldType.NUMBER), same, null),
        TimeColumn.ofMicros(
            new Field("day", FieldType.TIME, FieldRole.NONE, ValueFormat.DATE), days, null));
  }
}
