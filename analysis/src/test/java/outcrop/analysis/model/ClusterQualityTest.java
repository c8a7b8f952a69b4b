package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

/// The values are those that scikit-learn 1.2.1 gives for the same vectors.
class ClusterQualityTest {
  private static ClusterQuality of(Vectors vectors, int k, int... labels) {
    return ClusterQuality.of(vectors, labels, k, 1, new DirectTaskRunner(), TaskContext.NONE);
  }

  private static final Vectors VECTORS =
      PlantedClusters.table(
          new float[] {0, 0},
          new float[] {1, 0},
          new float[] {0, 2},
          new float[] {8, 8},
          new float[] {9, 7},
          new float[] {4, 4},
          new float[] {5, 3});

  @Test
  void theMeasuresAreTheKnownOnes() {
    check(of(VECTORS, 3, 0, 0, 0, 1, 1, 2, 2), 0.704782, 0.311956, 51.464286);
    check(of(VECTORS, 2, 0, 0, 0, 1, 1, 1, 1), 0.552593, 0.502395, 14.094388);
    check(of(VECTORS, 3, 0, 0, 0, 1, 1, 1, 2), 0.286178, 0.587502, 8.967033);
  }

  private static void check(
      ClusterQuality quality, double silhouette, double daviesBouldin, double calinskiHarabasz) {
    assertEquals(silhouette, quality.silhouette(), 1e-5);
    assertEquals(daviesBouldin, quality.daviesBouldin(), 1e-5);
    assertEquals(calinskiHarabasz, quality.calinskiHarabasz(), 1e-4);
  }

  @Test
  void unclusteredLinesAndEmptyClustersDoNotCount() {
    Vectors five = new Vectors(5, 2, java.util.Arrays.copyOf(VECTORS.values(), 10));
    ClusterQuality without = of(five, 2, 0, 0, 0, 1, 1);
    ClusterQuality with = of(VECTORS, 4, 0, 0, 0, 3, 3, -1, -1);
    check(with, without.silhouette(), without.daviesBouldin(), without.calinskiHarabasz());
    assertEquals(5, with.lines());
  }

  @Test
  void oneClusterHasNoQuality() {
    assertTrue(Double.isNaN(of(VECTORS, 1, 0, 0, 0, 0, 0, 0, 0).silhouette()));
    assertTrue(Double.isNaN(of(VECTORS, 7, 0, 1, 2, 3, 4, 5, 6).daviesBouldin()));
  }

  @Test
  void theSilhouetteOfASampleIsNearThatOfAll() {
    PlantedClusters planted = PlantedClusters.round(12_000, 3, 4, 25, 1);
    ClusterQuality all = of(planted.vectors(), 4, planted.truth());
    PlantedClusters some = PlantedClusters.round(4_000, 3, 4, 25, 1);
    assertEquals(5_000, all.sampled(), 4);
    assertEquals(of(some.vectors(), 4, some.truth()).silhouette(), all.silhouette(), 0.01);
  }
}
