package outcrop.analysis.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.AssociationFinder.Ask;
import outcrop.analysis.overview.DependencyFinder.Dependency;
import outcrop.analysis.overview.FieldAssociations.Left;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.overview.FieldAssociations.Reason;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.stats.Association.Measure;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

class FieldsTogetherTest {
  private static final int ROWS = 400;

  private static Column named(String name, IntFunction<String> value) {
    return CategoryColumn.of(
        new Field(name, FieldType.CATEGORY),
        IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new));
  }

  private static Column measured(String name, IntToDoubleFunction value) {
    return NumberColumn.ofDoubles(
        new Field(name, FieldType.NUMBER),
        IntStream.range(0, ROWS).mapToDouble(value).toArray(),
        null);
  }

  private static List<FieldCard> cards(ColumnStore store, TaskRunner runner) {
    CardMaker maker = new CardMaker(store, runner);
    return store.schema().fields().stream()
        .map(field -> maker.card(field, RowSet.all(store.rowCount())))
        .toList();
  }

  private static List<Dependency> dependencies(Column... columns) {
    ColumnStore store = ColumnStore.of(List.of(columns));
    TaskRunner runner = new DirectTaskRunner();
    return new DependencyFinder(store, runner)
        .find(cards(store, runner), RowSet.all(store.rowCount()), TaskContext.NONE);
  }

  private static FieldAssociations associations(Ask ask, TaskRunner runner, Column... columns) {
    ColumnStore store = ColumnStore.of(List.of(columns));
    return new AssociationFinder(store, runner)
        .find(cards(store, runner), RowSet.all(store.rowCount()), ask, TaskContext.NONE);
  }

  @Test
  void codesAndTheirNamesAreOneToOneAndBothCardsSaySo() {
    Column code = measured("code", i -> i % 7);
    Column name = named("name", i -> "number " + i % 7);
    List<Dependency> found = dependencies(code, name);
    assertEquals(
        List.of(
            new Dependency("code", List.of("name"), true, ROWS),
            new Dependency("name", List.of("code"), true, ROWS)),
        found,
        "each way");
    ColumnStore store = ColumnStore.of(List.of(code, name));
    List<FieldCard> told = DependencyFinder.told(cards(store, new DirectTaskRunner()), found);
    assertEquals(Kind.ONE_TO_ONE, told.get(0).warnings().getFirst().kind(), "on the code");
    assertEquals("code", told.get(1).warnings().getFirst().other(), "on the name");
  }

  @Test
  void aCityDecidesItsCountryButNotTheReverse() {
    assertEquals(
        List.of(new Dependency("city", List.of("country"), false, ROWS)),
        dependencies(
            named("city", i -> "city " + i % 12), named("country", i -> "country " + i % 12 / 4)),
        "three countries of four cities");
  }

  @Test
  void oneContradictionAtTheEndIsEnough() {
    assertEquals(
        List.of(),
        dependencies(
            named("city", i -> "city " + i % 12),
            named("country", i -> i == ROWS - 1 ? "elsewhere" : "country " + i % 12 / 4)),
        "the last row contradicts");
  }

  @Test
  void aMissingValueIsAValueLikeAnyOther() {
    assertEquals(
        List.of(
            new Dependency("a", List.of("b"), true, ROWS),
            new Dependency("b", List.of("a"), true, ROWS)),
        dependencies(named("a", i -> "" + i % 5), named("b", i -> i % 5 == 0 ? null : "b" + i % 5)),
        "missing goes with 0");
    assertEquals(
        List.of(new Dependency("b", List.of("a"), false, ROWS)),
        dependencies(named("a", i -> "" + i % 5), named("b", i -> i == 0 ? null : "b" + i % 5)),
        "0 goes with missing and with b0, so that only b decides");
  }

  @Test
  void chanceIsNoDependency() {
    assertEquals(
        List.of(),
        dependencies(named("name", i -> "name " + i / 2), named("rare", i -> i < 4 ? "yes" : "no")),
        "200 rows could contradict, of which 2 % would by chance");
  }

  @Test
  void eachPairHasTheMeasureOfItsTypes() {
    FieldAssociations found =
        associations(
            Ask.DEFAULT,
            new DirectTaskRunner(),
            measured("x", i -> i * 0.5),
            measured("y", i -> -i * i),
            named("kind", i -> i < 200 ? "low" : "high"),
            named("parity", i -> i % 2 == 0 ? "even" : "odd"));
    Map<Measure, Long> measures =
        found.pairs().stream()
            .collect(
                Collectors.groupingBy(pair -> pair.association().measure(), Collectors.counting()));
    assertEquals(
        Map.of(Measure.SPEARMAN, 1L, Measure.CORRELATION_RATIO, 4L, Measure.CRAMERS_V, 1L),
        measures,
        "two measures and two categories");
    Pair strongest = found.pairs().getFirst();
    assertEquals(-1, strongest.association().value(), 1e-12, "x and y fall together");
    assertEquals(strongest, found.between("y", "x").orElseThrow(), "in either order");
    assertTrue(found.between("kind", "parity").orElseThrow().q() > 0.05, "nothing in common");
  }

  @Test
  void fieldsThatSayNothingInPairsAreLeftOutWithAReason() {
    FieldAssociations found =
        associations(
            Ask.DEFAULT.withFields(2),
            new DirectTaskRunner(),
            named("constant", i -> "same"),
            named("name", i -> "name " + i),
            TextColumn.of(
                new Field("text", FieldType.TEXT),
                IntStream.range(0, ROWS).mapToObj(i -> "text " + i).toArray(String[]::new)),
            named("a", i -> "" + i % 3),
            named("b", i -> "" + i % 4),
            named("c", i -> i % 50 == 0 ? "rare" : "often"));
    assertEquals(List.of("b", "a"), found.fields(), "the two that are most even");
    assertEquals(
        List.of(
            new Left("c", Reason.NOT_ASKED),
            new Left("constant", Reason.CONSTANT),
            new Left("name", Reason.TOO_MANY_VALUES),
            new Left("text", Reason.OF_TYPE)),
        found.left().stream().sorted((x, y) -> x.field().compareTo(y.field())).toList(),
        "each with its reason");
  }

  @Test
  void manyRowsAreSampledAndThreadsChangeNothing() {
    Column[] columns = {
      measured("x", i -> i), measured("y", i -> (i * 7919) % 401), named("k", i -> "" + i % 3)
    };
    Ask few = new Ask(10, 100, 5);
    try (TaskRunner pool = new PooledTaskRunner()) {
      FieldAssociations found = associations(few, pool, columns);
      assertEquals(100, found.sampled(), "as many as asked for");
      assertTrue(found.isSampled() && found.rows() == ROWS, "of all rows");
      assertEquals(
          associations(few, new DirectTaskRunner(), columns), found, "the same on one thread");
    }
  }

  @Test
  void theIntervalOfACorrelationCoversItAtItsRate() {
    SplittableRandom random = new SplittableRandom(20);
    double truth = 6 / Math.PI * Math.asin(0.5 / 2);
    int covered = 0;
    for (int run = 0; run < 200; run++) {
      double[] x = new double[ROWS];
      double[] y = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        x[i] = random.nextGaussian();
        y[i] = 0.5 * x[i] + Math.sqrt(0.75) * random.nextGaussian();
      }
      var found =
          associations(
                  Ask.DEFAULT,
                  new DirectTaskRunner(),
                  measured("x", i -> x[i]),
                  measured("y", i -> y[i]))
              .pairs()
              .getFirst()
              .association();
      covered += found.low() <= truth && truth <= found.high() ? 1 : 0;
    }
    assertTrue(covered >= 180 && covered <= 199, "95 % of 200 are 190, here " + covered);
  }

  @Test
  void fieldsThatBelongTogetherStandTogether() {
    FieldAssociations found =
        associations(
            Ask.DEFAULT,
            new DirectTaskRunner(),
            measured("a1", i -> i),
            measured("b1", i -> (i * 163) % 401),
            measured("a2", i -> 2.0 * i),
            measured("b2", i -> 5.0 * ((i * 163) % 401)));
    String order = String.join(" ", found.neighbours());
    assertTrue(
        (order.contains("a1 a2") || order.contains("a2 a1"))
            && (order.contains("b1 b2") || order.contains("b2 b1")),
        "neighbours: " + order);
  }
}
