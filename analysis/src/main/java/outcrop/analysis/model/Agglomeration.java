package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import smile.clustering.HierarchicalClustering;
import smile.clustering.linkage.CompleteLinkage;
import smile.clustering.linkage.Linkage;
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
    Linkage merging =
        switch (linkage) {
          case WARD -> new WardLinkage(lines, distances);
          case COMPLETE -> new CompleteLinkage(lines, distances);
          case AVERAGE -> new UPGMALinkage(lines, distances);
          case SINGLE -> new SingleLinkage(lines, distances);
        };
    return HierarchicalClustering.fit(new Stoppable(lines, distances, merging, context))
        .partition(k);
  }

  private static float[] distances(Vectors vectors, TaskContext context) {
    Integer[] lines = new Integer[vectors.lines()];
    java.util.Arrays.setAll(lines, line -> line);
    return Linkage.proximity(
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

  /// A linkage that looks at the wish to stop before each merge.
  private static final class Stoppable extends Linkage {
    private final Linkage linkage;
    private final TaskContext context;

    /// @param linkage over the same distances, which it changes in place
    Stoppable(int lines, float[] distances, Linkage linkage, TaskContext context) {
      super(lines, distances);
      this.linkage = linkage;
      this.context = context;
    }

    @Override
    public void merge(int i, int j) {
      context.checkCancelled();
      linkage.merge(i, j);
    }
  }
}
