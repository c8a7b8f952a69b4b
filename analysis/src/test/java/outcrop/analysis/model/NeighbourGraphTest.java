package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class NeighbourGraphTest {
  private static Vectors lines(int dimensions, float... values) {
    return new Vectors(values.length / dimensions, dimensions, values);
  }

  private static NeighbourGraph graph(Vectors vectors, NeighbourParameters parameters) {
    return NeighbourGraph.of(vectors, parameters, new DirectTaskRunner(), TaskContext.NONE);
  }

  private static NeighbourGraph euclidean(Vectors vectors, int k) {
    return graph(vectors, NeighbourParameters.of(k, VectorDistance.EUCLIDEAN));
  }

  private static NeighbourParameters forest(long seed) {
    return new NeighbourParameters(15, VectorDistance.EUCLIDEAN, 100, seed);
  }

  @Test
  void theNearestComeFirstWithTheirDistances() {
    NeighbourGraph graph = euclidean(lines(1, 0, 1, 3, 7), 2);
    assertArrayEquals(new int[] {1, 2, 0, 2, 1, 0, 2, 1}, graph.ids());
    assertArrayEquals(new float[] {1, 3, 1, 2, 2, 3, 4, 6}, graph.distances());
    assertTrue(graph.exact());
  }

  @Test
  void directionsDecideWhereTheCosineIsWanted() {
    NeighbourGraph graph =
        graph(lines(2, 1, 0, 100, 1, 1, 1, 0, 5), NeighbourParameters.of(1, VectorDistance.COSINE));
    assertArrayEquals(new int[] {1, 0, 1, 2}, graph.ids());
    assertEquals(1 - Math.sqrt(0.5), graph.distance(3, 0), 1e-6);
  }

  @Test
  void comparingInTilesFindsWhatComparingOneByOneFinds() {
    Vectors vectors = PlantedClusters.round(777, 13, 5, 8, 3).vectors();
    NeighbourGraph graph = euclidean(vectors, 15);
    for (int line = 0; line < vectors.lines(); line++) {
      assertArrayEquals(
          RankedLines.of(vectors, line, 15).nearest(),
          Arrays.copyOfRange(graph.ids(), line * 15, line * 15 + 15),
          "the neighbours of line " + line);
    }
  }

  @Test
  void smallDifferencesOfLargeNumbersAreNotLost() {
    NeighbourGraph graph = euclidean(lines(1, 1_000_000, 1_000_002, 1_000_003, 1_000_007), 1);
    assertArrayEquals(new int[] {1, 2, 1, 2}, graph.ids());
  }

  @Test
  void equalLinesAreAtDistanceZeroAndTheEarlierComesFirst() {
    NeighbourGraph graph = euclidean(lines(2, 5, 5, 5, 5, 5, 5, 9, 9), 2);
    assertArrayEquals(new int[] {1, 2, 0, 2, 0, 1, 0, 1}, graph.ids());
    assertEquals(0, graph.distance(0, 1));
  }

  @Test
  void thereAreNoMoreNeighboursThanOtherLines() {
    assertEquals(2, euclidean(lines(1, 0, 1, 3), 15).k());
  }

  @Test
  void aSingleRowIsRefusedInOneSentence() {
    UserFailure failure = assertThrows(UserFailure.class, () -> euclidean(lines(1, 4), 15));
    assertEquals(
        "Only one row has a vector, so it has no neighbours; choose more rows.",
        failure.getMessage());
  }

  @Test
  void theForestFindsNearlyAllNeighboursAndSaysHowMany() {
    Vectors vectors = PlantedClusters.round(6_000, 24, 8, 4, 7).vectors();
    NeighbourGraph found = graph(vectors, forest(1));
    NeighbourGraph truth = euclidean(vectors, 15);
    int hits = 0;
    for (int line = 0; line < vectors.lines(); line++) {
      for (int place = 0; place < 15; place++) {
        int neighbour = found.neighbour(line, place);
        for (int other = 0; other < 15; other++) {
          hits += truth.neighbour(line, other) == neighbour ? 1 : 0;
        }
      }
    }
    double recall = hits / (6_000.0 * 15);
    assertTrue(recall >= 0.95, "Only " + recall + " of the neighbours were found.");
    assertEquals(recall, found.recall(), 0.02, "What it says of itself is not true.");
    assertEquals(500, found.recallLines());
  }

  @Test
  void theForestIsTheSameOnOneAndOnSeveralThreads() {
    Vectors vectors = PlantedClusters.round(5_000, 10, 8, 4, 7).vectors();
    try (TaskRunner several = new PooledTaskRunner()) {
      assertEquals(
          graph(vectors, forest(1)),
          NeighbourGraph.of(vectors, forest(1), several, TaskContext.NONE));
    }
  }

  @Test
  void theForestCopesWithEqualLines() {
    float[] values = new float[3_000 * 4];
    for (int line = 0; line < 3_000; line++) {
      Arrays.fill(values, line * 4, line * 4 + 4, line % 3);
    }
    NeighbourGraph graph = graph(new Vectors(3_000, 4, values), forest(1));
    assertEquals(1, graph.recall());
    for (float distance : graph.distances()) {
      assertEquals(0, distance);
    }
  }

  @Test
  void cancellingEndsTheSearch() {
    Vectors vectors = PlantedClusters.round(3_000, 4, 2, 4, 1).vectors();
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
    for (NeighbourParameters parameters :
        new NeighbourParameters[] {
          forest(1), NeighbourParameters.of(15, VectorDistance.EUCLIDEAN)
        }) {
      assertThrows(
          CancellationException.class,
          () -> NeighbourGraph.of(vectors, parameters, new DirectTaskRunner(), cancelled));
    }
  }
}
