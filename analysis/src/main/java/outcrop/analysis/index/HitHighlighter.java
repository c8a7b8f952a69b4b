package outcrop.analysis.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.index.Words.Word;

/// Finds the places in a value that a query hits, to be marked in the table and the inspector.
///
/// Texts are split into words as the index does it; a phrase is marked from its first word to its
/// last. A category whose field is named is marked as a whole. What a query excludes is not marked;
/// numbers and times are not either. Made once for a query and a field, then used for many values,
/// from any thread.
public final class HitHighlighter {
  private final List<Predicate<String>> wholes = new ArrayList<>();
  private final List<Predicate<String>> words = new ArrayList<>();
  private final List<Phrase> phrases = new ArrayList<>();

  /// A hit in a text.
  ///
  /// @param start first character (UTF-16 unit, as in `String`), `end` one past the last
  public record Span(int start, int end) {}

  private record Phrase(List<String> words, int slop) {}

  private HitHighlighter() {}

  /// A highlighter for the values of one field.
  public static HitHighlighter of(QueryExpression expression, Field field) {
    HitHighlighter highlighter = new HitHighlighter();
    highlighter.collect(expression, field, true);
    return highlighter;
  }

  /// The hits in one value, in order and without overlaps.
  public static List<Span> spans(QueryExpression expression, Field field, String text) {
    return of(expression, field).spans(text);
  }

  private void collect(QueryExpression expression, Field field, boolean wanted) {
    switch (expression) {
      case QueryExpression.And(var parts) -> parts.forEach(part -> collect(part, field, wanted));
      case QueryExpression.Or(var parts) -> parts.forEach(part -> collect(part, field, wanted));
      case QueryExpression.Not(var part) -> collect(part, field, !wanted);
      case QueryExpression.Test(var name, ValueTest test) -> {
        if (wanted && (name.equals(field.name()) || name.equals(QueryExpression.ANY_FIELD))) {
          add(test, field.type(), name.equals(field.name()));
        }
      }
      case QueryExpression.All _, QueryExpression.Exists _ -> {}
    }
  }

  private void add(ValueTest test, FieldType type, boolean named) {
    switch (type) {
      case TEXT -> addWords(test);
      case CATEGORY, IMAGE, LIST -> {
        wholes.add(ValueMatcher.whole(test, false));
        wholes.add(ValueMatcher.whole(test, true));
        if (!named) {
          addWords(test);
        }
      }
      case NUMBER, TIME, VECTOR -> {}
    }
  }

  private void addWords(ValueTest test) {
    switch (test) {
      case ValueTest.Term(var text) -> addPhrase(text, 0);
      case ValueTest.Phrase(var text, int slop) -> addPhrase(text, slop);
      case ValueTest.Range(var lo, var hi, boolean loInclusive, boolean hiInclusive) ->
          words.add(
              ValueMatcher.whole(
                  new ValueTest.Range(
                      lo == null ? null : Words.fold(lo),
                      hi == null ? null : Words.fold(hi),
                      loInclusive,
                      hiInclusive),
                  false));
      case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ ->
          words.add(new CharacterRunAutomaton(Patterns.automaton(test, true))::run);
    }
  }

  private void addPhrase(String text, int slop) {
    List<String> wanted = Words.of(text).stream().map(Word::text).toList();
    if (wanted.size() == 1) {
      words.add(wanted.getFirst()::equals);
    } else if (!wanted.isEmpty()) {
      phrases.add(new Phrase(wanted, slop));
    }
  }

  /// The hits in one value, in order and without overlaps.
  public List<Span> spans(String text) {
    if (wholes.stream().anyMatch(test -> test.test(text))) {
      return List.of(new Span(0, text.length()));
    }
    if (words.isEmpty() && phrases.isEmpty()) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    List<Word> all = Words.of(text);
    for (Word word : all) {
      if (words.stream().anyMatch(test -> test.test(word.text()))) {
        spans.add(new Span(word.start(), word.end()));
      }
    }
    for (Phrase phrase : phrases) {
      addRuns(all, new TreeSet<>(PhraseFinder.find(all, phrase.words, phrase.slop)), spans);
    }
    return merged(spans);
  }

  /// Neighbouring words of a phrase become one span, with what stands between them.
  private static void addRuns(List<Word> all, TreeSet<Integer> hits, List<Span> spans) {
    while (!hits.isEmpty()) {
      int first = hits.removeFirst();
      int last = first;
      while (hits.remove(last + 1)) {
        last++;
      }
      spans.add(new Span(all.get(first).start(), all.get(last).end()));
    }
  }

  private static List<Span> merged(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    List<Span> result = new ArrayList<>();
    for (Span span : spans) {
      if (!result.isEmpty() && span.start < result.getLast().end) {
        Span before = result.removeLast();
        result.add(new Span(before.start, Math.max(before.end, span.end)));
      } else {
        result.add(span);
      }
    }
    return result;
  }
}
