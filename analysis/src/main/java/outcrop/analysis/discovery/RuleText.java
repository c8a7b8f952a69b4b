package outcrop.analysis.discovery;

import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.selection.Predicate;

/// A predicate in one line, near to the language of the search.
final class RuleText {
  private RuleText() {}

  static String of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All() -> "all rows";
      case Predicate.Range(var field, var lo, var hi, boolean loInclusive, boolean hiInclusive) ->
          field
              + ":"
              + (loInclusive ? "[" : "{")
              + (lo == null ? "*" : lo)
              + " TO "
              + (hi == null ? "*" : hi)
              + (hiInclusive ? "]" : "}");
      case Predicate.In(var field, var values) ->
          values.size() == 1
              ? field + ":" + quoted(values.getFirst())
              : field
                  + ":("
                  + values.stream().map(RuleText::quoted).collect(Collectors.joining(" OR "))
                  + ")";
      case Predicate.IsMissing(var field) -> "no " + field;
      case Predicate.Polygon(var x, var y, var corners) ->
          "(" + x + ", " + y + ") within " + corners.size() + " corners";
      case Predicate.Query(var text) -> text;
      case Predicate.Keys(var keys) -> keys.size() + " rows by name";
      case Predicate.And(var parts) -> joined(parts, " AND ");
      case Predicate.Or(var parts) -> joined(parts, " OR ");
      case Predicate.Not(var part) -> "NOT (" + of(part) + ")";
    };
  }

  private static String joined(List<Predicate> parts, String between) {
    return parts.stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(between));
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
