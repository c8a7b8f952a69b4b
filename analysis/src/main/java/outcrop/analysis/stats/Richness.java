package outcrop.analysis.stats;

/// How many classes were not seen, judged by those seen once and twice. Wants raw counts of rows
/// that were drawn alike: removed duplicates destroy the number of classes seen once.
///
/// @param n rows
/// @param classes classes seen
/// @param singletons classes seen once
/// @param doubletons classes seen twice
/// @param unseenMass Good and Turing's share of rows to come that belong to classes not seen
/// @param unseenMassInterval 95 % (Esty 1983); up to 3 / n where no class was seen once
/// @param coverage the share of the population that the seen classes have (Chao and Jost 2012)
/// @param chao1 a lower bound of the number of all classes (Chao 1984); the bias-corrected form
///   where no class was seen twice
/// @param chao1BiasCorrected the bias-corrected form
/// @param chao1Interval 95 %, by the law of logarithms (Chao 1987)
/// @param ace the abundance-based estimate of the number of all classes, rare being 10 rows or
///   fewer; NaN where every rare class was seen once
public record Richness(
    long n,
    long classes,
    long singletons,
    long doubletons,
    double unseenMass,
    Interval unseenMassInterval,
    double coverage,
    double chao1,
    double chao1BiasCorrected,
    Interval chao1Interval,
    double ace) {
  /// The most rows of a class that ACE calls rare.
  public static final int RARE = 10;

  /// What never happened in n rows has a chance of at most 3 / n, by 95 %.
  private static final double RULE_OF_THREE = 3;

  /// Beyond this share of further rows the alternating series is smoothed.
  private static final double SMOOTH_FROM = 0.5;

  /// The terms that Efron and Thisted took for as many rows again.
  private static final int SMOOTHED_TERMS = 9;

  /// @param counts positive whole sizes of classes
  /// @throws IllegalArgumentException where there are none, or one is no positive whole number
  public static Richness of(ValueFrequencies counts) {
    if (counts.distinct() == 0 || counts.values()[0] < 1 || !counts.whole()) {
      throw new IllegalArgumentException("Classes have positive whole sizes");
    }
    long n = (long) counts.sum();
    long classes = counts.size();
    long f1 = counts.frequency(1);
    long f2 = counts.frequency(2);
    double unseen = (double) f1 / n;
    double esty = Math.sqrt(Math.max(0, unseen + 2.0 * f2 / n - unseen * unseen) / n);
    double corrected = classes + (double) f1 * (f1 - 1) / (2.0 * (f2 + 1));
    double chao1 = f2 == 0 ? corrected : classes + (n - 1.0) / n * ((double) f1 * f1) / (2.0 * f2);
    return new Richness(
        n,
        classes,
        f1,
        f2,
        unseen,
        f1 == 0
            ? new Interval(0, Math.min(1, RULE_OF_THREE / n))
            : Interval.normal(unseen, esty, 0, 1),
        coverage(n, f1, f2),
        chao1,
        corrected,
        chao1Interval(classes, f1, f2, chao1),
        ace(counts));
  }

  private static double coverage(double n, double f1, double f2) {
    if (f1 == 0) {
      return 1;
    }
    double top = f2 == 0 ? (n - 1) * (f1 - 1) : (n - 1) * f1;
    double bottom = top + (f2 == 0 ? 2 : 2 * f2);
    return 1 - f1 / n * (top / bottom);
  }

  private static Interval chao1Interval(double classes, double f1, double f2, double chao1) {
    double unseen = chao1 - classes;
    if (unseen <= 0) {
      return new Interval(chao1, chao1);
    }
    double variance;
    if (f2 > 0) {
      double r = f1 / f2;
      variance = f2 * (r * r * r * r / 4 + r * r * r + r * r / 2);
    } else {
      variance =
          f1 * (f1 - 1) / 2
              + f1 * (2 * f1 - 1) * (2 * f1 - 1) / 4
              - f1 * f1 * f1 * f1 / (4 * chao1);
    }
    double factor =
        Math.exp(Normal.Z95 * Math.sqrt(Math.log1p(Math.max(0, variance) / (unseen * unseen))));
    return new Interval(classes + unseen / factor, classes + unseen * factor);
  }

  private static double ace(ValueFrequencies counts) {
    double rareClasses = 0;
    double rareRows = 0;
    double pairs = 0;
    int at = 0;
    for (; at < counts.distinct() && counts.values()[at] <= RARE; at++) {
      double k = counts.values()[at];
      double f = counts.frequencies()[at];
      rareClasses += f;
      rareRows += k * f;
      pairs += k * (k - 1) * f;
    }
    double abundant = counts.size() - rareClasses;
    if (rareClasses == 0) {
      return abundant;
    }
    double f1 = counts.frequency(1);
    double covered = 1 - f1 / rareRows;
    if (covered == 0) {
      return Double.NaN;
    }
    double variation =
        rareRows == 1
            ? 0
            : Math.max(rareClasses / covered * pairs / (rareRows * (rareRows - 1)) - 1, 0);
    return abundant + rareClasses / covered + f1 / covered * variation;
  }

  /// The number of new classes to expect in further rows (Good and Toulmin 1956); beyond half as
  /// many rows as there are, smoothed with binomial weights (Efron and Thisted 1976).
  ///
  /// @param counts sizes of classes
  /// @param share the further rows by those there are, 0 to 1
  /// @throws IllegalArgumentException for more rows than there are: nothing can be said of them
  public static double newClasses(ValueFrequencies counts, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "New classes can be told for up to as many rows again, not for " + share);
    }
    boolean smooth = share > SMOOTH_FROM;
    int terms = smooth ? SMOOTHED_TERMS : Integer.MAX_VALUE;
    double expected = 0;
    double[] tails = smooth ? binomialTails(terms, 1 / (1 + share)) : new double[0];
    for (int i = 0; i < counts.distinct() && counts.values()[i] <= terms; i++) {
      int k = (int) Math.min(Integer.MAX_VALUE, counts.values()[i]);
      double term = (k % 2 == 1 ? 1 : -1) * Math.pow(share, k) * counts.frequencies()[i];
      expected += smooth ? term * tails[k] : term;
      if (Math.pow(share, k) < 1e-18) {
        break;
      }
    }
    return Math.max(0, expected);
  }

  /// P(B ≥ k) for k = 0…n of a binomial law.
  private static double[] binomialTails(int n, double p) {
    double[] tails = new double[n + 2];
    double mass = Math.pow(p, n);
    for (int k = n; k >= 0; k--) {
      tails[k] = tails[k + 1] + mass;
      mass *= (double) k / (n - k + 1) * (1 - p) / p;
    }
    return tails;
  }
}
