package outcrop.analysis.stats;

/// The price of dropping classes seen once, for classes whose shares are drawn from a known list
/// (Feldman 2020). Theoretical: it holds as far as the list does.
///
/// @param expectedSingletons how many classes are seen once
/// @param cost the share of rows to come that belongs to classes seen once: what is lost by
///   ignoring them
/// @param unseenMass the share that belongs to classes not seen at all
public record SingletonCost(double expectedSingletons, double cost, double unseenMass) {
  /// @param shares the share of each class, adding up to 1
  /// @param n rows
  public static SingletonCost of(double[] shares, long n) {
    double once = 0;
    double cost = 0;
    double unseen = 0;
    for (double share : shares) {
      double others = share >= 1 ? 0 : Math.exp((n - 1) * Math.log1p(-share));
      once += share * others;
      cost += share * share * others;
      unseen += share * (1 - share) * others;
    }
    return new SingletonCost(n * once, n * cost, unseen);
  }

  /// For Zipf's law r^−s over so many classes.
  public static SingletonCost ofZipf(double exponent, int classes, long n) {
    double[] shares = new double[classes];
    double sum = 0;
    for (int rank = classes; rank > 0; rank--) {
      shares[rank - 1] = Math.pow(rank, -exponent);
      sum += shares[rank - 1];
    }
    for (int i = 0; i < classes; i++) {
      shares[i] /= sum;
    }
    return of(shares, n);
  }

  /// The share that a class seen once has on average (Feldman's τ₁).
  public double meanShare() {
    return cost / expectedSingletons;
  }
}
