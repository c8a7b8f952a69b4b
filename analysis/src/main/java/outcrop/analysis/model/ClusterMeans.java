package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The mean and the number of the lines of each cluster.
///
/// @param means zeros for a cluster without lines
record ClusterMeans(Vectors means, int[] sizes) {
  /// @param labels the cluster of each line, below `k`; negative for none
  static ClusterMeans of(
      Vectors vectors, int[] labels, int k, TaskRunner tasks, TaskContext context) {
    int dimensions = vectors.dimensions();
    LineParts parts = LineParts.of(vectors.lines());
    double[][] sums = new double[parts.count()][Math.multiplyExact(k, dimensions)];
    int[] sizes = new int[k];
    parts.each(
        tasks,
        context,
        (part, from, to) -> {
          for (int line = from; line < to; line++) {
            if (labels[line] >= 0) {
              add(vectors, line, sums[part], labels[line] * dimensions);
            }
          }
        });
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    float[] means = new float[k * dimensions];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (double[] part : sums) {
        sum += part[i];
      }
      means[i] = (float) (sum / Math.max(1, sizes[i / dimensions]));
    }
    return new ClusterMeans(new Vectors(k, dimensions, means), sizes);
  }

  private static void add(Vectors vectors, int line, double[] sums, int at) {
    int start = vectors.start(line);
    for (int j = 0; j < vectors.dimensions(); j++) {
      sums[at + j] += vectors.values()[start + j];
    }
  }
}
