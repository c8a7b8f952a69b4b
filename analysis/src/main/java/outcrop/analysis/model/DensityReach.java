package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import smile.clustering.DBSCAN;
import smile.neighbor.Neighbor;

/// DBSCAN by Smile over our own search within a radius, which is made beforehand on all threads and
/// lets Smile be cancelled.
///
/// Time grows with the square of the lines, so more than [#MOST_LINES] are sampled; every other
/// line joins the cluster of the nearest sampled one within the radius.
final class DensityReach {
  /// The most lines that are compared with each other.
  static final int MOST_LINES = 50_000;

  private static final long MOST_PAIRS = 50_000_000;
  private static final int KNEE_LINES = 2_000;

  private final Vectors vectors;
  private final ClusterSpec spec;
  private final ClusterMethod.Dbscan method;
  private final TaskRunner tasks;
  private final TaskContext context;

  DensityReach(
      Vectors vectors,
      ClusterSpec spec,
      ClusterMethod.Dbscan method,
      TaskRunner tasks,
      TaskContext context) {
    this.vectors = vectors;
    this.spec = spec;
    this.method = method;
    this.tasks = tasks;
    this.context = context;
  }

  FoundClusters run() {
    List<String> notes = new ArrayList<>();
    boolean all = vectors.lines() <= MOST_LINES;
    Vectors sample =
        all
            ? vectors
            : vectors.choose(
                LineSample.of(vectors.lines(), MOST_LINES, Seeds.generator(spec.seed(), 0)));
    double radius = method.radius();
    if (radius == 0) {
      radius = knee(sample);
      notes.add(
          "The radius %.4g was taken from the distances between neighbours.".formatted(radius));
    }
    int[] found = clusters(sample, radius);
    if (all) {
      return new FoundClusters(found, notes);
    }
    notes.add(
        "Made from a sample of %,d of %,d rows; the others joined the cluster of the nearest sampled row within the radius."
            .formatted(MOST_LINES, vectors.lines()));
    NearestLists nearest = new NearestScan(sample).of(vectors, 1, tasks, context);
    int[] labels = new int[vectors.lines()];
    for (int line = 0; line < labels.length; line++) {
      boolean reached = Math.sqrt(nearest.keys[line]) <= radius;
      labels[line] = reached ? found[nearest.ids[line]] : ClusterResult.UNCLUSTERED;
    }
    return new FoundClusters(labels, notes);
  }

  private int[] clusters(Vectors sample, double radius) {
    RangeSearch search = RangeSearch.of(sample, radius, MOST_PAIRS, tasks, context);
    if (search == null) {
      throw new UserFailure(
          "Within the radius %.4g of “%s” rows have over %,d neighbours in the mean; choose a smaller radius."
              .formatted(radius, spec.space(), MOST_PAIRS / sample.lines()));
    }
    Integer[] lines = new Integer[sample.lines()];
    Arrays.setAll(lines, line -> line);
    DBSCAN<Integer> found =
        DBSCAN.fit(
            lines,
            (line, _, neighbours) -> {
              context.checkCancelled();
              for (int near : search.found()[line]) {
                neighbours.add(Neighbor.of(lines[near], near, 0));
              }
            },
            method.neighbours(),
            radius);
    int[] labels = new int[sample.lines()];
    // Smile's mark for lines in no cluster is above all clusters.
    Arrays.setAll(
        labels,
        line -> found.group(line) < found.k() ? found.group(line) : ClusterResult.UNCLUSTERED);
    return labels;
  }

  /// Where the curve of the distances to the furthest needed neighbour bends: the point furthest
  /// below the straight line between its ends.
  private double knee(Vectors sample) {
    int others = Math.min(Math.max(1, method.neighbours() - 1), sample.lines() - 1);
    Vectors asked =
        sample.choose(LineSample.of(sample.lines(), KNEE_LINES, Seeds.generator(spec.seed(), 1)));
    // The nearest of each is the line itself.
    NearestLists nearest = new NearestScan(sample).of(asked, others + 1, tasks, context);
    double[] curve = new double[asked.lines()];
    Arrays.setAll(curve, i -> Math.sqrt(nearest.keys[i * (others + 1) + others]));
    Arrays.sort(curve);
    int last = curve.length - 1;
    double rise = curve[last] - curve[0];
    int bend = last / 2;
    double deepest = 0;
    for (int i = 0; i <= last; i++) {
      double below = curve[0] + rise * i / Math.max(1, last) - curve[i];
      if (below > deepest) {
        deepest = below;
        bend = i;
      }
    }
    return curve[bend] > 0
        ? curve[bend]
        : Arrays.stream(curve).filter(each -> each > 0).findFirst().orElse(1);
  }
}
