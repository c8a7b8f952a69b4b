package outcrop.analysis.index;

import java.util.List;

/// A query of the search language as a value, free of any search library.
///
/// Logic is that of sets of rows: [Not] is the complement, so it holds where the field is missing.
public sealed interface QueryExpression {
  /// The field of a test that looks into every text field and every category.
  String ANY_FIELD = "";

  /// Every row.
  record All() implements QueryExpression {}

  /// Rows in every part; all rows where there is no part.
  record And(List<QueryExpression> parts) implements QueryExpression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// Rows in some part; none where there is no part.
  record Or(List<QueryExpression> parts) implements QueryExpression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(QueryExpression part) implements QueryExpression {}

  /// Rows that have a value in the field.
  record Exists(String field) implements QueryExpression {}

  /// Rows whose value in the field passes a test.
  ///
  /// @param field a field of the dataset or [#ANY_FIELD]
  record Test(String field, ValueTest test) implements QueryExpression {}
}
