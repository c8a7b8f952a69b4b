package outcrop.analysis.render;

import outcrop.analysis.query.PointGrid;
import outcrop.analysis.spec.MapSpec.Aspect;
import outcrop.analysis.spec.MapSpec.Window;

/// The way between the places of a map and the pixels of its plot, both ways. Places are shares of
/// the spans of the two fields; the second grows upwards.
///
/// @param plot where the map is drawn
/// @param perX pixels for the whole span of the first field
/// @param perY pixels for the whole span of the second field
public record MapPlace(PointGrid points, Bounds plot, Window window, double perX, double perY) {
  private static final double MARGIN = 0.94;
  private static final double MOST_UNEQUAL = 5;

  /// The window of a spec in a plot of some size.
  static MapPlace of(PointGrid points, Bounds plot, Window window) {
    double width = Math.max(1, plot.width()) * MARGIN * window.zoom();
    double height = Math.max(1, plot.height()) * MARGIN * window.zoom();
    double lengthX = points.x().length();
    double lengthY = points.y().length();
    if (isEqual(window.aspect(), lengthX, lengthY)) {
      double unit = Math.min(width / lengthX, height / lengthY);
      width = unit * lengthX;
      height = unit * lengthY;
    }
    return new MapPlace(points, plot, window, width, height);
  }

  private static boolean isEqual(Aspect aspect, double lengthX, double lengthY) {
    double ratio = lengthX / lengthY;
    return switch (aspect) {
      case EQUAL -> Double.isFinite(ratio) && ratio > 0;
      case FREE -> false;
      case AUTO -> ratio < MOST_UNEQUAL && ratio > 1 / MOST_UNEQUAL;
    };
  }

  /// The same plot with another window.
  public MapPlace in(Window other) {
    return other.equals(window) ? this : of(points, plot, other);
  }

  public double pixelX(double share) {
    return plot.centreX() + (share - window.x()) * perX;
  }

  public double pixelY(double share) {
    return plot.centreY() - (share - window.y()) * perY;
  }

  public double shareX(double pixel) {
    return window.x() + (pixel - plot.centreX()) / perX;
  }

  public double shareY(double pixel) {
    return window.y() - (pixel - plot.centreY()) / perY;
  }

  /// The value of the first field at a pixel.
  public double valueX(double pixel) {
    return points.x().value(shareX(pixel));
  }

  /// The value of the second field at a pixel.
  public double valueY(double pixel) {
    return points.y().value(shareY(pixel));
  }

  /// The window moved by pixels, its middle kept within the map.
  public Window panned(double dx, double dy) {
    return within(window.x() - dx / perX, window.y() + dy / perY, window.zoom());
  }

  /// The window closer or farther, the place under a pixel staying where it is.
  public Window zoomed(double factor, double pixelX, double pixelY) {
    double zoom = Math.clamp(window.zoom() * factor, 0.5, Window.CLOSEST);
    double share = window.zoom() / zoom;
    double x = shareX(pixelX);
    double y = shareY(pixelY);
    return within(x + (window.x() - x) * share, y + (window.y() - y) * share, zoom);
  }

  /// The window that just shows a rectangle of places.
  public Window showing(double fromX, double fromY, double toX, double toY) {
    double across = plot.width() / Math.max(1e-9, Math.abs(toX - fromX) * perX);
    double upwards = plot.height() / Math.max(1e-9, Math.abs(toY - fromY) * perY);
    double zoom = window.zoom() * Math.min(across, upwards) * 0.9;
    return within((fromX + toX) / 2, (fromY + toY) / 2, Math.clamp(zoom, 0.5, Window.CLOSEST));
  }

  private Window within(double x, double y, double zoom) {
    return window.at(Math.clamp(x, -0.5, 1.5), Math.clamp(y, -0.5, 1.5), zoom);
  }

  /// The number of the point nearest to a pixel, −1 where none is near.
  ///
  /// @param most the greatest distance in pixels
  /// @param wanted which points count, by their number
  public int nearest(
      double pixelX, double pixelY, double most, java.util.function.IntPredicate wanted) {
    double steps = PointGrid.SPAN - 1;
    return points.nearest(
        shareX(pixelX) * steps, shareY(pixelY) * steps, perX / steps, perY / steps, most, wanted);
  }
}
