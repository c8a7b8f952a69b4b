package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;

/// Lines cut in halves again and again, each time at the median along the direction from one random
/// line to another, until the leaves are small.
///
/// @param order all lines, those of a leaf side by side
/// @param starts where each leaf begins, and the end
record CutTree(int[] order, int[] starts) {
  private static final int TRIES = 8;

  static CutTree grow(Vectors vectors, int leaf, long seed, int tree, TaskContext context) {
    return new Growth(vectors, leaf, Seeds.generator(seed, tree), context).run();
  }

  int leaves() {
    return starts.length - 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CutTree that
        && java.util.Arrays.equals(order, that.order)
        && java.util.Arrays.equals(starts, that.starts);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(order);
  }

  private static final class Growth {
    private final Vectors vectors;
    private final int leaf;
    private final RandomGenerator random;
    private final TaskContext context;
    private final int[] order;
    private final float[] along;
    private final List<Integer> starts = new ArrayList<>();

    Growth(Vectors vectors, int leaf, RandomGenerator random, TaskContext context) {
      this.vectors = vectors;
      this.leaf = leaf;
      this.random = random;
      this.context = context;
      this.order = new int[vectors.lines()];
      java.util.Arrays.setAll(order, line -> line);
      this.along = new float[order.length];
    }

    CutTree run() {
      cut(0, order.length);
      starts.add(order.length);
      return new CutTree(order, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Halving keeps the depth below 31 whatever the data.
    private void cut(int from, int to) {
      if (to - from <= leaf) {
        starts.add(from);
        return;
      }
      float[] direction = direction(from, to);
      for (int at = from; at < to; at++) {
        if ((at & 0x3fff) == 0) {
          context.checkCancelled();
        }
        along[at] =
            Kernels.dot(vectors.values(), vectors.start(order[at]), direction, 0, direction.length);
      }
      int middle = (from + to) >>> 1;
      select(from, to - 1, middle);
      cut(from, middle);
      cut(middle, to);
    }

    /// From one line to another; where all tries meet equal lines, any direction will do.
    private float[] direction(int from, int to) {
      float[] direction = new float[vectors.dimensions()];
      for (int attempt = 0; attempt < TRIES; attempt++) {
        int a = vectors.start(order[from + random.nextInt(to - from)]);
        int b = vectors.start(order[from + random.nextInt(to - from)]);
        boolean differ = false;
        for (int j = 0; j < direction.length; j++) {
          direction[j] = vectors.values()[a + j] - vectors.values()[b + j];
          differ |= direction[j] != 0;
        }
        if (differ) {
          return direction;
        }
      }
      return direction;
    }

    /// Moves what is least before the place `middle` and the rest behind it.
    private void select(int first, int last, int middle) {
      int low = first;
      int high = last;
      while (low < high) {
        float pivot = along[(low + high) >>> 1];
        int i = low;
        int j = high;
        while (i <= j) {
          while (along[i] < pivot) {
            i++;
          }
          while (along[j] > pivot) {
            j--;
          }
          if (i <= j) {
            swap(i++, j--);
          }
        }
        if (middle <= j) {
          high = j;
        } else if (middle >= i) {
          low = i;
        } else {
          return;
        }
      }
    }

    private void swap(int i, int j) {
      float value = along[i];
      along[i] = along[j];
      along[j] = value;
      int line = order[i];
      order[i] = order[j];
      order[j] = line;
    }
  }
}
