package outcrop.analysis.stats;

import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;

/// How different the rows of each class are: the mean cosine distance of all their pairs, exactly,
/// in one pass (n / (n − 1) · (1 − ‖mean of unit vectors‖²)). Comparable only within one vector
/// field.
///
/// @param distances by class, 0 where all vectors point the same way; NaN for fewer than five rows
///   with a usable vector
/// @param rows by class, those with a usable vector
/// @param unusable rows without a direction: missing, zero or not finite
public record ClassVariation(double[] distances, int[] rows, int unusable) {
  /// Fewer rows say nothing.
  public static final int FEWEST_ROWS = 5;

  /// @param classes the classes of rows
  public static ClassVariation of(ColumnEvents classes, VectorColumn vectors, ColumnUse use) {
    Events.Places places = classes.events().places();
    int count = classes.events().classCount();
    double[] distances = new double[count];
    int[] rows = new int[count];
    float[] vector = new float[vectors.dimensions()];
    int unusable = 0;
    for (int c = 0; c < count; c++) {
      use.checkWanted();
      double[] mean = new double[vector.length];
      int n = 0;
      for (int i = places.starts()[c]; i < places.starts()[c + 1]; i++) {
        int row = classes.rows()[places.events()[i]];
        vectors.copy(row, vector);
        n += vectors.isMissing(row) ? 0 : add(vector, mean);
      }
      unusable += places.starts()[c + 1] - places.starts()[c] - n;
      rows[c] = n;
      distances[c] = n < FEWEST_ROWS ? Double.NaN : distance(mean, n);
    }
    return new ClassVariation(distances, rows, unusable);
  }

  /// Adds the unit vector and gives 1, or 0 for a vector without a direction.
  private static int add(float[] vector, double[] sum) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      return 0;
    }
    double scale = 1 / Math.sqrt(squares);
    for (int d = 0; d < vector.length; d++) {
      sum[d] += vector[d] * scale;
    }
    return 1;
  }

  private static double distance(double[] sum, double n) {
    double squares = 0;
    for (double x : sum) {
      squares += x / n * (x / n);
    }
    return Math.max(0, n / (n - 1) * (1 - squares));
  }
}
