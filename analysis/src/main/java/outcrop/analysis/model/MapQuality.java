package outcrop.analysis.model;

import java.util.Arrays;
import java.util.Optional;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// How far a map can be trusted: every map in two dimensions tears some neighbours apart and lays
/// some strangers together. Measured for a sample of lines, each against all lines.
///
/// @param k neighbours looked at; fewer than asked for where there are few lines
/// @param lines of the map
/// @param asked lines of the sample
/// @param trustworthiness 1 where all neighbours on the map are true ones, less the farther from
///   truth they are (Venna and Kaski, “Neighborhood preservation in nonlinear projection methods”,
///   2001)
/// @param trustworthinessInterval 95 %, for the sampling of lines; of no width where all were asked
/// @param continuity 1 where all true neighbours are neighbours on the map, less the farther away
///   they lie on it
/// @param neighbourPreservation share of the true neighbours that are neighbours on the map
public record MapQuality(
    int k,
    int lines,
    int asked,
    long seed,
    double trustworthiness,
    Interval trustworthinessInterval,
    double continuity,
    double neighbourPreservation) {
  /// Neighbours looked at where nothing else is said.
  public static final int DEFAULT_K = 15;

  private static final int FEWEST_ASKED = 500;
  private static final int MOST_ASKED = 2_000;
  private static final long COMPARISONS = 50_000_000;

  /// How many lines are asked of so many: enough for two decimals, and not more than a few seconds.
  public static int sampleSize(int lines) {
    return (int) Math.clamp(COMPARISONS / Math.max(1, lines), FEWEST_ASKED, MOST_ASKED);
  }

  /// Measures a map.
  ///
  /// @param vectors [VectorDistance#comparable] vectors
  /// @param map one line each, two dimensions
  /// @param asked the lines of the sample
  /// @param seed of the sample
  /// @return nothing where there are fewer than three lines
  public static Optional<MapQuality> of(
      Vectors vectors,
      Vectors map,
      int[] asked,
      int wanted,
      long seed,
      TaskRunner tasks,
      TaskContext context) {
    int lines = vectors.lines();
    int k = Math.min(wanted, (lines - 1) / 2);
    if (k < 1 || asked.length == 0) {
      return Optional.empty();
    }
    context.stage("Measuring how far the map can be trusted");
    PartProgress progress = new PartProgress(context, asked.length);
    double[] intruders = new double[asked.length];
    double[] missed = new double[asked.length];
    double[] kept = new double[asked.length];
    tasks.forEachPart(
        asked.length,
        i -> {
          context.checkCancelled();
          RankedLines before = RankedLines.of(vectors, asked[i], k);
          RankedLines after = RankedLines.of(map, asked[i], k);
          intruders[i] = before.beyond(after.nearest());
          missed[i] = after.beyond(before.nearest());
          kept[i] = before.shared(after);
          progress.add(1);
        });
    double worst = k * (2.0 * lines - 3.0 * k - 1) / 2;
    double[] trust = Arrays.stream(intruders).map(far -> 1 - far / worst).toArray();
    double mean = mean(trust);
    return Optional.of(
        new MapQuality(
            k,
            lines,
            asked.length,
            seed,
            mean,
            interval(trust, mean, lines),
            1 - mean(missed) / worst,
            mean(kept) / k));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static Interval interval(double[] trust, double mean, int lines) {
    double squares = 0;
    for (double value : trust) {
      squares += (value - mean) * (value - mean);
    }
    int n = trust.length;
    // Without replacement from finitely many: nothing is left to guess where all were asked.
    double left = 1 - (double) n / lines;
    double se = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n * left);
    return Interval.normal(mean, se, 0, 1);
  }
}
