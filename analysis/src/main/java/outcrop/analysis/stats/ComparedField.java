package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.Optional;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldRole;

/// The values of one field in some rows, ready to be compared with those of other fields in the
/// same rows: as measures that have an order, or as names.
public sealed interface ComparedField {
  /// More values than this, or fewer rows per value than [#ROWS_PER_VALUE], make a table of two
  /// categories too thin to say anything.
  int MOST_VALUES = 1_000;

  int ROWS_PER_VALUE = 5;

  /// Numbers that are the label of a row are names where there are no more of them.
  int MOST_LABELS = 100;

  /// The field.
  String name();

  /// A number or a time.
  ///
  /// @param ordered NaN where missing or not a number
  record Measured(String name, RankCorrelation.Ordered ordered) implements ComparedField {}

  /// A category.
  ///
  /// @param codes the category of each row, those without a value having one of their own
  /// @param size how many categories there are
  record Named(String name, int[] codes, int size) implements ComparedField {}

  /// The field in some rows. Whole numbers that are labels are names, not measures.
  ///
  /// @throws IllegalArgumentException for a field without single values
  static ComparedField of(Column column, int[] rows) {
    String name = column.field().name();
    return switch (column) {
      case CategoryColumn categories -> named(categories, rows);
      case NumberColumn numbers -> {
        if (numbers.integral() && numbers.field().role() == FieldRole.LABEL) {
          Named named = named(numbers, rows);
          if (named.size <= MOST_LABELS) {
            yield named;
          }
        }
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          values[i] = numbers.isMissing(rows[i]) ? Double.NaN : numbers.at(rows[i]);
        }
        yield new Measured(name, RankCorrelation.Ordered.of(values));
      }
      case TimeColumn times -> {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          values[i] = times.isMissing(rows[i]) ? Double.NaN : (double) times.microsAt(rows[i]);
        }
        yield new Measured(name, RankCorrelation.Ordered.of(values));
      }
      case TextColumn _, ListColumn _, VectorColumn _ ->
          throw new IllegalArgumentException(name + " has no single values to compare");
    };
  }

  /// Whether so many rows are enough for the values that the field has.
  default boolean isThickEnough(int rows) {
    return !(this instanceof Named named)
        || named.size <= Math.min(MOST_VALUES, Math.max(2, rows / ROWS_PER_VALUE));
  }

  /// Whether [#of] takes a column.
  static boolean isComparable(Column column) {
    return column instanceof CategoryColumn
        || column instanceof NumberColumn
        || column instanceof TimeColumn;
  }

  private static Named named(CategoryColumn column, int[] rows) {
    int[] codeOf = new int[column.dictionary().size() + 1];
    Arrays.fill(codeOf, -1);
    int[] codes = new int[rows.length];
    int size = 0;
    for (int i = 0; i < rows.length; i++) {
      int ordinal = column.ordinal(rows[i]) + 1;
      if (codeOf[ordinal] < 0) {
        codeOf[ordinal] = size++;
      }
      codes[i] = codeOf[ordinal];
    }
    return new Named(column.field().name(), codes, size);
  }

  private static Named named(NumberColumn column, int[] rows) {
    ValueCodes codes = new ValueCodes();
    int[] all = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      all[i] = codes.of(column, rows[i]);
    }
    return new Named(column.field().name(), all, codes.size());
  }

  /// How much one says about the other: Spearman's ρ of two measures, Cramér's V of two categories,
  /// the correlation ratio of one of each. Empty where nothing can be said.
  static Optional<Association> between(ComparedField a, ComparedField b) {
    return switch (a) {
      case Measured x ->
          switch (b) {
            case Measured y -> RankCorrelation.of(x.ordered, y.ordered);
            case Named y -> CorrelationRatio.of(y.codes, y.size, x.ordered.values());
          };
      case Named x ->
          switch (b) {
            case Measured y -> CorrelationRatio.of(x.codes, x.size, y.ordered.values());
            case Named y -> CategoryAssociation.of(x.codes, x.size, y.codes, y.size);
          };
    };
  }
}
