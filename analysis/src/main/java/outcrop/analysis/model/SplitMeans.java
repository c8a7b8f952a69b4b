package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import outcrop.analysis.stats.Normality;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// K-means that finds out how many clusters there are: X-means and G-means. Beginning with one,
/// every cluster is cut in two, the cut is kept where a criterion says so, and all lines are
/// clustered again around the new centres, until nothing is cut any more. Neighbours that together
/// would not be cut are then made one: the first cuts go through the middle of clusters.
///
/// The number is found on a sample of [KMeans#SAMPLE] lines.
final class SplitMeans {
  /// Says whether two clusters are better than one.
  interface Criterion {
    /// @param lines the cluster
    /// @param halves what it is cut into
    boolean splits(Vectors lines, KMeansResult halves);
  }

  private static final int STARTS = 3;
  private static final int FEWEST_LINES = 8;
  private static final int MOST_ITERATIONS = 50;

  private final Criterion criterion;
  private final int most;
  private final long seed;
  private final TaskRunner tasks;
  private final TaskContext context;

  SplitMeans(Criterion criterion, int most, long seed, TaskRunner tasks, TaskContext context) {
    this.criterion = criterion;
    this.most = most;
    this.seed = seed;
    this.tasks = tasks;
    this.context = context;
  }

  FoundClusters run(Vectors vectors) {
    boolean all = vectors.lines() <= KMeans.SAMPLE;
    Vectors sample =
        all
            ? vectors
            : vectors.choose(
                LineSample.of(vectors.lines(), KMeans.SAMPLE, Seeds.generator(seed, 0)));
    Vectors centres = centres(sample);
    List<String> notes = new ArrayList<>();
    if (!all) {
      notes.add(
          "The number of clusters was found on a sample of %,d of %,d rows."
              .formatted(sample.lines(), vectors.lines()));
    }
    if (centres.lines() >= most) {
      notes.add(
          "There are as many clusters as were allowed, %,d; more may be there.".formatted(most));
    }
    KMeansResult found =
        new Lloyd(vectors, centres.lines(), tasks, context).run(centres, 0, MOST_ITERATIONS);
    return new FoundClusters(found.labels(), notes);
  }

  private Vectors centres(Vectors sample) {
    List<float[]> centres = new ArrayList<>();
    Moments moments = Moments.of(sample, tasks, context);
    centres.add(moments.centre());
    TaskContext quiet = new QuietContext(context);
    for (boolean grown = true; grown && centres.size() < most; ) {
      KMeansResult found =
          new Lloyd(sample, centres.size(), tasks, quiet)
              .run(matrix(centres, sample.dimensions()), 0, MOST_ITERATIONS);
      List<float[]> next = split(sample, found, quiet);
      grown = next.size() > centres.size();
      centres = next;
      context.progress(centres.size(), -1);
    }
    return merged(sample, matrix(centres, sample.dimensions()), quiet);
  }

  private Vectors merged(Vectors sample, Vectors centres, TaskContext quiet) {
    Vectors left = centres;
    for (int c = 0; c < left.lines() && left.lines() > 1; ) {
      KMeansResult found =
          new Lloyd(sample, left.lines(), tasks, quiet).run(left, 0, MOST_ITERATIONS);
      left = found.centres();
      int other = neighbour(left, c);
      Vectors both = sample.choose(members(found, c, other));
      if (both.lines() >= FEWEST_LINES
          && !criterion.splits(both, KMeans.run(both, 2, STARTS, seed, tasks, quiet))) {
        left = without(left, Math.max(c, other), Math.min(c, other));
        c = 0;
      } else {
        c++;
      }
    }
    return left;
  }

