package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import outcrop.analysis.render.Mark.Point;

/// What of a shape lies within a rectangle, for formats that cannot hide the rest.
final class Clipping {
  private Clipping() {}

  /// The rectangle that two have in common, empty where there is none.
  static Bounds common(Bounds one, Bounds other) {
    double x = Math.max(one.x(), other.x());
    double y = Math.max(one.y(), other.y());
    return new Bounds(
        x, y, Math.min(one.right(), other.right()) - x, Math.min(one.bottom(), other.bottom()) - y);
  }

  /// The parts of a line within the rectangle, after Liang and Barsky (1984).
  static List<List<Point>> line(List<Point> points, Bounds clip) {
    List<List<Point>> parts = new ArrayList<>();
    List<Point> part = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double[] ends = within(from, to, clip);
      if (ends.length == 0) {
        part = closed(parts, part);
        continue;
      }
      if (part.isEmpty() || ends[0] > 0) {
        part = closed(parts, part);
        part.add(between(from, to, ends[0]));
      }
      part.add(between(from, to, ends[1]));
    }
    closed(parts, part);
    return parts;
  }

  private static List<Point> closed(List<List<Point>> parts, List<Point> part) {
    if (part.size() > 1) {
      parts.add(part);
    }
    return part.isEmpty() ? part : new ArrayList<>();
  }

  /// The shares of a segment where it enters and leaves; empty where it stays outside.
  private static double[] within(Point from, Point to, Bounds clip) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double[] falls = {-dx, dx, -dy, dy};
    double[] rooms = {
      from.x() - clip.x(), clip.right() - from.x(), from.y() - clip.y(), clip.bottom() - from.y()
    };
    double enter = 0;
    double leave = 1;
    for (int side = 0; side < 4; side++) {
      if (falls[side] == 0) {
        if (rooms[side] < 0) {
          return new double[0];
        }
      } else if (falls[side] < 0) {
        enter = Math.max(enter, rooms[side] / falls[side]);
      } else {
        leave = Math.min(leave, rooms[side] / falls[side]);
      }
    }
    return enter <= leave ? new double[] {enter, leave} : new double[0];
  }

  private static Point between(Point from, Point to, double share) {
    return new Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  /// The area within the rectangle, after Sutherland and Hodgman (1974).
  static List<Point> area(List<Point> points, Bounds clip) {
    List<Point> left = side(points, p -> p.x() >= clip.x(), (a, b) -> atX(a, b, clip.x()));
    List<Point> right = side(left, p -> p.x() <= clip.right(), (a, b) -> atX(a, b, clip.right()));
    List<Point> top = side(right, p -> p.y() >= clip.y(), (a, b) -> atY(a, b, clip.y()));
    return side(top, p -> p.y() <= clip.bottom(), (a, b) -> atY(a, b, clip.bottom()));
  }

  private static List<Point> side(
      List<Point> points, Predicate<Point> inside, BiFunction<Point, Point, Point> crossing) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point before = points.get((i + points.size() - 1) % points.size());
      Point point = points.get(i);
      if (inside.test(before) != inside.test(point)) {
        kept.add(crossing.apply(before, point));
      }
      if (inside.test(point)) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static Point atX(Point a, Point b, double x) {
    return new Point(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
  }

  private static Point atY(Point a, Point b, double y) {
    return new Point(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y);
  }
}
