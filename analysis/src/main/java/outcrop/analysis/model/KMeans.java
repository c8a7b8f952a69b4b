package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// K-means that reads many lines few times: several starts run to their end on a sample, and the
/// best of them is carried on over all lines, which seldom takes more than a few passes.
///
/// Distances are Euclidean. The same seed gives the same clusters on any number of threads.
public final class KMeans {
  /// Lines of the sample, unless the clusters are so many that each would have fewer than twenty.
  public static final int SAMPLE = 20_000;

  private static final int LINES_PER_CLUSTER = 20;
  private static final int MOST_ITERATIONS = 300;

  /// Of the mean variance of a dimension, as scikit-learn has it.
  private static final double TOLERANCE = 1e-4;

  /// Means so much further from zero than the vectors from each other would cost too many digits.
  private static final double FAR_FROM_ZERO = 1000;

  private KMeans() {}

  /// Finds clusters.
  ///
  /// @param vectors at least `k` lines
  /// @param k at least 1
  /// @param starts how often to begin anew, at least 1
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static KMeansResult run(
      Vectors vectors, int k, int starts, long seed, TaskRunner tasks, TaskContext context) {
    if (k < 1 || starts < 1 || vectors.lines() < k) {
      throw new IllegalArgumentException(
          k + " clusters of " + vectors.lines() + " lines by " + starts + " starts");
    }
    Moments moments = Moments.of(vectors, tasks, context);
    double tolerance = TOLERANCE * moments.total() / Math.max(1, vectors.dimensions());
    double height = Arrays.stream(moments.means()).map(mean -> mean * mean).sum();
    if (height > FAR_FROM_ZERO * moments.total()) {
      KMeansResult found =
          run(moments.takenFrom(vectors), tolerance, k, starts, seed, tasks, context);
      return new KMeansResult(
          moments.addedTo(found.centres()),
          found.labels(),
          found.sizes(),
          found.inertia(),
          found.iterations(),
          found.converged());
    }
    return run(vectors, tolerance, k, starts, seed, tasks, context);
  }

  private static KMeansResult run(
      Vectors vectors,
      double tolerance,
      int k,
      int starts,
      long seed,
      TaskRunner tasks,
      TaskContext context) {
    int size = Math.max(SAMPLE, LINES_PER_CLUSTER * k);
    boolean all = vectors.lines() <= size;
    Vectors sample =
        all
            ? vectors
            : vectors.choose(LineSample.of(vectors.lines(), size, Seeds.generator(seed, 0)));
    Lloyd onSample = new Lloyd(sample, k, tasks, new QuietContext(context));
    KMeansResult best = start(onSample, sample, k, seed, 1, tolerance, context);
    for (int start = 2; start <= starts; start++) {
      context.progress(start, starts);
      KMeansResult found = start(onSample, sample, k, seed, start, tolerance, context);
      best = found.inertia() < best.inertia() ? found : best;
    }
    return all
        ? best
        : new Lloyd(vectors, k, tasks, context).run(best.centres(), tolerance, MOST_ITERATIONS);
  }

  private static KMeansResult start(
      Lloyd lloyd,
      Vectors sample,
      int k,
      long seed,
      int start,
      double tolerance,
      TaskContext context) {
    Vectors centres = Seeding.centres(sample, k, Seeds.generator(seed, start), context);
    return lloyd.run(centres, tolerance, MOST_ITERATIONS);
  }
}
