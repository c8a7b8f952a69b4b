package outcrop.analysis.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.ValueFormat;

/// Conditions in SQL.
final class SqlCondition {
  private final String number;

  /// @param number the column of row numbers
  SqlCondition(String number) {
    this.number = number;
  }

  String of(Condition condition) {
    return switch (condition) {
      case Condition.Always(boolean holds) -> Boolean.toString(holds);
      case Condition.And(var parts) -> join(parts, "\n  and ");
      case Condition.Or(var parts) -> join(parts, "\n  or ");
      // A comparison with a missing value is unknown in SQL; here it is false.
      case Condition.Not(Condition.IsMissing(Field field)) ->
          Sql.name(field.name()) + " is not null";
      case Condition.Not(var part) -> "not coalesce(" + of(part) + ", false)";
      case Condition.IsMissing(Field field) -> Sql.name(field.name()) + " is null";
      case Condition.IsNan(Field field) -> "isnan(" + Sql.name(field.name()) + ")";
      case Condition.Numbers numbers -> numbers(numbers);
      case Condition.Times times -> times(times);
      case Condition.Texts texts -> texts(texts);
      case Condition.OneOf(Field field, var values) ->
          values.size() == 1
              ? Sql.name(field.name()) + " = " + Sql.text(values.getFirst())
              : Sql.name(field.name())
                  + values.stream().map(Sql::text).collect(Collectors.joining(", ", " in (", ")"));
      case Condition.HasOneOf(Field field, var values) ->
          "list_has_any("
              + Sql.name(field.name())
              + ", "
              + values.stream()
                  .map(value -> ListColumn.isNumeric(field.format()) ? value : Sql.text(value))
                  .collect(Collectors.joining(", ", "[", "]"))
              + ")";
      case Condition.Finds(Field field, String expression) ->
          "regexp_matches(lower(" + Sql.name(field.name()) + "), " + Sql.text(expression) + ")";
      case Condition.Numbered(var numbers) ->
          number
              + numbers.stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ", " in (", ")"));
    };
  }

  private String join(List<Condition> parts, String by) {
    return parts.stream().map(this::of).collect(Collectors.joining(by, "(", ")"));
  }

  private static String numbers(Condition.Numbers numbers) {
    String name = Sql.name(numbers.field().name());
    List<String> tests = new ArrayList<>();
    if (numbers.lo() != null) {
      tests.add(name + (numbers.loInclusive() ? " >= " : " > ") + number(numbers.lo()));
    }
    if (numbers.hi() != null) {
      tests.add(name + (numbers.hiInclusive() ? " <= " : " < ") + number(numbers.hi()));
    }
    if (numbers.field().format() != ValueFormat.INTEGER) {
      // NaN is greater than every number in SQL.
      tests.add("not isnan(" + name + ")");
    }
    return both(name, tests);
  }

  private static String number(Number bound) {
    return switch (bound) {
      case Long whole -> whole.toString();
      default -> {
        double value = bound.doubleValue();
        yield Double.isInfinite(value)
            ? "cast('" + (value > 0 ? "inf" : "-inf") + "' as double)"
            : exponential(value);
      }
    };
  }

  /// With an exponent, so that SQL takes it for a double and not for a decimal.
  private static String exponential(double value) {
    String text = Double.toString(value);
    return text.contains("E") ? text : text + "e0";
  }

  private static String times(Condition.Times times) {
    String name = Sql.name(times.field().name());
    List<String> tests = new ArrayList<>();
    if (times.lo() != null) {
      tests.add(name + " >= " + SqlWriter.moment(times.lo()));
    }
    if (times.hi() != null) {
      tests.add(name + " <= " + SqlWriter.moment(times.hi()));
    }
    return both(name, tests);
  }

  private static String texts(Condition.Texts texts) {
    String name = Sql.name(texts.field().name());
    List<String> tests = new ArrayList<>();
    if (texts.lo() != null) {
      tests.add(name + (texts.loInclusive() ? " >= " : " > ") + Sql.text(texts.lo()));
    }
    if (texts.hi() != null) {
      tests.add(name + (texts.hiInclusive() ? " <= " : " < ") + Sql.text(texts.hi()));
    }
    return both(name, tests);
  }

  private static String both(String name, List<String> tests) {
    return tests.isEmpty()
        ? name + " is not null"
        : tests.size() == 1 ? tests.getFirst() : "(" + String.join(" and ", tests) + ")";
  }
}
