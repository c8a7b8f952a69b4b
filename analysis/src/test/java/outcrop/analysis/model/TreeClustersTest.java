package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outcrop.analysis.model.ClusterMethod.Linkage;
import outcrop.analysis.stats.PartitionAgreement;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// X-means, G-means, BIRCH and hierarchical clustering, and what holds for all methods.
class TreeClustersTest {
  private static final TaskRunner DIRECT = new DirectTaskRunner();

  private static ClusterResult run(Vectors vectors, ClusterMethod method) {
    return Clusterer.run(vectors, new ClusterSpec("space", method, 1), DIRECT, TaskContext.NONE);
  }

  static List<ClusterMethod> methods() {
    return List.of(
        new ClusterMethod.KMeans(8, 0),
        new ClusterMethod.ChosenKMeans(2, 12),
        new ClusterMethod.XMeans(0),
        new ClusterMethod.GMeans(0),
        new ClusterMethod.Hdbscan(0, 0),
        new ClusterMethod.Dbscan(0, 0),
        new ClusterMethod.Birch(8, 0),
        new ClusterMethod.Hierarchical(8, Linkage.WARD),
        new ClusterMethod.Hierarchical(8, Linkage.AVERAGE),
        new ClusterMethod.Hierarchical(8, Linkage.COMPLETE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodFindsClustersThatLieFarApart(ClusterMethod method) {
    PlantedClusters planted = PlantedClusters.round(2_000, 4, 8, 90, 11);
    ClusterResult found = run(planted.vectors(), method);
    double agreement = PartitionAgreement.of(planted.truth(), found.labels()).adjustedRand();
    assertTrue(
        agreement > 0.8, method + " finds " + found.k() + " of 8 clusters, agreement " + agreement);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodBearsDuplicatesAndHugeNumbers(ClusterMethod method) {
    float[] values = new float[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 10 * 1e6f;
    }
    ClusterResult found = run(new Vectors(400, 1, values), method);
    assertEquals(400, found.labels().length);
    assertTrue(found.k() >= 1, method + " finds no cluster in ten heaps of equal rows");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodStopsWhenAsked(ClusterMethod method) {
    TaskContext soon = new StopsAfter(3);
    Vectors vectors = PlantedClusters.round(3_000, 4, 8, 20, 11).vectors();
    assertThrows(
        CancellationException.class,
        () -> Clusterer.run(vectors, new ClusterSpec("space", method, 1), DIRECT, soon));
  }

  /// Is cancelled when it has been asked some times.
  private static final class StopsAfter implements TaskContext {
    private int left;

    StopsAfter(int left) {
      this.left = left;
    }

    @Override
    public void stage(String name) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public boolean isCancelled() {
      return left-- <= 0;
    }
  }

  @Test
  void twentyClustersAreTwenty() {
    PlantedClusters planted = PlantedClusters.round(6_000, 5, 20, 60, 3);
    assertEquals(20, run(planted.vectors(), new ClusterMethod.XMeans(50)).k());
    assertEquals(20, run(planted.vectors(), new ClusterMethod.GMeans(50)).k());
  }

  @Test
  void aBellIsNotSplit() {
    PlantedClusters planted = PlantedClusters.round(2_000, 6, 1, 0, 3);
    assertEquals(1, run(planted.vectors(), new ClusterMethod.GMeans(50)).k());
    assertEquals(1, run(planted.vectors(), new ClusterMethod.XMeans(50)).k());
  }

  @Test
  void theMostClustersAreKeptAndSaid() {
    PlantedClusters planted = PlantedClusters.round(1_000, 5, 9, 60, 3);
    ClusterResult found = run(planted.vectors(), new ClusterMethod.GMeans(4));
    assertEquals(4, found.k());
    assertEquals(
        List.of("There are as many clusters as were allowed, 4; more may be there."),
        found.notes());
  }

  @Test
  void linkagesMergeInTheKnownOrder() {
    Vectors line = new Vectors(5, 1, new float[] {0, 1, 3, 6, 10});
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 1},
        run(line, new ClusterMethod.Hierarchical(2, Linkage.SINGLE)).labels());
    assertArrayEquals(
        new int[] {0, 0, 0, 1, 1},
        run(line, new ClusterMethod.Hierarchical(2, Linkage.COMPLETE)).labels());
  }

  @Test
  void manyLinesAreSampledAndSaid() {
    PlantedClusters planted = PlantedClusters.round(7_000, 3, 4, 60, 3);
    ClusterResult found = run(planted.vectors(), new ClusterMethod.Hierarchical(4, Linkage.WARD));
    assertEquals(
        "Made from a sample of 5,000 of 7,000 rows; the others joined the cluster with the nearest"
            + " mean.",
        found.notes().getFirst());
    assertTrue(PartitionAgreement.of(planted.truth(), found.labels()).adjustedRand() > 0.99);
  }

  @Test
  void smilesThreadsDoNotHideAWishToStop() {
    // Distances between lines are Smile's to ask for, on threads of its own.
    CompletableFuture<Void> stop = new CompletableFuture<>();
    TaskContext cancelled =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return stop.isDone();
          }
        };
    stop.complete(null);
    Vectors vectors = PlantedClusters.round(500, 2, 2, 9, 1).vectors();
    assertThrows(
        CancellationException.class,
        () -> Agglomeration.partition(vectors, 2, Linkage.WARD, cancelled));
  }
}
