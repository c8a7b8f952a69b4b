package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

class SparseRowsTest {
  private static final DirectTaskRunner TASKS = new DirectTaskRunner();

  // 1 0 2
  // 0 0 0
  // 0 3 0
  private static final SparseRows MATRIX =
      new SparseRows(3, new int[] {0, 2, 2, 3}, new int[] {0, 2, 1}, new float[] {1, 2, 3});

  private static void assertSame(SparseRows expected, SparseRows actual) {
    assertEquals(expected.width(), actual.width());
    assertArrayEquals(expected.starts(), actual.starts());
    assertArrayEquals(expected.columns(), actual.columns());
    assertArrayEquals(expected.values(), actual.values());
  }

  @Test
  void linesAndColumnsExchangeTwiceToTheSame() {
    assertSame(MATRIX, MATRIX.transposed().transposed());
  }

  @Test
  void aProductWithADenseMatrixIsTheSumOfItsLines() {
    Vectors dense = new Vectors(3, 2, new float[] {1, 2, 10, 20, 100, 200});

    assertArrayEquals(
        new float[] {201, 402, 0, 0, 30, 60},
        MATRIX.times(dense, TASKS, TaskContext.NONE).values());
  }

  @Test
  void matricesStandOneBelowTheOther() {
    SparseRows last = new SparseRows(3, new int[] {0, 1}, new int[] {2}, new float[] {9});

    assertSame(
        new SparseRows(
            3, new int[] {0, 2, 2, 3, 4}, new int[] {0, 2, 1, 2}, new float[] {1, 2, 3, 9}),
        SparseRows.below(MATRIX, last));
  }

  @Test
  void itIsDecomposedWithoutBecomingDense() {
    RandomisedSvd svd =
        RandomisedSvd.of(MATRIX.operand(TASKS, TaskContext.NONE), 3, 1, TASKS, TaskContext.NONE);

    assertArrayEquals(new double[] {3, Math.sqrt(5)}, svd.singular(), 1e-5);
  }
}
