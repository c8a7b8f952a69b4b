package outcrop.analysis.image;

/// A picture in memory, upright and ready to be shown.
///
/// @param argb row by row from the top left, 8 bits each of alpha, red, green and blue in sRGB; the
///   colours are not multiplied by alpha. Whoever receives it owns it.
public record Pixels(int width, int height, int[] argb) {
  public Pixels {
    if (width < 1 || height < 1 || argb.length != (long) width * height) {
      throw new IllegalArgumentException(
          width + " by " + height + " pixels need as many numbers, not " + argb.length);
    }
  }

  /// The pixel at column `x` and row `y`.
  public int at(int x, int y) {
    return argb[y * width + x];
  }
}
