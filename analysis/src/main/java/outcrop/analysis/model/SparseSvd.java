package outcrop.analysis.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The first right singular vectors of a sparse matrix, by randomised subspace iteration (Halko,
/// Martinsson and Tropp 2011, algorithms 4.4 and 5.1): ten columns more than wanted, two power
/// iterations, an orthonormal basis between them.
final class SparseSvd {
  private static final int OVERSAMPLING = 10;
  private static final int POWER_ITERATIONS = 2;

  private SparseSvd() {}

  /// @param axes one line per column of the matrix, one column per singular vector, the one with
  ///   the greatest value first; fewer than wanted where the matrix has a lower rank
  /// @param values the singular values
  record Result(Vectors axes, double[] values) {}

  /// @param rank how many vectors are wanted, at least 1
  static Result run(SparseRows matrix, int rank, long seed, TaskRunner tasks, TaskContext context) {
    SparseRows turned = matrix.transposed();
    int columns = Math.min(rank + OVERSAMPLING, Math.min(matrix.lines(), matrix.width()));
    Vectors range = turned.times(gaussian(matrix.lines(), columns, seed), tasks, context);
    for (int i = 0; i < POWER_ITERATIONS; i++) {
      context.progress(i + 1L, POWER_ITERATIONS + 2L);
      Vectors image = matrix.times(range, tasks, context);
      range = turned.times(TallMatrix.orthonormal(image, tasks, context), tasks, context);
    }
    Vectors basis = TallMatrix.orthonormal(range, tasks, context);
    context.progress(POWER_ITERATIONS + 1L, POWER_ITERATIONS + 2L);
    Vectors image = matrix.times(basis, tasks, context);
    TallMatrix.Eigen eigen =
        TallMatrix.eigen(TallMatrix.gram(image, tasks, context), basis.dimensions());
    double[] ones = new double[Math.min(rank, eigen.rank())];
    Arrays.fill(ones, 1);
    Vectors axes = TallMatrix.times(basis, eigen.vectors(), ones, tasks, context);
    turnUpright(axes);
    double[] values = new double[ones.length];
    Arrays.setAll(values, i -> Math.sqrt(eigen.values()[i]));
    return new Result(axes, values);
  }

  /// Gives every axis the direction in which its greatest number is positive: otherwise it would be
  /// left to rounding.
  private static void turnUpright(Vectors axes) {
    int dimensions = axes.dimensions();
    for (int axis = 0; axis < dimensions; axis++) {
      float greatest = 0;
      for (int at = axis; at < axes.values().length; at += dimensions) {
        greatest = Math.abs(axes.values()[at]) > Math.abs(greatest) ? axes.values()[at] : greatest;
      }
      for (int at = axis; greatest < 0 && at < axes.values().length; at += dimensions) {
        axes.values()[at] = -axes.values()[at];
      }
    }
  }

  private static Vectors gaussian(int lines, int columns, long seed) {
    float[] values = new float[lines * columns];
    for (int line = 0; line < lines; line++) {
      RandomGenerator random = Seeds.generator(seed, line);
      for (int i = line * columns; i < (line + 1) * columns; i++) {
        values[i] = (float) random.nextGaussian();
      }
    }
    return new Vectors(lines, columns, values);
  }
}
