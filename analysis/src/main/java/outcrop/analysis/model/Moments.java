package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Mean and variance of every dimension.
///
/// @param variances of the lines as all there are, so divided by their number
record Moments(double[] means, double[] variances) {
  /// @param vectors at least one line
  static Moments of(Vectors vectors, TaskRunner tasks, TaskContext context) {
    int dimensions = vectors.dimensions();
    LineParts parts = LineParts.of(vectors.lines());
    double[][] sums = new double[parts.count()][2 * dimensions];
    parts.each(
        tasks, context, (part, from, to) -> add(vectors, from, to, vectors.values(), sums[part]));
    double[] means = new double[dimensions];
    double[] variances = new double[dimensions];
    for (int j = 0; j < dimensions; j++) {
      double sum = 0;
      double squares = 0;
      for (double[] part : sums) {
        sum += part[j];
        squares += part[dimensions + j];
      }
      // Both are of differences from the first line, so that large coordinates cost no digits.
      double mean = sum / vectors.lines();
      means[j] = vectors.values()[j] + mean;
      variances[j] = Math.max(0, squares / vectors.lines() - mean * mean);
    }
    return new Moments(means, variances);
  }

  private static void add(Vectors vectors, int from, int to, float[] values, double[] sums) {
    int dimensions = vectors.dimensions();
    for (int line = from; line < to; line++) {
      int start = vectors.start(line);
      for (int j = 0; j < dimensions; j++) {
        double gap = (double) values[start + j] - values[j];
        sums[j] += gap;
        sums[dimensions + j] += gap * gap;
      }
    }
  }

  /// The variance of all dimensions together.
  double total() {
    double total = 0;
    for (double variance : variances) {
      total += variance;
    }
    return total;
  }

  float[] centre() {
    float[] centre = new float[means.length];
    for (int j = 0; j < centre.length; j++) {
      centre[j] = (float) means[j];
    }
    return centre;
  }

  /// Vectors around zero: less the means.
  Vectors takenFrom(Vectors vectors) {
    return moved(vectors, -1);
  }

  /// Vectors around the means.
  Vectors addedTo(Vectors vectors) {
    return moved(vectors, 1);
  }

  private Vectors moved(Vectors vectors, int direction) {
    float[] values = vectors.values().clone();
    for (int line = 0; line < vectors.lines(); line++) {
      int start = vectors.start(line);
      for (int j = 0; j < vectors.dimensions(); j++) {
        values[start + j] = (float) (values[start + j] + direction * means[j]);
      }
    }
    return new Vectors(vectors.lines(), vectors.dimensions(), values);
  }
}
