package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Vectors of one length: embeddings, probabilities, descriptors. Single precision: a number that
/// came with more digits is the nearest float. Missing rows are in the mask and hold zeros.
///
/// @param dimensions numbers per row; 0 where no row has a vector
/// @param floats 4 bytes per number, native order, row after row
public record VectorColumn(
    Field field, int rowCount, int dimensions, MemorySegment floats, @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

  /// A column on the heap; null rows are missing.
  ///
  /// @throws IllegalArgumentException where two rows differ in length
  public static VectorColumn of(Field field, List<float @Nullable []> rows) {
    int dimensions = 0;
    for (float[] row : rows) {
      dimensions = row == null ? dimensions : row.length;
    }
    float[] all = new float[rows.size() * dimensions];
    long[] missing = new long[RowSet.wordCount(rows.size())];
    boolean anyMissing = false;
    for (int i = 0; i < rows.size(); i++) {
      float[] row = rows.get(i);
      if (row == null) {
        missing[i >>> 6] |= 1L << i;
        anyMissing = true;
      } else if (row.length != dimensions) {
        throw new IllegalArgumentException("Row " + i + " has another length than the others");
      } else {
        System.arraycopy(row, 0, all, i * dimensions, dimensions);
      }
    }
    return new VectorColumn(
        field,
        rows.size(),
        dimensions,
        MemorySegment.ofArray(all),
        anyMissing ? RowSet.ofWords(missing, rows.size()) : null);
  }

  /// One number of a row's vector; 0 where missing.
  public float at(int row, int dimension) {
    return floats.getAtIndex(FLOAT, (long) row * dimensions + dimension);
  }

  /// Copies a row's vector into an array of at least [#dimensions] places; zeros where missing.
  public void copy(int row, float[] target) {
    MemorySegment.copy(floats, FLOAT, 4L * row * dimensions, target, 0, dimensions);
  }

  @Override
  public @Nullable String textAt(int row) {
    return isMissing(row) ? null : head(row, dimensions);
  }

  /// The first numbers of a row's vector as a JSON list; zeros where missing.
  ///
  /// @param most at most so many numbers
  public String head(int row, int most) {
    float[] values = new float[dimensions];
    copy(row, values);
    return textOf(values, 0, Math.min(most, dimensions));
  }

  /// A vector as a JSON list; each number in the shortest form that reads back as the same float,
  /// NaN and the infinities as `NaN`, `Infinity` and `-Infinity`.
  public static String textOf(float[] values, int from, int length) {
    StringBuilder text = new StringBuilder(2 + 10 * length).append('[');
    for (int i = from; i < from + length; i++) {
      if (i > from) {
        text.append(',');
      }
      String number = Float.toString(values[i]);
      text.append(number, 0, number.endsWith(".0") ? number.length() - 2 : number.length());
    }
    return text.append(']').toString();
  }
}
