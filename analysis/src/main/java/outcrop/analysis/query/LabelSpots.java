package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.task.UserFailure;

/// Where the values of a category are on a map.
///
/// @param spots in falling size
public record LabelSpots(String field, List<Spot> spots) {
  private static final int MOST = 600;
  private static final int SIDE = 64;
  private static final int SHIFT = Integer.numberOfTrailingZeros(PointGrid.SPAN / SIDE);

  public LabelSpots {
    spots = List.copyOf(spots);
  }

  /// The place of a value: the point of its rows that is nearest to their mean where they are
  /// densest.
  ///
  /// @param rows how many points have the value
  /// @param x as a share of the span of the points
  /// @param y as a share of the span of the points
  public record Spot(String value, int rows, double x, double y) {}

  /// @throws UserFailure for a field that is no category
  static LabelSpots of(Column column, PointGrid points) {
    if (!(column instanceof CategoryColumn categories)) {
      throw new UserFailure(
          "“%s” cannot name places of a map; choose a category.".formatted(column.field().name()));
    }
    int[] counts = FieldBinning.counts(categories);
    int[] shown = FieldBinning.shown(categories.dictionary(), counts, Bins.DEFAULT, MOST);
    int[] valueOf = FieldBinning.inverse(shown, counts.length, -1);
    int[] values = new int[points.size()];
    for (int i = 0; i < values.length; i++) {
      int ordinal = categories.ordinal(points.rows()[i]);
      values[i] = ordinal < 0 ? -1 : valueOf[ordinal];
    }
    int[] placed = new int[shown.length];
    int[] densest = densest(points, values, placed);
    int[] medoids = medoids(points, values, densest);
    List<Spot> spots = new ArrayList<>();
    for (int value = 0; value < shown.length; value++) {
      if (medoids[value] >= 0) {
        spots.add(
            new Spot(
                categories.dictionary().value(shown[value]),
                placed[value],
                points.xs()[medoids[value]] / (PointGrid.SPAN - 1.0),
                points.ys()[medoids[value]] / (PointGrid.SPAN - 1.0)));
      }
    }
    return new LabelSpots(column.field().name(), spots);
  }

  /// The cell around which each value is densest, −1 for values without points.
  private static int[] densest(PointGrid points, int[] values, int[] placed) {
    int[][] cells = new int[placed.length][];
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= 0) {
        if (cells[values[i]] == null) {
          cells[values[i]] = new int[SIDE * SIDE];
        }
        cells[values[i]][(points.ys()[i] >> SHIFT) * SIDE + (points.xs()[i] >> SHIFT)]++;
        placed[values[i]]++;
      }
    }
    int[] densest = new int[placed.length];
    Arrays.fill(densest, -1);
    for (int value = 0; value < densest.length; value++) {
      int most = 0;
      for (int cell = 0; cells[value] != null && cell < SIDE * SIDE; cell++) {
        int around = cells[value][cell] == 0 ? 0 : around(cells[value], cell);
        if (around > most) {
          most = around;
          densest[value] = cell;
        }
      }
    }
    return densest;
  }

  /// The points around a cell; those of the cell itself count twice.
  private static int around(int[] cells, int cell) {
    int sum = cells[cell];
    int column = cell % SIDE;
    int line = cell / SIDE;
    for (int y = Math.max(0, line - 1); y <= Math.min(SIDE - 1, line + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(SIDE - 1, column + 1); x++) {
        sum += cells[y * SIDE + x];
      }
    }
    return sum;
  }

  /// The point of each value that is nearest to the mean of those around its densest cell.
  private static int[] medoids(PointGrid points, int[] values, int[] densest) {
    double[] sumX = new double[densest.length];
    double[] sumY = new double[densest.length];
    int[] count = new int[densest.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= 0 && isAround(points, i, densest[values[i]])) {
        sumX[values[i]] += points.xs()[i];
        sumY[values[i]] += points.ys()[i];
        count[values[i]]++;
      }
    }
    int[] medoids = new int[densest.length];
    double[] best = new double[densest.length];
    Arrays.fill(medoids, -1);
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int i = 0; i < values.length; i++) {
      int value = values[i];
      if (value >= 0 && isAround(points, i, densest[value])) {
        double dx = points.xs()[i] - sumX[value] / count[value];
        double dy = points.ys()[i] - sumY[value] / count[value];
        if (dx * dx + dy * dy < best[value]) {
          best[value] = dx * dx + dy * dy;
          medoids[value] = i;
        }
      }
    }
    return medoids;
  }

  private static boolean isAround(PointGrid points, int i, int cell) {
    return Math.abs((points.xs()[i] >> SHIFT) - cell % SIDE) <= 1
        && Math.abs((points.ys()[i] >> SHIFT) - cell / SIDE) <= 1;
  }
}
