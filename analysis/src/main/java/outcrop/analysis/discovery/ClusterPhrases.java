package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outcrop.analysis.stats.Normal;
import outcrop.analysis.task.TaskContext;

/// The phrases that tell groups of texts apart.
public final class ClusterPhrases {
  private static final int CANDIDATES = 60;

  private ClusterPhrases() {}

  /// The phrases of each group, best first: by class-based TF-IDF among those that are more
  /// frequent in the group than outside (z > 1.96), diverse in their words.
  ///
  /// A group of one, or groups without texts, have none.
  ///
  /// @param rows ordinals of the rows looked at
  /// @param groups the group of each of them, from 0; −1 for rows in none
  /// @param most phrases of a group
  public static List<List<Phrase>> of(
      RowTexts texts, int[] rows, int[] groups, int number, int most, TaskContext context) {
    return of(corpus(texts, rows, context), groups, number, most);
  }

  static TermCorpus corpus(RowTexts texts, int[] rows, TaskContext context) {
    return TermCorpus.of(WordRows.of(texts, rows, context), TermOptions.DEFAULT, context);
  }

  static List<List<Phrase>> of(TermCorpus corpus, int[] groups, int number, int most) {
    int[][] counts = corpus.counts(groups, number);
    double[][] weights = ClassTfIdf.weights(counts);
    int[] all = new int[corpus.terms().size()];
    for (int[] own : counts) {
      for (int term = 0; term < all.length; term++) {
        all[term] += own[term];
      }
    }
    List<List<Phrase>> result = new ArrayList<>(number);
    for (int group = 0; group < number; group++) {
      result.add(DiversePhrases.of(phrases(corpus, counts[group], all, weights[group]), most));
    }
    return withRows(corpus, groups, result);
  }

  private static List<Phrase> phrases(
      TermCorpus corpus, int[] counts, int[] all, double[] weights) {
    int[] outside = new int[all.length];
    for (int term = 0; term < all.length; term++) {
      outside[term] = all[term] - counts[term];
    }
    double[] z = LogOdds.z(counts, outside);
    List<Phrase> phrases = new ArrayList<>();
    for (int term = 0; term < all.length; term++) {
      if (counts[term] > 0 && z[term] > Normal.Z95) {
        phrases.add(new Phrase(corpus.terms().get(term), weights[term], 0, z[term]));
      }
    }
    phrases.sort(Comparator.comparingDouble(Phrase::weight).reversed().thenComparing(Phrase::text));
    return phrases.size() > CANDIDATES ? phrases.subList(0, CANDIDATES) : phrases;
  }

  /// With the number of rows of its group that have each phrase.
  private static List<List<Phrase>> withRows(
      TermCorpus corpus, int[] groups, List<List<Phrase>> phrases) {
    List<List<Phrase>> result = new ArrayList<>();
    for (int group = 0; group < phrases.size(); group++) {
      List<Phrase> own = new ArrayList<>();
      for (Phrase phrase : phrases.get(group)) {
        int term = corpus.terms().indexOf(phrase.text());
        int rows = 0;
        for (int i = 0; i < groups.length; i++) {
          rows += groups[i] == group && corpus.has(i, term) ? 1 : 0;
        }
        own.add(new Phrase(phrase.text(), phrase.weight(), rows, phrase.z()));
      }
      result.add(own);
    }
    return result;
  }
}
