package outcrop.analysis.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberBound;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.TimePeriod;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.index.QueryPrinter;
import outcrop.analysis.index.ValueMatcher;
import outcrop.analysis.index.ValueTest;
import outcrop.analysis.index.WordPattern;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.task.TaskContext;

/// Turns predicates into conditions on the physical values, and checks on the rows at hand what
/// cannot be known to be equal beforehand: expressions in place of searched words.
final class ConditionMaker {
  private static final int MOST_VALUES = 500;
  private static final int CHECK_EVERY = 4096;

  private final ColumnStore columns;
  private final Set<String> inSources = new HashSet<>();
  private final PredicateEvaluator evaluator;
  private final TaskContext context;

  ConditionMaker(CodeSource source, TaskContext context) {
    this.columns = source.columns();
    source.fields().forEach(field -> inSources.add(field.field().name()));
    this.evaluator = source.evaluator();
    this.context = context;
  }

  Condition make(Predicate predicate) throws Untranslatable {
    return switch (predicate) {
      case Predicate.All() -> new Condition.Always(true);
      case Predicate.Range(var field, var lo, var hi, boolean loIn, boolean hiIn) ->
          stored(field) instanceof ListColumn lists
              ? having(lists, predicate)
              : range(stored(field), new ValueTest.Range(lo, hi, loIn, hiIn));
      case Predicate.In(var field, var values) ->
          stored(field) instanceof ListColumn lists
              ? having(lists, predicate)
              : in(stored(field), values);
      case Predicate.IsMissing(var field) -> new Condition.IsMissing(stored(field).field());
      case Predicate.Query(var text) -> query(QueryParser.parse(text, columns.schema()));
      case Predicate.Keys _ -> throw new Untranslatable("rows chosen one by one");
      case Predicate.Polygon _ -> throw new Untranslatable("an outline drawn on a map");
      case Predicate.And(var parts) -> and(all(parts));
      case Predicate.Or(var parts) -> or(all(parts));
      case Predicate.Not(var part) -> not(make(part));
    };
  }

  /// A column whose values the sources hold.
  private Column stored(String field) throws Untranslatable {
    if (!inSources.contains(field) && columns.schema().find(field).isPresent()) {
      throw new Untranslatable("the field " + field + ", which Outcrop derived from others");
    }
    return columns.column(field);
  }

  private List<Condition> all(List<Predicate> parts) throws Untranslatable {
    List<Condition> made = new ArrayList<>();
    for (Predicate part : parts) {
      made.add(make(part));
    }
    return made;
  }

  private static Condition and(List<Condition> parts) {
    List<Condition> flat = new ArrayList<>();
    for (Condition part : parts) {
      switch (part) {
        case Condition.And(var inner) -> flat.addAll(inner);
        case Condition.Always(boolean holds) when holds -> {}
        default -> flat.add(part);
      }
    }
    if (flat.contains(new Condition.Always(false))) {
      return new Condition.Always(false);
    }
    return flat.isEmpty()
        ? new Condition.Always(true)
        : flat.size() == 1 ? flat.getFirst() : new Condition.And(flat);
  }

  private static Condition or(List<Condition> parts) {
    List<Condition> flat = new ArrayList<>();
    for (Condition part : parts) {
      switch (part) {
        case Condition.Or(var inner) -> flat.addAll(inner);
        case Condition.Always(boolean holds) when !holds -> {}
        default -> flat.add(part);
      }
    }
    if (flat.contains(new Condition.Always(true))) {
      return new Condition.Always(true);
    }
    return flat.isEmpty()
        ? new Condition.Always(false)
        : flat.size() == 1 ? flat.getFirst() : new Condition.Or(flat);
  }

  private static Condition not(Condition part) {
    return switch (part) {
      case Condition.Not(var inner) -> inner;
      case Condition.Always(boolean holds) -> new Condition.Always(!holds);
      default -> new Condition.Not(part);
    };
  }

  private Condition query(QueryExpression expression) throws Untranslatable {
    return switch (expression) {
      case QueryExpression.All() -> new Condition.Always(true);
      case QueryExpression.And(var parts) -> and(queries(parts));
      case QueryExpression.Or(var parts) -> or(queries(parts));
      case QueryExpression.Not(var part) -> not(query(part));
      case QueryExpression.Exists(var field) ->
          new Condition.Not(new Condition.IsMissing(stored(field).field()));
      case QueryExpression.Test(var field, ValueTest test) ->
          field.equals(QueryExpression.ANY_FIELD) ? anyField(test) : named(field, test);
    };
  }

