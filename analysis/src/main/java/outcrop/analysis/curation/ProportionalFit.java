package outcrop.analysis.curation;

import java.util.ArrayList;
import java.util.List;

/// Iterative proportional fitting (Deming & Stephan 1940): the table nearest to the counts, in
/// relative entropy, whose margins are two wanted distributions. Each pair of classes keeps its
/// odds ratios; a pair without rows stays without.
///
/// @param shares the fitted share of each pair of the cross table, adding up to one
/// @param iterations how often both margins were set
/// @param deviation the largest difference between a margin of the table and the share wanted
/// @param impossible classes that want a share and cannot have one, because no row lies in them and
///   in a class of the other field that is wanted as well
public record ProportionalFit(
    double[] shares, int iterations, double deviation, List<Impossible> impossible) {
  /// The margins count as met below this difference.
  public static final double TOLERANCE = 1e-9;

  /// Margins that can be met are met long before; those that cannot never are.
  public static final int MOST_ITERATIONS = 1_000;

  private static final long MOST_CELLS = 50_000_000;

  /// A class that cannot have its share beside the other target.
  ///
  /// @param second whether it is a class of the second field
  public record Impossible(boolean second, int index, double share) {}

  /// Whether both targets are met.
  public boolean converged() {
    return deviation <= TOLERANCE;
  }

  /// @param first wanted shares of the classes of the first field, adding up to one
  /// @param second of the second field
  static ProportionalFit of(CrossTable table, double[] first, double[] second) {
    double[] cells = new double[table.size()];
    for (int cell = 0; cell < cells.length; cell++) {
      // Where one target leaves a class out, the other's rows there are gone from the start.
      boolean wanted = first[table.first()[cell]] > 0 && second[table.second()[cell]] > 0;
      cells[cell] = wanted ? table.rows()[cell] : 0;
    }
    List<Impossible> impossible = new ArrayList<>();
    note(sums(cells, table.first(), first.length), first, false, impossible);
    note(sums(cells, table.second(), second.length), second, true, impossible);
    int iterations = 0;
    double deviation = Double.POSITIVE_INFINITY;
    // A table of a million pairs must not keep a drag waiting for margins that never come.
    long most = Math.clamp(MOST_CELLS / Math.max(1, cells.length), 20, MOST_ITERATIONS);
    while (iterations < most && deviation > TOLERANCE) {
      scale(cells, table.first(), first);
      scale(cells, table.second(), second);
      iterations++;
      deviation =
          Math.max(
              deviation(sums(cells, table.first(), first.length), first),
              deviation(sums(cells, table.second(), second.length), second));
    }
    double sum = 0;
    for (double cell : cells) {
      sum += cell;
    }
    if (sum > 0) {
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] /= sum;
      }
    }
    return new ProportionalFit(cells, iterations, deviation, List.copyOf(impossible));
  }

  private static void note(
      double[] sums, double[] wanted, boolean second, List<Impossible> impossible) {
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] > 0 && sums[i] == 0) {
        impossible.add(new Impossible(second, i, wanted[i]));
      }
    }
  }

  private static double[] sums(double[] cells, int[] classes, int size) {
    double[] sums = new double[size];
    for (int cell = 0; cell < cells.length; cell++) {
      sums[classes[cell]] += cells[cell];
    }
    return sums;
  }

  private static void scale(double[] cells, int[] classes, double[] wanted) {
    double[] sums = sums(cells, classes, wanted.length);
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] > 0) {
        cells[cell] *= wanted[classes[cell]] / sums[classes[cell]];
      }
    }
  }

  private static double deviation(double[] sums, double[] wanted) {
    double largest = 0;
    for (int i = 0; i < sums.length; i++) {
      largest = Math.max(largest, Math.abs(sums[i] - wanted[i]));
    }
    return largest;
  }
}
