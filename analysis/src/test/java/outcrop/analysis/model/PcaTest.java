package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

class PcaTest {
  private static final TaskRunner DIRECT = new DirectTaskRunner();

  private static Pca fit(Vectors vectors, int components) {
    return Pca.fit(vectors, components, 1, DIRECT, TaskContext.NONE);
  }

  /// Dimension `j` has standard deviation `8 / (j + 1)`, all moved by `offset`.
  private static Vectors falling(int lines, int dimensions, double offset) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[lines * dimensions];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (offset + random.nextGaussian() * 8 / (i % dimensions + 1));
    }
    return new Vectors(lines, dimensions, values);
  }

  @Test
  void theComponentsAreThoseOfTheKnownExample() {
    // The six points of scikit-learn's documentation of PCA.
    Vectors vectors =
        PlantedClusters.table(
            new float[] {-1, -1},
            new float[] {-2, -1},
            new float[] {-3, -2},
            new float[] {1, 1},
            new float[] {2, 1},
            new float[] {3, 2});
    Pca pca = fit(vectors, 2);
    assertEquals(0.9924, pca.share(0), 5e-5);
    assertEquals(0.0075, pca.share(1), 6e-5);
    assertEquals(6.30061232, Math.sqrt(pca.variances()[0] * 5), 1e-6);
    assertEquals(0.54980396, Math.sqrt(pca.variances()[1] * 5), 1e-6);
    assertArrayEquals(
        new float[] {0.83849224f, 0.54491354f, -0.54491354f, 0.83849224f},
        pca.axes().values(),
        1e-6f);
  }

  @Test
  void anOffsetOfAllVectorsChangesNothing() {
    Pca near = fit(falling(5_000, 20, 0), 3);
    Pca far = fit(falling(5_000, 20, 1_000), 3);
    assertArrayEquals(near.variances(), far.variances(), 0.02);
    assertEquals(1_000, far.centre()[5], 0.5);
  }

  @Test
  void theVariancesAreThePlantedOnes() {
    Pca pca = fit(falling(20_000, 30, 5), 4);
    for (int i = 0; i < 4; i++) {
      double planted = 64.0 / ((i + 1) * (i + 1));
      assertEquals(planted, pca.variances()[i], 0.05 * planted, "variance " + i);
      assertEquals(1, pca.axes().values()[pca.axes().start(i) + i], 0.01, "axis " + i);
    }
  }

  @Test
  void projectionsHaveTheVariancesAndWhitenedOnesHaveOne() {
    Vectors vectors = falling(3_001, 9, 2);
    Pca pca = fit(vectors, 3);
    Moments moments =
        Moments.of(pca.project(vectors, DIRECT, TaskContext.NONE), DIRECT, TaskContext.NONE);
    Moments white =
        Moments.of(
            pca.whitened().project(vectors, DIRECT, TaskContext.NONE), DIRECT, TaskContext.NONE);
    for (int i = 0; i < 3; i++) {
      assertEquals(0, moments.means()[i], 1e-4);
      assertEquals(pca.variances()[i], moments.variances()[i] * 3_001 / 3_000, 1e-3);
      assertEquals(1, white.variances()[i] * 3_001 / 3_000, 1e-3);
    }
  }

  @Test
  void manyDimensionsGiveTheSameByRandomProjection() {
    Vectors vectors = falling(700, 600, 3);
    Pca random = fit(vectors, 5);
    float[] centre = random.centre();
    double[] covariance = CrossProducts.of(vectors, centre, DIRECT, TaskContext.NONE);
    SymmetricEigen exact = SymmetricEigen.of(covariance, 600);
    for (int i = 0; i < 5; i++) {
      double variance = exact.values()[i] / 699;
      assertEquals(variance, random.variances()[i], 1e-3 * variance, "component " + i);
    }
  }

  @Test
  void thereAreNoMoreComponentsThanDirections() {
    Vectors line =
        PlantedClusters.table(new float[] {1, 1, 1}, new float[] {2, 2, 2}, new float[] {4, 4, 4});
    assertEquals(1, fit(line, 3).components());
    Vectors same = PlantedClusters.table(new float[] {7, 7}, new float[] {7, 7});
    assertEquals(0, fit(same, 2).components());
    assertEquals(0, fit(PlantedClusters.table(new float[] {7, 7}), 2).components());
  }

  @Test
  void oneThreadAndManyGiveTheSame() {
    try (TaskRunner pool = new PooledTaskRunner()) {
      for (int dimensions : new int[] {17, 520}) {
        Vectors vectors = falling(9_000, dimensions, 1);
        assertEquals(
            Pca.fit(vectors, 4, 1, DIRECT, TaskContext.NONE),
            Pca.fit(vectors, 4, 1, pool, TaskContext.NONE),
            dimensions + " dimensions");
      }
    }
  }

  @Test
  void singularValuesAreTheKnownOnes() {
    // Rank two: the singular values of the outer products are the products of lengths.
    Vectors matrix =
        PlantedClusters.table(
            new float[] {3, 0, 0, 0}, new float[] {0, 2, 0, 0}, new float[] {0, 0, 0, 0});
    RandomisedSvd svd =
        RandomisedSvd.of(
            RandomisedSvd.dense(matrix, new float[4], DIRECT, TaskContext.NONE),
            3,
            1,
            DIRECT,
            TaskContext.NONE);
    assertArrayEquals(new double[] {3, 2}, svd.singular(), 1e-4);
    assertArrayEquals(new float[] {1, 0, 0, 0, 0, 1, 0, 0}, svd.axes().values(), 1e-4f);
    assertTrue(svd.axes().lines() == 2, "rank two has two axes");
  }
}
