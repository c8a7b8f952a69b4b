package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import smile.clustering.HierarchicalClustering;
import smile.clustering.linkage.CompleteLinkage;
import smile.clustering.linkage.SingleLinkage;
import smile.clustering.linkage.UPGMALinkage;
import smile.clustering.linkage.WardLinkage;

/// Hierarchical clustering by Smile. Its memory grows with the square of the lines and it cannot be
/// cancelled, so it gets at most [#MOST_LINES] lines and linkages that look at the wish to stop.
final class Agglomeration {
  /// The most lines: 50 MB of distances, some seconds.
  static final int MOST_LINES = 5_000;

  private Agglomeration() {}

  /// The cluster of each line when `k` are left.
  ///
  /// @param vectors `k`…[#MOST_LINES] lines
  static int[] partition(
      Vectors vectors, int k, ClusterMethod.Linkage linkage, TaskContext context) {
    if (vectors.lines() > MOST_LINES) {
      throw new IllegalArgumentException(vectors.lines() + " lines are too many");
    }
    if (k == 1) {
      return new int[vectors.lines()];
    }
    if (k >= vectors.lines()) {
      int[] alone = new int[vectors.lines()];
      java.util.Arrays.setAll(alone, line -> line);
      return alone;
    }
    float[] distances = distances(vectors, context);
    int lines = vectors.lines();
    return HierarchicalClustering.fit(
            switch (linkage) {
              case WARD -> new Ward(lines, distances, context);
              case COMPLETE -> new Complete(lines, distances, context);
              case AVERAGE -> new Average(lines, distances, context);
              case SINGLE -> new Single(lines, distances, context);
            })
        .partition(k);
  }

  private static float[] distances(Vectors vectors, TaskContext context) {
    Integer[] lines = new Integer[vectors.lines()];
    java.util.Arrays.setAll(lines, line -> line);
    return smile.clustering.linkage.Linkage.proximity(
        lines,
        (a, b) -> {
          if (b == 0) {
            context.checkCancelled();
          }
          return Math.sqrt(
              Kernels.squaredDistance(
                  vectors.values(),
                  vectors.start(a),
                  vectors.values(),
                  vectors.start(b),
                  vectors.dimensions()));
        });
  }

  private static final class Ward extends WardLinkage {
    private final TaskContext context;

    Ward(int lines, float[] distances, TaskContext context) {
      super(lines, distances);
      this.context = context;
    }

    @Override
    public void merge(int i, int j) {
      context.checkCancelled();
      super.merge(i, j);
    }
  }

  private static final class Complete extends CompleteLinkage {
    private final TaskContext context;

    Complete(int lines, float[] distances, TaskContext context) {
      super(lines, distances);
      this.context = context;
    }

    @Override
    public void merge(int i, int j) {
      context.checkCancelled();
      super.merge(i, j);
    }
  }

  private static final class Average extends UPGMALinkage {
    private final TaskContext context;

    Average(int lines, float[] distances, TaskContext context) {
      super(lines, distances);
      this.context = context;
    }

    @Override
    public void merge(int i, int j) {
      context.checkCancelled();
      super.merge(i, j);
    }
  }

  private static final class Single extends SingleLinkage {
    private final TaskContext context;

    Single(int lines, float[] distances, TaskContext context) {
      super(lines, distances);
      this.context = context;
    }

    @Override
    public void merge(int i, int j) {
      context.checkCancelled();
      super.merge(i, j);
    }
  }
}
