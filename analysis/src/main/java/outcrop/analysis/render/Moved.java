package outcrop.analysis.render;

import java.util.List;

/// A drawing at another place of a larger one.
///
/// @param dx to the right
/// @param dy downwards
record Moved(double dx, double dy) {
  List<Mark> marks(List<Mark> marks) {
    return marks.stream().map(this::mark).toList();
  }

  private Mark mark(Mark mark) {
    return switch (mark) {
      case Mark.Rect rect -> new Mark.Rect(bounds(rect.bounds()), rect.fill());
      case Mark.Line line ->
          new Mark.Line(
              line.x1() + dx, line.y1() + dy, line.x2() + dx, line.y2() + dy, line.stroke());
      case Mark.Path path ->
          new Mark.Path(
              path.points().stream()
                  .map(point -> new Mark.Point(point.x() + dx, point.y() + dy))
                  .toList(),
              path.closed(),
              path.fill(),
              path.stroke());
      case Mark.Circle circle ->
          new Mark.Circle(
              circle.x() + dx, circle.y() + dy, circle.radius(), circle.fill(), circle.stroke());
      case Mark.Raster raster ->
          new Mark.Raster(bounds(raster.bounds()), raster.columns(), raster.argb());
      case Mark.Label label ->
          new Mark.Label(
              label.text(),
              label.x() + dx,
              label.y() + dy,
              label.anchor(),
              label.style(),
              label.turn());
      case Mark.Group group -> new Mark.Group(group.role(), group.note(), marks(group.marks()));
      case Mark.Clip clip -> new Mark.Clip(bounds(clip.bounds()), marks(clip.marks()));
    };
  }

  Bounds bounds(Bounds bounds) {
    return new Bounds(bounds.x() + dx, bounds.y() + dy, bounds.width(), bounds.height());
  }
}
