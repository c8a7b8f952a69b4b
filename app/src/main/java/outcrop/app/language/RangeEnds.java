package outcrop.app.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.selection.Predicate;

/// The ends of a range as a reader takes them.
///
/// @param lo empty where open
/// @param hi empty where open
record RangeEnds(String field, String lo, String hi, boolean loInclusive, boolean hiInclusive) {
  private static final String MIDNIGHT = "T00:00(:00(\\.0+)?)?Z?$";

  /// @param field the field of the range, empty where the dataset has none
  static RangeEnds of(Predicate.Range range, Optional<Field> field) {
    RangeEnds plain =
        new RangeEnds(
            range.field(),
            text(range.lo()),
            text(range.hi()),
            range.loInclusive(),
            range.hiInclusive());
    try {
      return field
          .map(
              known ->
                  known.format() == ValueFormat.INTEGER
                      ? plain.whole()
                      : known.type() == FieldType.TIME ? plain.calendar() : plain)
          .orElse(plain);
    } catch (NumberFormatException | DateTimeParseException otherField) {
      // The clause is older than the type of its field: its own texts say it best.
      return plain;
    }
  }

  private static String text(@Nullable String bound) {
    return bound == null ? "" : bound;
  }

  /// Both ends as the first and the last whole number inside.
  private RangeEnds whole() {
    String first = lo;
    String last = hi;
    if (!lo.isEmpty()) {
      BigDecimal low = new BigDecimal(lo);
      BigDecimal up = low.setScale(0, RoundingMode.CEILING);
      first =
          (!loInclusive && up.compareTo(low) == 0 ? up.add(BigDecimal.ONE) : up).toPlainString();
    }
    if (!hi.isEmpty()) {
      BigDecimal high = new BigDecimal(hi);
      BigDecimal down = high.setScale(0, RoundingMode.FLOOR);
      boolean outside = !hiInclusive && down.compareTo(high) == 0;
      if (lo.isEmpty()) {
        return new RangeEnds(field, "", down.toPlainString(), true, !outside);
      }
      last = (outside ? down.subtract(BigDecimal.ONE) : down).toPlainString();
    }
    return new RangeEnds(field, first, last, true, true);
  }

  /// A half-open stretch from midnight to midnight as its first and last year, month or day.
  private RangeEnds calendar() {
    if (!loInclusive || hiInclusive || lo.isEmpty() || hi.isEmpty()) {
      return this;
    }
    String from = lo.replaceFirst(MIDNIGHT, "");
    String to = hi.replaceFirst(MIDNIGHT, "");
    if (from.length() != 10 || to.length() != 10) {
      return this;
    }
    LocalDate first = LocalDate.parse(from);
    LocalDate end = LocalDate.parse(to);
    if (first.getDayOfYear() == 1 && end.getDayOfYear() == 1) {
      return between(from.substring(0, 4), end.minusYears(1).toString().substring(0, 4));
    }
    if (first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
      return between(from.substring(0, 7), end.minusMonths(1).toString().substring(0, 7));
    }
    return between(from, end.minusDays(1).toString());
  }

  private RangeEnds between(String first, String last) {
    return new RangeEnds(field, first, last, true, true);
  }
}
