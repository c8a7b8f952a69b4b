package outcrop.analysis.model;

/// How far two vectors are from each other.
public enum VectorDistance {
  /// The length of their difference.
  EUCLIDEAN,
  /// One less the cosine of the angle between them, 0…2: only directions count. A vector of zeros
  /// has no direction and is ½ from all others.
  COSINE;

  /// The vectors whose squared Euclidean distances have the order of this distance.
  Vectors comparable(Vectors vectors) {
    return this == COSINE ? vectors.normalised() : vectors;
  }

  /// This distance from a squared Euclidean distance of [#comparable] vectors.
  double ofSquare(double square) {
    return this == COSINE ? square / 2 : Math.sqrt(square);
  }
}
