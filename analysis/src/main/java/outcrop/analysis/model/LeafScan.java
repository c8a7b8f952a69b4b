package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Compares the lines of each leaf of a tree with each other.
final class LeafScan {
  private final Vectors vectors;
  private final float[] centre;
  private final NearestLists lists;

  LeafScan(Vectors vectors, float[] centre, NearestLists lists) {
    this.vectors = vectors;
    this.centre = centre;
    this.lists = lists;
  }

  /// @param places where each line of the tree stands in the matrix
  void run(
      CutTree tree, int[] places, TaskRunner tasks, TaskContext context, PartProgress progress) {
    tasks.forEachPart(
        tree.leaves(),
        leaf -> {
          context.checkCancelled();
          int from = tree.starts()[leaf];
          int count = tree.starts()[leaf + 1] - from;
          int[] lines = new int[count];
          for (int i = 0; i < count; i++) {
            lines[i] = places[tree.order()[from + i]];
          }
          compare(lines);
          progress.add(count);
        });
  }

  private void compare(int[] lines) {
    int dimensions = vectors.dimensions();
    LineBlock block = new LineBlock(dimensions, lines.length);
    block.fill(vectors, centre, lines, 0, lines.length);
    float[] moved = new float[lines.length * dimensions];
    float[] squares = new float[lines.length];
    for (int i = 0, at = 0; i < lines.length; i++) {
      int source = vectors.start(lines[i]);
      for (int j = 0; j < dimensions; j++, at++) {
        moved[at] = vectors.values()[source + j] - centre[j];
        squares[i] += moved[at] * moved[at];
      }
    }
    float[] found = new float[2 * LineBlock.WIDTH];
    for (int i = 0; i < lines.length; i += 2) {
      int next = Math.min(i + 1, lines.length - 1);
      for (int tile = 0; tile < block.tiles(); tile++) {
        float limit = lists.limit(lines[i]) - squares[i];
        float nextLimit =
            next == i ? Float.NEGATIVE_INFINITY : lists.limit(lines[next]) - squares[next];
        int below =
            block.compare(tile, moved, i * dimensions, next * dimensions, limit, nextLimit, found);
        if ((below & 1) != 0) {
          take(block, tile, found, 0, lines[i], squares[i]);
        }
        if ((below & 2) != 0) {
          take(block, tile, found, LineBlock.WIDTH, lines[next], squares[next]);
        }
      }
    }
  }

  private void take(LineBlock block, int tile, float[] found, int start, int query, float square) {
    for (int place = 0; place < LineBlock.WIDTH; place++) {
      float key = Math.max(0, found[start + place] + square);
      if (key < lists.limit(query) && block.holds(tile, place)) {
        int line = block.line(tile, place);
        if (line != query && !lists.contains(query, line)) {
          lists.insert(query, line, key);
        }
      }
    }
  }
}
