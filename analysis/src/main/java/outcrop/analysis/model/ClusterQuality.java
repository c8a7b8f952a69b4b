package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// How well clusters are apart. Unclustered lines are left out; NaN throughout where there are
/// fewer than two clusters, or no line more than clusters.
///
/// @param silhouette the mean over lines of `(b − a) / max(a, b)`, `a` being the mean distance from
///   the other lines of its cluster and `b` that from the nearest other cluster: −1…1, more is
///   better (Rousseeuw 1987); lines alone in their cluster count as 0
/// @param sampled how many lines the silhouette looked at, by clusters in proportion
/// @param lines how many lines are in clusters
/// @param daviesBouldin the mean over clusters of the worst ratio of scatter to distance: less is
///   better (Davies and Bouldin 1979)
/// @param calinskiHarabasz variance between clusters by that within: more is better (Caliński and
///   Harabasz 1974)
public record ClusterQuality(
    double silhouette, int sampled, int lines, double daviesBouldin, double calinskiHarabasz) {
  /// The most lines of a silhouette.
  public static final int MOST_SAMPLED = 5_000;

  private static final int SILHOUETTE_STEP = 128;

  /// Measures clusters.
  ///
  /// @param labels the cluster of each line, below `k`; negative for none
  /// @param seed draws the sample of the silhouette
  public static ClusterQuality of(
      Vectors vectors, int[] labels, int k, long seed, TaskRunner tasks, TaskContext context) {
    ClusterMeans means = ClusterMeans.of(vectors, labels, k, tasks, context);
    return of(vectors, labels, means, seed, tasks, context);
  }

  static ClusterQuality of(
      Vectors vectors,
      int[] labels,
      ClusterMeans means,
      long seed,
      TaskRunner tasks,
      TaskContext context) {
    int k = means.sizes().length;
    int lines = Arrays.stream(means.sizes()).sum();
    long present = Arrays.stream(means.sizes()).filter(size -> size > 0).count();
    if (present < 2 || lines <= present) {
      return new ClusterQuality(Double.NaN, 0, lines, Double.NaN, Double.NaN);
    }
    Scatter scatter = Scatter.of(vectors, labels, means, tasks, context);
    int[] sample = LineSample.stratified(labels, k, MOST_SAMPLED, Seeds.generator(seed, 0));
    return new ClusterQuality(
        silhouette(vectors, labels, k, sample, tasks, context),
        sample.length,
        lines,
        scatter.daviesBouldin(means),
        scatter.calinskiHarabasz(means, lines, present));
  }

  private static double silhouette(
      Vectors vectors, int[] labels, int k, int[] sample, TaskRunner tasks, TaskContext context) {
    Vectors sampled = vectors.choose(sample);
    Vectors chosen = Moments.of(sampled, tasks, context).takenFrom(sampled);
    int[] clusters = new int[sample.length];
    int[] sizes = new int[k];
    for (int i = 0; i < sample.length; i++) {
      clusters[i] = labels[sample[i]];
      sizes[clusters[i]]++;
    }
    TurnedLines turned = TurnedLines.forDistances(chosen);
    LineParts parts = LineParts.ofFew(sample.length, SILHOUETTE_STEP);
    double[] sums = new double[parts.count()];
    parts.each(
        tasks,
        context,
        (part, from, to) -> {
          float[] found = new float[turned.padded()];
          double[] distances = new double[k];
          for (int i = from; i < to; i++) {
            int at = chosen.start(i);
            float square =
                Kernels.dot(chosen.values(), at, chosen.values(), at, chosen.dimensions());
            turned.one(chosen.values(), at, found, 0);
            Arrays.fill(distances, 0);
            for (int j = 0; j < clusters.length; j++) {
              distances[clusters[j]] += Math.sqrt(Math.max(0, found[j] + square));
            }
            // Rounding gives a line a small distance from itself.
            distances[clusters[i]] -= Math.sqrt(Math.max(0, found[i] + square));
            sums[part] += silhouette(distances, sizes, clusters[i]);
          }
        });
    return Arrays.stream(sums).sum() / sample.length;
  }

  private static double silhouette(double[] distances, int[] sizes, int cluster) {
    if (sizes[cluster] < 2) {
      return 0;
    }
    double within = distances[cluster] / (sizes[cluster] - 1);
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sizes.length; c++) {
      if (c != cluster && sizes[c] > 0) {
        nearest = Math.min(nearest, distances[c] / sizes[c]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }

  /// Distances of lines from the means of their clusters.
  ///
  /// @param mean per cluster
  /// @param squares their squares, over all
  private record Scatter(double[] mean, double squares) {
    static Scatter of(
        Vectors vectors, int[] labels, ClusterMeans means, TaskRunner tasks, TaskContext context) {
      LineParts parts = LineParts.of(vectors.lines());
      int k = means.sizes().length;
      double[][] sums = new double[parts.count()][k + 1];
      float[] centres = means.means().values();
      parts.each(
          tasks,
          context,
          (part, from, to) -> {
            for (int line = from; line < to; line++) {
              int label = labels[line];
              if (label >= 0) {
                double square =
                    Kernels.squaredDistance(
                        vectors.values(),
                        vectors.start(line),
                        centres,
                        label * vectors.dimensions(),
                        vectors.dimensions());
                sums[part][label] += Math.sqrt(square);
                sums[part][k] += square;
              }
            }
          });
      double[] mean = new double[k];
      double squares = 0;
      for (double[] part : sums) {
        for (int c = 0; c < k; c++) {
          mean[c] += part[c] / Math.max(1, means.sizes()[c]);
        }
        squares += part[k];
      }
      return new Scatter(mean, squares);
    }

    double daviesBouldin(ClusterMeans means) {
      Vectors centres = means.means();
      double sum = 0;
      int present = 0;
      for (int a = 0; a < mean.length; a++) {
        double worst = 0;
        for (int b = 0; b < mean.length && means.sizes()[a] > 0; b++) {
          if (a != b && means.sizes()[b] > 0) {
            double apart =
                Math.sqrt(
                    Kernels.squaredDistance(
                        centres.values(),
                        centres.start(a),
                        centres.values(),
                        centres.start(b),
                        centres.dimensions()));
            double scattered = mean[a] + mean[b];
            worst = Math.max(worst, scattered == 0 ? 0 : scattered / apart);
          }
        }
        sum += worst;
        present += means.sizes()[a] > 0 ? 1 : 0;
      }
      return sum / present;
    }

    double calinskiHarabasz(ClusterMeans means, int lines, long present) {
      Vectors centres = means.means();
      int dimensions = centres.dimensions();
      double[] all = new double[dimensions];
      for (int c = 0; c < centres.lines(); c++) {
        for (int j = 0; j < dimensions; j++) {
          all[j] += (double) centres.values()[centres.start(c) + j] * means.sizes()[c] / lines;
        }
      }
      double between = 0;
      for (int c = 0; c < centres.lines(); c++) {
        for (int j = 0; j < dimensions; j++) {
          double gap = centres.values()[centres.start(c) + j] - all[j];
          between += gap * gap * means.sizes()[c];
        }
      }
      return between * (lines - present) / (squares * (present - 1));
    }
  }
}
