package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import outcrop.analysis.stats.PartitionAgreement;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import smile.clustering.CentroidClustering;

class KMeansTest {
  private static final TaskRunner DIRECT = new DirectTaskRunner();

  private static KMeansResult run(Vectors vectors, int k) {
    return KMeans.run(vectors, k, 5, 1, DIRECT, TaskContext.NONE);
  }

  @Test
  void plantedClustersAreFound() {
    for (int dimensions : new int[] {2, 7, 64}) {
      PlantedClusters planted = PlantedClusters.round(3_000, dimensions, 6, 60, 3);
      KMeansResult found = run(planted.vectors(), 6);
      assertTrue(
          PartitionAgreement.of(planted.truth(), found.labels()).adjustedRand() > 0.97,
          "six clusters in " + dimensions + " dimensions were planted far apart");
    }
  }

  @Test
  void alsoInMoreLinesThanTheSampleHolds() {
    PlantedClusters planted = PlantedClusters.round(50_001, 9, 12, 40, 4);
    KMeansResult found = run(planted.vectors(), 12);
    assertTrue(PartitionAgreement.of(planted.truth(), found.labels()).adjustedRand() > 0.99);
    assertEquals(50_001, Arrays.stream(found.sizes()).sum());
  }

  @Test
  void theCentresAreTheMeansAndTheInertiaIsTheirs() {
    Vectors vectors =
        PlantedClusters.table(new float[] {0, 0}, new float[] {0, 2}, new float[] {10, 0});
    KMeansResult found = run(vectors, 2);
    int lonely = found.labels()[2];
    int pair = 1 - lonely;
    assertEquals(2, found.inertia(), 1e-6);
    assertEquals(0, found.centres().values()[found.centres().start(pair)], 1e-6);
    assertEquals(1, found.centres().values()[found.centres().start(pair) + 1], 1e-6);
    assertEquals(10, found.centres().values()[found.centres().start(lonely)], 1e-6);
    assertTrue(found.converged());
  }

  @Test
  void theInertiaIsNotWorseThanSmiles() {
    PlantedClusters planted = PlantedClusters.round(4_000, 8, 15, 12, 5);
    double[][] lines = new double[4_000][8];
    for (int line = 0; line < 4_000; line++) {
      for (int j = 0; j < 8; j++) {
        lines[line][j] = planted.vectors().values()[line * 8 + j];
      }
    }
    double smiles = Double.POSITIVE_INFINITY;
    for (int run = 0; run < 5; run++) {
      CentroidClustering<double[], double[]> found = smile.clustering.KMeans.fit(lines, 15, 100);
      double sum = 0;
      for (int line = 0; line < 4_000; line++) {
        double distance = smile.math.MathEx.distance(lines[line], found.center(found.group(line)));
        sum += distance * distance;
      }
      smiles = Math.min(smiles, sum);
    }
    double ours = run(planted.vectors(), 15).inertia();
    assertTrue(ours <= 1.01 * smiles, ours + " must not exceed Smile's " + smiles + " by 1 %");
  }

  @Test
  void oneThreadAndManyGiveTheSame() {
    PlantedClusters planted = PlantedClusters.round(60_000, 10, 8, 9, 6);
    try (TaskRunner pool = new PooledTaskRunner()) {
      KMeansResult alone = run(planted.vectors(), 8);
      KMeansResult together = KMeans.run(planted.vectors(), 8, 5, 1, pool, TaskContext.NONE);
      assertEquals(alone, together);
    }
  }

  @Test
  void farFromZeroSmallDifferencesStillCount() {
    PlantedClusters planted = PlantedClusters.round(2_000, 3, 4, 50, 7);
    float[] moved = planted.vectors().values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += 100_000;
    }
    KMeansResult found = run(new Vectors(2_000, 3, moved), 4);
    KMeansResult near = run(planted.vectors(), 4);
    assertEquals(near.inertia(), found.inertia(), 0.01 * near.inertia());
    assertEquals(1, PartitionAgreement.of(near.labels(), found.labels()).adjustedRand(), 0.01);
  }

  @Test
  void duplicatesLeaveNoClusterEmptyWhereEnoughLinesDiffer() {
    float[] values = new float[1_000];
    Arrays.fill(values, 0, 990, 3);
    for (int i = 990; i < 1_000; i++) {
      values[i] = i;
    }
    KMeansResult found = run(new Vectors(1_000, 1, values), 5);
    assertTrue(Arrays.stream(found.sizes()).allMatch(size -> size > 0), "sizes must be positive");
  }

  @Test
  void oneClusterHoldsEverything() {
    KMeansResult found = run(PlantedClusters.round(10, 2, 2, 9, 8).vectors(), 1);
    assertArrayEquals(new int[] {10}, found.sizes());
  }

  @Test
  void itStopsWhenAsked() {
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
    Vectors vectors = PlantedClusters.round(100, 2, 2, 9, 8).vectors();
    assertThrows(
        CancellationException.class, () -> KMeans.run(vectors, 2, 1, 1, DIRECT, cancelled));
  }
}
