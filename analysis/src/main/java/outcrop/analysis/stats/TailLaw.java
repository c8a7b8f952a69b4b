package outcrop.analysis.stats;

/// A law fitted to the values from a start on, the power law or one of its rivals.
sealed interface TailLaw
    permits PowerTail, LognormalTail, ExponentialTail, CutoffTail, StretchedTail {
  /// The logarithm of the probability of a whole number, or of the density at a value.
  double logDensity(double x);

  /// Whether the search ended at the edge of what is allowed.
  default boolean atBound() {
    return false;
  }
}
