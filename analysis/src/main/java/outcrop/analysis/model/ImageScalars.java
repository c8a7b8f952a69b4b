package outcrop.analysis.model;

import java.util.Arrays;

/// What single numbers say of a picture: light, contrast, colour, sharpness, shape.
final class ImageScalars {
  static final int SIZE = 12;

  private ImageScalars() {}

  static void write(ImageRaster image, float[] square, int side, float[] target, int at) {
    float[] brightness = brightness(image);
    float[] sorted = brightness.clone();
    Arrays.sort(sorted);
    double mean = mean(brightness);
    float[] values = {
      (float) mean,
      quantile(sorted, 0.05),
      quantile(sorted, 0.99),
      (float) deviation(brightness, mean),
      quantile(sorted, 0.95) - quantile(sorted, 0.05),
      (float) entropy(image.grey()),
      (float) Math.log1p(edges(square, side)),
      (float) Math.log1p(noise(square, side)),
      (float) saturation(image),
      (float) Math.log1p(colourfulness(image)),
      (float) Math.log((double) image.width() / image.height()),
      isGrey(image) ? 1 : 0
    };
    System.arraycopy(values, 0, target, at, SIZE);
  }

  /// Perceived brightness, 0…1.
  private static float[] brightness(ImageRaster image) {
    float[] brightness = new float[image.grey().length];
    for (int i = 0; i < brightness.length; i++) {
      float r = image.red()[i];
      float g = image.green()[i];
      float b = image.blue()[i];
      brightness[i] = (float) (Math.sqrt(0.241 * r * r + 0.691 * g * g + 0.068 * b * b) / 255);
    }
    return brightness;
  }

  private static float quantile(float[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values, double mean) {
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  /// Of the histogram of grey, in bits.
  private static double entropy(float[] grey) {
    int[] counts = new int[256];
    for (float value : grey) {
      counts[Math.clamp(Math.round(value), 0, 255)]++;
    }
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / grey.length;
        entropy -= share * Math.log(share) / Math.log(2);
      }
    }
    return entropy;
  }

  /// The deviation of the 8-neighbour Laplacian: small for blurred pictures.
  private static double edges(float[] square, int side) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = 1; y + 1 < side; y++) {
      for (int x = 1; x + 1 < side; x++) {
        double value = 9 * square[y * side + x];
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            value -= square[(y + dy) * side + x + dx];
          }
        }
        sum += value;
        squares += value * value;
        count++;
      }
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }

  /// The deviation of noise (Immerkær 1996).
  private static double noise(float[] square, int side) {
    double sum = 0;
    for (int y = 1; y + 1 < side; y++) {
      for (int x = 1; x + 1 < side; x++) {
        int at = y * side + x;
        sum +=
            Math.abs(
                4 * square[at]
                    - 2 * (square[at - 1] + square[at + 1] + square[at - side] + square[at + side])
                    + square[at - side - 1]
                    + square[at - side + 1]
                    + square[at + side - 1]
                    + square[at + side + 1]);
      }
    }
    return Math.sqrt(Math.PI / 2) * sum / (6.0 * (side - 2) * (side - 2));
  }

  private static double saturation(ImageRaster image) {
    double sum = 0;
    for (int i = 0; i < image.grey().length; i++) {
      float most = Math.max(image.red()[i], Math.max(image.green()[i], image.blue()[i]));
      float least = Math.min(image.red()[i], Math.min(image.green()[i], image.blue()[i]));
      sum += most > 0 ? (most - least) / most : 0;
    }
    return sum / image.grey().length;
  }

  /// Hasler and Süsstrunk 2003.
  private static double colourfulness(ImageRaster image) {
    int count = image.grey().length;
    float[] redGreen = new float[count];
    float[] yellowBlue = new float[count];
    for (int i = 0; i < count; i++) {
      redGreen[i] = image.red()[i] - image.green()[i];
      yellowBlue[i] = (image.red()[i] + image.green()[i]) / 2 - image.blue()[i];
    }
    double meanRg = mean(redGreen);
    double meanYb = mean(yellowBlue);
    return Math.hypot(deviation(redGreen, meanRg), deviation(yellowBlue, meanYb))
        + 0.3 * Math.hypot(meanRg, meanYb);
  }

  private static boolean isGrey(ImageRaster image) {
    for (int i = 0; i < image.grey().length; i++) {
      if (Math.abs(image.red()[i] - image.green()[i]) > 1
          || Math.abs(image.green()[i] - image.blue()[i]) > 1) {
        return false;
      }
    }
    return true;
  }
}