  private static int neighbour(Vectors centres, int cluster) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.lines(); c++) {
      double square = ExactDistances.square(centres, cluster, centres, c);
      if (c != cluster && square < least) {
        least = square;
        nearest = c;
      }
    }
    return nearest;
  }

  /// The centres without one, another of them moved halfway to it.
  private static Vectors without(Vectors centres, int gone, int moved) {
    List<float[]> left = new ArrayList<>();
    for (int c = 0; c < centres.lines(); c++) {
      int at = centres.start(c);
      float[] centre = Arrays.copyOfRange(centres.values(), at, at + centres.dimensions());
      for (int j = 0; c == moved && j < centre.length; j++) {
        centre[j] = (centre[j] + centres.values()[centres.start(gone) + j]) / 2;
      }
      if (c != gone) {
        left.add(centre);
      }
    }
    return matrix(left, centres.dimensions());
  }

  private List<float[]> split(Vectors sample, KMeansResult found, TaskContext quiet) {
    int k = found.sizes().length;
    int dimensions = sample.dimensions();
    List<float[]> next = new ArrayList<>();
    int left = most - k;
    for (int c = 0; c < k; c++) {
      Vectors lines = sample.choose(members(found, c, c));
      Vectors kept = found.centres();
      int at = kept.start(c);
      if (left > 0 && lines.lines() >= FEWEST_LINES) {
        KMeansResult halves = KMeans.run(lines, 2, STARTS, seed, tasks, quiet);
        boolean real = halves.sizes()[0] > 0 && halves.sizes()[1] > 0;
        if (real && criterion.splits(lines, halves)) {
          next.add(Arrays.copyOfRange(halves.centres().values(), 0, dimensions));
          kept = halves.centres();
          at = dimensions;
          left--;
        }
      }
      next.add(Arrays.copyOfRange(kept.values(), at, at + dimensions));
    }
    return next;
  }

  private static int[] members(KMeansResult found, int one, int other) {
    int[] labels = found.labels();
    return IntStream.range(0, labels.length)
        .filter(line -> labels[line] == one || labels[line] == other)
        .toArray();
  }

  private static Vectors matrix(List<float[]> lines, int dimensions) {
    float[] values = new float[lines.size() * dimensions];
    for (int i = 0; i < lines.size(); i++) {
      System.arraycopy(lines.get(i), 0, values, i * dimensions, dimensions);
    }
    return new Vectors(lines.size(), dimensions, values);
  }

  /// The criterion of X-means: both as mixtures of round normal clusters of one width.
  static boolean byInformation(Vectors lines, KMeansResult halves) {
    int dimensions = lines.dimensions();
    float[] centres = halves.centres().values();
    double[] sizes = Arrays.stream(halves.sizes()).asDoubleStream().toArray();
    double apart = Kernels.squaredDistance(centres, 0, centres, dimensions, dimensions);
    double whole = halves.inertia() + sizes[0] * sizes[1] / lines.lines() * apart;
    // Lines that coincide would have a likelihood without bound.
    double least = whole * 1e-12;
    return whole > 0
        && information(new int[] {lines.lines()}, whole, dimensions)
            < information(halves.sizes(), Math.max(least, halves.inertia()), dimensions);
  }

  private static double information(int[] sizes, double inertia, int dimensions) {
    int clusters = sizes.length;
    double lines = Arrays.stream(sizes).sum();
    double variance = inertia / (dimensions * (lines - clusters));
    double likelihood =
        -lines * dimensions / 2 * Math.log(2 * Math.PI * variance)
            - dimensions * (lines - clusters) / 2
            - lines * Math.log(lines);
    for (int size : sizes) {
      likelihood += size * Math.log(size);
    }
    double parameters = clusters - 1 + (double) clusters * dimensions + 1;
    return likelihood - parameters / 2 * Math.log(lines);
  }

  /// The criterion of G-means: along the line through both centres the cluster is not normal.
  static boolean byNormality(Vectors lines, KMeansResult halves) {
    int dimensions = lines.dimensions();
    float[] direction = new float[dimensions];
    Kernels.subtract(
        halves.centres().values(),
        dimensions,
        Arrays.copyOf(halves.centres().values(), dimensions),
        direction,
        0,
        dimensions);
    double[] along = new double[lines.lines()];
    for (int line = 0; line < along.length; line++) {
      along[line] = Kernels.dot(lines.values(), lines.start(line), direction, 0, dimensions);
    }
    return Normality.andersonDarling(along) > Normality.CRITICAL_AT_0_0001;
  }
}
