package outcrop.analysis.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.derive.Derivation.Band;
import outcrop.analysis.derive.Derivation.Unit;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class DerivedColumnsTest {
  private static final TaskRunner RUNNER = new DirectTaskRunner();

  private final ColumnStore base =
      ColumnStore.of(
          List.of(
              TextColumn.of(
                  new Field("text", FieldType.TEXT), "Two words", null, "", "naïve 😀 don’t"),
              CategoryColumn.of(new Field("class", FieldType.CATEGORY), "a", "a", "b", null)));

  private final DerivedColumns columns =
      new DerivedColumns(base, RUNNER, predicate -> this.evaluator().evaluate(predicate));
  private final PredicateEvaluator evaluator = new PredicateEvaluator(columns, Optional::empty);

  private PredicateEvaluator evaluator() {
    return evaluator;
  }

  private List<@Nullable String> values(String field) {
    return IntStream.range(0, columns.rowCount())
        .<@Nullable String>mapToObj(row -> columns.column(field).textAt(row))
        .toList();
  }

  @Test
  void theLengthOfATextIsCountedInCharactersAsPeopleDo() {
    columns.show(
        List.of(new DerivedField("length", new Derivation.TextLength("text", Unit.CHARACTERS))));

    assertEquals(
        Arrays.asList("9", null, "0", "13"), values("length"), "an emoji is one character");
  }

  @Test
  void theLengthOfATextIsCountedInWordsAsTheSearchSplitsThem() {
    columns.show(List.of(new DerivedField("words", new Derivation.TextLength("text", Unit.WORDS))));

    assertEquals(Arrays.asList("2", null, "0", "3"), values("words"));
  }

  @Test
  void aBandIsDecidedByTheRowsOfTheWholeDatasetAndItsEdgeBelongsToTheUpperOne() {
    columns.show(
        List.of(
            new DerivedField(
                "band",
                new Derivation.ClassBands(
                    "class", List.of(new Band("head", 2), new Band("tail", 0))))));

    assertEquals(Arrays.asList("head", "head", "tail", null), values("band"));
  }

  @Test
  void ofAListTheRarestElementDecidesAndAnElementTwiceInARowCountsOnce() {
    ListColumn lists =
        ListColumn.of(
            new Field("tags", FieldType.LIST),
            Arrays.asList(List.of("x", "x"), List.of("x", "y"), null));
    DerivedColumns derived = new DerivedColumns(ColumnStore.of(List.of(lists)), RUNNER, _ -> null);
    derived.show(
        List.of(
            new DerivedField(
                "band",
                new Derivation.ClassBands(
                    "tags", List.of(new Band("many", 2), new Band("few", 0))))));

    assertEquals("many", derived.column("band").textAt(0));
    assertEquals("few", derived.column("band").textAt(1));
    assertNull(derived.column("band").textAt(2));
  }

  @Test
  void membershipNamesBothSidesOfAPredicate() {
    columns.show(
        List.of(
            new DerivedField(
                "is a",
                new Derivation.Membership(new Predicate.In("class", List.of("a")), "yes", "no"))));

    assertEquals(Arrays.asList("yes", "yes", "no", "no"), values("is a"));
  }

  @Test
  void filtersAndChartsUseADerivedFieldLikeAnyOther() {
    columns.show(List.of(new DerivedField("words", new Derivation.TextLength("text", Unit.WORDS))));
    QueryEngine engine = new QueryEngine(columns, RUNNER);
    DistributionSpec spec = DistributionSpec.of("v", "words");

    assertEquals(
        1, evaluator.evaluate(new Predicate.Range("words", "3", null, true, true)).cardinality());
    DistributionData data =
        (DistributionData)
            engine.answer(
                new DistributionQuery("v", "words", "", spec.bins(), spec.axes().x()),
                evaluator.evaluate(new Predicate.All()));
    assertEquals(1, data.apart().missing()[0], "rows without a text have no length");
  }

  @Test
  void whatWasKeptUnderANameIsForgottenWhenTheFieldMeansSomethingElse() {
    Predicate.Range three = new Predicate.Range("n", "3", null, true, true);
    columns.show(List.of(new DerivedField("n", new Derivation.TextLength("text", Unit.WORDS))));
    int words = evaluator.evaluate(three).cardinality();
    columns.show(
        List.of(new DerivedField("n", new Derivation.TextLength("text", Unit.CHARACTERS))));

    assertNotEquals(
        words,
        evaluator.evaluate(three).cardinality(),
        "the evaluator still answers from the field as it was");
  }

  @Test
  void aFieldThatComesBackIsNotComputedTwice() {
    DerivedField field = new DerivedField("n", new Derivation.TextLength("text", Unit.WORDS));
    columns.show(List.of(field));
    Object first = ((NumberColumn) columns.column("n")).values();
    columns.show(List.of());
    columns.show(List.of(field));

    assertSame(first, ((NumberColumn) columns.column("n")).values());
  }

  @Test
  void aFieldWhoseSourceIsGoneHasNoValuesAndSaysWhy() {
    columns.show(List.of(new DerivedField("n", new Derivation.TextLength("no", Unit.WORDS))));

    assertEquals(4, columns.column("n").missingCount());
    assertTrue(columns.problem("n").orElseThrow().contains("“no”"), "it names the missing field");
  }

  @Test
  void preparingAFieldWithoutItsSourceIsRefused() {
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                columns.prepare(
                    new DerivedField(
                        "n", new Derivation.ClassBands("text", List.of(new Band("x", 0)))),
                    TaskContext.NONE));

    assertTrue(String.valueOf(failure.getMessage()).contains("category"), failure.getMessage());
  }

  @Test
  void aFieldDerivedFromItselfHasNoValuesAndSaysSo() {
    columns.show(
        List.of(
            new DerivedField(
                "n",
                new Derivation.Membership(new Predicate.In("n", List.of("yes")), "yes", "no"))));

    assertEquals(4, columns.column("n").missingCount());
    assertTrue(columns.problem("n").orElseThrow().contains("itself"));
  }

  @Test
  void aCancelledComputationLeavesTheNextOneToSucceed() {
    DerivedField field = new DerivedField("n", new Derivation.TextLength("text", Unit.WORDS));
    TaskContext cancelled =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(CancellationException.class, () -> columns.prepare(field, cancelled));
    columns.show(List.of(field));

    assertEquals("2", columns.column("n").textAt(0));
  }

  @Test
  void aFieldOfTheSourcesHidesADerivedOneOfItsName() {
    columns.show(List.of(new DerivedField("class", new Derivation.TextLength("text", Unit.WORDS))));

    assertEquals("a", columns.column("class").textAt(0));
    assertEquals(2, columns.schema().fields().size());
  }
}
