package outcrop.analysis.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

/// Makes the vectors of all rows, in parts that run beside each other.
final class RowVectors {
  /// A multiple of 64, so that no two parts share a word of the mask.
  private static final int PART = 64;

  private RowVectors() {}

  /// Makes the vectors of one row after the other, for one thread.
  @FunctionalInterface
  interface Maker {
    /// Writes the vector of a row.
    ///
    /// @param vector to be filled; holds whatever was there
    /// @return whether the row has a vector
    boolean make(int row, float[] vector);
  }

  /// The vectors brought to length one; rows whose vector has no length have none.
  ///
  /// @param makers gives each thread one of its own
  static VectorColumn unit(int dimensions, ModelInput input, Supplier<Maker> makers) {
    return of(
        dimensions,
        input,
        () -> {
          Maker maker = makers.get();
          return (row, vector) -> maker.make(row, vector) && normalise(vector);
        });
  }

  /// The vectors as they are made.
  ///
  /// @param makers gives each thread one of its own
  static VectorColumn of(int dimensions, ModelInput input, Supplier<Maker> makers) {
    int rows = input.columns().rowCount();
    MemorySegment floats = Arena.ofAuto().allocate(4L * rows * dimensions, 64);
    long[] missing = new long[RowSet.wordCount(rows)];
    int parts = Math.ceilDiv(rows, PART);
    AtomicInteger done = new AtomicInteger();
    ThreadLocal<Maker> maker = ThreadLocal.withInitial(makers);
    input
        .tasks()
        .forEachPart(
            parts,
            part -> {
              float[] vector = new float[dimensions];
              for (int row = part * PART; row < Math.min(rows, (part + 1) * PART); row++) {
                input.context().checkCancelled();
                if (maker.get().make(row, vector)) {
                  MemorySegment.copy(
                      vector, 0, floats, VectorColumn.FLOAT, 4L * row * dimensions, dimensions);
                } else {
                  missing[row >>> 6] |= 1L << row;
                }
              }
              input.context().progress(done.incrementAndGet(), parts);
            });
    RowSet without = RowSet.ofWords(missing, rows);
    return new VectorColumn(
        new Field(SpaceSpec.VECTOR, FieldType.VECTOR),
        rows,
        dimensions,
        floats,
        without.isEmpty() ? null : without);
  }

  /// Brings a vector to length one.
  ///
  /// @return false where it has no length that could be changed
  static boolean normalise(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    if (!(square > 0) || !Double.isFinite(square)) {
      return false;
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return true;
  }
}
