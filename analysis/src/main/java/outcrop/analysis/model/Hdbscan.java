package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// HDBSCAN (Campello, Moulavi and Sander 2013): core distances, the spanning tree of mutual
/// reachability, and the clusters in it that last longest.
///
/// Time grows with the square of the lines, so more than [#MOST_LINES] are sampled; every other
/// line joins the cluster of the nearest sampled one if it is as near to it as the lines that made
/// it a member.
final class Hdbscan {
  /// The most lines that are compared with each other: some seconds in ten dimensions.
  static final int MOST_LINES = 50_000;

  private static final int FEWEST_LINES = 15;
  private static final int SHARE = 200;

  private final Vectors vectors;
  private final ClusterMethod.Hdbscan method;
  private final TaskRunner tasks;
  private final TaskContext context;

  Hdbscan(Vectors vectors, ClusterMethod.Hdbscan method, TaskRunner tasks, TaskContext context) {
    this.vectors = vectors;
    this.method = method;
    this.tasks = tasks;
    this.context = context;
  }

  FoundClusters run(long seed) {
    List<String> notes = new ArrayList<>();
    if (vectors.lines() <= MOST_LINES) {
      return new FoundClusters(tree(vectors, notes).labels(), notes);
    }
    Vectors sample =
        vectors.choose(LineSample.of(vectors.lines(), MOST_LINES, Seeds.generator(seed, 0)));
    CondensedTree tree = tree(sample, notes);
    int[] found = tree.labels();
    NearestLists nearest = new NearestScan(sample).of(vectors, 1, tasks, context);
    int[] labels = new int[vectors.lines()];
    for (int line = 0; line < labels.length; line++) {
      int near = nearest.ids[line];
      boolean reached = Math.sqrt(nearest.keys[line]) <= tree.reach(near);
      labels[line] = reached ? found[near] : ClusterResult.UNCLUSTERED;
    }
    notes.add(
        "Made from a sample of %,d of %,d rows; the others joined the cluster of the nearest sampled row, if near enough."
            .formatted(MOST_LINES, vectors.lines()));
    return new FoundClusters(labels, notes);
  }

  private CondensedTree tree(Vectors lines, List<String> notes) {
    int smallest = method.smallest();
    if (smallest == 0) {
      smallest = Math.max(FEWEST_LINES, lines.lines() / SHARE);
      notes.add("Clusters have at least %,d rows.".formatted(smallest));
    }
    float[] core = core(lines);
    context.stage("Joining neighbours");
    return new CondensedTree(SpanningTree.of(lines, core, context), smallest);
  }

  /// The distance within which there are as many lines as make a density, the line itself included.
  private float[] core(Vectors lines) {
    int others = Math.min(method.neighbours(), lines.lines()) - 1;
    float[] core = new float[lines.lines()];
    if (others > 0) {
      NearestLists nearest = new NearestScan(lines).ofThemselves(others, tasks, context);
      for (int line = 0; line < core.length; line++) {
        core[line] = (float) Math.sqrt(nearest.keys[line * others + others - 1]);
      }
    }
    return core;
  }
}
