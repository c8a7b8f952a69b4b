package outcrop.analysis.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outcrop.analysis.index.Words.Word;

/// Finds phrases in a text that was split into words, with the same meaning of slop as the index:
/// the places of the words, each less its place in the phrase, differ by at most the slop.
final class PhraseFinder {
  private static final int MOST_STEPS = 100_000;

  private final List<Word> words;
  private final List<int[]> places = new ArrayList<>();
  private final int slop;
  private final int[] chosen;
  private final Set<Integer> found = new HashSet<>();
  private int steps;

  private PhraseFinder(List<Word> words, List<String> phrase, int slop) {
    this.words = words;
    this.slop = slop;
    this.chosen = new int[phrase.size()];
    Map<String, List<Integer>> byText = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      byText.computeIfAbsent(words.get(i).text(), _ -> new ArrayList<>()).add(i);
    }
    for (String text : phrase) {
      places.add(byText.getOrDefault(text, List.of()).stream().mapToInt(i -> i).toArray());
    }
  }

  /// Whether the phrase is in the text.
  static boolean occurs(List<Word> words, List<String> phrase, int slop) {
    return !find(words, phrase, slop).isEmpty();
  }

  /// The words, by index, that are part of an occurrence of the phrase.
  static Set<Integer> find(List<Word> words, List<String> phrase, int slop) {
    PhraseFinder finder = new PhraseFinder(words, phrase, slop);
    if (finder.places.stream().noneMatch(places -> places.length == 0)) {
      finder.choose(0, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }
    return finder.found;
  }

  private void choose(int index, int low, int high) {
    if (index == chosen.length) {
      for (int word : chosen) {
        found.add(word);
      }
      return;
    }
    for (int word : places.get(index)) {
      int shifted = words.get(word).position() - index;
      int newLow = Math.min(low, shifted);
      int newHigh = Math.max(high, shifted);
      if (newHigh - newLow <= slop && isFree(index, word) && ++steps < MOST_STEPS) {
        choose(index + 1, newLow, newHigh);
      }
    }
  }

  private boolean isFree(int count, int word) {
    for (int i = 0; i < count; i++) {
      if (chosen[i] == word) {
        return false;
      }
    }
    chosen[count] = word;
    return true;
  }
}
