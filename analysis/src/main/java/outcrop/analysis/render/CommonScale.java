package outcrop.analysis.render;

/// The largest value that drawings beside each other show: every one of them that asks raises it,
/// so that all have the same scale when they are laid out a second time.
final class CommonScale {
  private double most;

  /// @param own the largest value of one drawing
  /// @return the largest of all that asked so far
  double raise(double own) {
    most = Math.max(most, own);
    return most;
  }
}
