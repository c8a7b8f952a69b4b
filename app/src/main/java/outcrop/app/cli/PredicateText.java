package outcrop.app.cli;

import java.util.List;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryPrinter;
import outcrop.analysis.index.ValueTest;
import outcrop.analysis.selection.Predicate;

/// Predicates about one field in the search language, to be given to `--query` as they are.
final class PredicateText {
  private PredicateText() {}

  static String of(Predicate predicate) {
    return QueryPrinter.print(expression(predicate));
  }

  private static QueryExpression expression(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All _ -> new QueryExpression.All();
      case Predicate.In(String field, List<String> values) -> {
        List<QueryExpression> tests =
            values.stream()
                .<QueryExpression>map(
                    value -> new QueryExpression.Test(field, new ValueTest.Phrase(value, 0)))
                .toList();
        yield tests.size() == 1 ? tests.getFirst() : new QueryExpression.Or(tests);
      }
      case Predicate.Range range ->
          new QueryExpression.Test(
              range.field(),
              new ValueTest.Range(
                  range.lo(), range.hi(), range.loInclusive(), range.hiInclusive()));
      case Predicate.IsMissing(String field) ->
          new QueryExpression.Not(new QueryExpression.Exists(field));
      case Predicate.And(List<Predicate> parts) ->
          new QueryExpression.And(parts.stream().map(PredicateText::expression).toList());
      case Predicate.Or(List<Predicate> parts) ->
          new QueryExpression.Or(parts.stream().map(PredicateText::expression).toList());
      case Predicate.Not(Predicate part) -> new QueryExpression.Not(expression(part));
      default -> throw new IllegalArgumentException("No query says " + predicate);
    };
  }
}
