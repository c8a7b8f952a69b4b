package outcrop.analysis.discovery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import outcrop.analysis.model.SparseRows;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Where terms stand: a vector for each from the words around it, near for terms that fill the same
/// place in a sentence, such as names of colours.
///
/// Counts of the words up to three places before and behind, told apart by the side and by whether
/// they stand next to the term, as positive pointwise mutual information, in the space of the 100
/// largest singular values.
final class TermWindows {
  private static final int REACH = 3;
  private static final int PLACES = 4;
  private static final int MOST_CONTEXTS = 2_000;
  private static final int RANK = 100;
  private static final int ROWS_PER_CHECK = 256;

  private TermWindows() {}

  /// @param terms words and pairs of words, each at most once
  static Vectors of(
      WordRows words, List<String> terms, long seed, TaskRunner tasks, TaskContext context) {
    int[] contextOf = contexts(words);
    int contexts = PLACES * (Arrays.stream(contextOf).max().orElse(-1) + 1);
    Map<Integer, Integer> ofWord = new HashMap<>();
    Map<Long, Integer> ofPair = new HashMap<>();
    number(words, terms, ofWord, ofPair);
    double[] contextTotal = new double[contexts];
    double[] termTotal = new double[terms.size()];
    List<Map<Integer, Integer>> counts =
        IntStream.range(0, terms.size())
            .<Map<Integer, Integer>>mapToObj(_ -> new TreeMap<>())
            .toList();
    for (int i = 0; i < words.rows().length; i++) {
      if (i % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
      }
      int start = words.starts()[i];
      int end = words.starts()[i + 1];
      for (int at = start; at < end; at++) {
        Integer single = ofWord.get(words.words()[at]);
        Integer pair =
            at + 1 < end ? ofPair.get(key(words.words()[at], words.words()[at + 1])) : null;
        for (int length = 1; length <= 2; length++) {
          Integer term = length == 1 ? single : pair;
          if (term != null) {
            for (int near = Math.max(start, at - REACH);
                near < Math.min(end, at + length + REACH);
                near++) {
              int word = near >= at && near < at + length ? -1 : contextOf[words.words()[near]];
              if (word >= 0) {
                int other = PLACES * word + place(near - at, length);
                counts.get(term).merge(other, 1, Integer::sum);
                contextTotal[other]++;
                termTotal[term]++;
              }
            }
          }
        }
      }
    }
    double all = Arrays.stream(termTotal).sum();
    SparseRows.Builder matrix = new SparseRows.Builder(contexts);
    for (int term = 0; term < terms.size(); term++) {
      for (Map.Entry<Integer, Integer> count : counts.get(term).entrySet()) {
        double information =
            Math.log(count.getValue() * all / (termTotal[term] * contextTotal[count.getKey()]));
        if (information > 0) {
          matrix.add(count.getKey(), information);
        }
      }
      matrix.endLine();
    }
    return matrix.build().embedded(RANK, seed, tasks, context);
  }

  /// Before or behind, next to it or further away.
  private static int place(int offset, int length) {
    return offset < 0 ? offset == -1 ? 0 : 1 : offset == length ? 2 : 3;
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  private static void number(
      WordRows words, List<String> terms, Map<Integer, Integer> ofWord, Map<Long, Integer> ofPair) {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (int word = 0; word < words.vocabulary().size(); word++) {
      vocabulary.put(words.vocabulary().get(word), word);
    }
    for (int term = 0; term < terms.size(); term++) {
      String[] parts = terms.get(term).split(" ");
      Integer first = vocabulary.get(parts[0]);
      Integer last = vocabulary.get(parts[parts.length - 1]);
      if (first != null && last != null) {
        if (parts.length == 1) {
          ofWord.put(first, term);
        } else {
          ofPair.put(key(first, last), term);
        }
      }
    }
  }

  /// The number of each word among the most frequent ones, −1 for the others.
  private static int[] contexts(WordRows words) {
    int[] counts = new int[words.vocabulary().size()];
    for (int word : words.words()) {
      counts[word]++;
    }
    int[] result = new int[counts.length];
    Arrays.fill(result, -1);
    int[] frequent =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
            .limit(MOST_CONTEXTS)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < frequent.length; i++) {
      result[frequent[i]] = i;
    }
    return result;
  }
}
