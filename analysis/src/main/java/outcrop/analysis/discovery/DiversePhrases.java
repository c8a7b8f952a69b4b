package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The best of many phrases without saying the same thing twice: maximal marginal relevance
/// (Carbonell and Goldstein 1998), two phrases being alike by the words that they share.
final class DiversePhrases {
  private static final double RELEVANCE = 0.7;

  private DiversePhrases() {}

  /// @param best candidates, best first
  static List<Phrase> of(List<Phrase> best, int most) {
    List<Phrase> left = new ArrayList<>(best);
    List<Phrase> chosen = new ArrayList<>();
    double top = best.isEmpty() ? 1 : best.getFirst().weight();
    while (!left.isEmpty() && chosen.size() < most) {
      Phrase next = left.getFirst();
      double score = Double.NEGATIVE_INFINITY;
      for (Phrase candidate : left) {
        double alike = 0;
        for (Phrase other : chosen) {
          alike = Math.max(alike, alike(candidate.text(), other.text()));
        }
        double own = RELEVANCE * candidate.weight() / top - (1 - RELEVANCE) * alike;
        if (own > score) {
          score = own;
          next = candidate;
        }
      }
      chosen.add(next);
      left.remove(next);
    }
    return chosen;
  }

  /// The share of the shorter phrase's words that the other has as well.
  static double alike(String a, String b) {
    Set<String> first = new HashSet<>(Arrays.asList(a.split(" ")));
    Set<String> second = new HashSet<>(Arrays.asList(b.split(" ")));
    int shorter = Math.min(first.size(), second.size());
    first.retainAll(second);
    return (double) first.size() / shorter;
  }
}
