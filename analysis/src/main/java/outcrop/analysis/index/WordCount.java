package outcrop.analysis.index;

/// How many words a text has, by the rules of the search.
public final class WordCount {
  private WordCount() {}

  public static int of(String text) {
    return Words.of(text).size();
  }
}
