package outcrop.app.view.part;

import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.LayoutOptions;

/// Lays a chart out for the room that it has: spec, data and theme are inside.
@FunctionalInterface
public interface Picture {
  /// The chart at a size; called on every change of size, hover, scroll and brush, so it should
  /// take a few milliseconds.
  Drawing draw(double width, double height, LayoutOptions options);
}
