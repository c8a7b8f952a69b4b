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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.testing.Tables;

class OperationTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          label:cat | split:cat | size:int | day:date
          a         | train     | 1        | 2024-01-01
          a         | train     | 2        | 2024-01-02
          a         | train     | 3        | 2024-01-03
          a         | test      | 4        | 2024-01-04
          b         | train     | 5        | 2024-02-01
          b         | test      | 6        | 2024-02-02
          -         | test      | -        | -
          """);

  private static final Shaping UNIFORM =
      Shaping.of(FieldTarget.of("label", new ShapeTarget.Uniform()));

  static final List<Operation> ONE_OF_EACH =
      List.of(
          new Operation.Subsample(
              "operation-1",
              "kept",
              true,
              new Shaping(
                  new Predicate.In("split", List.of("train")),
                  List.of(FieldTarget.of("label", new ShapeTarget.Cap(2))),
                  0,
                  true,
                  42)),
          new Operation.Weights(
              "operation-2",
              "weight",
              true,
              Shaping.of(
                  FieldTarget.of(
                      "label",
                      new ShapeTarget.Shares(
                          List.of(new ClassAmount("b", 0.5), new ClassAmount(null, 0.5)))))),
          new Operation.RepeatCounts(
              "operation-3",
              "repeats",
              false,
              new Shaping(
                  new Predicate.All(),
                  List.of(
                      new FieldTarget(
                          "size",
                          List.of("1", "4", "7"),
                          Map.of(),
                          new ShapeTarget.Temperature(0.5)),
                      FieldTarget.of("label", new ShapeTarget.Uniform())),
                  0,
                  true,
                  0)));

  private static OperationResult run(Operation operation) {
    return run(TABLE, operation, new DirectTaskRunner());
  }

  private static OperationResult run(ColumnStore table, Operation operation, TaskRunner runner) {
    return new OperationRunner(
            table, new PredicateEvaluator(table, Optional::empty)::evaluate, runner)
        .run(operation);
  }

  private static List<String> texts(OperationResult result) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < result.column().rowCount(); row++) {
      texts.add(String.valueOf(result.column().textAt(row)));
    }
    return texts;
  }

  @Test
  void everyKindOfOperationIsTested() {
    List<Class<?>> tested = ONE_OF_EACH.stream().<Class<?>>map(Object::getClass).toList();
    assertEquals(
        List.of(),
        Arrays.stream(Operation.class.getPermittedSubclasses())
            .filter(kind -> !tested.contains(kind))
            .toList(),
        "Add one operation of each of these kinds to ONE_OF_EACH.");
  }

  @TestFactory
  Stream<DynamicTest> everyOperationSurvivesTheRoundTrip() {
    return ONE_OF_EACH.stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () ->
                        assertEquals(
                            operation,
                            Json.MAPPER.readValue(
                                Json.MAPPER.writeValueAsString(operation), Operation.class))));
  }

  @TestFactory
  Stream<DynamicTest> everyTargetSurvivesTheRoundTrip() {
    return Stream.of(
            new ShapeTarget.Cap(5),
            new ShapeTarget.Rows(List.of(new ClassAmount("a", 3))),
            new ShapeTarget.Temperature(0.25),
            new ShapeTarget.Uniform(),
            new ShapeTarget.Shares(List.of(new ClassAmount(null, 1))),
            new ShapeTarget.Like("split:test", List.of(new ClassAmount("a", 1))))
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.toString(),
                    () ->
                        assertEquals(
                            target,
                            Json.MAPPER.readValue(
                                Json.MAPPER.writeValueAsString((ShapeTarget) target),
                                ShapeTarget.class))));
  }

  @TestFactory
  Stream<DynamicTest> everyOperationNamesTheFieldThatADatasetLacks() {
    ColumnStore other = Tables.of("colour:cat\nred");
    return ONE_OF_EACH.stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      UserFailure failure =
                          assertThrows(UserFailure.class, () -> operation.validate(other.schema()));
                      String message = String.valueOf(failure.getMessage());
                      assertTrue(
                          message.contains(operation.shaping().targets().getFirst().field()),
                          message);
                    }));
  }

  @Test
  void aSubsampleSaysOfEachRowWhetherItIsKept() {
    OperationResult result = run(ONE_OF_EACH.getFirst());
    List<String> kept = texts(result);
    assertEquals(
        List.of("false", "false", "false"), List.of(kept.get(3), kept.get(5), kept.get(6)));
    assertEquals("true", kept.get(4), "b has one row in train, below the cap.");
    assertEquals(3, result.rows().cardinality(), "Two of a and one of b.");
    assertEquals(3, result.shapes().getFirst().rowsAfter(), "The forecast must be what is done.");
  }

  @Test
  void weightsAreOfMeanOneOverTheRowsThatAreShaped() {
    OperationResult result = run(ONE_OF_EACH.get(1));
    assertEquals(List.of("0", "0", "0", "0", "1.75", "1.75", "3.5"), texts(result));
    assertEquals(3, result.rows().cardinality(), "Rows of weight 0 are not part of the result.");
  }

  @Test
  void repeatCountsAddUpToWhatWasForecast() {
    OperationResult result = run(new Operation.RepeatCounts("o", "repeats", true, UNIFORM));
    NumberColumn counts = (NumberColumn) result.column();
    // 7 rows over three classes: 2⅓ each, the row left over to the first.
    long a = counts.longAt(0) + counts.longAt(1) + counts.longAt(2) + counts.longAt(3);
    assertEquals(
        List.of(3L, 2L, 2L), List.of(a, counts.longAt(4) + counts.longAt(5), counts.longAt(6)));
    assertEquals(List.of(1L, 1L), List.of(counts.longAt(4), counts.longAt(5)));
  }

  @Test
  void twoFieldsAreShapedTogether() {
    ColumnStore table = twoFields();
    Shaping both =
        new Shaping(
            new Predicate.All(),
            List.of(
                FieldTarget.of("x", new ShapeTarget.Uniform()),
                FieldTarget.of("y", new ShapeTarget.Uniform())),
            0,
            true,
            0);
    OperationResult result =
        run(table, new Operation.Weights("o", "w", true, both), new DirectTaskRunner());
    double[] x = new double[2];
    double[] y = new double[2];
    for (int row = 0; row < table.rowCount(); row++) {
      double weight = ((NumberColumn) result.column()).at(row);
      x[((CategoryColumn) table.column("x")).ordinal(row)] += weight;
      y[((CategoryColumn) table.column("y")).ordinal(row)] += weight;
    }
    assertEquals(50, x[0], 1e-6);
    assertEquals(50, y[0], 1e-6);
    assertTrue(result.fit() != null && result.fit().converged());
  }

  /// 40, 10, 20 and 30 rows of the four pairs.
  private static ColumnStore twoFields() {
    StringBuilder text = new StringBuilder("x:cat | y:cat\n");
    text.append("a | p\n".repeat(40)).append("a | q\n".repeat(10));
    return Tables.of(text.append("b | p\n".repeat(20)).append("b | q\n".repeat(30)).toString());
  }

  @Test
  void aTargetLikeOtherRowsCountsThemAgain() {
    Shaping like =
        Shaping.of(
            FieldTarget.of(
                "label", new ShapeTarget.Like("split:test", List.of(new ClassAmount("a", 1)))));
    OperationResult result = run(new Operation.Subsample("o", "kept", true, like));
    // Among the test rows a, b and missing have a third each, so one row of each at most.
    assertEquals(3, result.rows().cardinality());
  }

  @Test
  void binsOfTimesAndNumbersAreFoundAgainByTheirEdges() {
    long day = 86_400_000_000L;
    List<String> edges =
        Stream.of(19_723L, 19_754L, 19_783L).map(d -> Long.toString(d * day)).toList();
    Shaping cap = Shaping.of(new FieldTarget("day", edges, Map.of(), new ShapeTarget.Cap(1)));
    OperationResult result = run(new Operation.Subsample("o", "kept", true, cap));
    assertEquals(3, result.rows().cardinality(), "One of January, one of February, the missing.");
  }

  @Test
  void aFieldOfAnotherTypeThanWhenItWasShapedIsRefused() {
    Shaping numbers =
        Shaping.of(new FieldTarget("label", List.of("1", "2"), Map.of(), new ShapeTarget.Cap(1)));
    assertThrows(UserFailure.class, () -> run(new Operation.Subsample("o", "kept", true, numbers)));
  }

  @Test
  void aQueryWithoutRowsIsNoDistributionToBeLike() {
    Shaping like =
        Shaping.of(
            FieldTarget.of(
                "label", new ShapeTarget.Like("split:none", List.of(new ClassAmount("a", 1)))));
    UserFailure failure =
        assertThrows(
            UserFailure.class, () -> run(new Operation.Subsample("o", "kept", true, like)));
    assertTrue(String.valueOf(failure.getMessage()).contains("split:none"), failure.getMessage());
  }

  @Test
  void raisingACapOnlyAddsRows() {
    ColumnStore table = generated(3_000, 7);
    for (long seed : new long[] {0, 1, 99}) {
      RowSet before = RowSet.none(table.rowCount());
      for (int cap = 0; cap <= 600; cap += 25) {
        RowSet kept = capped(table, cap, seed);
        assertTrue(
            before.andNot(kept).isEmpty(),
            "Seed " + seed + ": rows that a smaller cap kept are gone at " + cap);
        before = kept;
      }
    }
  }

  @Test
  void anotherSeedKeepsOtherRows() {
    ColumnStore table = generated(3_000, 7);
    assertTrue(!capped(table, 50, 1).equals(capped(table, 50, 2)));
  }

  private static RowSet capped(ColumnStore table, int cap, long seed) {
    Shaping shape =
        new Shaping(
            new Predicate.All(),
            List.of(FieldTarget.of("label", new ShapeTarget.Cap(cap))),
            0,
            true,
            seed);
    return run(table, new Operation.Subsample("o", "kept", true, shape), new DirectTaskRunner())
        .rows();
  }

  @Test
  void theRowsAreTheSameOnAnyNumberOfThreads() {
    ColumnStore table = generated(200_000, 3);
    try (TaskRunner pool = new PooledTaskRunner()) {
      for (Operation operation :
          List.of(
              new Operation.Subsample("o", "out", true, UNIFORM),
              new Operation.Weights("o", "out", true, UNIFORM),
              new Operation.RepeatCounts("o", "out", true, UNIFORM))) {
        assertEquals(
            texts(run(table, operation, new DirectTaskRunner())),
            texts(run(table, operation, pool)));
      }
    }
  }

  @Test
  void aMillionRowsKeepExactlyWhatWasForecast() {
    ColumnStore table = generated(1_000_000, 11);
    Shaping capped = Shaping.of(FieldTarget.of("label", new ShapeTarget.Cap(20_000)));
    try (TaskRunner pool = new PooledTaskRunner()) {
      OperationResult result = run(table, new Operation.Subsample("o", "kept", true, capped), pool);
      CategoryColumn labels = (CategoryColumn) table.column("label");
      long[] kept = new long[labels.dictionary().size()];
      result.rows().forEach(row -> kept[labels.ordinal(row)]++);
      assertArrayEquals(
          Arrays.stream(result.shapes().getFirst().after())
              .limit(kept.length)
              .mapToLong(rows -> (long) rows)
              .toArray(),
          kept,
          "The numbers told before must be those of the rows kept.");
    }
  }

  private static ColumnStore generated(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] labels = new String[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = "c" + (int) (12 * Math.pow(random.nextDouble(), 3));
    }
    return ColumnStore.of(
        List.of(CategoryColumn.of(new Field("label", FieldType.CATEGORY), labels)));
  }

  @Test
  void aRecipeRefusesTwoOperationsThatWriteIntoOneField() {
    Operation first = ONE_OF_EACH.getFirst();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Recipe(List.of(first, new Operation.Weights("w", "kept", true, UNIFORM))));
    Recipe recipe = Recipe.EMPTY.with(first);
    assertEquals("operation-2", recipe.freeId());
    assertEquals("kept 1", recipe.freeOutput("kept", Set.of()));
    assertEquals("weight 1", recipe.freeOutput("weight", Set.of("weight")));
  }
}
