package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.index.TextWords;
import outcrop.analysis.task.TaskContext;

/// The words of some rows as numbers, in their order.
///
/// @param rows ordinals of the dataset
/// @param starts where the words of each row start, and one more for the end
/// @param words numbers of words
/// @param vocabulary words by number, in the order in which they first come
record WordRows(int[] rows, int[] starts, int[] words, List<String> vocabulary) {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_WORDS_OF_ROW = 2_000;
  private static final int ROWS_PER_CHECK = 64;

  /// The words of rows; of each row the first 2,000 at most.
  static WordRows of(RowTexts texts, int[] rows, TaskContext context) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> vocabulary = new ArrayList<>();
    int[] starts = new int[rows.length + 1];
    int[] words = new int[Math.max(16, 8 * rows.length)];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
        context.progress(i, rows.length);
      }
      int end = count + MOST_WORDS_OF_ROW;
      for (String word : words(texts, rows[i])) {
        if (count == end) {
          break;
        }
        if (count == words.length) {
          words = Arrays.copyOf(words, words.length + (words.length >> 1));
        }
        words[count++] = number(word, numbers, vocabulary);
      }
      starts[i + 1] = count;
    }
    return new WordRows(rows, starts, Arrays.copyOf(words, count), vocabulary);
  }

  private static int number(String word, Map<String, Integer> numbers, List<String> vocabulary) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    int number = vocabulary.size();
    numbers.put(word, number);
    vocabulary.add(word);
    return number;
  }

  /// The words of one row, as they are counted everywhere.
  static List<String> words(RowTexts texts, int row) {
    return texts
        .of(row)
        .map(
            text ->
                TextWords.of(
                    text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text))
        .orElse(List.of());
  }
}
