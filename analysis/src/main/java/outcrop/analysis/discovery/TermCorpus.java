package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.task.TaskContext;

/// Some rows as the terms in them: words and pairs of neighbouring words that are in neither too
/// few nor too many rows, function words left out.
///
/// A pair is looked at only where both of its words are frequent enough by themselves, which loses
/// none (no pair is in more rows than its words) and bounds the memory.
///
/// @param rows ordinals of the dataset
/// @param terms by number, those in most rows first
/// @param rowsWith in how many of the rows each term is
/// @param starts where the occurrences of each row start in `occurrences`, and one more
/// @param occurrences numbers of terms, repeats included, sorted within each row
record TermCorpus(int[] rows, List<String> terms, int[] rowsWith, int[] starts, int[] occurrences) {
  private static final int ROWS_PER_CHECK = 256;

  static TermCorpus of(WordRows words, TermOptions options, TaskContext context) {
    int rows = words.rows().length;
    int fewest = options.fewest(rows);
    int vocabulary = words.vocabulary().size();
    int[] wordRows = rowsWithWord(words, context);
    boolean[] usable = new boolean[vocabulary];
    for (int word = 0; word < vocabulary; word++) {
      usable[word] = wordRows[word] >= fewest && !StopWords.has(words.vocabulary().get(word));
    }
    Map<Long, int[]> pairs = pairs(words, usable, context);
    List<Candidate> candidates = new ArrayList<>();
    int mostRows = (int) Math.floor(options.mostShare() * rows + 1e-9);
    for (int word = 0; word < vocabulary; word++) {
      if (usable[word] && wordRows[word] <= mostRows) {
        candidates.add(new Candidate(words.vocabulary().get(word), word, wordRows[word]));
      }
    }
    pairs.forEach(
        (pair, count) -> {
          if (count[0] >= fewest && count[0] <= mostRows) {
            candidates.add(new Candidate(text(words, pair), -1 - pair, count[0]));
          }
        });
    candidates.sort(
        Comparator.comparingInt(Candidate::rows).reversed().thenComparing(Candidate::text));
    List<Candidate> kept =
        candidates.size() > options.most() ? candidates.subList(0, options.most()) : candidates;
    return counted(words, kept, context);
  }

  /// @param code the number of a word, or −1 − the code of a pair
  private record Candidate(String text, long code, int rows) {}

  private static long pair(int first, int second) {
    return (long) first << 31 | second;
  }

  private static String text(WordRows words, long pair) {
    return words.vocabulary().get((int) (pair >>> 31))
        + " "
        + words.vocabulary().get((int) (pair & Integer.MAX_VALUE));
  }

  private static int[] rowsWithWord(WordRows words, TaskContext context) {
    int[] counts = new int[words.vocabulary().size()];
    int[] last = new int[counts.length];
    for (int i = 0; i < words.rows().length; i++) {
      if (i % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
      }
      for (int at = words.starts()[i]; at < words.starts()[i + 1]; at++) {
        int word = words.words()[at];
        if (last[word] != i + 1) {
          last[word] = i + 1;
          counts[word]++;
        }
      }
    }
    return counts;
  }

  /// In how many rows each pair is, with the last row that was counted for it.
  private static Map<Long, int[]> pairs(WordRows words, boolean[] usable, TaskContext context) {
    Map<Long, int[]> pairs = new HashMap<>();
    for (int i = 0; i < words.rows().length; i++) {
      if (i % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
      }
      for (int at = words.starts()[i] + 1; at < words.starts()[i + 1]; at++) {
        int first = words.words()[at - 1];
        int second = words.words()[at];
        if (usable[first] && usable[second] && first != second) {
          int[] count = pairs.computeIfAbsent(pair(first, second), _ -> new int[] {0, -1});
          if (count[1] != i) {
            count[1] = i;
            count[0]++;
          }
        }
      }
    }
    return pairs;
  }

  private static TermCorpus counted(WordRows words, List<Candidate> kept, TaskContext context) {
    int[] ofWord = new int[words.vocabulary().size()];
    Arrays.fill(ofWord, -1);
    Map<Long, Integer> ofPair = new HashMap<>();
    int[] rowsWith = new int[kept.size()];
    for (int term = 0; term < kept.size(); term++) {
      Candidate candidate = kept.get(term);
      rowsWith[term] = candidate.rows();
      if (candidate.code() >= 0) {
        ofWord[(int) candidate.code()] = term;
      } else {
        ofPair.put(-1 - candidate.code(), term);
      }
    }
    int rows = words.rows().length;
    int[] starts = new int[rows + 1];
    int[] found = new int[Math.max(16, words.words().length)];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      if (i % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
      }
      int start = words.starts()[i];
      for (int at = start; at < words.starts()[i + 1]; at++) {
        if (count + 2 > found.length) {
          found = Arrays.copyOf(found, 2 * found.length);
        }
        int word = words.words()[at];
        if (ofWord[word] >= 0) {
          found[count++] = ofWord[word];
        }
        Integer term = at == start ? null : ofPair.get(pair(words.words()[at - 1], word));
        if (term != null) {
          found[count++] = term;
        }
      }
      Arrays.sort(found, starts[i], count);
      starts[i + 1] = count;
    }
    return new TermCorpus(
        words.rows(),
        kept.stream().map(Candidate::text).toList(),
        rowsWith,
        starts,
        Arrays.copyOf(found, count));
  }

  /// Whether a row has a term.
  ///
  /// @param line the place of the row in `rows`
  boolean has(int line, int term) {
    return Arrays.binarySearch(occurrences, starts[line], starts[line + 1], term) >= 0;
  }

  /// How often each term occurs in the rows of each group.
  ///
  /// @param groups of each row of `rows`; −1 for none
  int[][] counts(int[] groups, int number) {
    int[][] counts = new int[number][terms.size()];
    for (int i = 0; i < rows.length; i++) {
      if (groups[i] >= 0) {
        int[] own = counts[groups[i]];
        for (int at = starts[i]; at < starts[i + 1]; at++) {
          own[occurrences[at]]++;
        }
      }
    }
    return counts;
  }
}
