package outcrop.analysis.stats;

/// Why there is no fit, as an answer of its own.
///
/// @param n observations that could have been fitted
/// @param distinct different values among them
public record TooLittleData(Reason reason, long n, long distinct) implements TailFit {
  /// What is lacking.
  public enum Reason {
    /// Nothing is positive and finite.
    NO_VALUES,
    /// Fewer than 50 observations.
    FEW_OBSERVATIONS,
    /// Fewer than 10 different values.
    FEW_VALUES
  }

  /// One sentence for people.
  public String sentence() {
    return switch (reason) {
      case NO_VALUES -> "Too little data: no value is above zero.";
      case FEW_OBSERVATIONS ->
          "Too little data: %,d observations, and a fit wants %d."
              .formatted(n, PowerLawFitter.FEWEST_OBSERVATIONS);
      case FEW_VALUES ->
          "Too little data: %,d different values, and a fit wants %d."
              .formatted(distinct, PowerLawFitter.FEWEST_VALUES);
    };
  }
}
