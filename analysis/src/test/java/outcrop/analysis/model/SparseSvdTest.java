package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

class SparseSvdTest {
  private static final DirectTaskRunner TASKS = new DirectTaskRunner();

  private static SparseSvd.Result svd(SparseRows matrix, int rank) {
    return SparseSvd.run(matrix, rank, 1, TASKS, TaskContext.NONE);
  }

  @Test
  void singularValuesOfADiagonalAreItsEntries() {
    SparseRows diagonal =
        new SparseRows(
            4, new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 2, 3}, new float[] {2, 5, 1, 3});

    assertArrayEquals(new double[] {5, 3, 2}, svd(diagonal, 3).values(), 1e-5);
  }

  @Test
  void axesPointWhereTheirGreatestNumberIsPositive() {
    SparseRows one = new SparseRows(2, new int[] {0, 2}, new int[] {0, 1}, new float[] {-3, -4});
    SparseSvd.Result result = svd(one, 2);

    assertEquals(5, result.values()[0], 1e-5);
    assertArrayEquals(new float[] {0.6f, 0.8f}, result.axes().values(), 1e-6f);
  }

  @Test
  void aMatrixOfLowRankHasFewerAxes() {
    SparseRows twice =
        new SparseRows(
            3,
            new int[] {0, 2, 4, 6},
            new int[] {0, 1, 0, 1, 0, 1},
            new float[] {1, 2, 1, 2, 1, 2});

    assertEquals(1, svd(twice, 3).axes().dimensions());
  }

  @Test
  void linesAndColumnsExchangeTwiceToTheSame() {
    SparseRows matrix =
        new SparseRows(3, new int[] {0, 2, 2, 3}, new int[] {0, 2, 1}, new float[] {1, 2, 3});
    SparseRows back = matrix.transposed().transposed();

    assertArrayEquals(matrix.starts(), back.starts());
    assertArrayEquals(matrix.columns(), back.columns());
    assertArrayEquals(matrix.values(), back.values());
  }

  @Test
  void orthonormalColumnsStandAtRightAngles() {
    float[] values = {1, 1, 0, 1, 0, 1, 2, 1, 1, 0, 3, 1};
    Vectors basis = TallMatrix.orthonormal(new Vectors(4, 3, values), TASKS, TaskContext.NONE);
    double[] gram = TallMatrix.gram(basis, TASKS, TaskContext.NONE);
    double[] identity = new double[9];
    Arrays.setAll(identity, i -> i % 4 == 0 ? 1 : 0);

    assertArrayEquals(identity, gram, 1e-5);
  }
}
