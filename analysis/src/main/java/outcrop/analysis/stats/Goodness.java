package outcrop.analysis.stats;

/// How well a power law fits, against data made from the law itself.
///
/// @param draws how many sets were made
/// @param seed what their random numbers come from
/// @param further how many lay as far from their own law as the data or further
/// @param pValue `further / draws`; small where the data lie further from the law than its own
///   draws
/// @param pInterval 95 % of the p-value, for the number of draws
/// @param alphaInterval 95 % of the exponent, `xmin` being searched anew in each set
/// @param xminInterval 95 % of the start of the tail
public record Goodness(
    int draws,
    long seed,
    int further,
    double pValue,
    Interval pInterval,
    Interval alphaInterval,
    Interval xminInterval) {
  /// At or below this the power law is ruled out.
  public static final double LEVEL = 0.1;

  public boolean ruledOut() {
    return pValue <= LEVEL;
  }
}
