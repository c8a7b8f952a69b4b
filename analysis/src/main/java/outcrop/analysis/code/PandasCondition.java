package outcrop.analysis.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.index.WordPattern;
import outcrop.analysis.selection.Predicate;

/// Conditions in pandas, over a frame named `rows`.
final class PandasCondition {
  private final CodeSource source;

  PandasCondition(CodeSource source) {
    this.source = source;
  }

  String of(Condition condition) throws Untranslatable {
    return switch (condition) {
      case Condition.Always(boolean holds) ->
          "pd.Series(" + Python.truth(holds) + ", index=rows.index)";
      case Condition.And(var parts) -> join(parts, "\n    & ");
      case Condition.Or(var parts) -> join(parts, "\n    | ");
      case Condition.Not(Condition.IsMissing(Field field)) -> missing(field) + ".notna()";
      case Condition.Not(var part) -> "~" + of(part);
      case Condition.IsMissing(Field field) -> missing(field) + ".isna()";
      case Condition.IsNan(Field field) ->
          throw new Untranslatable("NaN in " + field.name() + ", which pandas holds for missing,");
      case Condition.Numbers numbers -> numbers(numbers);
      case Condition.Times times -> times(times);
      case Condition.Texts texts -> texts(texts);
      case Condition.OneOf(Field field, var values) ->
          text(field)
              + (values.size() == 1
                  ? ".eq(" + Python.text(values.getFirst()) + ").fillna(False).astype(bool)"
                  : ".isin(" + Python.texts(values) + ")");
      case Condition.HasOneOf(Field field, var values) ->
          cell(field)
              + ".map(lambda values: not set(values).isdisjoint("
              + (ListColumn.isNumeric(field.format())
                  ? values.stream().collect(Collectors.joining(", ", "[", "]"))
                  : Python.texts(values))
              + "), na_action='ignore').eq(True)";
      case Condition.Finds(Field field, String expression) ->
          text(field)
              + ".map(\n        lambda text: re.search("
              + Python.text(expression.replace(WordPattern.WORD_CHARACTER, "\\w"))
              + ", text.lower()) is not None,\n        na_action='ignore',\n    ).eq(True)";
      case Condition.Numbered(var numbers) ->
          "(rows.index + 1).isin("
              + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
              + ")";
    };
  }

  private String join(List<Condition> parts, String by) throws Untranslatable {
    List<String> written = new ArrayList<>();
    for (Condition part : parts) {
      written.add(of(part));
    }
    return "(" + String.join(by, written) + ")";
  }

  private static String cell(Field field) {
    return "rows[" + Python.text(field.name()) + "]";
  }

  /// A text column; pandas cannot tell an empty text from a missing one when it reads delimited
  /// text.
  private String text(Field field) throws Untranslatable {
    if (any(new Predicate.In(field.name(), List.of("")))) {
      throw new Untranslatable(
          "empty texts in " + field.name() + ", which pandas reads as missing,");
    }
    return cell(field);
  }

  private String missing(Field field) throws Untranslatable {
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE -> text(field);
      case LIST, VECTOR -> cell(field);
      case NUMBER -> {
        if (field.format() != ValueFormat.INTEGER
            && any(new Predicate.In(field.name(), List.of("NaN")))) {
          throw new Untranslatable("NaN in " + field.name() + ", which pandas holds for missing,");
        }
        yield cell(field);
      }
      case TIME -> time(field);
    };
  }

  /// A column of times; until version 3 pandas knows the years 1678 to 2261.
  private String time(Field field) throws Untranslatable {
    if (any(new Predicate.Range(field.name(), null, "1678", true, false))
        || any(new Predicate.Range(field.name(), "2262", null, true, true))) {
      throw new Untranslatable("times in " + field.name() + " that pandas cannot hold");
    }
    return cell(field);
  }

  private boolean any(Predicate predicate) {
    return !source.evaluator().evaluate(predicate).isEmpty();
  }

  private static String numbers(Condition.Numbers numbers) {
    return compared(
        cell(numbers.field()),
        numbers.lo() == null ? "" : number(numbers.lo()),
        numbers.hi() == null ? "" : number(numbers.hi()),
        numbers.loInclusive(),
        numbers.hiInclusive());
  }

  private static String number(Number bound) {
    double value = bound.doubleValue();
    return bound instanceof Long || !Double.isInfinite(value)
        ? bound.toString()
        : "float('" + (value > 0 ? "inf" : "-inf") + "')";
  }

  private String times(Condition.Times times) throws Untranslatable {
    return compared(
        time(times.field()),
        times.lo() == null ? "" : moment(times.lo()),
        times.hi() == null ? "" : moment(times.hi()),
        true,
        true);
  }

  private static String moment(long micros) {
    return "pd.Timestamp('" + TimeColumn.textOf(micros, ValueFormat.DATETIME) + "')";
  }

  private String texts(Condition.Texts texts) throws Untranslatable {
    return compared(
        text(texts.field()),
        texts.lo() == null ? "" : Python.text(texts.lo()),
        texts.hi() == null ? "" : Python.text(texts.hi()),
        texts.loInclusive(),
        texts.hiInclusive());
  }

  /// Comparisons with a missing value are false.
  private static String compared(
      String cell, String lo, String hi, boolean loInclusive, boolean hiInclusive) {
    List<String> tests = new ArrayList<>();
    if (!lo.isEmpty()) {
      tests.add(cell + (loInclusive ? ".ge(" : ".gt(") + lo + ").fillna(False).astype(bool)");
    }
    if (!hi.isEmpty()) {
      tests.add(cell + (hiInclusive ? ".le(" : ".lt(") + hi + ").fillna(False).astype(bool)");
    }
    return tests.isEmpty()
        ? cell + ".notna()"
        : tests.size() == 1 ? tests.getFirst() : "(" + String.join(" & ", tests) + ")";
  }
}
