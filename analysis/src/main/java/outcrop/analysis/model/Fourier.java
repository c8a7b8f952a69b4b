package outcrop.analysis.model;

/// The discrete Fourier transform of square pictures of one size. For one thread.
final class Fourier {
  private final int side;
  private final float[] cosine;
  private final float[] sine;
  private final float[] real;
  private final float[] imaginary;

  /// @param side of the pictures, a power of two
  Fourier(int side) {
    this.side = side;
    this.cosine = new float[side / 2];
    this.sine = new float[side / 2];
    this.real = new float[side];
    this.imaginary = new float[side];
    for (int k = 0; k < side / 2; k++) {
      double angle = -2 * Math.PI * k / side;
      cosine[k] = (float) Math.cos(angle);
      sine[k] = (float) Math.sin(angle);
    }
  }

  /// Transforms a picture in place: its lines, then its columns.
  void forward(float[] realParts, float[] imaginaryParts) {
    for (int i = 0; i < side; i++) {
      line(realParts, imaginaryParts, i * side, 1);
    }
    for (int i = 0; i < side; i++) {
      line(realParts, imaginaryParts, i, side);
    }
  }

  /// Takes a transformed picture back, in place.
  void back(float[] realParts, float[] imaginaryParts) {
    // The transform of the picture with its parts exchanged is the inverse with them exchanged.
    forward(imaginaryParts, realParts);
    float scale = 1f / (side * side);
    for (int i = 0; i < side * side; i++) {
      realParts[i] *= scale;
      imaginaryParts[i] *= scale;
    }
  }

  private void line(float[] realParts, float[] imaginaryParts, int at, int step) {
    int bits = Integer.numberOfTrailingZeros(side);
    for (int k = 0; k < side; k++) {
      int place = Integer.reverse(k) >>> 32 - bits;
      real[place] = realParts[at + k * step];
      imaginary[place] = imaginaryParts[at + k * step];
    }
    for (int half = 1; half < side; half *= 2) {
      butterflies(half);
    }
    for (int k = 0; k < side; k++) {
      realParts[at + k * step] = real[k];
      imaginaryParts[at + k * step] = imaginary[k];
    }
  }

  private void butterflies(int half) {
    int stride = side / (2 * half);
    for (int start = 0; start < side; start += 2 * half) {
      for (int k = 0; k < half; k++) {
        int low = start + k;
        int high = low + half;
        float c = cosine[k * stride];
        float s = sine[k * stride];
        float re = real[high] * c - imaginary[high] * s;
        float im = real[high] * s + imaginary[high] * c;
        real[high] = real[low] - re;
        imaginary[high] = imaginary[low] - im;
        real[low] += re;
        imaginary[low] += im;
      }
    }
  }
}
