package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import outcrop.analysis.stats.PartitionAgreement;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// How many clusters there are, for k-means: every number of a range is tried with several seeds on
/// a sample, and the table of what was measured says why one of them was chosen.
///
/// The choice: among the numbers whose silhouette is within [#NEAR] of the best, the one on which
/// seeds agree most; of equals the smaller.
///
/// @param lines how many lines were clustered: at most [#SAMPLE] of all
/// @param trials by rising number of clusters, at least one
/// @param chosen the number of clusters of one of them
public record ClusterCounts(int lines, List<Trial> trials, int chosen) {
  /// The most lines that are clustered.
  public static final int SAMPLE = 5_000;

  /// Runs for every number, each with a seed of its own.
  public static final int RUNS = 4;

  /// Silhouettes that differ by less are taken as equal.
  public static final double NEAR = 0.02;

  /// Below this, clusters are hardly denser than what lies between them (Kaufman and Rousseeuw
  /// 1990).
  public static final double WEAK = 0.25;

  /// Below this, another seed makes other clusters.
  public static final double STABLE = 0.8;

  private static final int FEWEST_LINES_PER_CLUSTER = 5;

  /// One number of clusters.
  ///
  /// @param quality of the run with the least inertia
  /// @param stability the mean adjusted Rand index between the runs: 1 where all seeds find the
  ///   same
  public record Trial(int k, ClusterQuality quality, double stability) {}

  public ClusterCounts {
    trials = List.copyOf(trials);
  }

  /// Tries every number from `fewest` to `most`, as far as there are five lines for each cluster
  /// (the first number is tried in any case).
  ///
  /// @param vectors at least `fewest` different lines
  /// @param fewest at least 2
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static ClusterCounts of(
      Vectors vectors, int fewest, int most, long seed, TaskRunner tasks, TaskContext context) {
    Vectors sample =
        vectors.lines() <= SAMPLE
            ? vectors
            : vectors.choose(LineSample.of(vectors.lines(), SAMPLE, Seeds.generator(seed, 0)));
    int last = Math.max(fewest, Math.min(most, sample.lines() / FEWEST_LINES_PER_CLUSTER));
    List<Trial> trials = new ArrayList<>();
    for (int k = fewest; k <= last; k++) {
      context.progress(k - fewest, last - fewest + 1);
      trials.add(trial(sample, k, seed, tasks, new QuietContext(context)));
    }
    return new ClusterCounts(sample.lines(), trials, choose(trials).k());
  }

  private static Trial trial(
      Vectors sample, int k, long seed, TaskRunner tasks, TaskContext context) {
    List<KMeansResult> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      runs.add(KMeans.run(sample, k, 1, seed + run, tasks, context));
    }
    double agreement = 0;
    for (int a = 0; a < RUNS; a++) {
      for (int b = 0; b < a; b++) {
        agreement +=
            PartitionAgreement.of(runs.get(a).labels(), runs.get(b).labels()).adjustedRand();
      }
    }
    KMeansResult best =
        runs.stream().min(Comparator.comparingDouble(KMeansResult::inertia)).orElseThrow();
    ClusterMeans means = ClusterMeans.of(sample, best.labels(), k, tasks, context);
    return new Trial(
        k,
        ClusterQuality.of(sample, best.labels(), means, seed, tasks, context),
        agreement / (RUNS * (RUNS - 1) / 2));
  }

  private static Trial choose(List<Trial> trials) {
    double best = trials.stream().mapToDouble(trial -> silhouette(trial)).max().orElseThrow();
    return trials.stream()
        .filter(trial -> silhouette(trial) >= best - NEAR)
        .max(
            Comparator.comparingDouble((Trial trial) -> Math.round(trial.stability() * 100))
                .thenComparing(Comparator.comparingInt(Trial::k).reversed()))
        .orElseThrow();
  }

  private static double silhouette(Trial trial) {
    double silhouette = trial.quality().silhouette();
    return Double.isNaN(silhouette) ? -1 : silhouette;
  }

  /// The smallest number that was tried.
  public int fewest() {
    return trials.getFirst().k();
  }

  /// The largest number that was tried.
  public int most() {
    return trials.getLast().k();
  }

  /// The line of the table that was chosen.
  public Trial choice() {
    return trials.stream().filter(trial -> trial.k() == chosen).findFirst().orElseThrow();
  }

  /// Whether the data speak for the chosen number at all.
  public boolean isClear() {
    return silhouette(choice()) >= WEAK && choice().stability() >= STABLE;
  }

  /// Why the number was chosen, in a sentence or two for people.
  public String sentence() {
    Trial choice = choice();
    if (Double.isNaN(choice.quality().silhouette())) {
      return "Too little data: %,d rows do not tell numbers of clusters apart.".formatted(lines);
    }
    String first =
        String.format(
            Locale.ROOT,
            "%d clusters: of %d to %d, %s (silhouette %.2f), and runs with other seeds agree to"
                + " %.2f.",
            chosen,
            fewest(),
            most(),
            isBest(choice) ? "they lie furthest apart" : "they lie about furthest apart",
            choice.quality().silhouette(),
            choice.stability());
    if (!isClear()) {
      return first
          + (choice.quality().silhouette() < WEAK
              ? " No number stands out: the clusters run into each other."
              : " Another seed makes other clusters, so take them with care.");
    }
    return first + others();
  }

  private boolean isBest(Trial choice) {
    return trials.stream().allMatch(trial -> silhouette(trial) <= silhouette(choice));
  }

  private String others() {
    int davies =
        trials.stream()
            .min(Comparator.comparingDouble(trial -> trial.quality().daviesBouldin()))
            .orElseThrow()
            .k();
    int calinski =
        trials.stream()
            .max(Comparator.comparingDouble(trial -> trial.quality().calinskiHarabasz()))
            .orElseThrow()
            .k();
    if (davies == chosen && calinski == chosen) {
      return " Davies–Bouldin and Caliński–Harabasz say the same.";
    }
    return " Davies–Bouldin would take %d, Caliński–Harabasz %d.".formatted(davies, calinski);
  }
}
