package outcrop.analysis.stats;

/// How many classes there are in effect.
///
/// The intervals take the rows as a sample and the observed classes as all there are (delta
/// method); classes not seen yet would raise entropy and Hill numbers.
///
/// @param entropy Shannon's, in nats
/// @param entropyInterval 95 %
/// @param hill1 `exp(entropy)`: as many equal classes have the same entropy
/// @param hill2 `1 / Σp²`: as many equal classes have the same chance that two rows agree
/// @param hill2Interval 95 %
/// @param evenness entropy by that of equal classes; NaN for one class
public record Diversity(
    double entropy,
    Interval entropyInterval,
    double hill1,
    double hill2,
    Interval hill2Interval,
    double evenness) {
  private static final double LN2 = Math.log(2);

  /// @param counts positive sizes of classes
  /// @throws IllegalArgumentException where there are none
  public static Diversity of(ValueFrequencies counts) {
    double n = counts.sum();
    double classes = counts.size();
    if (classes == 0) {
      throw new IllegalArgumentException("No classes");
    }
    double entropy = 0;
    double logSquares = 0;
    double squares = 0;
    double cubes = 0;
    for (int i = 0; i < counts.distinct(); i++) {
      double p = counts.values()[i] / n;
      double weight = counts.frequencies()[i] * p;
      double log = Math.log(p);
      entropy -= weight * log;
      logSquares += weight * log * log;
      squares += weight * p;
      cubes += weight * p * p;
    }
    // −0 for one class.
    entropy = Math.max(0, entropy) + 0.0;
    double entropySe = Math.sqrt(Math.max(0, logSquares - entropy * entropy) / n);
    double squaresSe = 2 * Math.sqrt(Math.max(0, cubes - squares * squares) / n);
    Interval simpson = Interval.normal(squares, squaresSe, 1 / classes, 1);
    return new Diversity(
        entropy,
        Interval.normal(entropy, entropySe, 0, Math.log(classes)),
        Math.exp(entropy),
        1 / squares,
        new Interval(1 / simpson.high(), 1 / simpson.low()),
        classes == 1 ? Double.NaN : entropy / Math.log(classes));
  }

  public double entropyBits() {
    return entropy / LN2;
  }

  public Interval entropyBitsInterval() {
    return new Interval(entropyInterval.low() / LN2, entropyInterval.high() / LN2);
  }

  public Interval hill1Interval() {
    return new Interval(Math.exp(entropyInterval.low()), Math.exp(entropyInterval.high()));
  }
}
