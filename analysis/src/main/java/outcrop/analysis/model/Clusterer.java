package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// The one way from vectors to clusters, whatever the method.
///
/// Clusters come out numbered by falling size, so that the same groups have the same numbers
/// whichever way they were found.
public final class Clusterer {
  private final Vectors vectors;
  private final ClusterSpec spec;
  private final TaskRunner tasks;
  private final TaskContext context;
  private final List<String> notes = new ArrayList<>();

  private Clusterer(Vectors vectors, ClusterSpec spec, TaskRunner tasks, TaskContext context) {
    this.vectors = vectors;
    this.spec = spec;
    this.tasks = tasks;
    this.context = context;
  }

  /// Finds clusters.
  ///
  /// @param vectors finite numbers only ([Vectors#usable])
  /// @throws UserFailure where there are fewer than two different vectors, or fewer than clusters
  ///   asked for
  /// @throws java.util.concurrent.CancellationException when cancelled, at most 200 milliseconds
  ///   after
  public static ClusterResult run(
      Vectors vectors, ClusterSpec spec, TaskRunner tasks, TaskContext context) {
    return new Clusterer(vectors, spec, tasks, context).run();
  }

  private ClusterResult run() {
    checkDifferent(Math.max(2, wanted()));
    return result(find());
  }

  /// How many clusters are asked for, at least.
  private int wanted() {
    return switch (spec.method()) {
      case ClusterMethod.KMeans method -> method.k();
      case ClusterMethod.ChosenKMeans method -> method.fewest();
      case ClusterMethod.Birch method -> method.k();
      case ClusterMethod.Hierarchical method -> method.k();
      case ClusterMethod.XMeans _,
          ClusterMethod.GMeans _,
          ClusterMethod.Hdbscan _,
          ClusterMethod.Dbscan _ ->
          1;
    };
  }

  private int[] find() {
    return switch (spec.method()) {
      case ClusterMethod.KMeans method -> kMeans(method.k(), method.starts());
      case ClusterMethod.ChosenKMeans method -> chosenKMeans(method);
      case ClusterMethod.XMeans method -> split(SplitMeans::byInformation, method.most());
      case ClusterMethod.GMeans method -> split(SplitMeans::byNormality, method.most());
      case ClusterMethod.Hdbscan method ->
          noted(new Hdbscan(vectors, method, tasks, context).run(spec.seed()));
      case ClusterMethod.Dbscan method ->
          noted(new DensityReach(vectors, spec, method, tasks, context).run());
      case ClusterMethod.Birch method ->
          noted(new FeatureTree(vectors, method, tasks, context).run(spec.seed()));
      case ClusterMethod.Hierarchical method -> hierarchical(method);
    };
  }

  private int[] noted(FoundClusters found) {
    notes.addAll(found.notes());
    return found.labels();
  }

  private int[] split(SplitMeans.Criterion criterion, int most) {
    return noted(new SplitMeans(criterion, most, spec.seed(), tasks, context).run(vectors));
  }

  private int[] hierarchical(ClusterMethod.Hierarchical method) {
    if (vectors.lines() <= Agglomeration.MOST_LINES) {
      return Agglomeration.partition(vectors, method.k(), method.linkage(), context);
    }
    int[] chosen =
        LineSample.of(vectors.lines(), Agglomeration.MOST_LINES, Seeds.generator(spec.seed(), 0));
    Vectors sample = vectors.choose(chosen);
    int[] found = Agglomeration.partition(sample, method.k(), method.linkage(), context);
    Vectors means =
        ClusterMeans.of(sample, found, method.k(), tasks, new QuietContext(context)).means();
    int[] labels = Nearest.of(vectors, means, tasks, context);
    for (int i = 0; i < chosen.length; i++) {
      labels[chosen[i]] = found[i];
    }
    notes.add(
        "Made from a sample of %,d of %,d rows; the others joined the cluster with the nearest mean."
            .formatted(sample.lines(), vectors.lines()));
    return labels;
  }

