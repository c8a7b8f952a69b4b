package outcrop.analysis.discovery;

/// Which words and pairs of words are terms.
///
/// @param fewestRows a term is in at least so many rows
/// @param fewestShare and in at least this share of the rows
/// @param mostShare and in at most this share of them
/// @param most the terms kept at most, those in most rows
public record TermOptions(int fewestRows, double fewestShare, double mostShare, int most) {
  /// Terms in 5 rows and 0.2 % of the rows at least, and in half of them at most.
  public static final TermOptions DEFAULT = new TermOptions(5, 0.002, 0.5, 20_000);

  public TermOptions {
    if (fewestRows < 1
        || fewestShare < 0
        || mostShare > 1
        || mostShare <= fewestShare
        || most < 1) {
      throw new IllegalArgumentException("Terms need bounds that leave some");
    }
  }

  int fewest(int rows) {
    return (int) Math.max(fewestRows, Math.ceil(fewestShare * rows - 1e-9));
  }
}
