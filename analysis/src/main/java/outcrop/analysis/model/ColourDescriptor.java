package outcrop.analysis.model;

/// The colours of a picture in CIE L*a*b* (D65), in which equal distances look about equal.
final class ColourDescriptor {
  /// Means of L*, a* and b* in 4 × 4 fields.
  static final int LAYOUT = 48;

  /// Shares of pixels in 4 × 4 × 4 boxes of colours.
  static final int HISTOGRAM = 64;

  private static final int FIELDS = 4;

  /// Where the boxes of a* and b* end: most pictures have most of their colours near grey.
  private static final float EDGE = 15;

  private static final float[] LINEAR = new float[256];

  static {
    for (int i = 0; i < LINEAR.length; i++) {
      double value = i / 255.0;
      LINEAR[i] =
          (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
  }

  private ColourDescriptor() {}

  /// Writes layout and histogram.
  static void write(ImageRaster image, float[] target, int layoutAt, int histogramAt) {
    float[] lab = new float[3];
    int[] counts = new int[FIELDS * FIELDS];
    for (int y = 0; y < image.height(); y++) {
      int row = y * FIELDS / image.height() * FIELDS;
      for (int x = 0; x < image.width(); x++) {
        int pixel = y * image.width() + x;
        lab(image.red()[pixel], image.green()[pixel], image.blue()[pixel], lab);
        int field = row + x * FIELDS / image.width();
        counts[field]++;
        for (int c = 0; c < 3; c++) {
          target[layoutAt + field * 3 + c] += lab[c];
        }
        target[histogramAt + box(lab)]++;
      }
    }
    fillEmptyFields(target, layoutAt, counts);
    float pixels = (float) image.width() * image.height();
    for (int i = 0; i < HISTOGRAM; i++) {
      target[histogramAt + i] /= pixels;
    }
  }

  /// A picture of fewer than four lines leaves fields empty: they look like the one before.
  private static void fillEmptyFields(float[] target, int at, int[] counts) {
    for (int field = 0; field < counts.length; field++) {
      for (int c = 0; c < 3; c++) {
        int place = at + field * 3 + c;
        if (counts[field] > 0) {
          target[place] /= counts[field];
        } else if (field > 0) {
          target[place] = target[place - 3];
        }
      }
    }
  }

  private static int box(float[] lab) {
    int light = Math.clamp((int) (lab[0] / 25), 0, 3);
    return (light * FIELDS + side(lab[1])) * FIELDS + side(lab[2]);
  }

  private static int side(float value) {
    return value < -EDGE ? 0 : value < 0 ? 1 : value < EDGE ? 2 : 3;
  }

  /// L* 0…100, a* and b* about −100…100.
  static void lab(float red, float green, float blue, float[] lab) {
    float r = LINEAR[Math.clamp(Math.round(red), 0, 255)];
    float g = LINEAR[Math.clamp(Math.round(green), 0, 255)];
    float b = LINEAR[Math.clamp(Math.round(blue), 0, 255)];
    double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    lab[0] = (float) (116 * y - 16);
    lab[1] = (float) (500 * (x - y));
    lab[2] = (float) (200 * (y - z));
  }

  private static double root(double value) {
    return value > 0.008856452 ? Math.cbrt(value) : value * 7.787037 + 16.0 / 116;
  }
}
