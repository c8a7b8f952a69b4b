package outcrop.analysis.model;

/// A force on a point of a map by the square of the distance, without a power for each pair: values
/// at squares that lie 128 to the octave, and straight lines between them.
final class ForceTable {
  private static final int STEPS_OF_MANTISSA = 7;
  private static final int SHIFT = 23 - STEPS_OF_MANTISSA;
  private static final float PART = 1f / (1 << SHIFT);
  private static final int OCTAVES = 30;
  private static final float LEAST = (float) Math.pow(2, -OCTAVES);
  private static final float MOST = (float) Math.pow(2, OCTAVES);
  private static final int FIRST = Float.floatToRawIntBits(LEAST) >>> SHIFT;

  private final float[] values;

  /// The factor of a force at a squared distance.
  interface Force {
    double at(double square);
  }

  ForceTable(Force force) {
    int last = Float.floatToRawIntBits(MOST) >>> SHIFT;
    values = new float[last - FIRST + 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) force.at(Float.intBitsToFloat((FIRST + i) << SHIFT));
    }
  }

  /// What draws two points together that belong together.
  static ForceTable attraction(MapCurve curve) {
    double a = curve.a();
    double b = curve.b();
    return new ForceTable(q -> -2 * a * b * Math.pow(q, b - 1) / (1 + a * Math.pow(q, b)));
  }

  /// What drives two points apart.
  static ForceTable repulsion(MapCurve curve) {
    double a = curve.a();
    double b = curve.b();
    return new ForceTable(q -> 2 * b / ((0.001 + q) * (1 + a * Math.pow(q, b))));
  }

  /// @param square positive; what lies outside 2^±30 counts as the end of it
  float at(float square) {
    int bits = Float.floatToRawIntBits(Math.min(MOST, Math.max(LEAST, square)));
    int at = (bits >>> SHIFT) - FIRST;
    float part = (bits & (1 << SHIFT) - 1) * PART;
    float value = values[at];
    return value + part * (values[at + 1] - value);
  }
}
