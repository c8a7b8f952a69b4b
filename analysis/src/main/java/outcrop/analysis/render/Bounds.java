package outcrop.analysis.render;

/// A rectangle of a drawing, in layout units (1/96 inch), y downwards.
public record Bounds(double x, double y, double width, double height) {
  public Bounds {
    width = Math.max(0, width);
    height = Math.max(0, height);
  }

  /// The rectangle between two corners, in whichever order they come.
  public static Bounds between(double x1, double y1, double x2, double y2) {
    return new Bounds(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centreX() {
    return x + width / 2;
  }

  public double centreY() {
    return y + height / 2;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /// Whether the insides of the two have a point in common.
  public boolean overlaps(Bounds other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
