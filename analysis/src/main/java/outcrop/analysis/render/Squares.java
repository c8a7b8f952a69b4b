package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;

/// Divides a rectangle into parts of given sizes that are as near to squares as can be (Bruls,
/// Huizing and van Wijk, 2000).
final class Squares {
  private Squares() {}

  /// @param sizes falling, positive
  static List<Bounds> of(List<Double> sizes, Bounds area) {
    List<Bounds> placed = new ArrayList<>();
    double total = sizes.stream().mapToDouble(Double::doubleValue).sum();
    double scale = total > 0 ? area.width() * area.height() / total : 0;
    Bounds rest = area;
    int from = 0;
    while (from < sizes.size()) {
      double side = Math.min(rest.width(), rest.height());
      int to = from + 1;
      double sum = sizes.get(from) * scale;
      double worst = worst(sizes, scale, from, to, sum, side);
      while (to < sizes.size()) {
        double longer = sum + sizes.get(to) * scale;
        double next = worst(sizes, scale, from, to + 1, longer, side);
        if (next > worst) {
          break;
        }
        worst = next;
        sum = longer;
        to++;
      }
      rest = row(sizes, scale, from, to, sum, rest, placed);
      from = to;
    }
    return placed;
  }

  private static double worst(
      List<Double> sizes, double scale, int from, int to, double sum, double side) {
    double largest = sizes.get(from) * scale;
    double smallest = sizes.get(to - 1) * scale;
    double square = side * side;
    return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
  }

  /// Lays one row along the shorter side.
  ///
  /// @return what is left
  private static Bounds row(
      List<Double> sizes,
      double scale,
      int from,
      int to,
      double sum,
      Bounds rest,
      List<Bounds> placed) {
    boolean upright = rest.width() >= rest.height();
    double thick =
        upright ? sum / Math.max(1e-9, rest.height()) : sum / Math.max(1e-9, rest.width());
    double at = upright ? rest.y() : rest.x();
    for (int i = from; i < to; i++) {
      double length = sizes.get(i) * scale / Math.max(1e-9, thick);
      placed.add(
          upright
              ? new Bounds(rest.x(), at, thick, length)
              : new Bounds(at, rest.y(), length, thick));
      at += length;
    }
    return upright
        ? new Bounds(rest.x() + thick, rest.y(), rest.width() - thick, rest.height())
        : new Bounds(rest.x(), rest.y() + thick, rest.width(), rest.height() - thick);
  }
}
