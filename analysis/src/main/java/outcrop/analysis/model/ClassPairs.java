package outcrop.analysis.model;

import java.util.Arrays;

/// What the pairs of rows of one class say.
///
/// @param nearest the cosine distance of each row to the nearest other
/// @param effectiveRank e to the entropy of the eigenvalues of the covariance; 1 where there is no
///   variance
record ClassPairs(double[] nearest, double effectiveRank) {
  /// @param rows unit vectors, at least two
  static ClassPairs of(Vectors rows) {
    int n = rows.lines();
    int dimensions = rows.dimensions();
    double[] products = new double[n * n];
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        double product =
            Kernels.dot(rows.values(), rows.start(a), rows.values(), rows.start(b), dimensions);
        products[a * n + b] = product;
        products[b * n + a] = product;
        if (a != b) {
          double distance = Math.max(0, 1 - product);
          nearest[a] = Math.min(nearest[a], distance);
          nearest[b] = Math.min(nearest[b], distance);
        }
      }
    }
    return new ClassPairs(
        nearest,
        effectiveRank(
            n <= dimensions ? centred(products, n) : scatter(rows), Math.min(n, dimensions)));
  }

  /// The products of rows less their mean: their eigenvalues are those of the covariance, each
  /// times the number of rows.
  private static double[] centred(double[] products, int n) {
    double[] means = new double[n];
    double whole = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        means[a] += products[a * n + b] / n;
      }
      whole += means[a] / n;
    }
    double[] centred = new double[n * n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        centred[a * n + b] = products[a * n + b] - means[a] - means[b] + whole;
      }
    }
    return centred;
  }

  private static double[] scatter(Vectors rows) {
    int dimensions = rows.dimensions();
    double[] mean = new double[dimensions];
    for (int line = 0; line < rows.lines(); line++) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += rows.values()[rows.start(line) + d] / (double) rows.lines();
      }
    }
    double[] scatter = new double[dimensions * dimensions];
    double[] apart = new double[dimensions];
    for (int line = 0; line < rows.lines(); line++) {
      for (int d = 0; d < dimensions; d++) {
        apart[d] = rows.values()[rows.start(line) + d] - mean[d];
      }
      for (int i = 0; i < dimensions; i++) {
        for (int j = 0; j < dimensions; j++) {
          scatter[i * dimensions + j] += apart[i] * apart[j];
        }
      }
    }
    return scatter;
  }

  private static double effectiveRank(double[] matrix, int size) {
    double[] values = SymmetricEigen.of(matrix, size).values();
    double sum = 0;
    for (double value : values) {
      sum += Math.max(0, value);
    }
    double entropy = 0;
    // Below the rounding of single precision there is no variance.
    for (double value : values) {
      double share = value / sum;
      if (sum > 1e-6 && share > 1e-12) {
        entropy -= share * Math.log(share);
      }
    }
    return Math.exp(entropy);
  }
}