  /// Fewer different vectors than clusters cannot be told apart by any method.
  private void checkDifferent(int wanted) {
    if (vectors.lines() == 0) {
      throw new UserFailure(
          "“%s” has no vectors among these rows, so there is nothing to cluster; choose other rows or another space."
              .formatted(spec.space()));
    }
    int different = different(wanted);
    if (different == 1) {
      throw new UserFailure(
          (vectors.lines() == 1
                  ? "“%s” has a single vector among these rows, and clusters want at least two;"
                      + " choose more rows."
                  : "All vectors of “%s” are the same, so there are no clusters in it; choose other"
                      + " rows or another space.")
              .formatted(spec.space()));
    }
    if (different < wanted) {
      throw new UserFailure(
          "“%s” has %,d different vectors among these rows, too few for %,d clusters; ask for at most %,d."
              .formatted(spec.space(), different, wanted, different));
    }
  }

  /// How many different lines there are, counted up to `most`.
  private int different(int most) {
    record Line(Vectors vectors, int line) {
      @Override
      public boolean equals(Object other) {
        int dimensions = vectors.dimensions();
        return other instanceof Line that
            && Arrays.equals(
                vectors.values(),
                vectors.start(line),
                vectors.start(line) + dimensions,
                vectors.values(),
                vectors.start(that.line),
                vectors.start(that.line) + dimensions);
      }

      @Override
      public int hashCode() {
        int hash = 1;
        for (int i = vectors.start(line), end = i + vectors.dimensions(); i < end; i++) {
          hash = 31 * hash + Float.hashCode(vectors.values()[i]);
        }
        return hash;
      }
    }
    Set<Line> found = new HashSet<>();
    for (int line = 0; line < vectors.lines() && found.size() < most; line++) {
      if (line % 1024 == 0) {
        context.checkCancelled();
      }
      found.add(new Line(vectors, line));
    }
    return found.size();
  }

  private int[] kMeans(int k, int starts) {
    KMeansResult found = KMeans.run(vectors, k, starts, spec.seed(), tasks, context);
    if (!found.converged()) {
      notes.add("The centres still moved after %,d iterations.".formatted(found.iterations()));
    }
    return found.labels();
  }

  private int[] chosenKMeans(ClusterMethod.ChosenKMeans method) {
    ClusterCounts counts =
        ClusterCounts.of(vectors, method.fewest(), method.most(), spec.seed(), tasks, context);
    notes.add(counts.sentence());
    return kMeans(counts.chosen(), ClusterMethod.DEFAULT_STARTS);
  }

  /// Numbers the clusters by falling size, leaves empty ones out, and measures them.
  private ClusterResult result(int[] labels) {
    int found = Arrays.stream(labels).max().orElse(-1) + 1;
    int[] sizes = new int[found];
    int[] first = new int[found];
    for (int line = labels.length - 1; line >= 0; line--) {
      if (labels[line] >= 0) {
        sizes[labels[line]]++;
        first[labels[line]] = line;
      }
    }
    Integer[] order = new Integer[found];
    Arrays.setAll(order, c -> c);
    Arrays.sort(
        order,
        (a, b) ->
            sizes[a] == sizes[b]
                ? Integer.compare(first[a], first[b])
                : Integer.compare(sizes[b], sizes[a]));
    int[] number = new int[found];
    int k = 0;
    for (int c = 0; c < found; c++) {
      number[order[c]] = c;
      k += sizes[order[c]] > 0 ? 1 : 0;
    }
    int[] numbered = new int[labels.length];
    Arrays.setAll(
        numbered, line -> labels[line] < 0 ? ClusterResult.UNCLUSTERED : number[labels[line]]);
    if (k < found) {
      notes.add("%,d of %,d clusters are empty and left out.".formatted(found - k, found));
    }
    if (k == 0) {
      notes.add("No clusters were found; every row is unclustered.");
    }
    ClusterMeans means = ClusterMeans.of(vectors, numbered, k, tasks, context);
    ClusterQuality quality =
        ClusterQuality.of(vectors, numbered, means, spec.seed(), tasks, context);
    return new ClusterResult(numbered, means.sizes(), means.means(), quality, notes);
  }
}
