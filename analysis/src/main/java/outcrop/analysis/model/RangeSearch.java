package outcrop.analysis.model;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// For each line the lines within a radius, itself included, in rising order.
///
/// @param found one list per line
record RangeSearch(int[][] found) {
  private static final int QUERIES_AT_ONCE = 256;

  /// The fast comparison rounds; what it lets pass by a little is measured exactly.
  private static final float ROUNDING = 1e-3f;

  /// Searches.
  ///
  /// @param most pairs that are kept at most
  /// @return null where there are more pairs
  static @org.jspecify.annotations.Nullable RangeSearch of(
      Vectors vectors, double radius, long most, TaskRunner tasks, TaskContext context) {
    int[][] found = new int[vectors.lines()][];
    float[] centre = NearestScan.centre(vectors);
    AtomicLong pairs = new AtomicLong();
    PartProgress done = new PartProgress(context, vectors.lines());
    int parts = (vectors.lines() + QUERIES_AT_ONCE - 1) / QUERIES_AT_ONCE;
    tasks.forEachPart(
        parts,
        part -> {
          int from = part * QUERIES_AT_ONCE;
          int to = Math.min(vectors.lines(), from + QUERIES_AT_ONCE);
          if (pairs.get() <= most) {
            Search search = new Search(vectors, centre, radius, from, to);
            search.run(context);
            for (int query = from; query < to; query++) {
              found[query] = search.list(query - from);
              pairs.addAndGet(found[query].length);
            }
            done.add(to - from);
          }
        });
    return pairs.get() > most ? null : new RangeSearch(found);
  }

  /// The search for a few lines.
  private static final class Search {
    private final Vectors vectors;
    private final float[] centre;
    private final double square;
    private final int from;
    private final float[] moved;
    private final float[] limits;
    private final int[][] lists;
    private final int[] counts;

    Search(Vectors vectors, float[] centre, double radius, int from, int to) {
      int dimensions = vectors.dimensions();
      this.vectors = vectors;
      this.centre = centre;
      this.square = radius * radius;
      this.from = from;
      this.moved = new float[(to - from) * dimensions];
      this.limits = new float[to - from];
      this.lists = new int[to - from][16];
      this.counts = new int[to - from];
      for (int query = from; query < to; query++) {
        int at = (query - from) * dimensions;
        Kernels.subtract(vectors.values(), vectors.start(query), centre, moved, at, dimensions);
        float length = Kernels.dot(moved, at, moved, at, dimensions);
        limits[query - from] =
            (float) square - length + ROUNDING * ((float) square + length) + Float.MIN_NORMAL;
      }
    }

    void run(TaskContext context) {
      int fitting = Math.min(LineBlock.fitting(vectors.dimensions()), vectors.lines());
      LineBlock block = new LineBlock(vectors.dimensions(), fitting);
      float[] near = new float[2 * LineBlock.WIDTH];
      for (int first = 0; first < vectors.lines(); first += fitting) {
        context.checkCancelled();
        block.fill(vectors, centre, null, first, Math.min(vectors.lines(), first + fitting));
        for (int tile = 0; tile < block.tiles(); tile++) {
          for (int query = 0; query < limits.length; query += 2) {
            compare(block, tile, query, Math.min(query + 1, limits.length - 1), near);
          }
        }
      }
    }

    private void compare(LineBlock block, int tile, int query, int next, float[] near) {
      int dimensions = vectors.dimensions();
      float other = next == query ? Float.NEGATIVE_INFINITY : limits[next];
      int below =
          block.compare(
              tile, moved, query * dimensions, next * dimensions, limits[query], other, near);
      if ((below & 1) != 0) {
        take(block, tile, query, near, 0);
      }
      if ((below & 2) != 0) {
        take(block, tile, next, near, LineBlock.WIDTH);
      }
    }

    private void take(LineBlock block, int tile, int query, float[] near, int start) {
      for (int place = 0; place < LineBlock.WIDTH; place++) {
        if (near[start + place] < limits[query]) {
          int line = block.line(tile, place);
          if (ExactDistances.square(vectors, from + query, vectors, line) <= square) {
            if (counts[query] == lists[query].length) {
              lists[query] = Arrays.copyOf(lists[query], 2 * counts[query]);
            }
            lists[query][counts[query]++] = line;
          }
        }
      }
    }

    int[] list(int query) {
      return Arrays.copyOf(lists[query], counts[query]);
    }
  }
}
