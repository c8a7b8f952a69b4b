package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;

/// Rows to show where points are dense, from far and from near: of each tile of the map a row of
/// its densest cell.
///
/// @param levels from the coarsest tiles to the finest, each twice as many along a side
public record DensePeaks(String field, List<List<Peak>> levels) {
  /// Tiles along a side at the coarsest level.
  public static final int TILES = 4;

  private static final int LEVELS = 6;
  private static final int MOST_LETTERS = 200;

  public DensePeaks {
    levels = levels.stream().map(List::copyOf).toList();
  }

  /// A row where points are dense.
  ///
  /// @param weight points in the cell
  /// @param x as a share of the span of the points
  /// @param y as a share of the span of the points
  /// @param text of the row, cut where nobody reads on
  public record Peak(int row, int weight, double x, double y, String text) {}

  static DensePeaks of(Column column, PointGrid points, ColumnUse use) {
    List<List<Peak>> levels = new ArrayList<>();
    for (int tiles = TILES; levels.size() < LEVELS && tiles <= points.side(); tiles *= 2) {
      use.checkWanted();
      List<Peak> peaks = new ArrayList<>();
      int width = points.side() / tiles;
      for (int tile = 0; tile < tiles * tiles; tile++) {
        int point = densest(points, tile / tiles * width, tile % tiles * width, width);
        if (point >= 0) {
          peaks.add(peak(column, points, point));
        }
      }
      levels.add(peaks);
    }
    return new DensePeaks(column.field().name(), levels);
  }

  /// The first point of the densest cell of a tile, −1 for an empty one.
  private static int densest(PointGrid points, int line, int column, int width) {
    int found = -1;
    int most = 0;
    for (int y = line; y < line + width; y++) {
      for (int x = column; x < column + width; x++) {
        int count = points.start(y, x + 1) - points.start(y, x);
        if (count > most) {
          most = count;
          found = points.start(y, x);
        }
      }
    }
    return found;
  }

  private static Peak peak(Column column, PointGrid points, int point) {
    int row = points.rows()[point];
    String text = column.textAt(row);
    String shown = text == null ? "" : text;
    int line = points.cell(points.ys()[point]);
    int cell = points.cell(points.xs()[point]);
    return new Peak(
        row,
        points.start(line, cell + 1) - points.start(line, cell),
        points.xs()[point] / (PointGrid.SPAN - 1.0),
        points.ys()[point] / (PointGrid.SPAN - 1.0),
        shown.length() <= MOST_LETTERS
            ? shown
            : shown.substring(
                0, shown.offsetByCodePoints(0, shown.codePointCount(0, MOST_LETTERS))));
  }
}
