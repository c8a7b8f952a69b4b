package outcrop.analysis.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.testing.Tables;

class ConsequencesTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          label:cat | colour:cat | size:int | other:cat
          a         | red        | 1        | x
          a         | red        | 1        | y
          a         | blue       | 2        | x
          b         | blue       | 5        | y
          """);

  private static List<FieldShift> uniform(ColumnStore table, Mode mode, TaskRunner runner) {
    RowSet rows = RowSet.all(table.rowCount());
    FieldClasses field =
        FieldClasses.of(table.column("label"), Bins.DEFAULT, Scale.LINEAR, ColumnUse.UNBOUND);
    RowClasses classes = RowClasses.of(field, rows, runner);
    ShapeResult result =
        ShapeResult.of(
            new ClassSizes(field.keys(), classes.counts()),
            TargetSpec.of(new ShapeTarget.Uniform()).withMode(mode));
    return Consequences.of(table, table.schema(), Set.of("label"), classes, runner)
        .of(result.perRow(), result.effective(), runner);
  }

  private static FieldShift of(List<FieldShift> shifts, String field) {
    return shifts.stream().filter(shift -> shift.field().equals(field)).findFirst().orElseThrow();
  }

  @Test
  void weightsMoveTheOtherFieldsAsComputedByHand() {
    List<FieldShift> shifts = uniform(TABLE, Mode.WEIGHTS, new DirectTaskRunner());
    // Weights ⅔ for a and 2 for b: red goes from ½ to ⅓, so the total variation is 1/6.
    FieldShift colour = of(shifts, "colour");
    assertEquals(1.0 / 6, colour.totalVariation(), 1e-12);
    assertEquals(1.0 / 3, colour.cohensW(), 1e-12, "√(2 · (1/6)² / ½)");
    // The mean of size goes from 2¼ to (⅔·4 + 2·5)/4; the variance before is 31/4 − 81/16.
    FieldShift size = of(shifts, "size");
    double moved = (4 * 2.0 / 3 + 10) / 4 - 2.25;
    assertEquals(moved / Math.sqrt(31 / 4.0 - 81 / 16.0), size.standardised(), 1e-12);
    assertEquals(0.25, size.ks(), 1e-12, "The largest value has ¼ of the rows, then ½.");
    assertEquals("size", shifts.getFirst().field(), "The field that moves most comes first.");
  }

  @Test
  void theyAreThoseOfARecountOverTheRows() {
    ColumnStore table = generated(20_000, 300);
    for (Mode mode : Mode.values()) {
      FieldShift city = of(uniform(table, mode, new DirectTaskRunner()), "city");
      assertEquals(recounted(table, mode), city.totalVariation(), 1e-9, "In mode " + mode);
    }
  }

  @Test
  void theyAreThoseOfARecountWhereClassesAreMany() {
    ColumnStore table = generated(20_000, 9_000);
    FieldShift city = of(uniform(table, Mode.WEIGHTS, new DirectTaskRunner()), "city");
    assertEquals(recounted(table, Mode.WEIGHTS), city.totalVariation(), 1e-9);
  }

  /// Total variation of the field `city`, from maps of texts.
  private static double recounted(ColumnStore table, Mode mode) {
    Map<String, Long> labels = new HashMap<>();
    Map<String, Double> before = new HashMap<>();
    Map<String, Double> after = new HashMap<>();
    IntStream.range(0, table.rowCount())
        .forEach(row -> labels.merge(String.valueOf(table.textAt("label", row)), 1L, Long::sum));
    long smallest = labels.values().stream().mapToLong(n -> n).min().orElseThrow();
    double[] wanted = new double[1];
    FieldClasses field =
        FieldClasses.of(table.column("label"), Bins.DEFAULT, Scale.LINEAR, ColumnUse.UNBOUND);
    long[] counts =
        RowClasses.of(field, RowSet.all(table.rowCount()), new DirectTaskRunner()).counts();
    double[] perRow =
        ShapeResult.of(
                new ClassSizes(field.keys(), counts),
                TargetSpec.of(new ShapeTarget.Uniform()).withMode(mode))
            .perRow();
    for (int row = 0; row < table.rowCount(); row++) {
      String label = String.valueOf(table.textAt("label", row));
      double weight =
          mode == Mode.REPEAT
              ? perRow[field.classOfRow().applyAsInt(row)]
              : (double) smallest / labels.getOrDefault(label, 1L);
      wanted[0] += weight;
      before.merge(String.valueOf(table.textAt("city", row)), 1.0, Double::sum);
      after.merge(String.valueOf(table.textAt("city", row)), weight, Double::sum);
    }
    return before.keySet().stream()
            .mapToDouble(
                city ->
                    Math.abs(
                        before.getOrDefault(city, 0.0) / table.rowCount()
                            - after.getOrDefault(city, 0.0) / wanted[0]))
            .sum()
        / 2;
  }

  @Test
  void aFieldThatDoesNotDependOnTheShapedOneDoesNotMove() {
    ColumnStore table = generated(50_000, 20);
    List<FieldShift> shifts = uniform(table, Mode.SUBSAMPLE, new DirectTaskRunner());
    assertTrue(of(shifts, "city").moves(), "The city depends on the label: " + shifts);
    assertFalse(of(shifts, "noise").moves(), "Noise does not: " + shifts);
  }

  @Test
  void theyAreTheSameOnAnyNumberOfThreads() {
    ColumnStore table = generated(30_000, 5_000);
    try (TaskRunner pool = new PooledTaskRunner()) {
      assertEquals(
          uniform(table, Mode.WEIGHTS, new DirectTaskRunner()), uniform(table, Mode.WEIGHTS, pool));
    }
  }

  private static ColumnStore generated(int rows, int labelCount) {
    SplittableRandom random = new SplittableRandom(5);
    String[] labels = new String[rows];
    String[] cities = new String[rows];
    double[] noise = new double[rows];
    for (int row = 0; row < rows; row++) {
      int label = (int) (labelCount * Math.pow(random.nextDouble(), 2));
      labels[row] = "l" + label;
      cities[row] = "city" + (label % 7 + random.nextInt(3));
      noise[row] = random.nextGaussian();
    }
    return ColumnStore.of(
        List.of(
            CategoryColumn.of(new Field("label", FieldType.CATEGORY), labels),
            CategoryColumn.of(new Field("city", FieldType.CATEGORY), cities),
            NumberColumn.ofDoubles(new Field("noise", FieldType.NUMBER), noise, null)));
  }
}
