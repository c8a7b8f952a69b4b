package outcrop.analysis.index;

import java.util.List;

/// The words of a text as they are searched: a phrase of words that stand behind each other here is
/// found by a query for the phrase.
public final class TextWords {
  private TextWords() {}

  /// The words in their order, lower-cased, repeats included.
  public static List<String> of(String text) {
    return Words.of(text).stream().map(Words.Word::text).toList();
  }
}
