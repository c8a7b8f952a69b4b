package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The correction for many tests at once by Benjamini and Hochberg (1995).
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /// For each p the share of false alarms to expect among all that are at least as clear. NaN, a
  /// test that was not made, stays NaN and counts for nothing.
  public static double[] qValues(double[] p) {
    int[] rising =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted((i, j) -> Double.compare(p[i], p[j]))
            .mapToInt(i -> i)
            .toArray();
    double[] q = new double[p.length];
    Arrays.fill(q, Double.NaN);
    double least = 1;
    for (int rank = rising.length; rank > 0; rank--) {
      int i = rising[rank - 1];
      least = Math.min(least, p[i] * rising.length / rank);
      q[i] = least;
    }
    return q;
  }
}
