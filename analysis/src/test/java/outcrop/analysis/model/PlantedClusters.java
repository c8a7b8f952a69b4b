package outcrop.analysis.model;

import java.util.SplittableRandom;

/// Vectors around known centres, with the number of the centre of each line.
record PlantedClusters(Vectors vectors, int[] truth) {
  /// Round clusters of standard deviation one whose centres are drawn from a box of side `spread`.
  static PlantedClusters round(int lines, int dimensions, int clusters, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] centres = new double[clusters][dimensions];
    for (double[] centre : centres) {
      for (int j = 0; j < dimensions; j++) {
        centre[j] = random.nextDouble() * spread;
      }
    }
    float[] values = new float[lines * dimensions];
    int[] truth = new int[lines];
    for (int line = 0; line < lines; line++) {
      truth[line] = random.nextInt(clusters);
      for (int j = 0; j < dimensions; j++) {
        values[line * dimensions + j] = (float) (centres[truth[line]][j] + random.nextGaussian());
      }
    }
    return new PlantedClusters(new Vectors(lines, dimensions, values), truth);
  }

  /// Vectors of one dimension or more from a table.
  static Vectors table(float[]... lines) {
    float[] values = new float[lines.length * lines[0].length];
    for (int i = 0; i < lines.length; i++) {
      System.arraycopy(lines[i], 0, values, i * lines[0].length, lines[0].length);
    }
    return new Vectors(lines.length, lines[0].length, values);
  }
}
