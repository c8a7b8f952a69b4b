package outcrop.analysis.model;

/// What takes vectors from one space to another: a centre is taken away, and what is left is
/// measured along axes.
///
/// @param centre one number per dimension that goes in
/// @param axes one line per dimension that comes out; a longer axis counts more
record LinearMap(float[] centre, Vectors axes) {
  /// @throws IllegalArgumentException where centre and axes do not belong together
  LinearMap {
    if (centre.length != axes.dimensions()) {
      throw new IllegalArgumentException(
          "A centre of " + centre.length + " for axes of " + axes.dimensions());
    }
  }

  /// Every dimension for itself, at a scale of its own.
  static LinearMap scaling(float[] centre, float[] scales) {
    float[] diagonal = new float[centre.length * centre.length];
    for (int i = 0; i < centre.length; i++) {
      diagonal[i * centre.length + i] = scales[i];
    }
    return new LinearMap(centre, new Vectors(centre.length, centre.length, diagonal));
  }

  /// The components that were found, all at one scale.
  static LinearMap of(Pca components, float scale) {
    float[] scaled = components.axes().values().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= scale;
    }
    Vectors axes = components.axes();
    return new LinearMap(components.centre(), new Vectors(axes.lines(), axes.dimensions(), scaled));
  }

  int inputs() {
    return centre.length;
  }

  int outputs() {
    return axes.lines();
  }

  /// Takes one vector over.
  void apply(float[] from, int atFrom, float[] to, int atTo) {
    float[] centred = new float[centre.length];
    Kernels.subtract(from, atFrom, centre, centred, 0, centre.length);
    for (int axis = 0; axis < axes.lines(); axis++) {
      to[atTo + axis] = Kernels.dot(centred, 0, axes.values(), axes.start(axis), centre.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearMap that
        && java.util.Arrays.equals(centre, that.centre)
        && axes.equals(that.axes);
  }

  @Override
  public int hashCode() {
    return 31 * java.util.Arrays.hashCode(centre) + axes.hashCode();
  }
}
