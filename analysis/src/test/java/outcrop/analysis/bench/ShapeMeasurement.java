package outcrop.analysis.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.curation.ShapedRows;
import outcrop.analysis.curation.ShapedRows.ShapedField;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;

/// Measures a drag of a target: how long it takes until rows kept and the moves of 20 other fields
/// are there, with few and with many bars, and for two targets at once.
///
///     java -Xmx2g -cp … outcrop.analysis.bench.ShapeMeasurement ROWS
///
/// Prints one line a measure, as rows of a Markdown table: the counting before the first drag, then
/// the median and the slowest of 100 steps.
public final class ShapeMeasurement {
  private static final int FIELDS = 20;
  private static final int STEPS = 100;
  private static final int WARM_UP = 30;

  private ShapeMeasurement() {}

  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[0]);
    try (TaskRunner runner = new PooledTaskRunner()) {
      for (int bars : new int[] {10, 1_000, 100_000}) {
        ColumnStore table = table(rows, bars);
        measure(bars + " bars", table, List.of("label"), runner);
      }
      measure("10 × 10 pairs", table(rows, 10), List.of("label", "field0"), runner);
    }
  }

  private static void measure(
      String name, ColumnStore table, List<String> shaped, TaskRunner runner) {
    long start = System.nanoTime();
    List<ShapedField> fields = new ArrayList<>();
    for (String field : shaped) {
      fields.add(
          new ShapedField(
              field,
              FieldClasses.of(table.column(field), Bins.DEFAULT, Scale.LINEAR, ColumnUse.UNBOUND)));
    }
    ShapedRows counted =
        ShapedRows.of(
            table, table.schema(), RowSet.all(table.rowCount()), fields, runner, ColumnUse.UNBOUND);
    double counting = (System.nanoTime() - start) / 1e6;
    double[] millis = new double[STEPS];
    for (int step = -WARM_UP; step < STEPS; step++) {
      TargetSpec target = TargetSpec.of(new ShapeTarget.Temperature(Math.abs(step % 100) / 100.0));
      long from = System.nanoTime();
      counted.forecast(shaped.stream().map(_ -> target).toList());
      if (step >= 0) {
        millis[step] = (System.nanoTime() - from) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "| %,d rows, %s, %d other fields | %.0f ms | %.1f ms | %.1f ms |%n",
        table.rowCount(), name, FIELDS, counting, millis[STEPS / 2], millis[STEPS - 1]);
  }

  /// A label with a long tail and, depending on it, ten categories and ten numbers.
  private static ColumnStore table(int rows, int bars) {
    SplittableRandom random = new SplittableRandom(1);
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = (int) (bars * Math.pow(random.nextDouble(), 3));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(
        category("label", Arrays.stream(labels).mapToObj(l -> "l" + l).toArray(String[]::new)));
    for (int field = 0; field < FIELDS; field++) {
      if (field % 2 == 0) {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
          values[row] = "v" + (labels[row] + random.nextInt(10)) % (10 + field * 10);
        }
        columns.add(category("field" + field, values));
      } else {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
          values[row] = random.nextGaussian() + labels[row] % 5;
        }
        columns.add(
            NumberColumn.ofDoubles(new Field("field" + field, FieldType.NUMBER), values, null));
      }
    }
    return ColumnStore.of(columns);
  }

  private static Column category(String name, String[] values) {
    return CategoryColumn.of(new Field(name, FieldType.CATEGORY), values);
  }
}
