package outcrop.analysis.index;

import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.TextOrder;

/// Which values of a category pass a test.
public final class ValueMatcher {
  private ValueMatcher() {}

  /// The values that pass, by ordinal.
  ///
  /// @param named whether the query names the field: then the whole value is compared as written,
  ///   and without regard to case only where nothing passes as written; otherwise the value or one
  ///   of its words is compared without regard to case
  public static boolean[] passing(Dictionary dictionary, ValueTest test, boolean named) {
    boolean[] passing = new boolean[dictionary.size()];
    if (!named) {
      mark(dictionary, anyWord(test), passing);
      return passing;
    }
    if (exactText(test) instanceof String text) {
      int ordinal = dictionary.find(text);
      if (ordinal >= 0) {
        passing[ordinal] = true;
        return passing;
      }
    } else if (mark(dictionary, whole(test, false), passing)) {
      return passing;
    }
    mark(dictionary, whole(test, true), passing);
    return passing;
  }

  private static boolean mark(Dictionary dictionary, Predicate<String> test, boolean[] passing) {
    boolean any = false;
    for (int i = 0; i < passing.length; i++) {
      passing[i] = test.test(dictionary.value(i));
      any |= passing[i];
    }
    return any;
  }

  private static Object exactText(ValueTest test) {
    return switch (test) {
      case ValueTest.Term(var text) -> text;
      case ValueTest.Phrase(var text, int _) -> text;
      default -> test;
    };
  }

  /// Compares whole values.
  public static Predicate<String> whole(ValueTest test, boolean ignoreCase) {
    return switch (test) {
      case ValueTest.Term(var text) -> equal(text, ignoreCase);
      case ValueTest.Phrase(var text, int _) -> equal(text, ignoreCase);
      case ValueTest.Range range -> value -> inRange(range, value);
      case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ -> {
        CharacterRunAutomaton pattern =
            new CharacterRunAutomaton(Patterns.automaton(test, ignoreCase));
        yield value -> pattern.run(ignoreCase ? Words.fold(value) : value);
      }
    };
  }

  private static Predicate<String> equal(String text, boolean ignoreCase) {
    String folded = Words.fold(text);
    return ignoreCase ? value -> Words.fold(value).equals(folded) : text::equals;
  }

  private static boolean inRange(ValueTest.Range range, String value) {
    String lo = range.lo();
    String hi = range.hi();
    int low = lo == null ? 1 : TextOrder.BY_CODE_POINT.compare(value, lo);
    int high = hi == null ? -1 : TextOrder.BY_CODE_POINT.compare(value, hi);
    return (low > 0 || (low == 0 && range.loInclusive()))
        && (high < 0 || (high == 0 && range.hiInclusive()));
  }

  /// Compares values, and the words in them, without regard to case.
  static Predicate<String> anyWord(ValueTest test) {
    return switch (test) {
      case ValueTest.Term(var text) -> containsWords(text, 0);
      case ValueTest.Phrase(var text, int slop) -> containsWords(text, slop);
      case ValueTest.Range _ -> _ -> false;
      case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ -> {
        CharacterRunAutomaton pattern = new CharacterRunAutomaton(Patterns.automaton(test, true));
        yield value ->
            pattern.run(Words.fold(value))
                || Words.of(value).stream().anyMatch(word -> pattern.run(word.text()));
      }
    };
  }

  private static Predicate<String> containsWords(String text, int slop) {
    String folded = Words.fold(text);
    List<String> wanted = Words.of(text).stream().map(Words.Word::text).toList();
    if (wanted.isEmpty()) {
      return value -> Words.fold(value).equals(folded);
    }
    String first = wanted.getFirst();
    return value -> {
      String lower = Words.fold(value);
      return lower.contains(first)
          && (lower.equals(folded) || PhraseFinder.occurs(Words.of(value), wanted, slop));
    };
  }
}
