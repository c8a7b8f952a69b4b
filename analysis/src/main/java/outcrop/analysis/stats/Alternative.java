package outcrop.analysis.stats;

/// How another law does on the tail that a power law was fitted to.
///
/// @param law the other law
/// @param logLikelihoodRatio of the power law less that of the other
/// @param ratio the ratio normalised by its spread (Vuong 1989), positive where the power law is
///   better; for the nested law, `logLikelihoodRatio`
/// @param p of a ratio as far from 0 where both laws are equally far from the truth; for the nested
///   law, of its gain (χ² with one degree of freedom)
/// @param atBound whether the other law slid to where it becomes the power law, so that it says
///   nothing
public record Alternative(
    Law law, double logLikelihoodRatio, double ratio, double p, boolean atBound) {
  /// Above this the two laws cannot be told apart.
  public static final double LEVEL = 0.1;

  /// The laws that a power law is compared with.
  public enum Law {
    LOGNORMAL("lognormal"),
    EXPONENTIAL("exponential"),
    CUTOFF("power law with cutoff"),
    STRETCHED_EXPONENTIAL("stretched exponential");

    private final String words;

    Law(String words) {
      this.words = words;
    }

    /// The name for people.
    public String words() {
      return words;
    }

    /// Whether the power law is a case of it.
    public boolean nested() {
      return this == CUTOFF;
    }
  }

  /// Which law the data speak for.
  public enum Favours {
    POWER_LAW,
    OTHER,
    NEITHER
  }

  public Favours favours() {
    if (p >= LEVEL || atBound) {
      return Favours.NEITHER;
    }
    return ratio > 0 ? Favours.POWER_LAW : Favours.OTHER;
  }

  static Alternative compare(Law law, Tail tail, TailLaw power, TailLaw other) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < tail.values().length; i++) {
      double x = tail.values()[i];
      double difference = power.logDensity(x) - other.logDensity(x);
      sum += tail.frequencies()[i] * difference;
      squares += tail.frequencies()[i] * difference * difference;
    }
    double n = tail.n();
    if (law.nested()) {
      double gain = Math.min(0, sum);
      return new Alternative(law, gain, gain, Normal.erfc(Math.sqrt(-gain)), other.atBound());
    }
    double variance = squares / n - sum / n * (sum / n);
    // Where the other law has become the power law, all differences are rounding.
    if (!(variance > 1e-18)) {
      return new Alternative(law, sum, 0, 1, other.atBound());
    }
    double normalised = sum / Math.sqrt(n * variance);
    return new Alternative(
        law, sum, normalised, Normal.erfc(Math.abs(normalised) / Math.sqrt(2)), other.atBound());
  }
}
