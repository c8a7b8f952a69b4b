package outcrop.analysis.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import outcrop.analysis.task.TaskContext;

/// First centres for k-means: greedy k-means++ (Arthur and Vassilvitskii 2007). Each next centre is
/// the best of a few lines that are drawn by the square of their distance from the centres so far.
final class Seeding {
  private Seeding() {}

  /// @param vectors at least one line
  /// @return `k` of the lines; some are equal where fewer than `k` lines differ
  static Vectors centres(Vectors vectors, int k, RandomGenerator random, TaskContext context) {
    int lines = vectors.lines();
    int dimensions = vectors.dimensions();
    int trials = 2 + (int) Math.log(k);
    float[] centres = new float[Math.multiplyExact(k, dimensions)];
    float[] nearest = new float[lines];
    float[] tried = new float[lines];
    float[] best = new float[lines];
    Arrays.fill(nearest, Float.MAX_VALUE);
    int first = random.nextInt(lines);
    double total = closer(vectors, first, nearest, nearest);
    copy(vectors, first, centres, 0);
    for (int c = 1; c < k; c++) {
      double least = Double.POSITIVE_INFINITY;
      for (int trial = 0; trial < trials; trial++) {
        context.checkCancelled();
        int line = drawn(nearest, random.nextDouble() * total);
        double rest = closer(vectors, line, nearest, tried);
        if (rest < least) {
          least = rest;
          float[] worse = best;
          best = tried;
          tried = worse;
          copy(vectors, line, centres, c * dimensions);
        }
      }
      float[] before = nearest;
      nearest = best;
      best = before;
      total = least;
    }
    return new Vectors(k, dimensions, centres);
  }

  private static void copy(Vectors vectors, int line, float[] to, int at) {
    System.arraycopy(vectors.values(), vectors.start(line), to, at, vectors.dimensions());
  }

  /// How far every line is from its nearest centre when `centre` joins them.
  ///
  /// @param found gets the squares; may be `nearest`
  /// @return their sum
  private static double closer(Vectors vectors, int centre, float[] nearest, float[] found) {
    float[] values = vectors.values();
    int dimensions = vectors.dimensions();
    int at = vectors.start(centre);
    double total = 0;
    for (int line = 0; line < nearest.length; line++) {
      float square = Kernels.squaredDistance(values, vectors.start(line), values, at, dimensions);
      found[line] = Math.min(nearest[line], square);
      total += found[line];
    }
    return total;
  }

  /// The line at which the running sum of squares passes `height`.
  private static int drawn(float[] squares, double height) {
    double sum = 0;
    int last = 0;
    for (int line = 0; line < squares.length; line++) {
      if (squares[line] > 0) {
        sum += squares[line];
        last = line;
        if (sum > height) {
          break;
        }
      }
    }
    return last;
  }
}
