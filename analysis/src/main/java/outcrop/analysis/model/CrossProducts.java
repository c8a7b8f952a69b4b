package outcrop.analysis.model;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Sums over all lines of the products of two dimensions: `AᵀB`. Lanes over the dimensions of `B`.
///
/// A few hundred lines are summed in single precision, those sums in double.
final class CrossProducts {
  private static final VectorSpecies<Float> SPECIES = Kernels.SPECIES;
  private static final int LANES = Kernels.LANES;
  private static final int WIDTH = 2 * LANES;
  private static final int LINES = 256;

  private final Vectors left;
  private final float[] leftCentre;
  private final Vectors right;
  private final float[] rightCentre;
  private final boolean symmetric;
  private final int leftPadded;
  private final int rightPadded;

  private CrossProducts(
      Vectors left, float[] leftCentre, Vectors right, float[] rightCentre, boolean symmetric) {
    this.left = left;
    this.leftCentre = leftCentre;
    this.right = right;
    this.rightCentre = rightCentre;
    this.symmetric = symmetric;
    int multiple = Math.max(4, WIDTH);
    this.leftPadded = padded(left.dimensions(), multiple);
    this.rightPadded = padded(right.dimensions(), multiple);
  }

  private static int padded(int dimensions, int multiple) {
    return (dimensions + multiple - 1) / multiple * multiple;
  }

  /// `(A − 1·centre)ᵀ(A − 1·centre)`, symmetric.
  ///
  /// @return row-major, as many rows and columns as `lines` has dimensions
  static double[] of(Vectors lines, float[] centre, TaskRunner tasks, TaskContext context) {
    return new CrossProducts(lines, centre, lines, centre, true).sum(tasks, context);
  }

  /// `(A − 1·centre)ᵀB`.
  ///
  /// @param right as many lines as `left`
  /// @return row-major, a row per dimension of `left`, a column per dimension of `right`
  static double[] of(
      Vectors left, float[] centre, Vectors right, TaskRunner tasks, TaskContext context) {
    return new CrossProducts(left, centre, right, new float[right.dimensions()], false)
        .sum(tasks, context);
  }

  private double[] sum(TaskRunner tasks, TaskContext context) {
    int rows = left.dimensions();
    int columns = right.dimensions();
    // Few parts where each needs much memory; their number depends on the sizes alone.
    int parts = Math.clamp((1L << 25) / Math.max(1, (long) rows * columns), 1, 16);
    parts = Math.min(parts, Math.max(1, left.lines() / LINES));
    double[][] sums = new double[parts][];
    int count = parts;
    tasks.forEachPart(count, part -> sums[part] = part(part, count, context));
    double[] total = new double[Math.multiplyExact(rows, columns)];
    for (double[] part : sums) {
      for (int i = 0; i < total.length; i++) {
        total[i] += part[i];
      }
    }
    if (symmetric) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < i; j++) {
          total[i * rows + j] = total[j * rows + i];
        }
      }
    }
    return total;
  }

  private double[] part(int part, int parts, TaskContext context) {
    double[] total = new double[left.dimensions() * right.dimensions()];
    float[] a = new float[LINES * leftPadded];
    float[] b = symmetric ? a : new float[LINES * rightPadded];
    float[] sums = new float[4 * rightPadded];
    int from = (int) ((long) left.lines() * part / parts);
    int to = (int) ((long) left.lines() * (part + 1) / parts);
    for (int first = from; first < to; first += LINES) {
      int lines = Math.min(LINES, to - first);
      centred(left, leftCentre, first, lines, a, leftPadded);
      if (!symmetric) {
        centred(right, rightCentre, first, lines, b, rightPadded);
      }
      for (int row = 0; row < left.dimensions(); row += 4) {
        context.checkCancelled();
        int column = symmetric ? row / WIDTH * WIDTH : 0;
        Arrays.fill(sums, 0);
        for (; column < right.dimensions(); column += WIDTH) {
          products(a, row, leftPadded, b, column, rightPadded, lines, sums);
        }
        add(sums, row, total);
      }
    }
    return total;
  }

  private static void centred(
      Vectors vectors, float[] centre, int first, int lines, float[] block, int padded) {
    for (int i = 0; i < lines; i++) {
      Kernels.subtract(
          vectors.values(),
          vectors.start(first + i),
          centre,
          block,
          i * padded,
          vectors.dimensions());
    }
  }

  private void add(float[] sums, int row, double[] total) {
    int columns = right.dimensions();
    for (int r = 0; r < 4 && row + r < left.dimensions(); r++) {
      int to = (row + r) * columns;
      int from = r * rightPadded;
      for (int j = 0; j < columns; j++) {
        total[to + j] += sums[from + j];
      }
    }
  }

  /// Four dimensions of the left block against two registers of those of the right.
  private static void products(
      float[] a, int row, int aWidth, float[] b, int column, int bWidth, int lines, float[] sums) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector t0 = s0;
    FloatVector t1 = s0;
    FloatVector t2 = s0;
    FloatVector t3 = s0;
    for (int i = 0, p = row, q = column; i < lines; i++, p += aWidth, q += bWidth) {
      FloatVector s = FloatVector.fromArray(SPECIES, b, q);
      FloatVector t = FloatVector.fromArray(SPECIES, b, q + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
      s0 = x.fma(s, s0);
      t0 = x.fma(t, t0);
      x = FloatVector.broadcast(SPECIES, a[p + 1]);
      s1 = x.fma(s, s1);
      t1 = x.fma(t, t1);
      x = FloatVector.broadcast(SPECIES, a[p + 2]);
      s2 = x.fma(s, s2);
      t2 = x.fma(t, t2);
      x = FloatVector.broadcast(SPECIES, a[p + 3]);
      s3 = x.fma(s, s3);
      t3 = x.fma(t, t3);
    }
    s0.intoArray(sums, column);
    t0.intoArray(sums, column + LANES);
    s1.intoArray(sums, bWidth + column);
    t1.intoArray(sums, bWidth + column + LANES);
    s2.intoArray(sums, 2 * bWidth + column);
    t2.intoArray(sums, 2 * bWidth + column + LANES);
    s3.intoArray(sums, 3 * bWidth + column);
    t3.intoArray(sums, 3 * bWidth + column + LANES);
  }
}
