package outcrop.analysis.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.discovery.AttributeRule.WeightedTerm;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class StructureTest {
  private static final ColumnStore ROWS =
      ColumnStore.of(
          List.of(
              TextColumn.of(
                  new Field("text", FieldType.TEXT),
                  "A black dog",
                  "a white cat, a black cat",
                  "the Dog sleeps",
                  null,
                  "nothing here"),
              CategoryColumn.of(
                  new Field("kind", FieldType.CATEGORY), "dog", "cat", "dog", null, "dog"),
              VectorColumn.of(
                  new Field("space", FieldType.VECTOR),
                  Arrays.asList(
                      new float[] {1, 0},
                      new float[] {0, 2},
                      new float[] {3, 0.3f},
                      null,
                      new float[] {0, 0}))));

  private static Attribute where(String name, String kind) {
    return new Attribute(name, new AttributeRule.Where(new Predicate.In("kind", List.of(kind))));
  }

  private static Attribute terms(String name, WeightedTerm... terms) {
    return new Attribute(name, new AttributeRule.Terms(List.of("text"), List.of(terms)));
  }

  private static Assignment assigned(Dimension dimension) {
    PredicateEvaluator evaluator = new PredicateEvaluator(ROWS, Optional::empty);
    return Assignment.of(
        dimension, ROWS, evaluator::evaluate, new DirectTaskRunner(), TaskContext.NONE);
  }

  private static SubpopulationStructure structure(Dimension... dimensions) {
    return SubpopulationStructure.of(
        "pets", "", SubpopulationStructure.Made.BY_HAND, List.of(dimensions));
  }

  private static final Dimension KIND =
      Dimension.of("kind", List.of(where("dogs", "dog"), where("cats", "cat")));

  private static int[] after(StructureEdit edit) {
    return assigned(edit.apply(structure(KIND)).dimensions().getFirst()).attributes();
  }

  @Test
  void everyRowHasAnAttributeOrIsUnassigned() {
    Assignment found = assigned(KIND);
    assertArrayEquals(new int[] {0, 1, 0, -1, 0}, found.attributes());
    assertArrayEquals(new float[] {1, 1, 1, 0, 1}, found.confidences());
    assertArrayEquals(new int[] {3, 1}, found.sizes());
    assertEquals(1, found.unassigned());
  }

  @Test
  void theGreatestWeightOfTermsWinsAndTheMarginIsTheConfidence() {
    Assignment found =
        assigned(
            Dimension.of(
                "colour",
                List.of(
                    terms("dark", new WeightedTerm("black", 1)),
                    terms("light", new WeightedTerm("white", 2), new WeightedTerm("a white", 2)))));
    assertArrayEquals(new int[] {0, 1, -1, -1, -1}, found.attributes());
    assertEquals(0.75f, found.confidences()[1], "4 against 1: three quarters of the best");
  }

  @Test
  void equalWeightsOfTermsDecideNothing() {
    Dimension colour =
        Dimension.of(
            "colour",
            List.of(
                terms("dark", new WeightedTerm("black", 1)),
                terms("light", new WeightedTerm("white", 1))));
    assertEquals(Assignment.UNASSIGNED, assigned(colour).attributes()[1]);
  }

  @Test
  void aCertainRuleGoesBeforeTermsAndTheFirstOfTwoCertainOnesWins() {
    Assignment found =
        assigned(
            Dimension.of(
                "any",
                List.of(
                    terms("dark", new WeightedTerm("black", 50)),
                    where("cats", "cat"),
                    new Attribute("all", new AttributeRule.Where(new Predicate.All())))));
    assertArrayEquals(new int[] {2, 1, 2, 2, 2}, found.attributes());
    assertEquals(0.5f, found.confidences()[1]);
  }

  @Test
  void rowsLikeExamplesAreAsNearToTheirMeanAsThey() {
    Attribute like =
        ExampleRows.like("right", ROWS, "space", List.of(new RowKey("row:0"), new RowKey("row:2")));
    assertArrayEquals(
        new int[] {0, -1, 0, -1, -1}, assigned(Dimension.of("side", List.of(like))).attributes());
  }

  @Test
  void examplesWithoutVectorsAreOneSentence() {
    for (List<RowKey> keys :
        List.of(List.<RowKey>of(), List.of(new RowKey("row:3")), List.of(new RowKey("row:4")))) {
      assertThrows(UserFailure.class, () -> ExampleRows.like("x", ROWS, "space", keys));
    }
    assertThrows(
        UserFailure.class, () -> ExampleRows.like("x", ROWS, "text", List.of(new RowKey("row:0"))));
  }

  @Test
  void aLearnedAttributeNeedsAProbabilityOfSixtyPercent() {
    SpaceClassifier classifier =
        new SpaceClassifier(
            "space",
            List.of("right", "up"),
            List.of(List.of(2.0, 0.0, 0.0), List.of(0.0, 2.0, 0.0)),
            null,
            0);
    Dimension side =
        Dimension.of(
                "side",
                List.of(
                    new Attribute("right", new AttributeRule.Learned(List.of("right"))),
                    new Attribute("up", new AttributeRule.Learned(List.of("up")))))
            .withClassifier(classifier);
    Assignment found = assigned(side);
    assertArrayEquals(new int[] {0, 1, 0, -1, -1}, found.attributes());
    assertEquals(1 / (1 + Math.exp(-2)), found.confidences()[0], 1e-6);
  }

  @Test
  void aDimensionOfOneClassSaysNothingOfOtherRows() {
    Assignment found =
        assigned(
            Dimension.of("colour", List.of(terms("dark", new WeightedTerm("black", 1))))
                .ofClass("kind", "dog"));
    assertArrayEquals(new int[] {0, -2, -1, -2, -1}, found.attributes());
    assertEquals(3, found.inScope());
  }

  @Test
  void theSameComesOutOnSeveralThreads() {
    PredicateEvaluator evaluator = new PredicateEvaluator(ROWS, Optional::empty);
    try (PooledTaskRunner pool = new PooledTaskRunner()) {
      Assignment found = Assignment.of(KIND, ROWS, evaluator::evaluate, pool, TaskContext.NONE);
      assertArrayEquals(assigned(KIND).attributes(), found.attributes());
    }
  }

  @Test
  void aFieldThatTheDatasetLacksIsOneSentence() {
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                assigned(
                    Dimension.of(
                        "x",
                        List.of(
                            new Attribute(
                                "y",
                                new AttributeRule.Terms(
                                    List.of("body"), List.of(new WeightedTerm("a", 1))))))));
    assertTrue(failure.getMessage().contains("body"), failure.getMessage());
  }

  @Test
  void renamingKeepsTheRowsAndWhatWasSaidByHand() {
    SubpopulationStructure changed =
        new StructureEdit.RenameAttribute("kind", "dogs", "hounds")
            .apply(
                new StructureEdit.Reassign("kind", List.of(new RowKey("row:3")), "dogs")
                    .apply(structure(KIND)));
    Dimension kind = changed.dimensions().getFirst();
    assertEquals(Map.of("row:3", "hounds"), kind.reassigned());
    assertArrayEquals(new int[] {0, 1, 0, 0, 0}, assigned(kind).attributes());
  }

  @Test
  void mergingTakesInTheRowsOfAll() {
    SubpopulationStructure merged =
        new StructureEdit.Merge("kind", List.of("cats", "dogs"), "animals").apply(structure(KIND));
    Dimension kind = merged.dimensions().getFirst();
    assertEquals(List.of("animals"), kind.attributes().stream().map(Attribute::name).toList());
    assertEquals("kind:(\"cat\" OR \"dog\")", kind.attributes().getFirst().rule().text());
    assertArrayEquals(new int[] {0, 0, 0, -1, 0}, assigned(kind).attributes());
    assertThrows(
        UserFailure.class,
        () -> new StructureEdit.Merge("kind", List.of("cats"), "x").apply(structure(KIND)));
  }

  @Test
  void mergedRulesOfDifferentKindsHoldWhereEitherDoes() {
    Dimension mixed =
        Dimension.of("m", List.of(where("cats", "cat"), terms("t", new WeightedTerm("sleeps", 1))));
    Dimension merged =
        new StructureEdit.Merge("m", List.of("cats", "t"), "both")
            .apply(structure(mixed))
            .dimensions()
            .getFirst();
    assertArrayEquals(new int[] {-1, 0, 0, -1, -1}, assigned(merged).attributes());
  }

  @Test
  void splittingTakesSomeRowsIntoAnAttributeOfTheirOwn() {
    assertArrayEquals(
        new int[] {0, 2, 1, -1, 0},
        after(
            new StructureEdit.Split(
                "kind", "dogs", "sleepers", new Predicate.Keys(List.of(new RowKey("row:2"))))));
  }

  @Test
  void splittingAnAttributeByTermsKeepsItsWeights() {
    Dimension colour = Dimension.of("colour", List.of(terms("dark", new WeightedTerm("black", 1))));
    Dimension split =
        new StructureEdit.Split(
                "colour", "dark", "dark cats", new Predicate.In("kind", List.of("cat")))
            .apply(structure(colour))
            .dimensions()
            .getFirst();
    assertArrayEquals(new int[] {0, 1, -1, -1, -1}, assigned(split).attributes());
  }

  @Test
  void reassigningHoldsBeforeAllRules() {
    assertArrayEquals(
        new int[] {1, 1, 0, 1, 0},
        after(
            new StructureEdit.Reassign(
                "kind", List.of(new RowKey("row:0"), new RowKey("row:3")), "cats")));
    assertEquals(
        Assignment.UNASSIGNED,
        after(new StructureEdit.Reassign("kind", List.of(new RowKey("row:0")), ""))[0]);
  }

  @Test
  void attributesAndDimensionsMoveAndGo() {
    SubpopulationStructure two =
        new StructureEdit.AddDimension(Dimension.of("size", List.of())).apply(structure(KIND));
    SubpopulationStructure moved =
        new StructureEdit.MoveAttribute("kind", "cats", "size", 9).apply(two);
    assertEquals("cats", moved.need("size").attributes().getFirst().name());
    assertEquals(1, moved.need("kind").attributes().size());
    assertEquals(
        List.of("size", "kind"),
        new StructureEdit.MoveDimension("size", 0)
            .apply(two).dimensions().stream().map(Dimension::label).toList());
    assertEquals(
        List.of("cats", "dogs"),
        new StructureEdit.MoveAttribute("kind", "dogs", "kind", 1)
            .apply(two).need("kind").attributes().stream().map(Attribute::name).toList());
    assertEquals(1, new StructureEdit.RemoveDimension("kind").apply(two).dimensions().size());
    assertArrayEquals(
        new int[] {-1, 0, -1, -1, -1}, after(new StructureEdit.RemoveAttribute("kind", "dogs")));
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 0},
        after(
            new StructureEdit.AddAttribute(
                "kind", new Attribute("all", new AttributeRule.Where(new Predicate.All())))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "Unassigned", "cats"})
  void aNameThatIsTakenOrNoneIsRefusedAndNothingChanges(String name) {
    assertThrows(
        UserFailure.class,
        () -> new StructureEdit.RenameAttribute("kind", "dogs", name).apply(structure(KIND)));
  }

  @Test
  void whatTheStructureDoesNotHaveIsOneSentence() {
    for (StructureEdit edit :
        List.of(
            new StructureEdit.RenameDimension("size", "x"),
            new StructureEdit.RemoveDimension("size"),
            new StructureEdit.RemoveAttribute("kind", "birds"),
            new StructureEdit.MoveAttribute("kind", "dogs", "size", 0),
            new StructureEdit.Reassign("kind", List.of(), "birds"))) {
      UserFailure failure =
          assertThrows(UserFailure.class, () -> edit.apply(structure(KIND)), edit.toString());
      assertTrue(failure.getMessage().endsWith("."), failure.getMessage());
    }
  }

  @Test
  void aStructureIsAFileThatSaysTheSameWhenItIsReadAgain(@TempDir Path folder) throws IOException {
    Attribute like =
        ExampleRows.like("right", ROWS, "space", List.of(new RowKey("row:0"), new RowKey("row:2")));
    SubpopulationStructure whole =
        structure(
                KIND.reassigning(List.of(new RowKey("row:1")), "dogs"),
                Dimension.of("side", List.of(like, terms("t", new WeightedTerm("sleeps", 1))))
                    .ofClass("kind", "dog"))
            .withConfidences(true);
    Path file = folder.resolve("pets.json");
    StructureFile.write(whole, file);
    assertEquals(whole, StructureFile.read(file));
    Files.writeString(file, Files.readString(file).replace("{\n", "{\n \"later\": 7,\n"));
    assertEquals(7, StructureFile.read(file).extra().get("later"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"format\": \"other\"}",
        "{\"format\": \"outcrop-structure\", \"version\": 99}",
        "{\"format\": \"outcrop-structure\", \"version\": 1, \"name\": \"../x\", \"dimensions\":"
            + " []}",
        "{\"format\": \"outcrop-structure\", \"version\": 1, \"name\": \"x\", \"dimensions\": 7}",
        "{\"format\": \"outcrop-structure\", \"version\": 1, \"name\": \"x\", \"dimensions\": null}"
      })
  void aFileThatIsNoStructureIsOneSentence(String text) {
    UserFailure failure =
        assertThrows(UserFailure.class, () -> StructureFile.parse(text, "x.json"));
    assertTrue(failure.getMessage().startsWith("x.json"), failure.getMessage());
  }

  @Test
  void randomEditsNeverLoseARow() {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 50; run++) {
      SubpopulationStructure now = structure(KIND);
      for (int step = 0; step < 6; step++) {
        Dimension kind = now.dimensions().getFirst();
        List<String> names = kind.attributes().stream().map(Attribute::name).toList();
        String some = names.get(random.nextInt(names.size()));
        StructureEdit edit =
            switch (random.nextInt(4)) {
              case 0 -> new StructureEdit.RenameAttribute("kind", some, "n" + run + "-" + step);
              case 1 ->
                  new StructureEdit.Split(
                      "kind",
                      some,
                      "s" + step,
                      new Predicate.Keys(List.of(new RowKey("row:" + random.nextInt(5)))));
              case 2 ->
                  names.size() > 1
                      ? new StructureEdit.Merge("kind", names.subList(0, 2), "m" + step)
                      : new StructureEdit.MoveAttribute("kind", some, "kind", 0);
              default -> new StructureEdit.MoveAttribute("kind", some, "kind", 0);
            };
        now = edit.apply(now);
        Assignment found = assigned(now.dimensions().getFirst());
        assertEquals(1, found.unassigned(), "run " + run + " step " + step + ": " + edit);
      }
    }
  }
}
