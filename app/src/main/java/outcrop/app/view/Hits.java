package outcrop.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.index.HitHighlighter;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.index.QuerySyntaxException;
import outcrop.app.view.part.HitFinder;
import outcrop.app.view.part.Span;

/// Marks what the search found.
final class Hits {
  private Hits() {}

  /// @param queries the queries in force
  static HitFinder finder(List<String> queries, Schema schema) {
    List<QueryExpression> expressions = new ArrayList<>();
    for (String query : queries) {
      try {
        expressions.add(QueryParser.parse(query, schema));
      } catch (QuerySyntaxException otherSchema) {
        // The filter bar says what is wrong with it; there is nothing to mark.
        continue;
      }
    }
    if (expressions.isEmpty()) {
      return HitFinder.NONE;
    }
    Map<String, List<HitHighlighter>> byField = new HashMap<>();
    return (name, text) -> {
      List<HitHighlighter> highlighters =
          byField.computeIfAbsent(name, _ -> highlighters(expressions, schema, name));
      return merged(highlighters, text);
    };
  }

  private static List<HitHighlighter> highlighters(
      List<QueryExpression> expressions, Schema schema, String name) {
    Field field = schema.find(name).orElseThrow();
    return expressions.stream().map(query -> HitHighlighter.of(query, field)).toList();
  }

  private static List<Span> merged(List<HitHighlighter> highlighters, String text) {
    List<Span> spans = new ArrayList<>();
    for (HitHighlighter highlighter : highlighters) {
      highlighter.spans(text).forEach(span -> spans.add(new Span(span.start(), span.end())));
    }
    if (highlighters.size() < 2) {
      return spans;
    }
    spans.sort(java.util.Comparator.comparingInt(Span::start));
    List<Span> apart = new ArrayList<>();
    for (Span span : spans) {
      if (!apart.isEmpty() && apart.getLast().end() >= span.start()) {
        Span last = apart.removeLast();
        apart.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        apart.add(span);
      }
    }
    return apart;
  }
}
