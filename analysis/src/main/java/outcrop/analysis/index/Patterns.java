package outcrop.analysis.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/// Wildcards, regular expressions and fuzzy words as automata, within bounds of size.
final class Patterns {
  private static final int WORK_LIMIT = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;
  private static final int LONGEST = 1000;
  private static final int MOST_REPEATS = 5000;
  private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

  private Patterns() {}

  /// Refuses patterns that cannot be read or would take too much work.
  static void check(ValueTest test, int position) {
    if (test instanceof ValueTest.Regex || test instanceof ValueTest.Wildcard) {
      String text = test instanceof ValueTest.Regex(var pattern) ? pattern : "";
      if (text.length() > LONGEST || repeats(text) > MOST_REPEATS) {
        throw new QuerySyntaxException(position, tooMuch(text));
      }
      try {
        automaton(test, true);
      } catch (TooComplexToDeterminizeException | StackOverflowError _) {
        throw new QuerySyntaxException(position, tooMuch(text));
      } catch (IllegalArgumentException failure) {
        throw new QuerySyntaxException(
            position, "The regular expression /" + text + "/ cannot be read: " + reason(failure));
      }
    }
  }

  private static String tooMuch(String pattern) {
    return "The pattern "
        + (pattern.length() > 40 ? pattern.substring(0, 40) + "…" : pattern)
        + " would take too much work; use fewer repetitions or wildcards.";
  }

  private static String reason(IllegalArgumentException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  /// How many copies of a part the counted repetitions ask for together.
  private static double repeats(String pattern) {
    double product = 1;
    Matcher repeat = REPEAT.matcher(pattern);
    while (repeat.find()) {
      String most = repeat.group(2) == null || repeat.group(2).isEmpty() ? "1" : repeat.group(2);
      product *=
          Math.max(1, Math.max(Double.parseDouble(repeat.group(1)), Double.parseDouble(most)));
    }
    return product;
  }

  /// A deterministic automaton over characters.
  ///
  /// @param ignoreCase whether the automaton is to be run over texts that went through
  ///   [Words#fold]; regular expressions then match either case
  static Automaton automaton(ValueTest test, boolean ignoreCase) {
    return switch (test) {
      case ValueTest.Wildcard(var pattern) ->
          WildcardQuery.toAutomaton(
              new Term("", ignoreCase ? Words.fold(pattern) : pattern), WORK_LIMIT);
      case ValueTest.Regex(var pattern) ->
          Operations.determinize(
              new RegExp(pattern, RegExp.ALL, ignoreCase ? RegExp.CASE_INSENSITIVE : 0)
                  .toAutomaton(),
              WORK_LIMIT);
      case ValueTest.Fuzzy(var text, int edits) ->
          Operations.determinize(
              new LevenshteinAutomata(ignoreCase ? Words.fold(text) : text, true)
                  .toAutomaton(edits),
              WORK_LIMIT);
      case ValueTest.Term(var text) -> Automata.makeString(text);
      case ValueTest.Phrase(var text, int _) -> Automata.makeString(text);
      case ValueTest.Range _ -> throw new IllegalArgumentException("A range is no pattern");
    };
  }
}
