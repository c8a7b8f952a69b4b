package outcrop.analysis.image;

/// How large a picture may become.
record Fit(int maxWidth, int maxHeight) {
  Fit {
    if (maxWidth < 1 || maxHeight < 1) {
      throw new IllegalArgumentException("Nothing fits into " + maxWidth + " by " + maxHeight);
    }
  }

  /// The same for a picture that is turned afterwards.
  Fit turned() {
    return new Fit(maxHeight, maxWidth);
  }

  private double scale(int width, int height) {
    return Math.min(1, Math.min((double) maxWidth / width, (double) maxHeight / height));
  }

  /// The width of a picture that fits with its proportions, at least 1.
  int width(int width, int height) {
    return Math.max(1, (int) Math.round(width * scale(width, height)));
  }

  /// The height of a picture that fits with its proportions, at least 1.
  int height(int width, int height) {
    return Math.max(1, (int) Math.round(height * scale(width, height)));
  }

  /// Every how manieth line and column is enough: what is left has twice the size of the target, so
  /// that the average is one of several pixels.
  int step(int width, int height) {
    return Math.max(1, (int) (0.5 / scale(width, height)));
  }
}
