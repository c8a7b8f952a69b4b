package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Principal components: the directions in which vectors vary most.
///
/// Up to [#EXACT_DIMENSIONS] dimensions the covariance is decomposed, beyond a [RandomisedSvd] of
/// the centred vectors finds the components; the seed matters only there.
///
/// @param centre the mean of the vectors
/// @param axes one component per line, the one with the largest variance first; of length one
///   unless [#whitened]
/// @param variances along the components, divided by the number of vectors less one
/// @param total the variance of all dimensions
public record Pca(float[] centre, Vectors axes, double[] variances, double total) {
  /// Up to so many dimensions every component is found.
  public static final int EXACT_DIMENSIONS = 512;

  /// Components whose variance is a smaller share of the largest are rounding.
  private static final double ROUNDING = 1e-10;

  /// Finds components.
  ///
  /// @param vectors at least one line
  /// @param components how many are wanted, at least 1; fewer come out where the vectors vary in
  ///   fewer directions, none where all are the same
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static Pca fit(
      Vectors vectors, int components, long seed, TaskRunner tasks, TaskContext context) {
    Moments moments = Moments.of(vectors, tasks, context);
    float[] centre = moments.centre();
    int lines = vectors.lines();
    double total = lines < 2 ? 0 : moments.total() * lines / (lines - 1);
    if (total == 0) {
      return new Pca(centre, new Vectors(0, vectors.dimensions(), new float[0]), new double[0], 0);
    }
    return vectors.dimensions() <= EXACT_DIMENSIONS
        ? exact(vectors, centre, total, components, tasks, context)
        : random(vectors, centre, total, components, seed, tasks, context);
  }

  private static Pca exact(
      Vectors vectors,
      float[] centre,
      double total,
      int components,
      TaskRunner tasks,
      TaskContext context) {
    int dimensions = vectors.dimensions();
    double[] covariance = CrossProducts.of(vectors, centre, tasks, context);
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] /= vectors.lines() - 1;
    }
    context.checkCancelled();
    SymmetricEigen eigen = SymmetricEigen.of(covariance, dimensions);
    int count = count(eigen.values(), Math.min(components, vectors.lines() - 1));
    float[] axes = new float[count * dimensions];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < dimensions; j++) {
        axes[i * dimensions + j] = (float) eigen.vectors()[i][j];
      }
    }
    return new Pca(
        centre, new Vectors(count, dimensions, axes), Arrays.copyOf(eigen.values(), count), total);
  }

  private static Pca random(
      Vectors vectors,
      float[] centre,
      double total,
      int components,
      long seed,
      TaskRunner tasks,
      TaskContext context) {
    RandomisedSvd.Operand centred = RandomisedSvd.dense(vectors, centre, tasks, context);
    RandomisedSvd svd = RandomisedSvd.of(centred, components, seed, tasks, context);
    double[] variances = new double[svd.singular().length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = svd.singular()[i] * svd.singular()[i] / (vectors.lines() - 1);
    }
    int count = count(variances, Math.min(components, vectors.lines() - 1));
    int numbers = count * vectors.dimensions();
    return new Pca(
        centre,
        new Vectors(count, vectors.dimensions(), Arrays.copyOf(svd.axes().values(), numbers)),
        Arrays.copyOf(variances, count),
        total);
  }

  private static int count(double[] variances, int most) {
    int count = 0;
    while (count < Math.min(most, variances.length)
        && variances[count] > variances[0] * ROUNDING
        && variances[count] > 0) {
      count++;
    }
    return count;
  }

  /// How many components there are.
  public int components() {
    return axes.lines();
  }

  /// The share of the whole variance that a component has.
  public double share(int component) {
    return variances[component] / total;
  }

  /// The same components, each stretched to variance one.
  public Pca whitened() {
    float[] stretched = axes.values().clone();
    double[] ones = new double[variances.length];
    Arrays.fill(ones, 1);
    for (int i = 0; i < variances.length; i++) {
      float scale = (float) (1 / Math.sqrt(variances[i]));
      for (int j = axes.start(i), end = j + axes.dimensions(); j < end; j++) {
        stretched[j] *= scale;
      }
    }
    return new Pca(centre, new Vectors(axes.lines(), axes.dimensions(), stretched), ones, total);
  }

  /// Where vectors lie on the components: one dimension per component.
  ///
  /// @param vectors of as many dimensions as those that were fitted
  public Vectors project(Vectors vectors, TaskRunner tasks, TaskContext context) {
    return TurnedLines.forProducts(axes).ofEach(vectors, centre, tasks, context);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pca that
        && total == that.total
        && Arrays.equals(centre, that.centre)
        && axes.equals(that.axes)
        && Arrays.equals(variances, that.variances);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(variances) + axes.hashCode();
  }
}
