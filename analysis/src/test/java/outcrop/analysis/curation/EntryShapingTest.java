package outcrop.analysis.curation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.stats.KeyedHash;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class EntryShapingTest {
  private static final List<String> ENTRIES = List.of("photo", "cat", "dog", "owl");

  /// 4,000 rows: three in four have “photo”, fewer the rarer entries, some none at all.
  private static final List<List<String>> ROWS = rows();

  private static final ColumnStore TABLE =
      ColumnStore.of(
          List.of(
              ListColumn.of(new Field("tags", FieldType.LIST), ROWS),
              CategoryColumn.of(
                  new Field("part", FieldType.CATEGORY),
                  ROWS.stream()
                      .map(row -> row.isEmpty() ? "bare" : "tagged")
                      .toArray(String[]::new))));

  private static List<List<String>> rows() {
    SplittableRandom random = new SplittableRandom(7);
    double[] shares = {0.75, 0.3, 0.05, 0.01};
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 4_000; row++) {
      List<String> tags = new ArrayList<>();
      for (int entry = 0; entry < shares.length; entry++) {
        if (random.nextDouble() < shares[entry]) {
          tags.add(ENTRIES.get(entry));
        }
      }
      rows.add(tags);
    }
    return rows;
  }

  private static OperationResult run(Mode mode, ShapeTarget target, long seed, TaskRunner runner) {
    Shaping shaping =
        new Shaping(new Predicate.All(), List.of(FieldTarget.of("tags", target)), 0, true, seed);
    return run(Operation.of(mode, "o", "out", shaping), runner);
  }

  private static OperationResult run(Operation operation, TaskRunner runner) {
    return new OperationRunner(
            TABLE, new PredicateEvaluator(TABLE, Optional::empty)::evaluate, runner)
        .run(operation);
  }

  private static OperationResult cap(long rows) {
    return run(Mode.SUBSAMPLE, new ShapeTarget.Cap(rows), 42, new DirectTaskRunner());
  }

  private static long count(String entry) {
    return ROWS.stream().filter(row -> row.contains(entry)).count();
  }

  @Test
  void chancesAreThoseOfMetaClip() {
    double[] counts = {54_000_000, 40_000, 20_000, 500};
    double[] ratios = Arrays.stream(counts).map(count -> Math.min(1, 20_000 / count)).toArray();
    assertArrayEquals(new double[] {.00037037, .5, 1, 1}, ratios, 5e-9);
    int[] entries = {0, 1, 2, 3};
    assertEquals(.50018519, EntryShaping.expected(ratios, entries, 0, 2), 5e-9, "photo and cat");
    assertEquals(1, EntryShaping.expected(ratios, entries, 0, 3), "an entry that is kept whole");
  }

  @Test
  void aRowIsKeptWhereTheCapIsAboveItsCriticalValue() {
    long seed = 42;
    KeyedHash hash = new KeyedHash(seed);
    OperationResult kept = cap(60);
    for (int row = 0; row < ROWS.size(); row++) {
      double critical = Double.POSITIVE_INFINITY;
      for (String entry : ROWS.get(row)) {
        long pair = hash.of(hash.of(TABLE.key(row)), hash.of(entry));
        critical = Math.min(critical, KeyedHash.uniform(pair) * count(entry));
      }
      if (!ROWS.get(row).isEmpty()) {
        assertEquals(60 > critical, kept.rows().contains(row), "row " + row);
      }
    }
  }

  @Test
  void aLargerCapKeepsEveryRowOfASmallerOne() {
    OperationResult smaller = cap(20);
    for (long rows : new long[] {21, 60, 200, 1_000, 4_000}) {
      OperationResult larger = cap(rows);
      assertEquals(
          smaller.rows(), larger.rows().and(smaller.rows()), "A cap of " + rows + " lost a row.");
      smaller = larger;
    }
    assertEquals(4_000, smaller.rows().cardinality(), "A cap above every entry keeps all.");
  }

  @Test
  void theForecastCountsTheRowsThatAreKept() {
    OperationResult kept = cap(60);
    ShapeResult forecast = kept.shapes().getFirst();
    assertEquals(kept.rows().cardinality(), forecast.rowsAfter());
    assertEquals(4_000, forecast.rowsBefore(), "Rows, not entries.");
    for (String entry : ENTRIES) {
      long left =
          java.util.stream.IntStream.range(0, ROWS.size())
              .filter(row -> ROWS.get(row).contains(entry) && kept.rows().contains(row))
              .count();
      int index = forecast.before().keys().indexOf(entry);
      assertEquals(count(entry), forecast.before().rows()[index], entry);
      assertEquals(left, forecast.after()[index], entry);
      assertTrue(left >= Math.min(count(entry), 40), entry + " has " + left + " of 60 and more.");
    }
  }

  @Test
  void theMeanOverSeedsIsTheChance() {
    double sum = 0;
    for (int seed = 0; seed < 40; seed++) {
      sum +=
          run(Mode.SUBSAMPLE, new ShapeTarget.Cap(200), seed, new DirectTaskRunner())
              .rows()
              .cardinality();
    }
    double expected = 0;
    for (List<String> row : ROWS) {
      double none = 1;
      for (String entry : row) {
        none *= 1 - Math.min(1, 200.0 / count(entry));
      }
      long bare = ROWS.stream().filter(List::isEmpty).count();
      expected += row.isEmpty() ? Math.min(1, 200.0 / bare) : 1 - none;
    }
    assertEquals(expected, sum / 40, 4 * Math.sqrt(expected / 40), "rows kept, on average");
  }

  @Test
  void weightsHaveTheMeanOneAndRepeatsKeepTheEntryThatAsksMost() {
    ShapeTarget uniform = new ShapeTarget.Uniform();
    OperationResult weights = run(Mode.WEIGHTS, uniform, 1, new DirectTaskRunner());
    double sum = 0;
    for (int row = 0; row < ROWS.size(); row++) {
      sum += Double.parseDouble(String.valueOf(weights.column().textAt(row)));
    }
    assertEquals(4_000, sum, 1e-6);
    ShapeTarget more = new ShapeTarget.Rows(List.of(new ClassAmount("owl", 3.0 * count("owl"))));
    OperationResult repeats = run(Mode.REPEAT, more, 1, new DirectTaskRunner());
    for (int row = 0; row < ROWS.size(); row++) {
      String times = ROWS.get(row).contains("owl") ? "3" : "1";
      assertEquals(times, repeats.column().textAt(row), "row " + row);
    }
  }

  @Test
  void anyNumberOfThreadsDecidesAlike() {
    ShapeTarget target = new ShapeTarget.Temperature(0.3);
    try (TaskRunner pooled = new PooledTaskRunner()) {
      assertEquals(
          run(Mode.SUBSAMPLE, target, 5, new DirectTaskRunner()).rows(),
          run(Mode.SUBSAMPLE, target, 5, pooled).rows());
    }
  }

  @Test
  void twoTargetsWantFieldsWithOneValueInARow() {
    Shaping both =
        new Shaping(
            new Predicate.All(),
            List.of(
                FieldTarget.of("part", new ShapeTarget.Uniform()),
                FieldTarget.of("tags", new ShapeTarget.Uniform())),
            0,
            true,
            0);
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () -> run(new Operation.Subsample("o", "out", true, both), new DirectTaskRunner()));
    assertTrue(String.valueOf(failure.getMessage()).contains("“tags” has several values in a row"));
  }

  @Test
  void mergedAndRenamedValuesAreOneClassOfAnOperation() {
    FieldTarget merged =
        new FieldTarget(
            "tags",
            List.of(),
            Map.of("cat", "pet", "dog", "pet"),
            new ShapeTarget.Rows(List.of(new ClassAmount("pet", 0), new ClassAmount("photo", 0))));
    Operation operation =
        new Operation.Subsample(
            "o", "out", true, new Shaping(new Predicate.All(), List.of(merged), 0, true, 0));
    OperationResult result = run(operation, new DirectTaskRunner());
    for (int row = 0; row < ROWS.size(); row++) {
      List<String> tags = ROWS.get(row);
      assertEquals(
          tags.isEmpty() || tags.contains("owl"), result.rows().contains(row), "row " + row);
    }
    String json = Json.MAPPER.writeValueAsString(operation);
    assertEquals(operation, Json.MAPPER.readValue(json, Operation.class));
  }

  @Test
  void aTargetWithoutRenamedValuesIsWrittenAsBefore() {
    String json = Json.MAPPER.writeValueAsString(FieldTarget.of("tags", new ShapeTarget.Cap(3)));
    assertEquals(
        FieldTarget.of("tags", new ShapeTarget.Cap(3)),
        Json.MAPPER.readValue(
            "{\"field\":\"tags\",\"edges\":[],\"target\":{\"type\":\"cap\",\"rows\":3}}",
            FieldTarget.class));
    assertTrue(!json.contains("names"), json);
  }
}
