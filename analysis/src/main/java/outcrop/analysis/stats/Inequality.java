package outcrop.analysis.stats;

/// How unequal the sizes of classes are.
///
/// @param gini Gini's coefficient, 0 for equal sizes
/// @param giniUnbiased `gini · N / (N − 1)` over N classes; NaN for one class
/// @param giniInterval 95 %, of the rows as a sample, the order of the classes being given (delta
///   method)
/// @param imbalance the largest size by the smallest
/// @param rarestFlagged whether the rarest class has less than a tenth of an equal share
public record Inequality(
    double gini,
    double giniUnbiased,
    Interval giniInterval,
    double imbalance,
    boolean rarestFlagged) {
  private static final double RARE = 0.1;

  /// @param counts positive sizes of classes
  /// @throws IllegalArgumentException where there are none
  public static Inequality of(ValueFrequencies counts) {
    double classes = counts.size();
    double sum = counts.sum();
    if (classes == 0) {
      throw new IllegalArgumentException("No classes");
    }
    double weighted = 0;
    double squares = 0;
    double before = 0;
    for (int i = 0; i < counts.distinct(); i++) {
      double count = counts.values()[i];
      double equal = counts.frequencies()[i];
      // The mean of 2i − N − 1 over the ranks that share this size.
      double rank = (2 * before + equal - classes) / classes;
      double share = count * equal / sum;
      weighted += rank * share;
      squares += rank * rank * share;
      before += equal;
    }
    double smallest = counts.values()[0];
    double largest = counts.values()[counts.distinct() - 1];
    double se = Math.sqrt(Math.max(0, squares - weighted * weighted) / sum);
    double gini = counts.distinct() == 1 ? 0 : weighted;
    return new Inequality(
        gini,
        classes == 1 ? Double.NaN : gini * classes / (classes - 1),
        Interval.normal(gini, se, 0, 1),
        largest / smallest,
        smallest / sum < RARE / classes);
  }

  /// The Lorenz curve: the share of rows in the smallest classes, at the share of classes that they
  /// are. One point where the size changes, from (0, 0) to (1, 1); straight between them.
  ///
  /// @param classes shares of classes, rising
  /// @param rows shares of rows, rising
  public record Lorenz(double[] classes, double[] rows) {
    /// @param counts positive sizes of classes
    public static Lorenz of(ValueFrequencies counts) {
      int points = counts.distinct() + 1;
      double[] classes = new double[points];
      double[] rows = new double[points];
      double n = counts.size();
      double sum = counts.sum();
      double classesSoFar = 0;
      double rowsSoFar = 0;
      for (int i = 1; i < points; i++) {
        classesSoFar += counts.frequencies()[i - 1];
        rowsSoFar += counts.values()[i - 1] * counts.frequencies()[i - 1];
        classes[i] = classesSoFar / n;
        rows[i] = rowsSoFar / sum;
      }
      return new Lorenz(classes, rows);
    }
  }
}
