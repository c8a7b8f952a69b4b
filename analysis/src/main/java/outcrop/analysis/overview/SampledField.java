package outcrop.analysis.overview;

import java.util.Arrays;
import java.util.Optional;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.overview.FieldAssociations.Reason;
import outcrop.analysis.stats.Association;
import outcrop.analysis.stats.CategoryAssociation;
import outcrop.analysis.stats.CorrelationRatio;
import outcrop.analysis.stats.RankCorrelation;

/// The values of one field in the sampled rows, ready to be compared with those of others.
sealed interface SampledField {
  /// More values than this, or fewer rows per value than [#ROWS_PER_VALUE], make a table of two
  /// categories too thin to say anything.
  int MOST_VALUES = 1_000;

  int ROWS_PER_VALUE = 5;

  String name();

  /// @param ordered NaN where missing or not a number
  record Measured(String name, RankCorrelation.Ordered ordered) implements SampledField {}

  /// @param codes the category of each sampled row, those without a value having one of their own
  /// @param size how many categories there are
  record Named(String name, int[] codes, int size) implements SampledField {}

  /// Why a field takes no part, empty where it does.
  static Optional<Reason> refusal(Field field, ColumnProfile profile, int sampled) {
    if (profile.distinct() < 2 && (profile.distinct() < 1 || profile.missing() == 0)) {
      return Optional.of(Reason.CONSTANT);
    }
    if (field.role() == FieldRole.ID) {
      return Optional.of(Reason.NAMES_ROWS);
    }
    return switch (field.type()) {
      case CATEGORY ->
          profile.distinct() > Math.min(MOST_VALUES, sampled / ROWS_PER_VALUE)
              ? Optional.of(Reason.TOO_MANY_VALUES)
              : Optional.empty();
      case NUMBER, TIME -> profile.distinct() < 2 ? Optional.of(Reason.CONSTANT) : Optional.empty();
      case TEXT, IMAGE, VECTOR, LIST -> Optional.of(Reason.OF_TYPE);
    };
  }

  /// The field in some rows. Whole numbers that are labels are names, not measures.
  static SampledField of(Field field, Column column, ColumnProfile profile, int[] rows) {
    return switch (column) {
      case CategoryColumn categories -> named(categories, rows);
      case NumberColumn numbers when isLabel(field, numbers, profile) -> named(numbers, rows);
      case NumberColumn numbers -> {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          values[i] = numbers.isMissing(rows[i]) ? Double.NaN : numbers.at(rows[i]);
        }
        yield new Measured(field.name(), RankCorrelation.Ordered.of(values));
      }
      case TimeColumn times -> {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          values[i] = times.isMissing(rows[i]) ? Double.NaN : (double) times.microsAt(rows[i]);
        }
        yield new Measured(field.name(), RankCorrelation.Ordered.of(values));
      }
      case TextColumn _, ListColumn _, VectorColumn _ ->
          throw new IllegalArgumentException(field.name() + " has no single values to compare");
    };
  }

  private static boolean isLabel(Field field, NumberColumn column, ColumnProfile profile) {
    return field.role() == FieldRole.LABEL
        && field.type() == FieldType.NUMBER
        && column.integral()
        && profile.distinct() <= MOST_VALUES / 10;
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

  /// How much one says about the other; empty where nothing can be said.
  static Optional<Association> between(SampledField a, SampledField b) {
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
