package outcrop.analysis.model;

import java.util.Arrays;

/// How much structure of which size and direction a picture has, field by field, as the gist of a
/// scene (Oliva and Torralba 2001): energies of log-Gabor filters of 4 sizes and 8 directions in 4
/// × 4 fields, on 64 × 64 pixels of grey at mean zero and deviation one.
final class TextureDescriptor {
  static final int SIDE = 64;
  static final int SIZE = 4 * 8 * 16;

  private static final int SCALES = 4;
  private static final int DIRECTIONS = 8;
  private static final int FIELDS = 4;

  /// Cycles per pixel of the finest filter; each coarser one has half of it.
  private static final double FINEST = 0.32;

  private static final double WIDTH = Math.log(0.6);
  private static final double SPREAD = Math.PI / DIRECTIONS / 1.4;
  private static final float[][] FILTERS = filters();

  private TextureDescriptor() {}

  /// Of one half of the plane each, so that responses are complex and their size is the energy.
  private static float[][] filters() {
    float[][] filters = new float[SCALES * DIRECTIONS][SIDE * SIDE];
    for (int i = 1; i < SIDE * SIDE; i++) {
      double u = signed(i % SIDE);
      double v = signed(i / SIDE);
      double radius = Math.sqrt(u * u + v * v);
      double angle = Math.atan2(v, u);
      for (int f = 0; f < filters.length; f++) {
        double centre = FINEST / (1 << f / DIRECTIONS);
        double turn = angle - f % DIRECTIONS * Math.PI / DIRECTIONS;
        turn = Math.atan2(Math.sin(turn), Math.cos(turn));
        double size = Math.log(radius / centre) / WIDTH;
        double aside = turn / SPREAD;
        filters[f][i] = (float) Math.exp(-(size * size + aside * aside) / 2);
      }
    }
    return filters;
  }

  private static double signed(int frequency) {
    return (double) (frequency < SIDE / 2 ? frequency : frequency - SIDE) / SIDE;
  }

  /// @param grey [#SIDE] × [#SIDE]
  static void write(float[] grey, float[] target, int at) {
    float[] real = standardised(grey);
    float[] imaginary = new float[real.length];
    Fourier fourier = new Fourier(SIDE);
    fourier.forward(real, imaginary);
    float[] filtered = new float[real.length];
    float[] filteredImaginary = new float[real.length];
    for (int f = 0; f < FILTERS.length; f++) {
      for (int i = 0; i < real.length; i++) {
        filtered[i] = real[i] * FILTERS[f][i];
        filteredImaginary[i] = imaginary[i] * FILTERS[f][i];
      }
      fourier.back(filtered, filteredImaginary);
      int base = at + f * FIELDS * FIELDS;
      int field = SIDE / FIELDS;
      for (int i = 0; i < real.length; i++) {
        int place = base + i / SIDE / field * FIELDS + i % SIDE / field;
        target[place] +=
            (float)
                (Math.sqrt(filtered[i] * filtered[i] + filteredImaginary[i] * filteredImaginary[i])
                    / (field * field));
      }
    }
  }

  private static float[] standardised(float[] grey) {
    double sum = 0;
    double squares = 0;
    for (float value : grey) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / grey.length;
    double variance = squares / grey.length - mean * mean;
    float[] standard = new float[grey.length];
    if (variance > 1e-3) {
      float scale = (float) (1 / Math.sqrt(variance));
      for (int i = 0; i < grey.length; i++) {
        standard[i] = (float) (grey[i] - mean) * scale;
      }
    } else {
      Arrays.fill(standard, 0);
    }
    return standard;
  }
}
