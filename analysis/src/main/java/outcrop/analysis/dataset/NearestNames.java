package outcrop.analysis.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names that a user may have meant.
public final class NearestNames {
  private static final int SHOWN = 3;

  private NearestNames() {}

  /// The known names nearest to `wanted`, nearest first, at most three; empty where none is near.
  ///
  /// Near means an edit distance, letter case aside, of at most a third of the longer name and at
  /// least 2, or one name containing the other.
  public static List<String> of(String wanted, List<String> known) {
    String word = wanted.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> isNear(word, name.toLowerCase(Locale.ROOT)))
        .sorted(
            Comparator.comparingInt((String name) -> distance(word, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  /// A sentence part such as ` Did you mean "rating"?`; empty where no name is near.
  public static String question(String wanted, List<String> known) {
    List<String> near = of(wanted, known);
    return near.isEmpty()
        ? ""
        : " Did you mean "
            + String.join(" or ", near.stream().map(name -> "\"" + name + "\"").toList())
            + "?";
  }

  private static boolean isNear(String word, String name) {
    if (word.isEmpty() || name.isEmpty()) {
      return false;
    }
    int allowed = Math.max(2, Math.max(word.length(), name.length()) / 3);
    return name.contains(word)
        || word.contains(name) && name.length() > 2
        || Math.abs(word.length() - name.length()) <= allowed && distance(word, name) <= allowed;
  }

  /// The Levenshtein distance in UTF-16 units.
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
