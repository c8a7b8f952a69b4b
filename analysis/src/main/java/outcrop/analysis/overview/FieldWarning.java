package outcrop.analysis.overview;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.selection.Predicate;

/// Something about a field that its reader should know before using it.
///
/// @param kind what it is; its Javadoc says how it is found
/// @param count rows that it speaks of, `k` of "k of n"
/// @param of rows that were looked at, `n`
/// @param value the value that it speaks of in exact text, or an example; empty for none
/// @param other the other field that it speaks of, the first where there are several; empty for
///   none
/// @param amount a figure that belongs to the kind, such as the skewness; NaN for none
/// @param predicate the rows it speaks of, null where no predicate can say which
public record FieldWarning(
    Kind kind,
    long count,
    long of,
    String value,
    String other,
    double amount,
    @Nullable Predicate predicate) {

  /// What is found, and how. All counts are exact, over the rows that were looked at.
  public enum Kind {
    /// No row has a value.
    EMPTY(3),
    /// Every row that has a value has the same.
    CONSTANT(3),
    /// One value has at least 99 % of the rows. The rows are those that have another, or none.
    NEARLY_CONSTANT(2),
    /// More than half of the rows have no value.
    MOSTLY_MISSING(2),
    /// A value that often stands for "none" (such as 0, −1, 999, `unknown`, 1970-01-01) has a share
    /// that sticks out, or lies apart from all others. See [DefaultValues].
    SUSPICIOUS_DEFAULT(3),
    /// Most values of a category are numbers or dates, some are not. The rows are the few.
    MIXED_TYPES(3),
    /// NaN or an infinity among the numbers.
    NOT_FINITE(3),
    /// Two fields say the same in other words: each value of one goes with one of the other, and
    /// the reverse. The amount is how many such fields there are.
    ONE_TO_ONE(2.5),
    /// Each value of the field goes with one value of the other. The amount is how many such fields
    /// there are.
    DETERMINES(1),
    /// Values that begin or end with a blank.
    BLANKS(2),
    /// Values that differ only in capitals and blanks.
    CASE_VARIANTS(2),
    /// At most 1 % of the values lie beyond the quartiles by more than three interquartile ranges
    /// (Tukey, 1977).
    OUTLIERS(1),
    /// The skewness (third standardised moment) is beyond ±3: mean and linear axes mislead.
    SKEWED(0.5),
    /// Texts that occur before, letter by letter.
    REPEATS(1.5),
    /// Every row that has a value has another: it looks like the name of the row.
    ALL_DISTINCT(0.25);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    /// What the kind adds to the interest of a field.
    public double weight() {
      return weight;
    }
  }

  static FieldWarning of(Kind kind, long count, long of) {
    return new FieldWarning(kind, count, of, "", "", Double.NaN, null);
  }

  FieldWarning withValue(String text) {
    return new FieldWarning(kind, count, of, text, other, amount, predicate);
  }

  FieldWarning withOther(String field) {
    return new FieldWarning(kind, count, of, value, field, amount, predicate);
  }

  FieldWarning withAmount(double figure) {
    return new FieldWarning(kind, count, of, value, other, figure, predicate);
  }

  FieldWarning withRows(@Nullable Predicate meant) {
    return new FieldWarning(kind, count, of, value, other, amount, meant);
  }

  /// The rows it speaks of, empty where no predicate can say which.
  public Optional<Predicate> rows() {
    return Optional.ofNullable(predicate);
  }
}
