package outcrop.app.view.part;

/// What the mouse points at or drags in the table, as far as it shows.
final class GridPointer {
  static final int NONE = -1;

  /// The position of the row under the mouse.
  int row = NONE;

  /// The visible column whose header is under the mouse.
  int header = NONE;

  /// The visible column whose right edge is under the mouse or dragged.
  int edge = NONE;

  /// The visible column that is being moved.
  int moved = NONE;

  /// The visible column before which it would be put down.
  int drop = NONE;

  void leave() {
    row = NONE;
    header = NONE;
    edge = NONE;
  }
}
