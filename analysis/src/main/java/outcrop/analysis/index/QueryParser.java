package outcrop.analysis.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode.Modifier;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Schema;

/// Reads the search language, which is Lucene's, into a [QueryExpression].
///
/// Words beside each other are alternatives, as in Lucene; `+` makes one required and `-` forbids
/// one. `AND`, `OR` and `NOT` are the set operations, so `a OR NOT b` has all rows without `b`.
/// `field:*` holds where the field has a value, `_missing_:field` where it has none. Boosts are
/// read and change nothing, for a filter ranks no row. A blank query has every row.
public final class QueryParser {
  private static final int DEFAULT_EDITS = 2;

  private final QueryText text;
  private final FieldRules rules;

  private QueryParser(QueryText text, Schema schema) {
    this.text = text;
    this.rules = new FieldRules(schema);
  }

  /// @throws QuerySyntaxException for a text that is no query, for fields that the schema does not
  ///   have, and for values that do not fit the field's type
  public static QueryExpression parse(String query, Schema schema) {
    if (query.isBlank()) {
      return new QueryExpression.All();
    }
    QueryText text = QueryText.of(query);
    try {
      QueryNode tree = new StandardSyntaxParser().parse(text.prepared(), "");
      return new QueryParser(text, schema).convert(tree);
    } catch (QueryNodeParseException | NumberFormatException failure) {
      throw SyntaxTrouble.of(query, text, failure);
    }
  }

  private QueryExpression convert(QueryNode node) {
    return switch (node) {
      case GroupQueryNode group -> convert(group.getChild());
      case BoostQueryNode boost -> convert(boost.getChild());
      case AndQueryNode and -> new QueryExpression.And(convertAll(and.getChildren()));
      case OrQueryNode or -> new QueryExpression.Or(convertAll(or.getChildren()));
      case BooleanQueryNode row -> convertRow(row.getChildren());
      case ModifierQueryNode modified ->
          modified.getModifier() == Modifier.MOD_NOT
              ? new QueryExpression.Not(convert(modified.getChild()))
              : convert(modified.getChild());
      case SlopQueryNode slop -> convertSlop(slop);
      case FuzzyQueryNode fuzzy -> convertFuzzy(fuzzy);
      case QuotedFieldQueryNode quoted ->
          test(quoted, new ValueTest.Phrase(quoted.getTextAsString(), 0));
      case FieldQueryNode field -> convertField(field);
      case RegexpQueryNode regex ->
          test(
              regex.getFieldAsString(),
              new ValueTest.Regex(unescapeSlashes(regex.getText().toString())),
              -1);
      case TermRangeQueryNode range -> convertRange(range);
      default ->
          throw new QuerySyntaxException(
              0, "Outcrop's search has no functions (fn:…) and no minimum counts (…)@n.");
    };
  }

  private List<QueryExpression> convertAll(List<QueryNode> nodes) {
    return nodes.stream().map(this::convert).toList();
  }

  /// Parts beside each other: all required ones, none of the forbidden, and one of the others where
  /// nothing is required.
  private QueryExpression convertRow(List<QueryNode> nodes) {
    List<QueryExpression> required = new ArrayList<>();
    List<QueryExpression> forbidden = new ArrayList<>();
    List<QueryExpression> optional = new ArrayList<>();
    for (QueryNode node : nodes) {
      Modifier modifier =
          node instanceof ModifierQueryNode modified ? modified.getModifier() : Modifier.MOD_NONE;
      switch (modifier) {
        case MOD_REQ -> required.add(convert(node));
        case MOD_NOT -> forbidden.add(convert(node));
        case MOD_NONE -> optional.add(convert(node));
      }
    }
    List<QueryExpression> all = new ArrayList<>(required);
    if (required.isEmpty() && !optional.isEmpty()) {
      all.add(optional.size() == 1 ? optional.getFirst() : new QueryExpression.Or(optional));
    }
    all.addAll(forbidden);
    return all.size() == 1 ? all.getFirst() : new QueryExpression.And(all);
  }

