package outcrop.analysis.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.index.ValueMatcher;
import outcrop.analysis.index.ValueTest;

/// Answers the search language: text from the text index, everything else from the columns.
record ExpressionEvaluator(ColumnStore columns, Supplier<TextIndex> text) {

  RowSet evaluate(QueryExpression expression) {
    return switch (expression) {
      case QueryExpression.All() -> RowSet.all(columns.rowCount());
      case QueryExpression.And(var parts) -> {
        RowSet rows = RowSet.all(columns.rowCount());
        for (QueryExpression part : parts) {
          rows = rows.and(evaluate(part));
        }
        yield rows;
      }
      case QueryExpression.Or(var parts) -> any(parts.stream().map(this::evaluate).toList());
      case QueryExpression.Not(var part) -> evaluate(part).not();
      case QueryExpression.Exists(var field) -> ColumnScan.present(columns.column(field));
      case QueryExpression.Test(var field, ValueTest test) ->
          field.equals(QueryExpression.ANY_FIELD)
              ? anyField(test)
              : named(columns.column(field), test);
    };
  }

  private RowSet any(List<RowSet> parts) {
    return parts.stream().reduce(RowSet.none(columns.rowCount()), RowSet::or);
  }

  private RowSet anyField(ValueTest test) {
    List<RowSet> found = new ArrayList<>();
    for (Field field : columns.schema().fields()) {
      if (field.type() == FieldType.TEXT
          || field.type() == FieldType.CATEGORY
          || field.type() == FieldType.LIST) {
        switch (columns.column(field.name())) {
          case TextColumn texts -> found.add(named(texts, test));
          case CategoryColumn categories -> found.add(passing(categories, test, false));
          case ListColumn lists ->
              found.add(
                  ColumnScan.marked(lists, ValueMatcher.passing(lists.dictionary(), test, false)));
          case NumberColumn _, TimeColumn _, VectorColumn _ -> {}
        }
      }
    }
    return any(found);
  }

  private RowSet named(Column column, ValueTest test) {
    return switch (column) {
      case CategoryColumn categories -> passing(categories, test, true);
      case TextColumn texts when texts.field().type() == FieldType.TEXT ->
          text.get().search(texts.field().name(), test);
      case TextColumn texts -> {
        RowSet exact = FieldTests.scan(texts, ValueMatcher.whole(test, false));
        yield exact.isEmpty() ? FieldTests.scan(texts, ValueMatcher.whole(test, true)) : exact;
      }
      case ListColumn lists when lists.numeric() && test instanceof ValueTest.Range range ->
          FieldTests.range(lists, range);
      case ListColumn lists ->
          ColumnScan.marked(lists, ValueMatcher.passing(lists.dictionary(), test, true));
      case NumberColumn _, TimeColumn _, VectorColumn _ ->
          switch (test) {
            case ValueTest.Range range -> FieldTests.range(column, range);
            case ValueTest.Term(var value) -> FieldTests.equal(column, value);
            case ValueTest.Phrase(var value, int _) -> FieldTests.equal(column, value);
            case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ ->
                throw new IllegalArgumentException("No pattern fits " + column.field().name());
          };
    };
  }

  private static RowSet passing(CategoryColumn column, ValueTest test, boolean named) {
    return ColumnScan.marked(column, ValueMatcher.passing(column.dictionary(), test, named));
  }
}
