package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.UserFailure;

/// The error of each row, from a field of the dataset.
///
/// @param errors one per row of the dataset, finite and not negative where the row has one
/// @param rows the rows that have one
/// @param missing rows asked about that have none: without a value, or not a finite number
/// @param words how the error comes from the field, for people
public record SliceMetric(double[] errors, RowSet rows, int missing, String words) {
  private static final Set<String> WRONG =
      Set.of("false", "incorrect", "wrong", "no", "error", "0");
  private static final Set<String> RIGHT = Set.of("true", "correct", "right", "yes", "ok", "1");

  /// Reads a field as an error.
  ///
  /// A number is the error itself or, where lower is worse, how far it lies below the largest. A
  /// category has the error 1 where it has the bad value and else 0; without a bad value named it
  /// must be one of correct and incorrect, true and false, yes and no.
  ///
  /// @param badValue the value of a category that is an error; empty to find it by its name
  /// @throws UserFailure where the field cannot be read so
  public static SliceMetric of(Column column, RowSet rows, boolean lowerIsWorse, String badValue) {
    return switch (column) {
      case NumberColumn numbers when badValue.isEmpty() -> ofNumbers(numbers, rows, lowerIsWorse);
      case NumberColumn numbers -> ofNumber(numbers, rows, badValue);
      case CategoryColumn categories -> ofCategory(categories, rows, badValue);
      default ->
          throw new UserFailure(
              "“" + column.field().name() + "” is no error: name a number or a category field.");
    };
  }

  private static SliceMetric ofNumbers(NumberColumn column, RowSet rows, boolean lowerIsWorse) {
    double[] errors = new double[column.rowCount()];
    long[] words = new long[RowSet.wordCount(column.rowCount())];
    double largest = Double.NEGATIVE_INFINITY;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      double value = column.at(row);
      if (!column.isMissing(row) && Double.isFinite(value)) {
        errors[row] = value;
        words[row >>> 6] |= 1L << row;
        largest = Math.max(largest, value);
      }
    }
    RowSet present = RowSet.ofWords(words, column.rowCount());
    if (lowerIsWorse) {
      for (int row = present.next(0); row >= 0; row = present.next(row + 1)) {
        errors[row] = largest - errors[row];
      }
    }
    String name = column.field().name();
    return new SliceMetric(
        errors,
        present,
        rows.cardinality() - present.cardinality(),
        lowerIsWorse ? NumberColumn.textOf(largest) + " − " + name : name);
  }

  private static SliceMetric ofNumber(NumberColumn column, RowSet rows, String badValue) {
    try {
      double bad = Double.parseDouble(badValue);
      return flags(column, rows, row -> column.at(row) == bad, badValue);
    } catch (NumberFormatException notANumber) {
      throw new UserFailure(
          "“" + badValue + "” is no number, and “" + column.field().name() + "” holds numbers.");
    }
  }

  private static SliceMetric ofCategory(CategoryColumn column, RowSet rows, String badValue) {
    String bad = badValue.isEmpty() ? badValue(column) : badValue;
    int ordinal = column.dictionary().find(bad);
    if (ordinal < 0) {
      throw new UserFailure(
          "“"
              + column.field().name()
              + "” never has the value “"
              + bad
              + "”: name one that it has as the error.");
    }
    return flags(column, rows, row -> column.ordinal(row) == ordinal, bad);
  }

  private static String badValue(CategoryColumn column) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < Math.min(column.dictionary().size(), 3); i++) {
      values.add(column.dictionary().value(i));
    }
    Optional<String> wrong =
        values.stream().filter(v -> WRONG.contains(v.toLowerCase(Locale.ROOT))).findFirst();
    boolean known =
        values.size() <= 2
            && values.stream()
                .map(v -> v.toLowerCase(Locale.ROOT))
                .allMatch(v -> WRONG.contains(v) || RIGHT.contains(v));
    if (!known || wrong.isEmpty()) {
      throw new UserFailure(
          "Which value of “"
              + column.field().name()
              + "” is an error is not clear: name it, such as “"
              + (values.isEmpty() ? "false" : values.getFirst())
              + "”.");
    }
    return wrong.get();
  }

  private static SliceMetric flags(
      Column column, RowSet rows, java.util.function.IntPredicate bad, String value) {
    double[] errors = new double[column.rowCount()];
    RowSet missing = column.missing();
    RowSet present = missing == null ? rows : rows.andNot(missing);
    present.forEach(row -> errors[row] = bad.test(row) ? 1 : 0);
    return new SliceMetric(
        errors,
        present,
        rows.cardinality() - present.cardinality(),
        column.field().name() + " = " + value);
  }
}
