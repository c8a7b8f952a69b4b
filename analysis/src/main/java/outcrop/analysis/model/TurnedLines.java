package outcrop.analysis.model;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// A few lines, such as the centres of clusters or the axes of a projection, turned so that each
/// lane of a register holds another of them: four vectors are compared with two registers of them
/// at once. What comes out for a vector `x` and a line `c` is `offset(c) + factor · x·c`.
///
/// Sums run over the dimensions in their order, whatever the width of the registers.
final class TurnedLines {
  private static final VectorSpecies<Float> SPECIES = Kernels.SPECIES;
  private static final int LANES = Kernels.LANES;
  private static final int WIDTH = 2 * LANES;

  /// Further than anything, but finite: what fills the last register is never nearest.
  private static final float FAR = Float.MAX_VALUE / 4;

  private final int count;
  private final int dimensions;
  private final int padded;
  private final float[] turned;
  private final float[] offsets;

  private TurnedLines(int count, int dimensions) {
    this.count = count;
    this.dimensions = dimensions;
    this.padded = Math.max(1, (count + WIDTH - 1) / WIDTH) * WIDTH;
    this.turned = new float[Math.multiplyExact(padded, dimensions)];
    this.offsets = new float[padded];
  }

  /// For squared Euclidean distances, less the square of the vector itself: `|c|² − 2·x·c`.
  static TurnedLines forDistances(Vectors lines) {
    TurnedLines made = new TurnedLines(lines.lines(), lines.dimensions());
    made.turn(lines, -2);
    for (int line = 0; line < made.padded; line++) {
      float square = 0;
      if (line < made.count) {
        for (int i = lines.start(line), end = i + made.dimensions; i < end; i++) {
          square += lines.values()[i] * lines.values()[i];
        }
      }
      made.offsets[line] = line < made.count ? square : FAR;
    }
    return made;
  }

  /// For scalar products.
  static TurnedLines forProducts(Vectors lines) {
    TurnedLines made = new TurnedLines(lines.lines(), lines.dimensions());
    made.turn(lines, 1);
    return made;
  }

  /// For scalar products with the columns of a matrix.
  static TurnedLines forProductsWithColumns(Vectors matrix) {
    TurnedLines made = new TurnedLines(matrix.dimensions(), matrix.lines());
    for (int j = 0; j < matrix.lines(); j++) {
      int from = matrix.start(j);
      for (int column = 0; column < made.count; column++) {
        int tile = column / WIDTH * WIDTH;
        made.turned[tile * made.dimensions + j * WIDTH + column - tile] =
            matrix.values()[from + column];
      }
    }
    return made;
  }

  private void turn(Vectors lines, float factor) {
    float[] values = lines.values();
    for (int line = 0; line < count; line++) {
      int at = line / WIDTH * WIDTH * dimensions + line % WIDTH;
      for (int i = lines.start(line), end = i + dimensions; i < end; i++, at += WIDTH) {
        turned[at] = factor * values[i];
      }
    }
  }

  /// How many numbers come out for a vector: as many as there are lines, and what fills the last
  /// registers.
  int padded() {
    return padded;
  }

  /// The numbers of four vectors that follow one another.
  ///
  /// @param start where the first begins
  /// @param found gets four times [#padded] numbers
  void four(float[] values, int start, float[] found) {
    for (int tile = 0; tile < padded; tile += WIDTH) {
      four(turned, offsets, tile, dimensions, values, start, found, padded);
    }
  }

  /// The numbers of one vector.
  ///
  /// @param found gets [#padded] numbers from `at`
  void one(float[] values, int start, float[] found, int at) {
    for (int tile = 0; tile < padded; tile += WIDTH) {
      one(turned, offsets, tile, dimensions, values, start, found, at + tile);
    }
  }

  /// The numbers of every line: one line each, as many dimensions as there are turned lines.
  ///
  /// @param centre what is taken from every line first
  Vectors ofEach(Vectors lines, float[] centre, TaskRunner tasks, TaskContext context) {
    Vectors made =
        new Vectors(lines.lines(), count, new float[Math.multiplyExact(lines.lines(), count)]);
    LineParts.of(lines.lines())
        .each(tasks, context, (_, from, to) -> ofEach(lines, centre, from, to, made));
    return made;
  }

  private void ofEach(Vectors lines, float[] centre, int from, int to, Vectors made) {
    float[] four = new float[4 * dimensions];
    float[] found = new float[4 * padded];
    for (int line = from; line < to; line += 4) {
      int some = Math.min(4, to - line);
      for (int i = 0; i < some; i++) {
        Kernels.subtract(
            lines.values(), lines.start(line + i), centre, four, i * dimensions, dimensions);
      }
      four(four, 0, found);
      for (int i = 0; i < some; i++) {
        System.arraycopy(found, i * padded, made.values(), made.start(line + i), count);
      }
    }
  }

  private static void four(
      float[] turned,
      float[] offsets,
      int tile,
      int dimensions,
      float[] values,
      int start,
      float[] found,
      int padded) {
    FloatVector a0 = FloatVector.fromArray(SPECIES, offsets, tile);
    FloatVector b0 = FloatVector.fromArray(SPECIES, offsets, tile + LANES);
    FloatVector a1 = a0;
    FloatVector b1 = b0;
    FloatVector a2 = a0;
    FloatVector b2 = b0;
    FloatVector a3 = a0;
    FloatVector b3 = b0;
    int second = start + dimensions;
    int third = second + dimensions;
    int fourth = third + dimensions;
    for (int j = 0, p = tile * dimensions; j < dimensions; j++, p += WIDTH) {
      FloatVector a = FloatVector.fromArray(SPECIES, turned, p);
      FloatVector b = FloatVector.fromArray(SPECIES, turned, p + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, values[start + j]);
      a0 = x.fma(a, a0);
      b0 = x.fma(b, b0);
      x = FloatVector.broadcast(SPECIES, values[second + j]);
      a1 = x.fma(a, a1);
      b1 = x.fma(b, b1);
      x = FloatVector.broadcast(SPECIES, values[third + j]);
      a2 = x.fma(a, a2);
      b2 = x.fma(b, b2);
      x = FloatVector.broadcast(SPECIES, values[fourth + j]);
      a3 = x.fma(a, a3);
      b3 = x.fma(b, b3);
    }
    a0.intoArray(found, tile);
    b0.intoArray(found, tile + LANES);
    a1.intoArray(found, padded + tile);
    b1.intoArray(found, padded + tile + LANES);
    a2.intoArray(found, 2 * padded + tile);
    b2.intoArray(found, 2 * padded + tile + LANES);
    a3.intoArray(found, 3 * padded + tile);
    b3.intoArray(found, 3 * padded + tile + LANES);
  }

  private static void one(
      float[] turned,
      float[] offsets,
      int tile,
      int dimensions,
      float[] values,
      int start,
      float[] found,
      int at) {
    FloatVector a = FloatVector.fromArray(SPECIES, offsets, tile);
    FloatVector b = FloatVector.fromArray(SPECIES, offsets, tile + LANES);
    for (int j = 0, p = tile * dimensions; j < dimensions; j++, p += WIDTH) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[start + j]);
      a = x.fma(FloatVector.fromArray(SPECIES, turned, p), a);
      b = x.fma(FloatVector.fromArray(SPECIES, turned, p + LANES), b);
    }
    a.intoArray(found, at);
    b.intoArray(found, at + LANES);
  }
}