  private QueryExpression convertField(FieldQueryNode node) {
    String field = node.getFieldAsString();
    CharSequence value = node.getText();
    boolean star = isStar(value);
    if (star && (field.isEmpty() || field.equals("*"))) {
      return new QueryExpression.All();
    }
    if (rules.isReserved(field)) {
      String named = rules.check(node.getTextAsString(), text.position(node.getBegin()));
      QueryExpression exists = new QueryExpression.Exists(named);
      return field.equals(FieldRules.MISSING) ? new QueryExpression.Not(exists) : exists;
    }
    if (star) {
      return new QueryExpression.Exists(rules.check(field, fieldPosition(field, node.getBegin())));
    }
    return test(
        node,
        hasWildcard(value)
            ? new ValueTest.Wildcard(pattern(value))
            : new ValueTest.Term(value.toString()));
  }

  private QueryExpression convertSlop(SlopQueryNode slop) {
    if (slop.getChild() instanceof QuotedFieldQueryNode quoted) {
      return test(quoted, new ValueTest.Phrase(quoted.getTextAsString(), slop.getValue()));
    }
    return convert(slop.getChild());
  }

  private QueryExpression convertFuzzy(FuzzyQueryNode node) {
    float asked = node.getSimilarity();
    int length = node.getTextAsString().codePointCount(0, node.getTextAsString().length());
    // The old notation gives a similarity below 1 in place of a number of edits.
    int edits =
        asked > 0 && asked < 1
            ? Math.min(DEFAULT_EDITS, (int) ((1 - (double) asked) * length))
            : (int) asked;
    if (edits > DEFAULT_EDITS) {
      throw new QuerySyntaxException(
          text.position(node.getEnd()), "A fuzzy word may differ by 0, 1 or 2 letters: word~2.");
    }
    return test(node, new ValueTest.Fuzzy(node.getTextAsString(), edits));
  }

  private QueryExpression convertRange(TermRangeQueryNode node) {
    FieldQueryNode lower = (FieldQueryNode) node.getChildren().get(0);
    FieldQueryNode upper = (FieldQueryNode) node.getChildren().get(1);
    return test(
        lower.getFieldAsString(),
        new ValueTest.Range(
            bound(lower.getText()),
            bound(upper.getText()),
            node.isLowerInclusive(),
            node.isUpperInclusive()),
        lower.getBegin());
  }

  private static @Nullable String bound(CharSequence value) {
    return isStar(value) ? null : value.toString();
  }

  private QueryExpression test(FieldQueryNode node, ValueTest test) {
    return test(node.getFieldAsString(), test, node.getBegin());
  }

  /// @param begin where the value begins in the prepared text, −1 where the parser does not say
  private QueryExpression test(String field, ValueTest test, int begin) {
    String name = field.equals("*") ? QueryExpression.ANY_FIELD : field;
    if (!name.isEmpty()) {
      rules.check(name, fieldPosition(name, begin));
    }
    rules.check(name, test, begin < 0 ? fieldPosition(name, begin) : text.position(begin));
    return new QueryExpression.Test(name, test);
  }

  /// Where the name of the field stands that the value belongs to.
  private int fieldPosition(String field, int begin) {
    String prepared = text.prepared();
    int from = begin < 0 ? prepared.length() : begin;
    int escaped = prepared.lastIndexOf(QueryPrinter.escape(field), from);
    int plain = prepared.lastIndexOf(field, from);
    return text.position(Math.max(0, Math.max(escaped, plain)));
  }

  private static boolean isStar(CharSequence value) {
    return value.length() == 1 && value.charAt(0) == '*' && !wasEscaped(value, 0);
  }

  private static boolean hasWildcard(CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      if (isWildcard(value, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWildcard(CharSequence value, int index) {
    char c = value.charAt(index);
    return (c == '*' || c == '?') && !wasEscaped(value, index);
  }

  private static boolean wasEscaped(CharSequence value, int index) {
    return value instanceof UnescapedCharSequence unescaped && unescaped.wasEscaped(index);
  }

  private static String pattern(CharSequence value) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c == '*' || c == '?' || c == '\\') && !isWildcard(value, i)) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.toString();
  }

  private static String unescapeSlashes(String pattern) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        char next = pattern.charAt(++i);
        result.append(next == '/' ? "/" : "\\" + next);
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
