package outcrop.analysis.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Regular expressions that find words in lower-cased text for programs that do not have our
/// tokenizer.
///
/// Word boundaries by the Unicode rules (UAX 29) are no regular property of the neighbouring
/// characters, so an expression is an approximation: whoever uses one compares it with the index on
/// the rows at hand. The syntax is the part that RE2, Python and Java share; the only class in it
/// is [#WORD_CHARACTER].
public final class WordPattern {
  /// What words consist of, as it stands inside brackets.
  public static final String WORD_CHARACTER = "\\p{L}\\p{N}_";

  private static final String IN = "[" + WORD_CHARACTER + "]";
  private static final String OUT = "[^" + WORD_CHARACTER + "]";
  private static final String LETTER_JOINTS = ".'’:";
  private static final String DIGIT_JOINTS = ".,'’;";
  private static final Set<Character> SPECIAL =
      ".^$*+?()[]{}|\\/-&~#".chars().mapToObj(c -> (char) c).collect(Collectors.toSet());

  private WordPattern() {}

  /// Expressions that may find what the test finds in a text field, the plainest first; none where
  /// the test is beyond them.
  public static List<String> candidates(ValueTest test) {
    return switch (test) {
      case ValueTest.Term(var text) -> words(text);
      case ValueTest.Phrase(var text, int slop) -> slop == 0 ? words(text) : List.of();
      case ValueTest.Wildcard(var pattern) ->
          List.of("(?:^|" + OUT + ")" + wildcard(Words.fold(pattern)) + "(?:" + OUT + "|$)");
      case ValueTest.Fuzzy _, ValueTest.Regex _, ValueTest.Range _ -> List.of();
    };
  }

  /// The text in the case in which expressions look at it.
  public static String fold(String text) {
    return Words.fold(text);
  }

  /// The characters whose lower case differs between programs: `İ` becomes one or two characters, a
  /// final `Σ` becomes `σ` or `ς`.
  public static boolean hasDisputedCase(String text) {
    return text.indexOf('İ') >= 0 || text.indexOf('Σ') >= 0;
  }

  private static List<String> words(String text) {
    List<String> words = Words.of(text).stream().map(Words.Word::text).toList();
    if (words.isEmpty()) {
      return List.of();
    }
    String middle = words.stream().map(WordPattern::quote).collect(Collectors.joining(OUT + "+"));
    List<String> candidates = new ArrayList<>();
    candidates.add("(?:^|" + OUT + ")" + middle + "(?:" + OUT + "|$)");
    candidates.add(before(words.getFirst()) + middle + after(words.getLast()));
    return candidates;
  }

  /// A joint such as the apostrophe of `don't` holds two letters together, or two digits.
  private static String before(String word) {
    String joints = joints(Character.isDigit(word.codePointAt(0)));
    return "(?:^|" + without(joints) + "|(?:^|" + OUT + ")[" + joints + "])";
  }

  private static String after(String word) {
    String joints = joints(Character.isDigit(word.codePointBefore(word.length())));
    return "(?:" + without(joints) + "|[" + joints + "](?:" + OUT + "|$)|$)";
  }

  private static String joints(boolean digit) {
    return digit ? DIGIT_JOINTS : LETTER_JOINTS;
  }

  private static String without(String joints) {
    return "[^" + WORD_CHARACTER + joints + "]";
  }

  private static String wildcard(String pattern) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        out.append(quote(String.valueOf(pattern.charAt(++i))));
      } else if (c == '*') {
        out.append(IN).append('*');
      } else if (c == '?') {
        out.append(IN);
      } else {
        out.append(quote(String.valueOf(c)));
      }
    }
    return out.toString();
  }

  private static String quote(String word) {
    StringBuilder out = new StringBuilder();
    for (char c : word.toCharArray()) {
      out.append(SPECIAL.contains(c) ? "\\" : "").append(c);
    }
    return out.toString();
  }
}
