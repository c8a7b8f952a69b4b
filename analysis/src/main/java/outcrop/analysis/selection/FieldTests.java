package outcrop.analysis.selection;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberBound;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.TimePeriod;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.ValueMatcher;
import outcrop.analysis.index.ValueTest;
import outcrop.analysis.task.UserFailure;

/// Tests of one column's values that need no text index.
final class FieldTests {
  private FieldTests() {}

  /// Numbers, times or texts between bounds.
  ///
  /// @throws UserFailure when a bound is no value of the field's type
  static RowSet range(Column column, ValueTest.Range range) {
    return switch (column) {
      case NumberColumn numbers -> numberRange(numbers, range);
      case TimeColumn times -> timeRange(times, range);
      case CategoryColumn categories ->
          ColumnScan.marked(categories, ValueMatcher.passing(categories.dictionary(), range, true));
      case TextColumn texts -> scan(texts, ValueMatcher.whole(range, false));
      case ListColumn lists -> ColumnScan.marked(lists, listRange(lists, range));
      case VectorColumn vectors -> throw noValues(vectors);
    };
  }

  /// Values equal to a text, as the field's type compares.
  static RowSet equal(Column column, String text) {
    return switch (column) {
      case NumberColumn numbers when Double.isNaN(number(numbers, text).approximate()) ->
          ColumnScan.notANumber(numbers);
      case NumberColumn _, TimeColumn _ ->
          range(column, new ValueTest.Range(text, text, true, true));
      case CategoryColumn categories -> {
        boolean[] marked = new boolean[categories.dictionary().size()];
        int ordinal = categories.dictionary().find(text);
        if (ordinal >= 0) {
          marked[ordinal] = true;
        }
        yield ColumnScan.marked(categories, marked);
      }
      case TextColumn texts -> scan(texts, text::equals);
      case ListColumn lists -> in(lists, List.of(text));
      case VectorColumn vectors -> throw noValues(vectors);
    };
  }

  private static UserFailure noValues(VectorColumn column) {
    return new UserFailure(
        "“%s” holds vectors, which have no order and no names; filter by another field."
            .formatted(column.field().name()));
  }

  /// Rows that have one of the values in their list; numbers compare as numbers.
  static RowSet in(ListColumn column, List<String> values) {
    boolean[] marked = new boolean[column.dictionary().size()];
    for (String value : values) {
      int ordinal = column.dictionary().find(value);
      if (ordinal >= 0) {
        marked[ordinal] = true;
      }
      if (column.numeric()) {
        mark(column.dictionary(), new ValueTest.Range(value, value, true, true), column, marked);
      }
    }
    return ColumnScan.marked(column, marked);
  }

  private static boolean[] listRange(ListColumn column, ValueTest.Range range) {
    if (!column.numeric()) {
      return ValueMatcher.passing(column.dictionary(), range, true);
    }
    boolean[] marked = new boolean[column.dictionary().size()];
    mark(column.dictionary(), range, column, marked);
    return marked;
  }

  /// Marks the elements of a list of numbers that lie between two bounds.
  private static void mark(
      Dictionary dictionary, ValueTest.Range range, Column column, boolean[] marked) {
    double lo = range.lo() == null ? Double.NEGATIVE_INFINITY : approximate(column, range.lo());
    double hi = range.hi() == null ? Double.POSITIVE_INFINITY : approximate(column, range.hi());
    for (int ordinal = 0; ordinal < marked.length; ordinal++) {
      double value = Double.parseDouble(dictionary.value(ordinal));
      boolean above = value > lo || value == lo && (range.loInclusive() || range.lo() == null);
      boolean below = value < hi || value == hi && (range.hiInclusive() || range.hi() == null);
      marked[ordinal] |= above && below;
    }
  }

  private static double approximate(Column column, String text) {
    return number(column, text).approximate();
  }

  private static RowSet numberRange(NumberColumn column, ValueTest.Range range) {
    Optional<NumberBound> lo = Optional.ofNullable(range.lo()).map(text -> number(column, text));
    Optional<NumberBound> hi = Optional.ofNullable(range.hi()).map(text -> number(column, text));
    if (column.integral()) {
      Optional<Long> low =
          lo.isEmpty() ? Optional.of(Long.MIN_VALUE) : lo.get().lowest(range.loInclusive());
      Optional<Long> high =
          hi.isEmpty() ? Optional.of(Long.MAX_VALUE) : hi.get().highest(range.hiInclusive());
      return low.isEmpty() || high.isEmpty()
          ? RowSet.none(column.rowCount())
          : ColumnScan.between(column, column.values(), low.get(), high.get());
    }
    double low = lo.map(NumberBound::approximate).orElse(Double.NEGATIVE_INFINITY);
    double high = hi.map(NumberBound::approximate).orElse(Double.POSITIVE_INFINITY);
    boolean beyond =
        (!range.loInclusive() && lo.isPresent() && low == Double.POSITIVE_INFINITY)
            || (!range.hiInclusive() && hi.isPresent() && high == Double.NEGATIVE_INFINITY);
    if (beyond) {
      return RowSet.none(column.rowCount());
    }
    return ColumnScan.between(
        column,
        range.loInclusive() || lo.isEmpty() ? low : Math.nextUp(low),
        range.hiInclusive() || hi.isEmpty() ? high : Math.nextDown(high));
  }

  private static NumberBound number(Column column, String text) {
    return NumberBound.parse(text)
        .orElseThrow(
            () ->
                new UserFailure(
                    "“%s” holds numbers, and “%s” is none: write it like 12 or -0.5."
                        .formatted(column.field().name(), text)));
  }

  private static RowSet timeRange(TimeColumn column, ValueTest.Range range) {
    long low = Long.MIN_VALUE;
    long high = Long.MAX_VALUE;
    if (range.lo() instanceof String lo) {
      TimePeriod period = period(column, lo);
      low = range.loInclusive() ? period.from() : period.to() + 1;
    }
    if (range.hi() instanceof String hi) {
      TimePeriod period = period(column, hi);
      high = range.hiInclusive() ? period.to() : period.from() - 1;
    }
    return ColumnScan.between(column, column.micros(), low, high);
  }

  private static TimePeriod period(TimeColumn column, String text) {
    return TimePeriod.parse(text, column.field().format())
        .orElseThrow(
            () ->
                new UserFailure(
                    "“%s” holds times, and “%s” is none: write it like 2024, 2024-05-31 or 2024-05-31T12:30."
                        .formatted(column.field().name(), text)));
  }

  /// Goes through the texts themselves, for fields that the text index does not hold.
  static RowSet scan(TextColumn column, Predicate<String> test) {
    int rows = column.rowCount();
    long[] words = new long[RowSet.wordCount(rows)];
    for (int row = 0; row < rows; row++) {
      String value = column.textAt(row);
      if (value != null && test.test(value)) {
        words[row >>> 6] |= 1L << row;
      }
    }
    return RowSet.ofWords(words, rows);
  }
}
