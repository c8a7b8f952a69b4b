package outcrop.analysis.stats;

/// How much one field says about another, as one number.
///
/// @param measure what the number is
/// @param value −1…1 for [Measure#SPEARMAN], 0…1 for the others
/// @param n rows it was worked out from
/// @param p how likely at least such a value is where the fields have nothing to do with each
///   other, by the test that belongs to the measure; NaN where there are too few rows for it
/// @param low lower end of the 95 % interval, NaN where there is none
/// @param high upper end
public record Association(
    Measure measure, double value, long n, double p, double low, double high) {

  /// The measures, by the types of the two fields.
  public enum Measure {
    /// Number or time × number or time: [RankCorrelation].
    SPEARMAN,
    /// Category × category: [CategoryAssociation].
    CRAMERS_V,
    /// Category × number or time: [CorrelationRatio].
    CORRELATION_RATIO
  }

  /// How strong it is, whatever its direction.
  public double strength() {
    return Math.abs(value);
  }
}
