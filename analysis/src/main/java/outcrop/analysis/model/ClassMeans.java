package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.stats.ColumnEvents;

/// One pass over the vectors of each class: their means, how far they lie from them, and which are
/// the same.
final class ClassMeans {
  private final VectorColumn vectors;
  private final int[][] rowsOf;
  private final float[][] means;
  private final double[] traces;
  private final double[] exact;
  private double between;
  private double within;
  private int unusable;

  private ClassMeans(VectorColumn vectors, int classes) {
    this.vectors = vectors;
    rowsOf = new int[classes][];
    means = new float[classes][];
    traces = new double[classes];
    exact = new double[classes];
  }

  static ClassMeans of(ColumnEvents events, VectorColumn vectors, ColumnUse use) {
    int classes = events.events().classCount();
    ClassMeans found = new ClassMeans(vectors, classes);
    int[] sizes = Arrays.stream(events.events().counts()).mapToInt(Math::toIntExact).toArray();
    int[][] rows = new int[classes][];
    int[] filled = new int[classes];
    for (int i = 0; i < events.rows().length; i++) {
      int each = events.events().classes()[i];
      if (rows[each] == null) {
        rows[each] = new int[sizes[each]];
      }
      rows[each][filled[each]++] = events.rows()[i];
    }
    double[] whole = new double[vectors.dimensions()];
    int used = 0;
    int valued = 0;
    for (int each = 0; each < classes; each++) {
      use.checkWanted();
      found.add(each, rows[each] == null ? new int[0] : rows[each]);
      int n = found.rows(each);
      if (n >= ClassVariation.FEWEST_ROWS) {
        double squares = squares(found.means[each]);
        found.within += n * (1 - squares);
        found.between += n * squares;
        for (int d = 0; d < whole.length; d++) {
          whole[d] += n * (double) found.means[each][d];
        }
        used += n;
        valued++;
      }
    }
    double common = 0;
    for (double sum : whole) {
      common += used == 0 ? 0 : sum / used * (sum / used);
    }
    found.between = valued < 2 ? Double.NaN : found.between - used * common;
    return found;
  }

  private void add(int each, int[] rows) {
    int dimensions = vectors.dimensions();
    float[] vector = new float[dimensions];
    double[] unit = new double[dimensions];
    double[] raw = new double[dimensions];
    double squares = 0;
    int[] usable = new int[rows.length];
    long[] marks = new long[rows.length];
    int n = 0;
    for (int row : rows) {
      if (vectors.isMissing(row)) {
        continue;
      }
      vectors.copy(row, vector);
      double length = length(vector);
      if (!(length > 0) || Double.isInfinite(length)) {
        continue;
      }
      for (int d = 0; d < dimensions; d++) {
        unit[d] += vector[d] / length;
        raw[d] += vector[d];
      }
      squares += length * length;
      marks[n] = mark(vector);
      usable[n++] = row;
    }
    unusable += rows.length - n;
    rowsOf[each] = Arrays.copyOf(usable, n);
    means[each] = new float[n < ClassVariation.FEWEST_ROWS ? 0 : dimensions];
    double rawSquares = 0;
    for (int d = 0; d < means[each].length; d++) {
      means[each][d] = (float) (unit[d] / n);
      rawSquares += raw[d] / n * (raw[d] / n);
    }
    traces[each] = n < 2 ? Double.NaN : Math.max(0, (squares - n * rawSquares) / (n - 1));
    exact[each] = repeated(Arrays.copyOf(marks, n));
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    return Math.sqrt(squares);
  }

  /// 64 bits that differ for different vectors but by an accident of one in 10¹⁹ pairs.
  private static long mark(float[] vector) {
    long mark = 0x9E3779B97F4A7C15L;
    for (float x : vector) {
      mark = (mark ^ Float.floatToIntBits(x + 0f)) * 0xBF58476D1CE4E5B9L;
      mark ^= mark >>> 29;
    }
    return mark;
  }

  private static double repeated(long[] marks) {
    Arrays.sort(marks);
    int repeated = 0;
    for (int i = 0; i < marks.length; i++) {
      boolean before = i > 0 && marks[i - 1] == marks[i];
      boolean after = i + 1 < marks.length && marks[i + 1] == marks[i];
      repeated += before || after ? 1 : 0;
    }
    return (double) repeated / marks.length;
  }

  private static double squares(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    return squares;
  }

  int size() {
    return rowsOf.length;
  }

  int rows(int each) {
    return rowsOf[each].length;
  }

  int unusable() {
    return unusable;
  }

  double trace(int each) {
    return traces[each];
  }

  double exact(int each) {
    return exact[each];
  }

  /// The length of the mean of unit vectors: 1 where all point the same way.
  double length(int each) {
    return Math.sqrt(squares(means[each]));
  }

  /// n / (n − 1) · (1 − ‖mean of unit vectors‖²).
  double distance(int each) {
    double n = rows(each);
    return Math.max(0, n / (n - 1) * (1 - squares(means[each])));
  }

  double withinBetween() {
    return within / between;
  }

  /// The means of some classes as unit vectors, one after the other.
  float[] directions(int[] classes) {
    int dimensions = vectors.dimensions();
    float[] all = new float[classes.length * dimensions];
    for (int i = 0; i < classes.length; i++) {
      double length = length(classes[i]);
      for (int d = 0; d < dimensions && length > 0; d++) {
        all[i * dimensions + d] = (float) (means[classes[i]][d] / length);
      }
    }
    return all;
  }

  /// Unit vectors of at most so many rows of a class, evenly taken.
  Vectors sample(int each, int most) {
    int n = Math.min(most, rows(each));
    int dimensions = vectors.dimensions();
    float[] values = new float[n * dimensions];
    float[] vector = new float[dimensions];
    for (int i = 0; i < n; i++) {
      vectors.copy(rowsOf[each][(int) ((long) i * rows(each) / n)], vector);
      System.arraycopy(vector, 0, values, i * dimensions, dimensions);
    }
    return new Vectors(n, dimensions, values).normalised();
  }
}
