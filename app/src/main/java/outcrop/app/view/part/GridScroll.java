package outcrop.app.view.part;

/// One direction of scrolling over a length that may be far greater than the screen.
///
/// Offsets are pixels in a double: exact for 2³¹ rows of any sensible height, so that a jump
/// anywhere is one assignment.
final class GridScroll {
  private double content;
  private double viewport;
  private double offset;
  private double target;

  void setExtent(double newContent, double newViewport) {
    content = newContent;
    viewport = newViewport;
    offset = within(offset);
    target = within(target);
  }

  double offset() {
    return offset;
  }

  double viewport() {
    return viewport;
  }

  double content() {
    return content;
  }

  double greatest() {
    return Math.max(0, content - viewport);
  }

  /// Goes there at once.
  void jump(double value) {
    offset = within(value);
    target = offset;
  }

  /// Goes there over the next frames.
  void glide(double delta) {
    target = within(target + delta);
  }

  /// One frame of a glide: most of the way that is left.
  ///
  /// @return whether it is still on the way
  boolean step() {
    double left = target - offset;
    if (Math.abs(left) < 1) {
      offset = target;
      return false;
    }
    offset += left * 0.35;
    return true;
  }

  /// Brings a stretch into view by the shortest way.
  void reveal(double from, double to) {
    if (from < offset || to - from > viewport) {
      jump(from);
    } else if (to > offset + viewport) {
      jump(to - viewport);
    }
  }

  private double within(double value) {
    return Math.clamp(value, 0, greatest());
  }
}
