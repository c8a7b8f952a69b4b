package outcrop.analysis.model;

import java.util.Arrays;

/// The points of a map in squares that are quartered until each holds one point, or points that are
/// too close to tell apart. Made anew for every step of a layout, in the same memory.
final class QuadTree {
  private static final int NONE = -1;
  private static final int MOST_DEPTH = 32;
  private static final int STACK = 3 * MOST_DEPTH + 4;

  private final float[] map;
  private int[] children;
  private int[] counts;

  /// The point of a square that is not quartered, the first of several; [#NONE] where it is.
  private int[] points;

  private double[] sumsOfX;
  private double[] sumsOfY;
  private float[] middles = new float[0];
  private int nodes;
  private float left;
  private float bottom;
  private float side;

  /// @param map x and y of each point; read at each [#build]
  QuadTree(float[] map) {
    this.map = map;
    int room = Math.max(16, map.length);
    this.children = new int[4 * room];
    this.counts = new int[room];
    this.points = new int[room];
    this.sumsOfX = new double[room];
    this.sumsOfY = new double[room];
  }

  /// Puts all points where they are now.
  void build() {
    float right = Float.NEGATIVE_INFINITY;
    float top = Float.NEGATIVE_INFINITY;
    left = Float.POSITIVE_INFINITY;
    bottom = Float.POSITIVE_INFINITY;
    for (int at = 0; at < map.length; at += 2) {
      left = Math.min(left, map[at]);
      right = Math.max(right, map[at]);
      bottom = Math.min(bottom, map[at + 1]);
      top = Math.max(top, map[at + 1]);
    }
    side = Math.max(right - left, top - bottom);
    nodes = 0;
    node();
    for (int point = 0; point < map.length / 2; point++) {
      insert(point);
    }
    if (middles.length < 2 * nodes) {
      middles = new float[2 * counts.length];
    }
    for (int node = 0; node < nodes; node++) {
      middles[2 * node] = (float) (sumsOfX[node] / counts[node]);
      middles[2 * node + 1] = (float) (sumsOfY[node] / counts[node]);
    }
  }

  private int node() {
    if (nodes == counts.length) {
      int room = 2 * nodes;
      children = Arrays.copyOf(children, 4 * room);
      counts = Arrays.copyOf(counts, room);
      points = Arrays.copyOf(points, room);
      sumsOfX = Arrays.copyOf(sumsOfX, room);
      sumsOfY = Arrays.copyOf(sumsOfY, room);
    }
    Arrays.fill(children, 4 * nodes, 4 * nodes + 4, NONE);
    counts[nodes] = 0;
    points[nodes] = NONE;
    sumsOfX[nodes] = 0;
    sumsOfY[nodes] = 0;
    return nodes++;
  }

  private void insert(int point) {
    float x = left;
    float y = bottom;
    float half = side / 2;
    int at = 0;
    for (int depth = 0; ; depth++) {
      boolean empty = counts[at] == 0;
      int before = points[at];
      add(at, point);
      if (empty) {
        points[at] = point;
        return;
      }
      if (depth == MOST_DEPTH) {
        return;
      }
      if (before != NONE) {
        // A square of one point gets a second: the first moves a level down.
        points[at] = NONE;
        int below = child(at, before, x + half, y + half);
        add(below, before);
        points[below] = before;
      }
      at = child(at, point, x + half, y + half);
      x += map[2 * point] >= x + half ? half : 0;
      y += map[2 * point + 1] >= y + half ? half : 0;
      half /= 2;
    }
  }

  private void add(int node, int point) {
    counts[node]++;
    sumsOfX[node] += map[2 * point];
    sumsOfY[node] += map[2 * point + 1];
  }

  private int child(int node, int point, float middleX, float middleY) {
    int quarter = (map[2 * point] >= middleX ? 1 : 0) + (map[2 * point + 1] >= middleY ? 2 : 0);
    int child = children[4 * node + quarter];
    if (child == NONE) {
      child = node();
      children[4 * node + quarter] = child;
    }
    return child;
  }

  /// A place to walk the tree from; one for each thread.
  final class Walk {
    private final int[] stack = new int[STACK];
    private final float[] sides = new float[STACK];

    /// What drives a point away from all others, not yet divided by the sum of all closenesses.
    float x;

    float y;

    /// `1 / (1 + distance²)` to all other points together.
    double closeness;

    /// Looks at all others: squares that are small for their distance as if all their points were
    /// in their middle.
    ///
    /// @param angle the size of such a square, as a share of its distance
    void from(int point, float angle) {
      float atX = map[2 * point];
      float atY = map[2 * point + 1];
      float limit = angle * angle;
      x = 0;
      y = 0;
      closeness = 0;
      stack[0] = 0;
      sides[0] = side;
      int top = 1;
      while (top > 0) {
        int node = stack[--top];
        float width = sides[top];
        int count = counts[node];
        float dx = atX - middles[2 * node];
        float dy = atY - middles[2 * node + 1];
        float square = dx * dx + dy * dy;
        boolean leaf = points[node] != NONE;
        if (leaf || width * width < limit * square) {
          boolean own =
              points[node] == point
                  || leaf && count > 1 && Math.abs(dx) <= width && Math.abs(dy) <= width;
          int others = own ? count - 1 : count;
          float close = 1 / (1 + square);
          float force = others * close * close;
          closeness += others * close;
          x += force * dx;
          y += force * dy;
        } else {
          for (int quarter = 4 * node; quarter < 4 * node + 4; quarter++) {
            if (children[quarter] != NONE) {
              stack[top] = children[quarter];
              sides[top++] = width / 2;
            }
          }
        }
      }
    }
  }
}
