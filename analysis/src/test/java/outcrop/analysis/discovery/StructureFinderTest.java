package outcrop.analysis.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.stats.PartitionAgreement;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class StructureFinderTest {
  private static SubpopulationStructure find(
      ColumnStore columns, TaskRunner tasks, String... texts) {
    PredicateEvaluator evaluator = new PredicateEvaluator(columns, Optional::empty);
    return new StructureFinder(columns, evaluator::evaluate, tasks, TaskContext.NONE)
        .find(StructureFinder.Options.of("found", List.of(texts)), RowSet.all(columns.rowCount()));
  }

  private static int[] assigned(Dimension dimension, ColumnStore columns) {
    PredicateEvaluator evaluator = new PredicateEvaluator(columns, Optional::empty);
    return Assignment.of(
            dimension, columns, evaluator::evaluate, new DirectTaskRunner(), TaskContext.NONE)
        .attributes();
  }

  @Test
  void plantedDimensionsAreFoundAgain() {
    PlantedTexts planted = new PlantedTexts(11, 1_200);
    ColumnStore columns = planted.columns();
    SubpopulationStructure found = find(columns, new DirectTaskRunner(), "caption");
    for (int[] truth : List.of(planted.animals, planted.colours, planted.places)) {
      double best =
          found.dimensions().stream()
              .mapToDouble(
                  dimension ->
                      PartitionAgreement.of(truth, assigned(dimension, columns)).adjustedRand())
              .max()
              .orElse(0);
      assertTrue(
          best >= 0.8,
          "A planted dimension is only found with an adjusted Rand of "
              + best
              + " among "
              + found.dimensions().stream()
                  .map(d -> d.attributes().stream().map(Attribute::name).toList())
                  .toList());
    }
    assertEquals("split", found.dimensions().getFirst().name(), "Fields are dimensions too.");
  }

  @Test
  void theSameSeedFindsTheSameOnOneThreadAndOnSeveral() {
    ColumnStore columns = new PlantedTexts(3, 400).columns();
    SubpopulationStructure one = find(columns, new DirectTaskRunner(), "caption");
    try (PooledTaskRunner pool = new PooledTaskRunner()) {
      assertEquals(one, find(columns, pool, "caption"));
    }
  }

  @Test
  void elementsOfListsAreAttributes() {
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                ListColumn.of(
                    new Field("tags", FieldType.LIST),
                    List.of(List.of("a", "b"), List.of("b"), List.of("c"), List.of()))));
    Dimension tags = find(columns, new DirectTaskRunner()).dimensions().getFirst();
    assertEquals(List.of("b", "a", "c"), tags.attributes().stream().map(Attribute::name).toList());
    assertArrayEquals(new int[] {0, 0, 2, -1}, assigned(tags, columns));
  }

  @ParameterizedTest
  @CsvSource({"1, at least two rows", "3, share too few words"})
  void tooLittleToFindAnythingInIsOneSentence(int rows, String said) {
    String[] texts = {"", "???", "x"};
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                TextColumn.of(
                    new Field("text", FieldType.TEXT), java.util.Arrays.copyOf(texts, rows))));
    UserFailure failure =
        assertThrows(UserFailure.class, () -> find(columns, new DirectTaskRunner(), "text"));
    assertTrue(failure.getMessage().contains(said), failure.getMessage());
  }

  @Test
  void aSearchCanBeStopped() {
    ColumnStore columns = new PlantedTexts(3, 400).columns();
    PredicateEvaluator evaluator = new PredicateEvaluator(columns, Optional::empty);
    TaskContext stopped =
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
    assertThrows(
        CancellationException.class,
        () ->
            new StructureFinder(columns, evaluator::evaluate, new DirectTaskRunner(), stopped)
                .find(StructureFinder.Options.of("x", List.of("caption")), RowSet.all(400)));
  }

  @Test
  void communitiesAreDenseInsideAndLooseOutside() {
    Louvain.Graph graph = Louvain.Graph.empty(6);
    int[][] edges = {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 3}};
    for (int[] edge : edges) {
      graph.connect(edge[0], edge[1], 1);
    }
    assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, Louvain.communities(graph));
    assertArrayEquals(new int[] {0, 1}, Louvain.communities(Louvain.Graph.empty(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat cats", "battery batteries", "sleep sleeps"})
  void formsOfOneWordAreKnown(String pair) {
    assertTrue(TermGraph.isForm(pair.split(" ")[0], pair.split(" ")[1]), pair);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat car", "black blue", "dog cat", "white whale"})
  void otherWordsAreNotTakenForForms(String pair) {
    assertTrue(!TermGraph.isForm(pair.split(" ")[0], pair.split(" ")[1]), pair);
  }
}
