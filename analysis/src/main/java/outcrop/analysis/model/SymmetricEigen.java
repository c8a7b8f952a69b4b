package outcrop.analysis.model;

import java.util.Arrays;
import java.util.Comparator;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/// The eigenvalues and eigenvectors of a symmetric matrix, the largest first.
///
/// @param vectors one eigenvector per line, of length one; the coordinate furthest from zero is
///   positive, so that signs are the same every time
record SymmetricEigen(double[] values, double[][] vectors) {
  /// @param matrix row-major, `size * size` numbers
  static SymmetricEigen of(double[] matrix, int size) {
    R064Store store = R064Store.FACTORY.make(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        store.set(i, j, matrix[i * size + j]);
      }
    }
    Eigenvalue<Double> eigen = Eigenvalue.R064.make(store, true);
    if (!eigen.decompose(store)) {
      throw new IllegalArgumentException("The matrix has no eigenvalues; is it finite?");
    }
    MatrixStore<Double> found = eigen.getV();
    double[] values = new double[size];
    Integer[] order = new Integer[size];
    for (int i = 0; i < size; i++) {
      values[i] = eigen.getD().doubleValue(i, i);
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -values[i]));
    double[] sorted = new double[size];
    double[][] vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      sorted[i] = values[order[i]];
      for (int j = 0; j < size; j++) {
        vectors[i][j] = found.doubleValue(j, order[i]);
      }
      orient(vectors[i]);
    }
    return new SymmetricEigen(sorted, vectors);
  }

  private static void orient(double[] vector) {
    double furthest = 0;
    for (double each : vector) {
      // A little more than the last, so that rounding does not choose between equals.
      if (Math.abs(each) > Math.abs(furthest) * (1 + 1e-6)) {
        furthest = each;
      }
    }
    if (furthest < 0) {
      for (int j = 0; j < vector.length; j++) {
        vector[j] = -vector[j];
      }
    }
  }
}
