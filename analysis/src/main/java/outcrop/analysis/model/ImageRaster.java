package outcrop.analysis.model;

import outcrop.analysis.image.Pixels;

/// A picture as numbers: red, green, blue and grey of each pixel, 0…255, laid on white where it is
/// transparent.
///
/// @param red row by row, like the others
record ImageRaster(int width, int height, float[] red, float[] green, float[] blue, float[] grey) {
  static ImageRaster of(Pixels pixels) {
    int count = pixels.argb().length;
    float[] red = new float[count];
    float[] green = new float[count];
    float[] blue = new float[count];
    float[] grey = new float[count];
    for (int i = 0; i < count; i++) {
      int argb = pixels.argb()[i];
      float alpha = (argb >>> 24) / 255f;
      float white = 255 * (1 - alpha);
      red[i] = white + alpha * (argb >> 16 & 0xFF);
      green[i] = white + alpha * (argb >> 8 & 0xFF);
      blue[i] = white + alpha * (argb & 0xFF);
      grey[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
    }
    return new ImageRaster(pixels.width(), pixels.height(), red, green, blue, grey);
  }

  /// The grey picture stretched to a square, each of its pixels the average of the area it covers.
  float[] greySquare(int side) {
    float[] narrow = new float[side * height];
    for (int x = 0; x < side; x++) {
      double from = (double) x * width / side;
      double to = (double) (x + 1) * width / side;
      for (int y = 0; y < height; y++) {
        narrow[y * side + x] = average(grey, y * width, 1, from, to, width);
      }
    }
    float[] square = new float[side * side];
    for (int y = 0; y < side; y++) {
      double from = (double) y * height / side;
      double to = (double) (y + 1) * height / side;
      for (int x = 0; x < side; x++) {
        square[y * side + x] = average(narrow, x, side, from, to, height);
      }
    }
    return square;
  }

  private static float average(
      float[] values, int at, int step, double from, double to, int length) {
    double sum = 0;
    for (int i = (int) from; i < Math.min(length, Math.ceil(to)); i++) {
      sum += values[at + i * step] * (Math.min(to, i + 1) - Math.max(from, i));
    }
    return (float) (sum / (to - from));
  }
}
