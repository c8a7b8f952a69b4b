package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class ClustererTest {
  private static final TaskRunner DIRECT = new DirectTaskRunner();

  private static ClusterResult run(Vectors vectors, ClusterMethod method) {
    return Clusterer.run(vectors, new ClusterSpec("space", method, 1), DIRECT, TaskContext.NONE);
  }

  private static String failure(Vectors vectors, ClusterMethod method) {
    return assertThrows(UserFailure.class, () -> run(vectors, method)).getMessage();
  }

  @Test
  void clustersAreNumberedByFallingSize() {
    Vectors vectors = new Vectors(6, 1, new float[] {50, 0, 1, 0, 51, 99});
    ClusterResult found = run(vectors, new ClusterMethod.KMeans(3, 5));
    assertArrayEquals(new int[] {1, 0, 0, 0, 1, 2}, found.labels());
    assertArrayEquals(new int[] {3, 2, 1}, found.sizes());
    assertEquals(50.5f, found.centres().values()[1]);
    assertEquals(0, found.unclustered());
  }

  @Test
  void badInputIsOneSentence() {
    ClusterMethod three = new ClusterMethod.KMeans(3, 1);
    assertEquals(
        "“space” has no vectors among these rows, so there is nothing to cluster; choose other rows"
            + " or another space.",
        failure(new Vectors(0, 2, new float[0]), three));
    assertEquals(
        "“space” has a single vector among these rows, and clusters want at least two; choose more"
            + " rows.",
        failure(new Vectors(1, 2, new float[] {1, 2}), three));
    assertEquals(
        "All vectors of “space” are the same, so there are no clusters in it; choose other rows or"
            + " another space.",
        failure(new Vectors(3, 1, new float[] {4, 4, 4}), three));
    assertEquals(
        "“space” has 2 different vectors among these rows, too few for 3 clusters; ask for at most"
            + " 2.",
        failure(new Vectors(4, 1, new float[] {4, 4, 5, 5}), three));
  }

  @Test
  void parametersOutOfRangeAreNamed() {
    assertEquals(
        "“k” must be 1 to 10000, not 0",
        assertThrows(IllegalArgumentException.class, () -> new ClusterMethod.KMeans(0, 1))
            .getMessage());
    assertEquals(ClusterMethod.DEFAULT_STARTS, new ClusterMethod.KMeans(2, 0).starts());
  }

  @Test
  void theNumberOfClustersIsChosenAndExplained() {
    PlantedClusters planted = PlantedClusters.round(1_200, 5, 4, 60, 2);
    ClusterCounts counts = ClusterCounts.of(planted.vectors(), 2, 9, 1, DIRECT, TaskContext.NONE);
    assertEquals(4, counts.chosen());
    assertEquals(8, counts.trials().size());
    assertTrue(counts.isClear());
    assertTrue(
        counts.sentence().startsWith("4 clusters: of 2 to 9, they lie furthest apart"),
        counts.sentence());
    ClusterResult found = run(planted.vectors(), new ClusterMethod.ChosenKMeans(2, 9));
    assertEquals(4, found.k());
    assertEquals(counts.sentence(), found.notes().getFirst(), "the reason stands in the notes");
  }

  @Test
  void whereNothingIsPlantedNoNumberStandsOut() {
    PlantedClusters cloud = PlantedClusters.round(600, 12, 1, 0, 2);
    ClusterCounts counts = ClusterCounts.of(cloud.vectors(), 2, 6, 1, DIRECT, TaskContext.NONE);
    assertTrue(counts.sentence().contains("No number stands out"), counts.sentence());
  }

  @Test
  void aFewRowsAreTooLittleForAChoice() {
    Vectors two = new Vectors(2, 1, new float[] {1, 2});
    ClusterCounts counts = ClusterCounts.of(two, 2, 9, 1, DIRECT, TaskContext.NONE);
    assertEquals(
        "Too little data: 2 rows do not tell numbers of clusters apart.", counts.sentence());
  }
}
