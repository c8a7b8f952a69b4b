package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The nearest lines of many queries by comparing each query with each candidate, in blocks that
/// stay in the nearest memory. Each query is answered by one thread that meets the candidates in
/// their order, so the answer does not depend on the number of threads.
final class NearestScan {
  private static final int QUERIES_AT_ONCE = 512;

  private final Vectors candidates;
  private final float[] centre;

  /// @param candidates [VectorDistance#comparable] vectors
  NearestScan(Vectors candidates) {
    this.candidates = candidates;
    this.centre = centre(candidates);
  }

  /// The mean of the lines.
  static float[] centre(Vectors vectors) {
    double[] sums = new double[vectors.dimensions()];
    for (int line = 0, at = 0; line < vectors.lines(); line++) {
      for (int j = 0; j < sums.length; j++, at++) {
        sums[j] += vectors.values()[at];
      }
    }
    float[] centre = new float[sums.length];
    for (int j = 0; j < sums.length; j++) {
      centre[j] = (float) (sums[j] / Math.max(1, vectors.lines()));
    }
    return centre;
  }

  /// The `k` nearest candidates of each line of `queries`, with exact squared distances.
  ///
  /// @param k at most as many as there are candidates
  NearestLists of(Vectors queries, int k, TaskRunner tasks, TaskContext context) {
    NearestLists lists = new NearestLists(queries.lines(), k);
    run(queries, false, lists, tasks, context);
    return lists;
  }

  /// The `k` nearest other candidates of each candidate.
  NearestLists ofThemselves(int k, TaskRunner tasks, TaskContext context) {
    NearestLists lists = new NearestLists(candidates.lines(), k);
    run(candidates, true, lists, tasks, context);
    return lists;
  }

  private void run(
      Vectors queries, boolean same, NearestLists lists, TaskRunner tasks, TaskContext context) {
    PartProgress done = new PartProgress(context, queries.lines());
    int parts = (queries.lines() + QUERIES_AT_ONCE - 1) / QUERIES_AT_ONCE;
    int fitting = Math.min(LineBlock.fitting(candidates.dimensions()), candidates.lines());
    tasks.forEachPart(
        parts,
        part -> {
          int from = part * QUERIES_AT_ONCE;
          int to = Math.min(queries.lines(), from + QUERIES_AT_ONCE);
          float[] moved = moved(queries, from, to);
          LineBlock block = new LineBlock(candidates.dimensions(), fitting);
          float[] found = new float[2 * LineBlock.WIDTH];
          for (int first = 0; first < candidates.lines(); first += fitting) {
            context.checkCancelled();
            block.fill(
                candidates, centre, null, first, Math.min(candidates.lines(), first + fitting));
            for (int tile = 0; tile < block.tiles(); tile++) {
              scan(block, tile, moved, from, to, same, lists, found);
            }
          }
          ExactDistances.sort(queries, candidates, lists, from, to);
          done.add(to - from);
        });
  }

  private float[] moved(Vectors queries, int from, int to) {
    int dimensions = queries.dimensions();
    float[] moved = new float[(to - from) * dimensions];
    for (int i = 0, source = queries.start(from); i < moved.length; i++, source++) {
      moved[i] = queries.values()[source] - centre[i % dimensions];
    }
    return moved;
  }

  private static void scan(
      LineBlock block,
      int tile,
      float[] moved,
      int from,
      int to,
      boolean same,
      NearestLists lists,
      float[] found) {
    int dimensions = moved.length / (to - from);
    for (int query = from; query < to; query += 2) {
      int next = Math.min(query + 1, to - 1);
      int below =
          block.compare(
              tile,
              moved,
              (query - from) * dimensions,
              (next - from) * dimensions,
              lists.limit(query),
              next == query ? Float.NEGATIVE_INFINITY : lists.limit(next),
              found);
      if ((below & 1) != 0) {
        take(block, tile, found, 0, query, same, lists);
      }
      if ((below & 2) != 0) {
        take(block, tile, found, LineBlock.WIDTH, next, same, lists);
      }
    }
  }

  private static void take(
      LineBlock block,
      int tile,
      float[] found,
      int start,
      int query,
      boolean same,
      NearestLists lists) {
    float limit = lists.limit(query);
    for (int place = 0; place < LineBlock.WIDTH; place++) {
      float key = found[start + place];
      if (key < limit) {
        int line = block.line(tile, place);
        if (!same || line != query) {
          lists.insert(query, line, key);
          limit = lists.limit(query);
        }
      }
    }
  }
}
