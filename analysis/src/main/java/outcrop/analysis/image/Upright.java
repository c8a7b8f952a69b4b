package outcrop.analysis.image;

/// Turns and mirrors pixels as the orientation of EXIF says.
final class Upright {
  private Upright() {}

  /// @param orientation 1…8: 2 mirrored, 3 upside down, 4 mirrored upside down, 5…8 with columns
  ///   and rows exchanged
  static Pixels of(Pixels stored, int orientation) {
    if (orientation < 2 || orientation > 8) {
      return stored;
    }
    boolean turned = orientation >= 5;
    int width = turned ? stored.height() : stored.width();
    int height = turned ? stored.width() : stored.height();
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] =
            switch (orientation) {
              case 2 -> stored.at(width - 1 - x, y);
              case 3 -> stored.at(width - 1 - x, height - 1 - y);
              case 4 -> stored.at(x, height - 1 - y);
              case 5 -> stored.at(y, x);
              case 6 -> stored.at(y, width - 1 - x);
              case 7 -> stored.at(height - 1 - y, width - 1 - x);
              default -> stored.at(height - 1 - y, x);
            };
      }
    }
    return new Pixels(width, height, argb);
  }
}
