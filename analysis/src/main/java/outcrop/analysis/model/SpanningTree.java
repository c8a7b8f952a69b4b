package outcrop.analysis.model;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import outcrop.analysis.task.TaskContext;

/// The minimum spanning tree of mutual reachability: the distance of two lines, or the core
/// distance of one of them where that is larger. By the algorithm of Prim, whose memory grows with
/// the lines and not with the pairs; lanes over the lines that are not in the tree yet.
///
/// @param from one end of each edge
/// @param to the other end
/// @param weights of the edges
record SpanningTree(int[] from, int[] to, float[] weights) {
  private static final VectorSpecies<Float> SPECIES = Kernels.SPECIES;
  private static final int LANES = Kernels.LANES;

  /// @param vectors at least one line
  /// @param core the core distance of each
  static SpanningTree of(Vectors vectors, float[] core, TaskContext context) {
    Outside outside = new Outside(vectors, core);
    int edges = vectors.lines() - 1;
    SpanningTree tree = new SpanningTree(new int[edges], new int[edges], new float[edges]);
    int place = 0;
    for (int edge = 0; edge < edges; edge++) {
      context.checkCancelled();
      if (edge % 1024 == 0) {
        context.progress(edge, edges);
      }
      float least = outside.take(place);
      place = outside.find(least);
      tree.from[edge] = outside.parents[place];
      tree.to[edge] = outside.lines[place];
      tree.weights[edge] = (float) Math.sqrt(least);
    }
    return tree;
  }

  /// The lines that are not in the tree, in tiles as wide as a register; a line that joins the tree
  /// leaves its place to the last one.
  private static final class Outside {
    final Vectors vectors;
    final int dimensions;
    final float[] turned;
    final float[] cores;
    final float[] best;
    final int[] parents;
    final int[] lines;
    final float[] query;
    int count;

    Outside(Vectors vectors, float[] core) {
      this.vectors = vectors;
      this.dimensions = vectors.dimensions();
      this.count = vectors.lines();
      int padded = (count + LANES - 1) / LANES * LANES;
      this.turned = new float[Math.multiplyExact(padded, dimensions)];
      this.cores = new float[padded];
      this.best = new float[padded];
      this.parents = new int[padded];
      this.lines = new int[padded];
      this.query = new float[dimensions];
      java.util.Arrays.fill(best, Float.POSITIVE_INFINITY);
      java.util.Arrays.fill(cores, Float.POSITIVE_INFINITY);
      for (int line = 0; line < count; line++) {
        lines[line] = line;
        cores[line] = core[line] * core[line];
        for (int j = 0; j < dimensions; j++) {
          turned[at(line) + j * LANES] = vectors.values()[vectors.start(line) + j];
        }
      }
    }

    private int at(int place) {
      return place / LANES * LANES * dimensions + place % LANES;
    }

    /// Moves a line into the tree and brings the others up to date.
    ///
    /// @return the square of the least reachability of a line that is not in the tree
    float take(int place) {
      int line = lines[place];
      float core = cores[place];
      System.arraycopy(vectors.values(), vectors.start(line), query, 0, dimensions);
      count--;
      for (int j = 0, from = at(count), to = at(place); j < dimensions; j++) {
        turned[to + j * LANES] = turned[from + j * LANES];
      }
      lines[place] = lines[count];
      cores[place] = cores[count];
      best[place] = best[count];
      parents[place] = parents[count];
      best[count] = Float.POSITIVE_INFINITY;
      cores[count] = Float.POSITIVE_INFINITY;
      return nearer(
          turned, dimensions, query, core, cores, best, parents, line, (count + LANES - 1) / LANES);
    }

    int find(float least) {
      int place = 0;
      while (best[place] != least) {
        place++;
      }
      return place;
    }

    private static float nearer(
        float[] turned,
        int dimensions,
        float[] query,
        float core,
        float[] cores,
        float[] best,
        int[] parents,
        int line,
        int tiles) {
      FloatVector least = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
      FloatVector mine = FloatVector.broadcast(SPECIES, core);
      for (int tile = 0, p = 0, b = 0; tile < tiles; tile++, b += LANES) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int j = 0; j < dimensions; j++, p += LANES) {
          FloatVector gap = FloatVector.fromArray(SPECIES, turned, p).sub(query[j]);
          sum = gap.fma(gap, sum);
        }
        sum = sum.max(mine).max(FloatVector.fromArray(SPECIES, cores, b));
        FloatVector before = FloatVector.fromArray(SPECIES, best, b);
        long closer = sum.compare(VectorOperators.LT, before).toLong();
        if (closer != 0) {
          before = before.min(sum);
          before.intoArray(best, b);
          for (; closer != 0; closer &= closer - 1) {
            parents[b + Long.numberOfTrailingZeros(closer)] = line;
          }
        }
        least = least.min(before);
      }
      return least.reduceLanes(VectorOperators.MIN);
    }
  }
}
