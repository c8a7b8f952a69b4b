package outcrop.analysis.model;

import java.lang.foreign.MemorySegment;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.UserFailure;

/// A dense matrix: one vector per line, all of one length, none missing. What kernels work on.
///
/// Lines are not rows of the dataset: [#of] leaves out the rows that have no vector, and the caller
/// keeps which rows it asked for.
///
/// @param values row-major, `lines * dimensions` numbers; shared, not copied, and not to be written
///   by who did not make it
public record Vectors(int lines, int dimensions, float[] values) {
  /// The most numbers that one matrix holds; an array of Java is not longer.
  public static final long MOST_NUMBERS = Integer.MAX_VALUE - 16;

  /// @throws IllegalArgumentException where the sizes do not belong together
  public Vectors {
    if (lines < 0 || dimensions < 0 || (long) lines * dimensions != values.length) {
      throw new IllegalArgumentException(
          lines + " × " + dimensions + " numbers are not " + values.length);
    }
  }

  /// The vectors of some rows, in the order of the rows.
  ///
  /// @param rows rows that all have a vector ([#usable])
  /// @throws UserFailure where they are more than one matrix can hold
  public static Vectors of(VectorColumn column, RowSet rows) {
    int dimensions = column.dimensions();
    int lines = rows.cardinality();
    if ((long) lines * dimensions > MOST_NUMBERS) {
      throw new UserFailure(
          "“"
              + column.field().name()
              + "” has more numbers than can be compared at once; choose fewer rows or a space with"
              + " fewer dimensions.");
    }
    float[] values = new float[lines * dimensions];
    int line = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      MemorySegment.copy(
          column.floats(),
          VectorColumn.FLOAT,
          4L * row * dimensions,
          values,
          line * dimensions,
          dimensions);
      line++;
    }
    return new Vectors(lines, dimensions, values);
  }

  /// The rows whose vector is there and has finite numbers only: no method can place a NaN.
  public static RowSet usable(VectorColumn column) {
    int dimensions = column.dimensions();
    long[] words = new long[RowSet.wordCount(column.rowCount())];
    float[] vector = new float[dimensions];
    for (int row = 0; row < column.rowCount(); row++) {
      if (dimensions > 0 && !column.isMissing(row)) {
        column.copy(row, vector);
        if (isFinite(vector)) {
          words[row >>> 6] |= 1L << row;
        }
      }
    }
    return RowSet.ofWords(words, column.rowCount());
  }

  private static boolean isFinite(float[] vector) {
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  /// Where the vector of a line begins in [#values].
  public int start(int line) {
    return line * dimensions;
  }

  /// Some of the lines, in the order asked for.
  public Vectors choose(int[] chosen) {
    float[] some = new float[Math.multiplyExact(chosen.length, dimensions)];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, start(chosen[i]), some, i * dimensions, dimensions);
    }
    return new Vectors(chosen.length, dimensions, some);
  }

  /// The same vectors at length one; a vector of zeros stays as it is.
  public Vectors normalised() {
    float[] unit = values.clone();
    for (int line = 0; line < lines; line++) {
      double square = 0;
      for (int i = start(line), end = i + dimensions; i < end; i++) {
        square += (double) unit[i] * unit[i];
      }
      if (square > 0) {
        float scale = (float) (1 / Math.sqrt(square));
        for (int i = start(line), end = i + dimensions; i < end; i++) {
          unit[i] *= scale;
        }
      }
    }
    return new Vectors(lines, dimensions, unit);
  }

  /// Lines and dimensions exchanged.
  Vectors turned() {
    float[] turned = new float[values.length];
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < dimensions; i++) {
        turned[i * lines + line] = values[start(line) + i];
      }
    }
    return new Vectors(dimensions, lines, turned);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vectors that
        && lines == that.lines
        && dimensions == that.dimensions
        && java.util.Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(values);
  }
}
