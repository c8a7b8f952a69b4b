package outcrop.analysis.stats;

import java.util.HashMap;
import java.util.Map;

/// How far two ways of grouping the same rows agree. Which number stands for which group does not
/// matter, and a number that means "no group" is a group like any other.
///
/// @param rows how many rows were compared
/// @param adjustedRand pairs that both keep together or apart, corrected for chance: 1 for the same
///   groups, about 0 for unrelated ones, below for less than chance (Hubert and Arabie 1985)
/// @param homogeneity 1 where every found group lies within one true group
/// @param completeness 1 where every true group lies within one found group
/// @param vMeasure the harmonic mean of both, which is the normalised mutual information by the
///   arithmetic mean of the entropies (Rosenberg and Hirschberg 2007)
/// @param purity the share of rows whose true group is the most frequent one of their found group
public record PartitionAgreement(
    long rows,
    double adjustedRand,
    double homogeneity,
    double completeness,
    double vMeasure,
    double purity) {
  /// Compares two groupings.
  ///
  /// @param truth the number of each row's true group
  /// @param found the number of each row's found group
  /// @throws IllegalArgumentException where they are not equally long, or empty
  public static PartitionAgreement of(int[] truth, int[] found) {
    if (truth.length != found.length || truth.length == 0) {
      throw new IllegalArgumentException(
          "Groupings of " + truth.length + " and " + found.length + " rows cannot be compared");
    }
    Map<Long, Long> cells = new HashMap<>();
    Map<Integer, Long> truths = new HashMap<>();
    Map<Integer, Long> founds = new HashMap<>();
    Map<Integer, Long> most = new HashMap<>();
    for (int row = 0; row < truth.length; row++) {
      cells.merge((long) truth[row] << 32 | found[row] & 0xFFFFFFFFL, 1L, Long::sum);
      truths.merge(truth[row], 1L, Long::sum);
      founds.merge(found[row], 1L, Long::sum);
    }
    cells.forEach((cell, rows) -> most.merge((int) (long) cell, rows, Math::max));
    double n = truth.length;
    double ofTruth = entropy(truths, n);
    double ofFound = entropy(founds, n);
    double mutual = Math.max(0, ofTruth + ofFound - entropy(cells, n));
    double homogeneity = ofTruth == 0 ? 1 : Math.min(1, mutual / ofTruth);
    double completeness = ofFound == 0 ? 1 : Math.min(1, mutual / ofFound);
    double both = homogeneity + completeness;
    return new PartitionAgreement(
        truth.length,
        adjustedRand(cells, truths, founds, n),
        homogeneity,
        completeness,
        both == 0 ? 0 : 2 * homogeneity * completeness / both,
        most.values().stream().mapToLong(Long::longValue).sum() / n);
  }

  /// Normalised mutual information, by the arithmetic mean of the entropies.
  public double mutualInformation() {
    return vMeasure;
  }

  private static double adjustedRand(
      Map<Long, Long> cells, Map<Integer, Long> truths, Map<Integer, Long> founds, double n) {
    double together = pairs(cells);
    double inTruth = pairs(truths);
    double inFound = pairs(founds);
    double all = n * (n - 1) / 2;
    double expected = all == 0 ? 0 : inTruth * inFound / all;
    double largest = (inTruth + inFound) / 2;
    return largest == expected ? 1 : (together - expected) / (largest - expected);
  }

  private static double pairs(Map<?, Long> sizes) {
    double pairs = 0;
    for (long size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }

  private static double entropy(Map<?, Long> sizes, double n) {
    double entropy = 0;
    for (long size : sizes.values()) {
      entropy -= size / n * Math.log(size / n);
    }
    return entropy;
  }
}
