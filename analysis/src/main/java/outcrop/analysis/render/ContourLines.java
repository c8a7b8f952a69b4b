package outcrop.analysis.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.render.Mark.Point;

/// The lines along which a grid of numbers has one height, found by marching squares: each square
/// between four neighbours gives up to two pieces, which are joined end to end.
///
/// @param heights line by line
/// @param columns how many there are in a line
record ContourLines(double[] heights, int columns, double level) {
  /// The lines in columns and lines of the grid.
  List<List<Point>> lines() {
    Map<Point, List<Point>> next = new HashMap<>();
    int lines = heights.length / columns;
    for (int y = 0; y + 1 < lines; y++) {
      for (int x = 0; x + 1 < columns; x++) {
        square(x, y, next);
      }
    }
    List<List<Point>> joined = new ArrayList<>();
    while (!next.isEmpty()) {
      Point start = next.keySet().iterator().next();
      Deque<Point> line = new ArrayDeque<>(List.of(start));
      follow(line, next, true);
      follow(line, next, false);
      joined.add(List.copyOf(line));
    }
    joined.sort(
        java.util.Comparator.comparingDouble((List<Point> l) -> l.getFirst().y())
            .thenComparingDouble(l -> l.getFirst().x())
            .thenComparingInt(List::size));
    return joined;
  }

  private static void follow(Deque<Point> line, Map<Point, List<Point>> next, boolean forwards) {
    Point at = forwards ? line.getLast() : line.getFirst();
    while (next.containsKey(at) && !next.get(at).isEmpty()) {
      Point to = next.get(at).getFirst();
      cut(next, at, to);
      cut(next, to, at);
      if (forwards) {
        line.addLast(to);
      } else {
        line.addFirst(to);
      }
      at = to;
    }
    next.remove(at);
  }

  private static void cut(Map<Point, List<Point>> next, Point from, Point to) {
    List<Point> ends = next.get(from);
    if (ends != null) {
      ends.remove(to);
      if (ends.isEmpty()) {
        next.remove(from);
      }
    }
  }

  private void square(int x, int y, Map<Point, List<Point>> next) {
    List<Point> crossed = new ArrayList<>();
    crossing(x, y, x + 1, y, crossed);
    crossing(x + 1, y, x + 1, y + 1, crossed);
    crossing(x, y + 1, x + 1, y + 1, crossed);
    crossing(x, y, x, y + 1, crossed);
    if (crossed.size() == 4) {
      // A saddle: the height of the middle says which two corners belong together.
      boolean middle =
          (height(x, y) + height(x + 1, y) + height(x, y + 1) + height(x + 1, y + 1)) / 4 > level;
      boolean first = height(x, y) > level;
      int other = middle == first ? 1 : 3;
      join(next, crossed.get(0), crossed.get(other));
      join(next, crossed.get(2), crossed.get(4 - other));
    } else if (crossed.size() == 2) {
      join(next, crossed.get(0), crossed.get(1));
    }
  }

  private static void join(Map<Point, List<Point>> next, Point one, Point other) {
    if (!one.equals(other)) {
      next.computeIfAbsent(one, _ -> new ArrayList<>(2)).add(other);
      next.computeIfAbsent(other, _ -> new ArrayList<>(2)).add(one);
    }
  }

  private double height(int x, int y) {
    return heights[y * columns + x];
  }

  private void crossing(int x1, int y1, int x2, int y2, List<Point> out) {
    double from = height(x1, y1);
    double to = height(x2, y2);
    if (from > level != to > level) {
      double share = (level - from) / (to - from);
      out.add(new Point(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share));
    }
  }
}
