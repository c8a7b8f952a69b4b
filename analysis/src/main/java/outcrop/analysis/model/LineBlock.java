package outcrop.analysis.model;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Some lines of a matrix, turned so that each lane of a register holds another line: a query is
/// compared with many of them at once and nothing is ever summed across lanes. A sum runs over the
/// dimensions in their order whatever the width of the registers, so results do not depend on it.
///
/// The square of the distance is `|c|² − 2·q·c + |q|²`; the last term is the same for all
/// candidates of a query and left out here. Vectors are moved by a common `centre` first, without
/// which large coordinates would swallow small differences.
final class LineBlock {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// Lines in one tile.
  static final int WIDTH = 4 * LANES;

  private static final float FAR = Float.MAX_VALUE / 4;
  private static final int TARGET_FLOATS = 1 << 16;

  private final int dimensions;
  private final float[] turned;
  private final float[] squares;
  private final int[] lines;
  private int count;

  /// @param most lines that it must be able to hold
  LineBlock(int dimensions, int most) {
    this.dimensions = dimensions;
    int padded = (most + WIDTH - 1) / WIDTH * WIDTH;
    this.turned = new float[padded * dimensions];
    this.squares = new float[padded];
    this.lines = new int[padded];
  }

  /// How many lines fit well into the nearest memory.
  static int fitting(int dimensions) {
    return Math.max(WIDTH, TARGET_FLOATS / Math.max(1, dimensions) / WIDTH * WIDTH);
  }

  /// Takes in the lines `order[from…to−1]`, or `from…to−1` themselves without an order.
  void fill(Vectors vectors, float[] centre, int @Nullable [] order, int from, int to) {
    count = to - from;
    float[] values = vectors.values();
    for (int at = 0; at < count; at++) {
      int line = order == null ? from + at : order[from + at];
      lines[at] = line;
      int source = vectors.start(line);
      int target = at / WIDTH * WIDTH * dimensions + at % WIDTH;
      float square = 0;
      for (int j = 0; j < dimensions; j++, target += WIDTH) {
        float value = values[source + j] - centre[j];
        square += value * value;
        turned[target] = -2 * value;
      }
      squares[at] = square;
    }
    for (int at = count; at % WIDTH != 0; at++) {
      int target = at / WIDTH * WIDTH * dimensions + at % WIDTH;
      for (int j = 0; j < dimensions; j++, target += WIDTH) {
        turned[target] = 0;
      }
      squares[at] = FAR;
    }
  }

  int tiles() {
    return (count + WIDTH - 1) / WIDTH;
  }

  /// Whether there is a line at a place of a tile; the last tile may not be full.
  boolean holds(int tile, int place) {
    return tile * WIDTH + place < count;
  }

  /// The line at a place of a tile.
  int line(int tile, int place) {
    return lines[tile * WIDTH + place];
  }

  /// Compares two queries with a tile.
  ///
  /// @param queries moved by the centre, one after the other
  /// @param first where the first query begins
  /// @param second where the second begins; may be the same
  /// @param limit1 up to what the first query wants to know
  /// @param found gets [#WIDTH] numbers for the first query and as many for the second
  /// @return 1 where a candidate is below the first limit, 2 the second, 3 both, 0 neither
  int compare(
      int tile, float[] queries, int first, int second, float limit1, float limit2, float[] found) {
    return pair(
        turned, squares, tile * WIDTH, dimensions, queries, first, second, limit1, limit2, found);
  }

  private static int pair(
      float[] turned,
      float[] squares,
      int base,
      int dimensions,
      float[] queries,
      int first,
      int second,
      float limit1,
      float limit2,
      float[] found) {
    FloatVector a0 = FloatVector.fromArray(SPECIES, squares, base);
    FloatVector a1 = FloatVector.fromArray(SPECIES, squares, base + LANES);
    FloatVector a2 = FloatVector.fromArray(SPECIES, squares, base + 2 * LANES);
    FloatVector a3 = FloatVector.fromArray(SPECIES, squares, base + 3 * LANES);
    FloatVector b0 = a0;
    FloatVector b1 = a1;
    FloatVector b2 = a2;
    FloatVector b3 = a3;
    for (int j = 0, p = base * dimensions; j < dimensions; j++, p += WIDTH) {
      FloatVector x = FloatVector.broadcast(SPECIES, queries[first + j]);
      FloatVector y = FloatVector.broadcast(SPECIES, queries[second + j]);
      FloatVector c0 = FloatVector.fromArray(SPECIES, turned, p);
      FloatVector c1 = FloatVector.fromArray(SPECIES, turned, p + LANES);
      FloatVector c2 = FloatVector.fromArray(SPECIES, turned, p + 2 * LANES);
      FloatVector c3 = FloatVector.fromArray(SPECIES, turned, p + 3 * LANES);
      a0 = x.fma(c0, a0);
      a1 = x.fma(c1, a1);
      a2 = x.fma(c2, a2);
      a3 = x.fma(c3, a3);
      b0 = y.fma(c0, b0);
      b1 = y.fma(c1, b1);
      b2 = y.fma(c2, b2);
      b3 = y.fma(c3, b3);
    }
    int below = 0;
    if (a0.min(a1).min(a2.min(a3)).compare(VectorOperators.LT, limit1).anyTrue()) {
      below = 1;
      a0.intoArray(found, 0);
      a1.intoArray(found, LANES);
      a2.intoArray(found, 2 * LANES);
      a3.intoArray(found, 3 * LANES);
    }
    if (b0.min(b1).min(b2.min(b3)).compare(VectorOperators.LT, limit2).anyTrue()) {
      below |= 2;
      b0.intoArray(found, WIDTH);
      b1.intoArray(found, WIDTH + LANES);
      b2.intoArray(found, WIDTH + 2 * LANES);
      b3.intoArray(found, WIDTH + 3 * LANES);
    }
    return below;
  }
}
