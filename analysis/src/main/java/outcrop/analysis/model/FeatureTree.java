package outcrop.analysis.model;

import java.util.Arrays;
import java.util.List;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import smile.vq.BIRCH;

/// BIRCH: Smile's tree of clustering features gathers the lines into small round groups, whose
/// means are then merged by Ward's linkage; every line joins the cluster of its nearest group.
final class FeatureTree {
  private static final int BRANCHES = 20;
  private static final int GROUPS_PER_LEAF = 20;
  private static final int MOST_GROUPS = 1_000;
  private static final int SAMPLE = 2_000;
  private static final double WIDER = 1.5;

  private final Vectors vectors;
  private final ClusterMethod.Birch method;
  private final TaskRunner tasks;
  private final TaskContext context;

  FeatureTree(Vectors vectors, ClusterMethod.Birch method, TaskRunner tasks, TaskContext context) {
    this.vectors = vectors;
    this.method = method;
    this.tasks = tasks;
    this.context = context;
  }

  FoundClusters run(long seed) {
    double radius = method.radius() > 0 ? method.radius() : firstRadius(seed);
    double[][] groups = groups(radius);
    while (groups.length > Agglomeration.MOST_LINES
        || method.radius() == 0 && groups.length > Math.max(MOST_GROUPS, 2 * method.k())) {
      radius *= WIDER;
      groups = groups(radius);
    }
    Vectors means = matrix(groups);
    int k = Math.min(method.k(), means.lines());
    int[] merged = Agglomeration.partition(means, k, ClusterMethod.Linkage.WARD, context);
    int[] labels = Nearest.of(vectors, means, tasks, context);
    for (int line = 0; line < labels.length; line++) {
      labels[line] = merged[labels[line]];
    }
    String note =
        "Gathered into %,d small groups of radius %.4g, then merged."
            .formatted(means.lines(), radius);
    return new FoundClusters(labels, List.of(note));
  }

  /// The distance of a line to its nearest neighbour in a sample, in the middle.
  private double firstRadius(long seed) {
    Vectors sample =
        vectors.choose(LineSample.of(vectors.lines(), SAMPLE, Seeds.generator(seed, 0)));
    double[] nearest = new double[sample.lines()];
    float[] keys = new NearestScan(sample).ofThemselves(1, tasks, context).keys;
    Arrays.setAll(nearest, line -> Math.sqrt(keys[line]));
    Arrays.sort(nearest);
    double middle = nearest[nearest.length / 2];
    // Where most lines have a twin, the first that has none.
    return middle > 0
        ? middle
        : Arrays.stream(nearest).filter(each -> each > 0).findFirst().orElse(1);
  }

  private double[][] groups(double radius) {
    BIRCH tree = new BIRCH(vectors.dimensions(), BRANCHES, GROUPS_PER_LEAF, radius);
    double[] vector = new double[vectors.dimensions()];
    for (int line = 0; line < vectors.lines(); line++) {
      if (line % 256 == 0) {
        context.checkCancelled();
        context.progress(line, vectors.lines());
      }
      int start = vectors.start(line);
      for (int j = 0; j < vector.length; j++) {
        vector[j] = vectors.values()[start + j];
      }
      tree.update(vector);
    }
    return tree.centroids();
  }

  private static Vectors matrix(double[][] lines) {
    int dimensions = lines[0].length;
    float[] values = new float[lines.length * dimensions];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) lines[i / dimensions][i % dimensions];
    }
    return new Vectors(lines.length, dimensions, values);
  }
}
