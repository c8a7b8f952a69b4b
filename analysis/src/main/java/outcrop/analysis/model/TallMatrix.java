package outcrop.analysis.model;

import java.util.Arrays;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.R064Store;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Arithmetic of matrices with many lines and few columns. Sums over lines are made over parts of a
/// fixed size in a fixed order, so that they are the same on any number of threads.
final class TallMatrix {
  private static final int PART = 1 << 11;

  /// Directions with a smaller share of the greatest eigenvalue are rounding errors of floats.
  private static final double RANK = 1e-10;

  private TallMatrix() {}

  /// `target += scale * source`, so many numbers of both.
  static void add(float[] target, int at, float scale, float[] source, int from, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] += scale * source[from + i];
    }
  }

  /// Eigenvalues, the greatest first, and the vectors that belong to them.
  ///
  /// @param vectors column `c` of this square matrix, row-major, belongs to value `c`
  record Eigen(double[] values, double[] vectors) {
    /// How many of the values, from the greatest, are more than rounding errors.
    int rank() {
      int rank = 0;
      while (rank < values.length && values[rank] > RANK * values[0]) {
        rank++;
      }
      return rank;
    }
  }

  /// The products of each two columns, row-major.
  static double[] gram(Vectors matrix, TaskRunner tasks, TaskContext context) {
    int width = matrix.dimensions();
    int parts = Math.ceilDiv(matrix.lines(), PART);
    double[][] sums = new double[parts][];
    tasks.forEachPart(
        parts,
        part -> {
          context.checkCancelled();
          double[] sum = new double[width * width];
          double[] line = new double[width];
          for (int l = part * PART; l < Math.min(matrix.lines(), (part + 1) * PART); l++) {
            for (int i = 0; i < width; i++) {
              line[i] = matrix.values()[matrix.start(l) + i];
            }
            addSquare(sum, line);
          }
          sums[part] = sum;
        });
    double[] gram = new double[width * width];
    for (double[] sum : sums) {
      for (int i = 0; i < gram.length; i++) {
        gram[i] += sum[i];
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * width + j] = gram[j * width + i];
      }
    }
    return gram;
  }

  /// Adds the products of each two numbers of a line, those at and right of the diagonal.
  private static void addSquare(double[] sum, double[] line) {
    int width = line.length;
    for (int i = 0; i < width; i++) {
      double factor = line[i];
      int at = i * width;
      for (int j = i; j < width; j++) {
        sum[at + j] += factor * line[j];
      }
    }
  }

  /// @param symmetric square, row-major
  static Eigen eigen(double[] symmetric, int width) {
    R064Store store = R064Store.FACTORY.make(width, width);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        store.set(i, j, symmetric[i * width + j]);
      }
    }
    Eigenvalue<Double> found = Eigenvalue.R064.make(store, true);
    if (!found.decompose(store)) {
      throw new IllegalStateException("No eigenvalues were found");
    }
    double[] values = new double[width];
    for (int i = 0; i < width; i++) {
      values[i] = found.getD().doubleValue(i, i);
    }
    Integer[] order = new Integer[width];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    double[] sorted = new double[width];
    double[] vectors = new double[width * width];
    for (int c = 0; c < width; c++) {
      sorted[c] = values[order[c]];
      for (int i = 0; i < width; i++) {
        vectors[i * width + c] = found.getV().doubleValue(i, order[c]);
      }
    }
    return new Eigen(sorted, vectors);
  }

  /// The first columns of the product with a small square matrix, each times a factor.
  ///
  /// @param square row-major
  /// @param factors one per column that is wanted
  static Vectors times(
      Vectors matrix, double[] square, double[] factors, TaskRunner tasks, TaskContext context) {
    int width = matrix.dimensions();
    int wanted = factors.length;
    float[] small = new float[width * wanted];
    for (int i = 0; i < width; i++) {
      for (int c = 0; c < wanted; c++) {
        small[i * wanted + c] = (float) (square[i * width + c] * factors[c]);
      }
    }
    float[] product = new float[matrix.lines() * wanted];
    tasks.forEachPart(
        Math.ceilDiv(matrix.lines(), PART),
        part -> {
          context.checkCancelled();
          for (int l = part * PART; l < Math.min(matrix.lines(), (part + 1) * PART); l++) {
            for (int i = 0; i < width; i++) {
              float scale = matrix.values()[matrix.start(l) + i];
              add(product, l * wanted, scale, small, i * wanted, wanted);
            }
          }
        });
    return new Vectors(matrix.lines(), wanted, product);
  }

  /// Columns at right angles and of length one that span what the columns of a matrix span; fewer
  /// where those depend on each other. By the eigenvectors of their products, which unlike a QR
  /// decomposition needs no order of the lines.
  static Vectors orthonormal(Vectors matrix, TaskRunner tasks, TaskContext context) {
    Eigen eigen = eigen(gram(matrix, tasks, context), matrix.dimensions());
    double[] factors = new double[eigen.rank()];
    Arrays.setAll(factors, i -> 1 / Math.sqrt(eigen.values()[i]));
    return times(matrix, eigen.vectors(), factors, tasks, context);
  }
}
