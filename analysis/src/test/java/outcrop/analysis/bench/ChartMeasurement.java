package outcrop.analysis.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;

/// Measures charts of one million rows (or as many as said) as a brush in another view moves: the
/// answer for a range never asked before, and the layout of its drawing.
///
///     java -Xmx2g -cp … outcrop.analysis.bench.ChartMeasurement [ROWS] [PART OF NAME]
///
/// Prints one line a chart, as rows of a Markdown table.
public final class ChartMeasurement {
  private static final int WARM = 25;
  private static final int MOVES = 15;

  private ChartMeasurement() {}

  public static void main(String[] arguments) {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    String part = arguments.length > 1 ? arguments[1] : "";
    ColumnStore columns = columns(rows);
    try (TaskRunner runner = new PooledTaskRunner()) {
      QueryEngine engine = new QueryEngine(columns, runner);
      System.out.println(
          "| %,d rows | first | answer, median | answer, slowest | layout, median |"
              .formatted(rows));
      System.out.println("| --- | --- | --- | --- | --- |");
      charts()
          .forEach(
              (name, chart) -> {
                if (name.contains(part)) {
                  measure(name, chart, engine, rows);
                }
              });
    }
  }

  private static Map<String, ChartSpec> charts() {
    Map<String, ChartSpec> charts = new LinkedHashMap<>();
    DistributionSpec x = DistributionSpec.of("v", "x");
    for (DistributionSpec.Shape shape : DistributionSpec.Shape.values()) {
      if (shape != DistributionSpec.Shape.LINE) {
        charts.put(shape.name(), x.withShape(shape));
        charts.put(shape.name() + " by 5 groups", x.withShape(shape).withBy("group"));
      }
    }
    charts.put("BARS, 12 small multiples", x.withFacet("facet"));
    charts.put(
        "DENSITY, 12 small multiples",
        x.withShape(DistributionSpec.Shape.DENSITY).withFacet("facet"));
    charts.put(
        "HEAT_MAP", RelationSpec.of("v", RelationSpec.Shape.HEAT_MAP, List.of("group", "facet")));
    charts.put(
        "HEAT_MAP of numbers",
        RelationSpec.of("v", RelationSpec.Shape.HEAT_MAP, List.of("x", "y")));
    RelationSpec scatter = RelationSpec.of("v", RelationSpec.Shape.SCATTER, List.of("x", "y"));
    charts.put("SCATTER", scatter);
    charts.put("SCATTER by 5 groups", scatter.withColour("group"));
    charts.put("SCATTER, 12 small multiples", scatter.withFacet("facet"));
    charts.put(
        "PARALLEL_SETS",
        RelationSpec.of("v", RelationSpec.Shape.PARALLEL_SETS, List.of("group", "facet", "x")));
    charts.put(
        "TREEMAP", RelationSpec.of("v", RelationSpec.Shape.TREEMAP, List.of("facet", "group")));
    return charts;
  }

  private static void measure(String name, ChartSpec chart, QueryEngine engine, int rows) {
    ViewQuery query = ChartQueries.of(chart);
    long start = System.nanoTime();
    ViewData data = engine.answer(query, RowSet.all(rows));
    ChartLayout.layout(chart, data, 900, 600, Theme.LIGHT);
    double first = millis(start);
    double[] answers = new double[MOVES];
    double[] layouts = new double[MOVES];
    for (int move = -WARM; move < MOVES; move++) {
      RowSet selected = range(rows, move + WARM);
      start = System.nanoTime();
      data = engine.answer(query, selected);
      double answered = millis(start);
      start = System.nanoTime();
      ChartLayout.layout(chart, data, 900, 600, Theme.LIGHT);
      if (move >= 0) {
        answers[move] = answered;
        layouts[move] = millis(start);
      }
    }
    Arrays.sort(answers);
    Arrays.sort(layouts);
    System.out.println(
        "| %s | %.0f ms | **%.1f ms** | %.1f ms | %.1f ms |"
            .formatted(name, first, answers[MOVES / 2], answers[MOVES - 1], layouts[MOVES / 2]));
  }

  /// A third of the rows, somewhere else at each step.
  private static RowSet range(int rows, int step) {
    long[] words = new long[RowSet.wordCount(rows)];
    for (int row = 0; row < rows; row++) {
      int place = (int) ((row * 2_654_435_761L + step * 40_503L * 977) >>> 7 & 0xff);
      if (place < 85) {
        words[row >>> 6] |= 1L << row;
      }
    }
    return RowSet.ofWords(words, rows);
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static ColumnStore columns(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = new double[rows];
    double[] y = new double[rows];
    String[] group = new String[rows];
    String[] facet = new String[rows];
    for (int row = 0; row < rows; row++) {
      x[row] = random.nextGaussian();
      y[row] = 0.6 * x[row] + 0.8 * random.nextGaussian();
      group[row] = "g" + random.nextInt(5);
      facet[row] = "f" + random.nextInt(12);
    }
    return ColumnStore.of(
        List.of(
            NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), x, null),
            NumberColumn.ofDoubles(new Field("y", FieldType.NUMBER), y, null),
            CategoryColumn.of(new Field("group", FieldType.CATEGORY), group),
            CategoryColumn.of(new Field("facet", FieldType.CATEGORY), facet)));
  }
}
