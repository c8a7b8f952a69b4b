package outcrop.analysis.model;

import java.util.Set;

/// English words that hold a sentence together and say nothing of its subject.
public final class StopWords {
  private static final Set<String> ENGLISH =
      Set.of(
          """
          about above after again against ain all also am an and any are aren as at be because
          been before being below between both but by can cannot could couldn did didn do does doesn
          doing don down during each few for from further had hadn has hasn have haven having he her
          here hers herself him himself his how if in into is isn it its itself just ll me might
          more most must mustn my myself no nor not now of off on once only or other our ours
          ourselves out over own re same shall she should shouldn so some such than that the their
          theirs them themselves then there these they this those through to too under until up upon
          us ve very was wasn we were weren what when where which while who whom whose why will with
          won would wouldn you your yours yourself yourselves
          """
              .strip()
              .split("\\s+"));

  private StopWords() {}

  /// @param word in lower case
  public static boolean isEnglish(String word) {
    return ENGLISH.contains(word);
  }
}
