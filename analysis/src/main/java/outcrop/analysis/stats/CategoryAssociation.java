package outcrop.analysis.stats;

import java.util.Optional;
import outcrop.analysis.stats.Association.Measure;

/// Cramér's V of two categories with the correction of its bias by Bergsma (2013): without it, two
/// fields with many values and few rows seem to be related where they are not.
///
/// φ² = χ²/n is lowered by (r−1)(c−1)/(n−1), its value under independence, not below 0; r and c are
/// lowered to r − (r−1)²/(n−1) and likewise. V = √(φ²/(min(r, c) − 1)). The test is χ² with
/// (r−1)(c−1) degrees of freedom; the interval comes from its non-centrality n·φ².
public final class CategoryAssociation {
  private CategoryAssociation() {}

  /// @param a the category of each row in 0…aSize−1; missing is a category like any other
  /// @param b of the same length
  /// @return empty where one of the two has fewer than two categories that occur
  public static Optional<Association> of(int[] a, int aSize, int[] b, int bSize) {
    long n = a.length;
    long[] rows = new long[aSize];
    long[] columns = new long[bSize];
    int[] cells = new int[Math.multiplyExact(aSize, bSize)];
    for (int i = 0; i < a.length; i++) {
      rows[a[i]]++;
      columns[b[i]]++;
      cells[a[i] * bSize + b[i]]++;
    }
    int r = occurring(rows);
    int c = occurring(columns);
    if (r < 2 || c < 2) {
      return Optional.empty();
    }
    // χ²/n = Σ n_ij² / (n_i n_j) − 1: only cells that occur are looked at.
    double sum = 0;
    for (int i = 0; i < aSize; i++) {
      double inRow = 0;
      for (int j = 0; j < bSize; j++) {
        double count = cells[i * bSize + j];
        if (count > 0) {
          inRow += count * count / columns[j];
        }
      }
      sum += rows[i] == 0 ? 0 : inRow / rows[i];
    }
    double phi2 = Math.max(0, sum - 1);
    double freedom = (r - 1.0) * (c - 1.0);
    double corrected = Math.max(0, phi2 - freedom / (n - 1));
    double widest = Math.min(lowered(r, n), lowered(c, n)) - 1;
    double v = v(corrected, widest);
    NonCentrality.Ends ends = NonCentrality.ofChiSquared(n * phi2, freedom);
    return Optional.of(
        new Association(
            Measure.CRAMERS_V,
            v,
            n,
            TailProbability.chiSquared(n * phi2, freedom),
            Math.min(v, v(ends.low() / n, widest)),
            Math.max(v, v(ends.high() / n, widest))));
  }

  private static double v(double phi2, double widest) {
    return widest <= 0 ? 0 : Math.min(1, Math.sqrt(phi2 / widest));
  }

  private static double lowered(int size, long n) {
    return size - (size - 1.0) * (size - 1.0) / (n - 1);
  }

  private static int occurring(long[] counts) {
    int found = 0;
    for (long count : counts) {
      found += count > 0 ? 1 : 0;
    }
    return found;
  }
}
