package outcrop.analysis.model;

import java.util.random.RandomGenerator;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The largest singular values of a matrix and their right vectors, by random projection (Halko,
/// Martinsson and Tropp 2011, algorithms 4.4 and 5.1): a seeded Gaussian test matrix with ten
/// columns more than asked for, and two power iterations with an orthonormal basis after every
/// product.
///
/// The matrix itself is only multiplied with, so it may be dense, sparse or centred on the way.
///
/// @param singular the largest first; fewer than asked for where the rank is lower
/// @param axes the right singular vectors, one per line, of length one; the coordinate furthest
///   from zero is positive
public record RandomisedSvd(double[] singular, Vectors axes) {
  private static final int OVERSAMPLING = 10;
  private static final int POWER_ITERATIONS = 2;

  /// Directions whose share of the largest square is smaller are rounding.
  private static final double ROUNDING = 1e-12;

  /// A matrix to multiply with, of `lines` rows and `dimensions` columns.
  public interface Operand {
    int lines();

    int dimensions();

    /// This matrix times another.
    ///
    /// @param right as many lines as this has dimensions
    /// @return as many lines as this, as many dimensions as `right`
    Vectors times(Vectors right);

    /// This matrix turned, times another.
    ///
    /// @param left as many lines as this
    /// @return as many lines as this has dimensions, as many dimensions as `left`
    Vectors turnedTimes(Vectors left);
  }

  /// @param rank how many singular values are wanted, at least 1
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static RandomisedSvd of(
      Operand matrix, int rank, long seed, TaskRunner tasks, TaskContext context) {
    int most = Math.min(matrix.lines(), matrix.dimensions());
    int width = Math.min(most, rank + OVERSAMPLING);
    Vectors basis =
        orthonormal(matrix.times(gaussian(matrix.dimensions(), width, seed)), tasks, context);
    for (int i = 0; i < POWER_ITERATIONS; i++) {
      Vectors across = orthonormal(matrix.turnedTimes(basis), tasks, context);
      basis = orthonormal(matrix.times(across), tasks, context);
    }
    Vectors projected = matrix.turnedTimes(basis);
    SymmetricEigen eigen = eigen(projected, tasks, context);
    int count = 0;
    while (count < Math.min(rank, eigen.values().length)
        && eigen.values()[count] > eigen.values()[0] * ROUNDING
        && eigen.values()[count] > 0) {
      count++;
    }
    double[] singular = new double[count];
    float[] mix = new float[projected.dimensions() * count];
    for (int i = 0; i < count; i++) {
      singular[i] = Math.sqrt(eigen.values()[i]);
      for (int j = 0; j < projected.dimensions(); j++) {
        mix[j * count + i] = (float) (eigen.vectors()[i][j] / singular[i]);
      }
    }
    Vectors columns =
        times(projected, new Vectors(projected.dimensions(), count, mix), tasks, context);
    return new RandomisedSvd(singular, oriented(columns));
  }

  /// A dense matrix, less a common centre.
  ///
  /// @param centre taken from every line; zeros for the lines as they are
  public static Operand dense(
      Vectors lines, float[] centre, TaskRunner tasks, TaskContext context) {
    return new Operand() {
      @Override
      public int lines() {
        return lines.lines();
      }

      @Override
      public int dimensions() {
        return lines.dimensions();
      }

      @Override
      public Vectors times(Vectors right) {
        return TurnedLines.forProductsWithColumns(right).ofEach(lines, centre, tasks, context);
      }

      @Override
      public Vectors turnedTimes(Vectors left) {
        double[] sums = CrossProducts.of(lines, centre, left, tasks, context);
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) sums[i];
        }
        return new Vectors(lines.dimensions(), left.dimensions(), values);
      }
    };
  }

  private static Vectors gaussian(int lines, int width, long seed) {
    float[] values = new float[Math.multiplyExact(lines, width)];
    RandomGenerator random = Seeds.generator(seed, 0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Vectors(lines, width, values);
  }

  /// An orthonormal basis of what the columns span: their products with the eigenvectors of their
  /// scalar products, at length one. Done twice, as rounding of the first leaves them only nearly
  /// at right angles; directions that are nothing but rounding are left out.
  private static Vectors orthonormal(Vectors columns, TaskRunner tasks, TaskContext context) {
    Vectors basis = columns;
    for (int round = 0; round < 2; round++) {
      SymmetricEigen eigen = eigen(basis, tasks, context);
      int count = 0;
      while (count < eigen.values().length
          && eigen.values()[count] > eigen.values()[0] * ROUNDING
          && eigen.values()[count] > 0) {
        count++;
      }
      float[] mix = new float[basis.dimensions() * count];
      for (int i = 0; i < count; i++) {
        double scale = 1 / Math.sqrt(eigen.values()[i]);
        for (int j = 0; j < basis.dimensions(); j++) {
          mix[j * count + i] = (float) (eigen.vectors()[i][j] * scale);
        }
      }
      basis = times(basis, new Vectors(basis.dimensions(), count, mix), tasks, context);
    }
    return basis;
  }

  private static SymmetricEigen eigen(Vectors columns, TaskRunner tasks, TaskContext context) {
    int width = columns.dimensions();
    return SymmetricEigen.of(CrossProducts.of(columns, new float[width], tasks, context), width);
  }

  private static Vectors times(
      Vectors lines, Vectors right, TaskRunner tasks, TaskContext context) {
    return TurnedLines.forProductsWithColumns(right)
        .ofEach(lines, new float[lines.dimensions()], tasks, context);
  }

  /// The columns as lines, each with its furthest coordinate positive.
  private static Vectors oriented(Vectors columns) {
    int lines = columns.dimensions();
    int dimensions = columns.lines();
    float[] values = new float[lines * dimensions];
    for (int line = 0; line < lines; line++) {
      float furthest = 0;
      for (int j = 0; j < dimensions; j++) {
        float value = columns.values()[j * lines + line];
        if (Math.abs(value) > Math.abs(furthest) * (1 + 1e-5f)) {
          furthest = value;
        }
      }
      float sign = furthest < 0 ? -1 : 1;
      for (int j = 0; j < dimensions; j++) {
        values[line * dimensions + j] = sign * columns.values()[j * lines + line];
      }
    }
    return new Vectors(lines, dimensions, values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RandomisedSvd that
        && java.util.Arrays.equals(singular, that.singular)
        && axes.equals(that.axes);
  }

  @Override
  public int hashCode() {
    return 31 * java.util.Arrays.hashCode(singular) + axes.hashCode();
  }
}
