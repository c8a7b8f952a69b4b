package outcrop.analysis.discovery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import outcrop.analysis.model.Vectors;

/// The rows that show what groups are like: those nearest to the mean of their group, and those
/// farthest from it.
public final class ClusterRepresentatives {
  private ClusterRepresentatives() {}

  /// The lines of a group.
  ///
  /// @param nearest to the mean, nearest first
  /// @param farthest from it, farthest first
  public record OfGroup(int[] nearest, int[] farthest) {}

  /// @param groups the group of each line, from 0; −1 for lines in none
  /// @param most lines of each kind
  public static OfGroup[] of(Vectors vectors, int[] groups, int number, int most) {
    int dimensions = vectors.dimensions();
    double[][] means = new double[number][dimensions];
    int[] sizes = new int[number];
    for (int line = 0; line < groups.length; line++) {
      if (groups[line] >= 0) {
        sizes[groups[line]]++;
        for (int d = 0; d < dimensions; d++) {
          means[groups[line]][d] += vectors.values()[line * dimensions + d];
        }
      }
    }
    double[] distances = new double[groups.length];
    for (int line = 0; line < groups.length; line++) {
      int group = groups[line];
      for (int d = 0; group >= 0 && d < dimensions; d++) {
        double gap = vectors.values()[line * dimensions + d] - means[group][d] / sizes[group];
        distances[line] += gap * gap;
      }
    }
    OfGroup[] result = new OfGroup[number];
    for (int g = 0; g < number; g++) {
      int group = g;
      int[] sorted =
          IntStream.range(0, groups.length)
              .filter(line -> groups[line] == group)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer line) -> distances[line]))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] nearest = Arrays.copyOf(sorted, Math.min(most, sorted.length));
      int[] farthest =
          IntStream.range(0, nearest.length).map(i -> sorted[sorted.length - 1 - i]).toArray();
      result[group] = new OfGroup(nearest, farthest);
    }
    return result;
  }
}
