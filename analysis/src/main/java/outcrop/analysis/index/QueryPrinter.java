package outcrop.analysis.index;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes an expression in the search language, so that parsing the text gives the expression
/// again.
///
/// Nested expressions with a single part lose it on the way: `And([x])` is written as `x`.
public final class QueryPrinter {
  private static final String SPECIAL = "+-!():^[]\"{}~*?\\/|&=<>@' \t\r\n\f\u3000";

  private QueryPrinter() {}

  public static String print(QueryExpression expression) {
    return switch (expression) {
      case QueryExpression.All() -> "*:*";
      case QueryExpression.And(var parts) when parts.isEmpty() -> "*:*";
      case QueryExpression.Or(var parts) when parts.isEmpty() -> "NOT *:*";
      case QueryExpression.And(var parts) -> join(parts, " AND ");
      case QueryExpression.Or(var parts) -> join(parts, " OR ");
      case QueryExpression.Not(var part) -> "NOT " + nested(part);
      case QueryExpression.Exists(var field) -> escape(field) + ":*";
      case QueryExpression.Test(var field, ValueTest test) -> prefix(field) + print(test);
    };
  }

  private static String join(List<QueryExpression> parts, String operator) {
    return parts.stream().map(QueryPrinter::nested).collect(Collectors.joining(operator));
  }

  private static String nested(QueryExpression part) {
    return switch (part) {
      case QueryExpression.And(var parts) when !parts.isEmpty() -> "(" + print(part) + ")";
      case QueryExpression.Or _, QueryExpression.Not _ -> "(" + print(part) + ")";
      default -> print(part);
    };
  }

  private static String prefix(String field) {
    return field.equals(QueryExpression.ANY_FIELD) ? "" : escape(field) + ":";
  }

  private static String print(ValueTest test) {
    return switch (test) {
      case ValueTest.Term(var text) -> text.isEmpty() ? "\"\"" : escape(text);
      case ValueTest.Phrase(var text, int slop) -> quote(text) + (slop == 0 ? "" : "~" + slop);
      case ValueTest.Wildcard(var pattern) -> wildcard(pattern);
      case ValueTest.Fuzzy(var text, int edits) -> escape(text) + "~" + edits;
      case ValueTest.Regex(var pattern) -> "/" + regex(pattern) + "/";
      case ValueTest.Range(var lo, var hi, boolean loInclusive, boolean hiInclusive) ->
          (loInclusive ? "[" : "{") + bound(lo) + " TO " + bound(hi) + (hiInclusive ? "]" : "}");
    };
  }

  private static String wildcard(String pattern) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        result.append('\\').append(pattern.charAt(++i));
      } else if (c == '*' || c == '?') {
        result.append(c);
      } else {
        result.append(escaped(c));
      }
    }
    return result.toString();
  }

  private static String regex(String pattern) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        result.append(c).append(pattern.charAt(++i));
      } else {
        result.append(c == '/' ? "\\/" : String.valueOf(c));
      }
    }
    return result.toString();
  }

  private static String bound(@Nullable String text) {
    if (text == null) {
      return "*";
    }
    // The grammar knows no escaped backslash in the quotation marks of a range.
    return text.equals("*")
        ? "\\*"
        : "\"" + text.replace("\\", "\\u005c").replace("\"", "\\\"") + "\"";
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// A word of the search language that means exactly this text.
  public static String escape(String text) {
    if (text.equals("AND") || text.equals("OR") || text.equals("NOT") || text.equals("TO")) {
      return "\\" + text;
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      result.append(escaped(text.charAt(i)));
    }
    return result.toString();
  }

  private static String escaped(char c) {
    return SPECIAL.indexOf(c) < 0 ? String.valueOf(c) : "\\" + c;
  }
}
