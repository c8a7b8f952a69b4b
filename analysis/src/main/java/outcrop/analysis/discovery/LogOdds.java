package outcrop.analysis.discovery;

/// Which of many counted things a group has more often than the others have, small counts held back
/// by what is common over all: the log-odds ratio with an informative Dirichlet prior (Monroe,
/// Colaresi and Quinn 2008, equations 15 to 19), as a number of standard deviations.
public final class LogOdds {
  private static final double MOST_PRIOR = 500;

  private LogOdds() {}

  /// The prior is worth as many counts as there are things, 500 at most, spread as the things are
  /// over all groups.
  ///
  /// @param inside counts of each thing in the group
  /// @param outside counts of each thing in the others
  /// @return z of each thing; beyond 1.96 it is more frequent in the group than chance explains, 0
  ///   for things that nobody has
  public static double[] z(int[] inside, int[] outside) {
    double ours = 0;
    double theirs = 0;
    double whole = 0;
    for (int i = 0; i < inside.length; i++) {
      whole += inside[i] + outside[i] > 0 ? 1 : 0;
      ours += inside[i];
      theirs += outside[i];
    }
    whole = Math.min(MOST_PRIOR, whole);
    double[] z = new double[inside.length];
    for (int i = 0; i < z.length; i++) {
      double prior = whole * (inside[i] + outside[i]) / Math.max(1, ours + theirs);
      if (prior > 0) {
        double a = inside[i] + prior;
        double b = outside[i] + prior;
        double delta = Math.log(a / (ours + whole - a)) - Math.log(b / (theirs + whole - b));
        z[i] = delta / Math.sqrt(1 / a + 1 / b);
        z[i] = Double.isFinite(z[i]) ? z[i] : 0;
      }
    }
    return z;
  }
}