  private List<Condition> queries(List<QueryExpression> parts) throws Untranslatable {
    List<Condition> made = new ArrayList<>();
    for (QueryExpression part : parts) {
      made.add(query(part));
    }
    return made;
  }

  private Condition anyField(ValueTest test) throws Untranslatable {
    List<Condition> parts = new ArrayList<>();
    for (Field field : columns.schema().fields()) {
      if (field.type() == FieldType.TEXT) {
        parts.add(named(field.name(), test));
      } else if (stored(field.name()) instanceof CategoryColumn categories
          && field.type() == FieldType.CATEGORY) {
        parts.add(passing(categories, test, false));
      } else if (stored(field.name()) instanceof ListColumn lists) {
        parts.add(having(lists, ValueMatcher.passing(lists.dictionary(), test, false)));
      }
    }
    return or(parts);
  }

  private Condition named(String field, ValueTest test) throws Untranslatable {
    return switch (stored(field)) {
      case CategoryColumn categories -> passing(categories, test, true);
      case TextColumn texts -> words(texts, test);
      case NumberColumn numbers -> compared(numbers, test);
      case TimeColumn times -> compared(times, test);
      case ListColumn lists ->
          having(
              lists,
              new Predicate.Query(QueryPrinter.print(new QueryExpression.Test(field, test))));
      case VectorColumn _ -> throw noValues(field);
    };
  }

  private static Untranslatable noValues(String field) {
    return new Untranslatable("a test of the vectors in " + field);
  }

  /// The elements that pass a test, found by asking each of them.
  private static Condition having(ListColumn column, Predicate test) throws Untranslatable {
    Dictionary dictionary = column.dictionary();
    List<List<@Nullable String>> each = new ArrayList<>();
    for (int i = 0; i < dictionary.size(); i++) {
      each.add(List.of(dictionary.value(i)));
    }
    RowSet passing =
        new PredicateEvaluator(
                ColumnStore.of(List.of(ListColumn.of(column.field(), each))), Optional::empty)
            .evaluate(test);
    boolean[] marked = new boolean[dictionary.size()];
    passing.forEach(ordinal -> marked[ordinal] = true);
    return having(column, marked);
  }

