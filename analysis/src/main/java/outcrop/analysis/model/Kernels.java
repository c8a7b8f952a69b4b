package outcrop.analysis.model;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What is done with one or two vectors, several dimensions at a time. Each is a method of its own
/// and small, so that the compiler keeps registers in registers.
///
/// All take a place in a row-major array and the number of dimensions.
final class Kernels {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private Kernels() {}

  static float dot(float[] a, int atA, float[] b, int atB, int dimensions) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(dimensions);
    for (int j = 0; j < whole; j += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, a, atA + j)
              .fma(FloatVector.fromArray(SPECIES, b, atB + j), sum);
    }
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int j = whole; j < dimensions; j++) {
      total += a[atA + j] * b[atB + j];
    }
    return total;
  }

  static float squaredDistance(float[] a, int atA, float[] b, int atB, int dimensions) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(dimensions);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector gap =
          FloatVector.fromArray(SPECIES, a, atA + j)
              .sub(FloatVector.fromArray(SPECIES, b, atB + j));
      sum = gap.fma(gap, sum);
    }
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int j = whole; j < dimensions; j++) {
      float gap = a[atA + j] - b[atB + j];
      total += gap * gap;
    }
    return total;
  }

  /// Adds a vector to another.
  static void add(float[] from, int atFrom, float[] to, int atTo, int dimensions) {
    int whole = SPECIES.loopBound(dimensions);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector.fromArray(SPECIES, to, atTo + j)
          .add(FloatVector.fromArray(SPECIES, from, atFrom + j))
          .intoArray(to, atTo + j);
    }
    for (int j = whole; j < dimensions; j++) {
      to[atTo + j] += from[atFrom + j];
    }
  }

  /// Adds a vector times a number to another.
  static void addScaled(
      float scale, float[] from, int atFrom, float[] to, int atTo, int dimensions) {
    FloatVector scales = FloatVector.broadcast(SPECIES, scale);
    int whole = SPECIES.loopBound(dimensions);
    for (int j = 0; j < whole; j += LANES) {
      scales
          .fma(
              FloatVector.fromArray(SPECIES, from, atFrom + j),
              FloatVector.fromArray(SPECIES, to, atTo + j))
          .intoArray(to, atTo + j);
    }
    for (int j = whole; j < dimensions; j++) {
      to[atTo + j] = Math.fma(scale, from[atFrom + j], to[atTo + j]);
    }
  }

  /// Writes the difference of a vector and `centre`, which begins at 0.
  static void subtract(
      float[] from, int atFrom, float[] centre, float[] to, int atTo, int dimensions) {
    int whole = SPECIES.loopBound(dimensions);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector.fromArray(SPECIES, from, atFrom + j)
          .sub(FloatVector.fromArray(SPECIES, centre, j))
          .intoArray(to, atTo + j);
    }
    for (int j = whole; j < dimensions; j++) {
      to[atTo + j] = from[atFrom + j] - centre[j];
    }
  }

  /// The place of the least of `count` numbers from `at`, counted from there; the first of several.
  ///
  /// @param count a multiple of [#LANES]
  static int least(float[] numbers, int at, int count) {
    FloatVector least = FloatVector.fromArray(SPECIES, numbers, at);
    for (int i = LANES; i < count; i += LANES) {
      least = least.min(FloatVector.fromArray(SPECIES, numbers, at + i));
    }
    float value = least.reduceLanes(VectorOperators.MIN);
    for (int i = 0; i < count; i += LANES) {
      long equal =
          FloatVector.fromArray(SPECIES, numbers, at + i)
              .compare(VectorOperators.EQ, value)
              .toLong();
      if (equal != 0) {
        return i + Long.numberOfTrailingZeros(equal);
      }
    }
    return 0;
  }
}
