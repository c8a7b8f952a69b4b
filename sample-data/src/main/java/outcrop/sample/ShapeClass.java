package outcrop.sample;

import java.util.Locale;

/// The classes of shapes, from the most frequent to the rarest, with their outlines.
///
/// Outlines fill the unit circle; `y` points down.
enum ShapeClass {
  CIRCLE(new double[0]),
  SQUARE(new double[] {-.75, -.75, .75, -.75, .75, .75, -.75, .75}),
  TRIANGLE(regular(3, 1, 1)),
  HEXAGON(regular(6, 1, 1)),
  STAR(regular(5, 1, 0.42)),
  CROSS(
      new double[] {
        -.3, -.95, .3, -.95, .3, -.3, .95, -.3, .95, .3, .3, .3, .3, .95, -.3, .95, -.3, .3, -.95,
        .3, -.95, -.3, -.3, -.3
      }),
  RING(new double[0]),
  ARROW(new double[] {-.95, -.25, .1, -.25, .1, -.75, .95, 0, .1, .75, .1, .25, -.95, .25}),
  CRESCENT(new double[0]),
  HEART(heart());

  private final double[] corners;

  ShapeClass(double[] corners) {
    this.corners = corners;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it looks the same from every side, so that a rotation has no meaning.
  boolean isRound() {
    return this == CIRCLE || this == RING;
  }

  /// The distance of a point from the outline, negative inside, in units of the radius.
  double distance(double x, double y) {
    return switch (this) {
      case CIRCLE -> length(x, y) - 0.92;
      case RING -> StrictMath.abs(length(x, y) - 0.72) - 0.22;
      case CRESCENT -> StrictMath.max(length(x, y) - 0.95, 0.78 - length(x - 0.42, y));
      default -> polygonDistance(x, y);
    };
  }

  private static double length(double x, double y) {
    return StrictMath.sqrt(x * x + y * y);
  }

  private double polygonDistance(double x, double y) {
    double nearest = Double.MAX_VALUE;
    boolean inside = false;
    int previous = corners.length - 2;
    for (int i = 0; i < corners.length; i += 2) {
      double ax = corners[previous];
      double ay = corners[previous + 1];
      double ex = corners[i] - ax;
      double ey = corners[i + 1] - ay;
      double t = Math.clamp(((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey), 0, 1);
      double dx = x - ax - t * ex;
      double dy = y - ay - t * ey;
      nearest = Math.min(nearest, dx * dx + dy * dy);
      if (ay > y != corners[i + 1] > y && x < ax + (y - ay) * ex / ey) {
        inside = !inside;
      }
      previous = i;
    }
    double distance = StrictMath.sqrt(nearest);
    return inside ? -distance : distance;
  }

  /// Corners alternate between two radii unless these are equal.
  private static double[] regular(int tips, double outer, double inner) {
    int count = outer == inner ? tips : 2 * tips;
    double[] corners = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * StrictMath.PI * i / count - StrictMath.PI / 2;
      double radius = i % 2 == 0 ? outer : inner;
      corners[2 * i] = radius * StrictMath.cos(angle);
      corners[2 * i + 1] = radius * StrictMath.sin(angle);
    }
    return corners;
  }

  private static double[] heart() {
    int count = 36;
    double[] corners = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double t = 2 * StrictMath.PI * i / count;
      double sin = StrictMath.sin(t);
      corners[2 * i] = sin * sin * sin;
      corners[2 * i + 1] =
          -(13 * StrictMath.cos(t)
                  - 5 * StrictMath.cos(2 * t)
                  - 2 * StrictMath.cos(3 * t)
                  - StrictMath.cos(4 * t))
              / 16;
    }
    return corners;
  }
}
