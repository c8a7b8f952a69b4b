package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outcrop.analysis.stats.PartitionAgreement;

/// Which of several candidate dimensions say most about the rows without saying the same: the share
/// of rows that have an attribute, times how evenly they are spread over the attributes, times how
/// little the better ones say of it already.
final class DimensionScores {
  /// A dimension whose attributes fewer rows have is left out.
  static final double LEAST_COVERAGE = 0.2;

  private DimensionScores() {}

  /// A candidate and the attribute of each line that was looked at, −1 for none.
  record Candidate(Dimension dimension, int[] attributes) {
    double coverage() {
      int covered = 0;
      for (int attribute : attributes) {
        covered += attribute >= 0 ? 1 : 0;
      }
      return attributes.length == 0 ? 0 : (double) covered / attributes.length;
    }

    /// Entropy of the shares of the attributes over that of equal shares; 0 where all rows that
    /// have one have the same.
    double evenness() {
      int[] sizes = new int[dimension.attributes().size()];
      int covered = 0;
      for (int attribute : attributes) {
        if (attribute >= 0) {
          sizes[attribute]++;
          covered++;
        }
      }
      double entropy = 0;
      for (int size : sizes) {
        if (size > 0) {
          double share = (double) size / covered;
          entropy -= share * Math.log(share);
        }
      }
      return sizes.length < 2 ? 0 : entropy / Math.log(sizes.length);
    }
  }

  /// The best candidates, best first.
  static List<Candidate> best(List<Candidate> candidates, int most) {
    List<Candidate> left =
        new ArrayList<>(
            candidates.stream()
                .filter(candidate -> candidate.coverage() >= LEAST_COVERAGE)
                .filter(candidate -> candidate.evenness() > 0)
                .sorted(
                    Comparator.comparingDouble(
                            (Candidate candidate) -> -candidate.coverage() * candidate.evenness())
                        .thenComparing(candidate -> candidate.dimension().label()))
                .toList());
    double[] known = new double[left.size()];
    List<Candidate> chosen = new ArrayList<>();
    boolean[] taken = new boolean[left.size()];
    while (chosen.size() < most) {
      int next = -1;
      double best = 0;
      for (int i = 0; i < left.size(); i++) {
        Candidate candidate = left.get(i);
        double score = candidate.coverage() * candidate.evenness() * (1 - known[i]);
        if (!taken[i] && score > best + 1e-12) {
          best = score;
          next = i;
        }
      }
      if (next < 0) {
        return chosen;
      }
      taken[next] = true;
      chosen.add(left.get(next));
      for (int i = 0; i < left.size(); i++) {
        if (!taken[i]) {
          known[i] = Math.max(known[i], shared(left.get(next), left.get(i)));
        }
      }
    }
    return chosen;
  }

  private static double shared(Candidate one, Candidate other) {
    return PartitionAgreement.of(one.attributes(), other.attributes()).mutualInformation();
  }
}