  private static Condition having(ListColumn column, boolean[] passing) throws Untranslatable {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < passing.length; i++) {
      if (passing[i]) {
        values.add(column.dictionary().value(i));
      }
    }
    if (values.size() > MOST_VALUES) {
      throw new Untranslatable("a test that many elements of " + column.field().name() + " pass");
    }
    return values.isEmpty()
        ? new Condition.Always(false)
        : new Condition.HasOneOf(column.field(), values);
  }

  private static Condition compared(Column column, ValueTest test) throws Untranslatable {
    return switch (test) {
      case ValueTest.Range range -> range(column, range);
      case ValueTest.Term(var value) -> equal(column, value);
      case ValueTest.Phrase(var value, int _) -> equal(column, value);
      case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ ->
          throw new Untranslatable("a pattern on " + column.field().name());
    };
  }

  /// The values that pass, by name: whatever the test is, this is what it means on this dataset.
  private static Condition passing(CategoryColumn column, ValueTest test, boolean named)
      throws Untranslatable {
    if (named && test instanceof ValueTest.Range range) {
      return range(column, range);
    }
    boolean[] passing = ValueMatcher.passing(column.dictionary(), test, named);
    List<String> values = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < passing.length; i++) {
      List<String> target = passing[i] ? values : others;
      if (target.size() <= MOST_VALUES) {
        target.add(column.dictionary().value(i));
      }
    }
    Field field = column.field();
    if (values.size() <= MOST_VALUES) {
      return values.isEmpty() ? new Condition.Always(false) : new Condition.OneOf(field, values);
    }
    Condition present = new Condition.Not(new Condition.IsMissing(field));
    if (others.isEmpty()) {
      return present;
    }
    if (others.size() <= MOST_VALUES) {
      return and(List.of(present, new Condition.Not(new Condition.OneOf(field, others))));
    }
    throw new Untranslatable("a pattern that many values of " + field.name() + " match");
  }

  /// Searched words as an expression, where it finds the same rows as the index.
  private Condition words(TextColumn column, ValueTest test) throws Untranslatable {
    String field = column.field().name();
    if (column.field().type() == FieldType.TEXT) {
      RowSet found =
          evaluator.evaluate(
              new Predicate.Query(QueryPrinter.print(new QueryExpression.Test(field, test))));
      for (String candidate : WordPattern.candidates(test)) {
        if (finds(column, Pattern.compile(candidate), found)) {
          return new Condition.Finds(column.field(), candidate);
        }
      }
    }
    throw new Untranslatable("the search for words in " + field);
  }

  private boolean finds(TextColumn column, Pattern pattern, RowSet found) {
    for (int row = 0; row < column.rowCount(); row++) {
      if (row % CHECK_EVERY == 0) {
        context.checkCancelled();
      }
      String text = column.textAt(row);
      boolean hit = text != null && pattern.matcher(WordPattern.fold(text)).find();
      if (hit != found.contains(row) || text != null && WordPattern.hasDisputedCase(text)) {
        return false;
      }
    }
    return true;
  }

  private static Condition in(Column column, List<String> values) throws Untranslatable {
    return switch (column) {
      case CategoryColumn _, TextColumn _ ->
          values.isEmpty()
              ? new Condition.Always(false)
              : new Condition.OneOf(column.field(), values);
      case NumberColumn _, TimeColumn _ -> {
        List<Condition> parts = new ArrayList<>();
        for (String value : values) {
          parts.add(equal(column, value));
        }
        yield or(parts);
      }
      case ListColumn _, VectorColumn _ -> throw noValues(column.field().name());
    };
  }

  private static Condition equal(Column column, String value) throws Untranslatable {
    if (column instanceof NumberColumn
        && NumberBound.parse(value).filter(n -> Double.isNaN(n.approximate())).isPresent()) {
      return new Condition.IsNan(column.field());
    }
    return range(column, new ValueTest.Range(value, value, true, true));
  }

  private static Condition range(Column column, ValueTest.Range range) throws Untranslatable {
    return switch (column) {
      case NumberColumn numbers when numbers.integral() -> wholeNumbers(numbers, range);
      case NumberColumn numbers -> decimals(numbers, range);
      case TimeColumn times -> times(times, range);
      case CategoryColumn _, TextColumn _ ->
          new Condition.Texts(
              column.field(), range.lo(), range.hi(), range.loInclusive(), range.hiInclusive());
      case ListColumn _, VectorColumn _ -> throw noValues(column.field().name());
    };
  }

  private static Condition wholeNumbers(NumberColumn column, ValueTest.Range range) {
    Optional<NumberBound> lo = bound(range.lo());
    Optional<NumberBound> hi = bound(range.hi());
    Optional<Long> low = lo.flatMap(bound -> bound.lowest(range.loInclusive()));
    Optional<Long> high = hi.flatMap(bound -> bound.highest(range.hiInclusive()));
    if (lo.isPresent() && low.isEmpty() || hi.isPresent() && high.isEmpty()) {
      return new Condition.Always(false);
    }
    return new Condition.Numbers(column.field(), low.orElse(null), high.orElse(null), true, true);
  }

  private static Condition decimals(NumberColumn column, ValueTest.Range range) {
    Double lo = bound(range.lo()).map(NumberBound::approximate).orElse(null);
    Double hi = bound(range.hi()).map(NumberBound::approximate).orElse(null);
    if (lo != null && lo.isNaN() || hi != null && hi.isNaN()) {
      return new Condition.Always(false);
    }
    return new Condition.Numbers(column.field(), lo, hi, range.loInclusive(), range.hiInclusive());
  }

  private static Optional<NumberBound> bound(@Nullable String text) {
    return Optional.ofNullable(text).flatMap(NumberBound::parse);
  }

  private static Condition times(TimeColumn column, ValueTest.Range range) {
    Long low =
        period(column, range.lo())
            .map(period -> range.loInclusive() ? period.from() : period.to() + 1)
            .orElse(null);
    Long high =
        period(column, range.hi())
            .map(period -> range.hiInclusive() ? period.to() : period.from() - 1)
            .orElse(null);
    return new Condition.Times(column.field(), low, high);
  }

  private static Optional<TimePeriod> period(TimeColumn column, @Nullable String text) {
    return Optional.ofNullable(text)
        .map(
            bound ->
                Objects.requireNonNull(
                    TimePeriod.parse(bound, column.field().format()).orElse(null)));
  }
}
