package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.query.PointGrid;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.MapSpec;

/// Lines of equal density around given shares of the points in view.
///
/// Points are counted in a grid over the plot and smoothed three times by means of neighbours,
/// which is close to a Gaussian. A line is at the density above which the share of all points lies;
/// it is found by marching through the squares between the middles of four cells.
final class MapContours {
  private static final double[] SHARES = {0.9, 0.75, 0.5, 0.25};
  private static final double CELL = 6;
  private static final int FEW = 3000;
  private static final int FEWEST = 20;

  private final Sketch sketch;
  private final MapSpec spec;
  private final MapPlace place;
  private final MapInk ink;
  private final int columns;
  private final int lines;

  MapContours(Sketch sketch, MapSpec spec, MapPlace place, MapInk ink) {
    this.sketch = sketch;
    this.spec = spec;
    this.place = place;
    this.ink = ink;
    this.columns = (int) Math.clamp(place.plot().width() / CELL, 4, 400);
    this.lines = (int) Math.clamp(place.plot().height() / CELL, 4, 400);
  }

  void draw() {
    double[] density = count();
    double sum = Arrays.stream(density).sum();
    if (sum < FEWEST) {
      return;
    }
    int reach = sum < FEW ? 3 : 1;
    for (int pass = 0; pass < 3; pass++) {
      density = smoothed(density, reach);
    }
    Colour colour = sketch.theme.foreground().withOpacity(0.75 * spec.layers().contours());
    List<Mark> parts = new ArrayList<>();
    for (double share : SHARES) {
      double level = level(density, share);
      Stroke stroke = Stroke.of(colour, share < 0.6 ? 1.2 : 0.8);
      for (List<Point> line : new ContourLines(density, columns, level).lines()) {
        parts.add(
            new Mark.Path(line.stream().map(this::pixel).toList(), false, Colour.NONE, stroke));
      }
    }
    if (!parts.isEmpty()) {
      sketch.group("contours", List.of(new Mark.Clip(place.plot(), parts)));
    }
  }

  private Point pixel(Point cell) {
    Bounds plot = place.plot();
    return new Point(
        plot.x() + (cell.x() + 0.5) * plot.width() / columns,
        plot.y() + (cell.y() + 0.5) * plot.height() / lines);
  }

  private double[] count() {
    PointGrid points = place.points();
    Bounds plot = place.plot();
    double steps = PointGrid.SPAN - 1;
    double perX = place.perX() / steps * columns / plot.width();
    double perY = place.perY() / steps * lines / plot.height();
    double startX = (place.pixelX(0) - plot.x()) * columns / plot.width();
    double startY = (place.pixelY(0) - plot.y()) * lines / plot.height();
    int firstColumn = points.cell(-startX / perX);
    int lastColumn = points.cell((columns - startX) / perX);
    double[] counts = new double[columns * lines];
    int lastLine = points.cell(startY / perY);
    for (int line = points.cell((startY - lines) / perY); line <= lastLine; line++) {
      int end = points.start(line, lastColumn + 1);
      for (int i = points.start(line, firstColumn); i < end; i++) {
        int x = (int) Math.floor(startX + points.xs()[i] * perX);
        int y = (int) Math.floor(startY - points.ys()[i] * perY);
        if (x >= 0 && x < columns && y >= 0 && y < lines && ink.isShown(i)) {
          counts[y * columns + x]++;
        }
      }
    }
    return counts;
  }

  /// Means over squares of neighbours, first across and then upwards.
  private double[] smoothed(double[] from, int reach) {
    double[] across = new double[from.length];
    double[] both = new double[from.length];
    for (int y = 0; y < lines; y++) {
      for (int x = 0; x < columns; x++) {
        for (int d = -reach; d <= reach; d++) {
          int other = Math.clamp(x + (long) d, 0, columns - 1);
          across[y * columns + x] += from[y * columns + other] / (2 * reach + 1);
        }
      }
    }
    for (int y = 0; y < lines; y++) {
      for (int x = 0; x < columns; x++) {
        for (int d = -reach; d <= reach; d++) {
          int other = Math.clamp(y + (long) d, 0, lines - 1);
          both[y * columns + x] += across[other * columns + x] / (2 * reach + 1);
        }
      }
    }
    return both;
  }

  /// The density above which a share of the sum lies.
  private static double level(double[] density, double share) {
    double[] sorted = density.clone();
    Arrays.sort(sorted);
    double wanted = share * Arrays.stream(sorted).sum();
    double above = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      above += sorted[i];
      if (above >= wanted) {
        return sorted[i];
      }
    }
    return 0;
  }
}
