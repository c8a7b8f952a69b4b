package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Where the points of a map begin: along the two principal components, so that large structures
/// need not be found by chance, with a little noise so that equal vectors can come apart.
final class PrincipalStart {
  private static final double MOST_DEVIATIONS = 4;
  private static final double NOISE = 1e-3;

  private PrincipalStart() {}

  /// @param deviation the standard deviation along the first component
  /// @return x and y of each line
  static float[] of(
      Vectors vectors, double deviation, long seed, TaskRunner tasks, TaskContext context) {
    context.stage("Finding where the map begins");
    float[] map = components(vectors, seed, tasks, context);
    double squares = 0;
    for (int at = 0; at < map.length; at += 2) {
      squares += (double) map[at] * map[at];
    }
    double scale = squares == 0 ? 0 : deviation / Math.sqrt(squares / vectors.lines());
    double most = MOST_DEVIATIONS * deviation;
    for (int at = 0; at < map.length; at++) {
      long random = Xorshift.next(Xorshift.start(seed, -1, at));
      double noise = (random * 0x1p-63) * NOISE * deviation;
      map[at] = (float) (Math.clamp(map[at] * scale, -most, most) + noise);
    }
    return map;
  }

  /// The first two principal components of each line; what the vectors do not vary in is 0.
  static float[] components(Vectors vectors, long seed, TaskRunner tasks, TaskContext context) {
    Pca pca = Pca.fit(vectors, 2, seed, tasks, context);
    Vectors projected = pca.project(vectors, tasks, context);
    float[] map = new float[2 * vectors.lines()];
    for (int line = 0; line < vectors.lines(); line++) {
      for (int axis = 0; axis < Math.min(2, projected.dimensions()); axis++) {
        map[2 * line + axis] = projected.values()[projected.start(line) + axis];
      }
    }
    return map;
  }
}
