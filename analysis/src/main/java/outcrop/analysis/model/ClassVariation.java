package outcrop.analysis.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.stats.ColumnEvents;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// How different the rows of each class are, by their vectors. Comparable only within one vector
/// field.
///
/// @param classes by number of the class
/// @param withinBetween the variance of unit vectors within classes by that between the means of
///   classes; NaN where fewer than two classes have a value
/// @param near the cosine distance below which two rows count as near duplicates: 0.13 of the
///   median distance to the nearest row of the same class; NaN where there is none
/// @param unusable rows without a direction: missing, zero or not finite
public record ClassVariation(
    List<OfClass> classes, double withinBetween, double near, int unusable) {
  /// Fewer rows say nothing.
  public static final int FEWEST_ROWS = 5;

  /// The most rows of a class whose pairs are looked at, evenly taken from all of them.
  public static final int MOST_ROWS = 2000;

  /// The most classes whose pairs of rows are looked at, the largest.
  public static final int MOST_CLASSES = 2000;

  private static final double NEAR = 0.13;
  private static final double SAME = 1e-6;

  /// One class. Every number but `rows` is NaN for a class of fewer than five usable rows; those
  /// that need pairs of rows are NaN also beyond [#MOST_CLASSES].
  ///
  /// @param rows those with a usable vector
  /// @param distance the mean cosine distance of all pairs: 0 where all point the same way
  /// @param trace of the covariance of the vectors as they are
  /// @param effectiveRank the dimensions that the unit vectors take up in effect: e to the entropy
  ///   of the eigenvalues of their covariance (Roy and Vetterli 2007)
  /// @param exact the share of rows whose vector another row of the class has as well
  /// @param nearDuplicates the share of rows with another row of the class nearer than
  ///   [ClassVariation#near]
  /// @param margin the cosine distance of the mean to the nearest mean of another class, less the
  ///   mean distance of the rows to their own; negative where classes overlap
  /// @param nearest the number of that class, −1 for none
  public record OfClass(
      int rows,
      double distance,
      double trace,
      double effectiveRank,
      double exact,
      double nearDuplicates,
      double margin,
      int nearest) {
    static OfClass tooFew(int rows) {
      double none = Double.NaN;
      return new OfClass(rows, none, none, none, none, none, none, -1);
    }
  }

  /// @param classes the classes of rows
  public static ClassVariation of(
      ColumnEvents classes,
      VectorColumn vectors,
      ColumnUse use,
      TaskRunner runner,
      TaskContext context) {
    ClassMeans means = ClassMeans.of(classes, vectors, use);
    int[] largest =
        IntStream.range(0, means.size())
            .filter(each -> means.rows(each) >= FEWEST_ROWS)
            .boxed()
            .sorted((a, b) -> Integer.compare(means.rows(b), means.rows(a)))
            .limit(MOST_CLASSES)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    ClassPairs[] pairs = new ClassPairs[largest.length];
    runner.forEachPart(
        largest.length,
        i -> {
          context.checkCancelled();
          pairs[i] = ClassPairs.of(means.sample(largest[i], MOST_ROWS));
        });
    double near =
        NEAR
            * median(Arrays.stream(pairs).flatMapToDouble(each -> DoubleStream.of(each.nearest())));
    OfClass[] found = new OfClass[means.size()];
    for (int each = 0; each < found.length; each++) {
      found[each] =
          means.rows(each) < FEWEST_ROWS
              ? OfClass.tooFew(means.rows(each))
              : new OfClass(
                  means.rows(each),
                  means.distance(each),
                  means.trace(each),
                  Double.NaN,
                  means.exact(each),
                  Double.NaN,
                  Double.NaN,
                  -1);
    }
    float[] directions = means.directions(largest);
    for (int i = 0; i < largest.length; i++) {
      context.checkCancelled();
      OfClass one = found[largest[i]];
      int nearest = nearest(directions, vectors.dimensions(), i);
      double margin =
          nearest < 0
              ? Double.NaN
              : 1
                  - dot(directions, vectors.dimensions(), i, nearest)
                  - (1 - means.length(largest[i]));
      double[] apart = pairs[i].nearest();
      double close =
          (double) DoubleStream.of(apart).filter(d -> d < near || d <= SAME).count() / apart.length;
      found[largest[i]] =
          new OfClass(
              one.rows,
              one.distance,
              one.trace,
              pairs[i].effectiveRank(),
              one.exact,
              close,
              margin,
              nearest < 0 ? -1 : largest[nearest]);
    }
    return new ClassVariation(List.of(found), means.withinBetween(), near, means.unusable());
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static int nearest(float[] directions, int dimensions, int one) {
    int nearest = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int other = 0; other < directions.length / dimensions; other++) {
      double alike = other == one ? Double.NaN : dot(directions, dimensions, one, other);
      if (alike > most) {
        most = alike;
        nearest = other;
      }
    }
    return nearest;
  }

  private static double dot(float[] directions, int dimensions, int a, int b) {
    return Kernels.dot(directions, a * dimensions, directions, b * dimensions, dimensions);
  }
}
