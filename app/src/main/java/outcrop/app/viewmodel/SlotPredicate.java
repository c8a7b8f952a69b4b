package outcrop.app.viewmodel;

import java.util.List;
import java.util.Optional;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.selection.Predicate;

/// The rows that have a place of a field, as a predicate.
final class SlotPredicate {
  private SlotPredicate() {}

  /// Empty where no predicate can say it: the values of a list that are counted together, and lists
  /// that are empty.
  static Optional<Predicate> of(FieldSlots slots, int slot) {
    String field = slots.field();
    if (slot < slots.axis().size()) {
      return Optional.of(bin(field, slots.axis(), slot));
    }
    if (slot == slots.missing()) {
      return Optional.of(new Predicate.IsMissing(field));
    }
    if (slots.type() == FieldType.LIST) {
      return Optional.empty();
    }
    Predicate placed =
        slots.axis() instanceof BinAxis.Values values
            ? new Predicate.In(field, values.values())
            : whole(field, slots.axis());
    return Optional.of(
        new Predicate.And(
            List.of(new Predicate.Not(placed), new Predicate.Not(new Predicate.IsMissing(field)))));
  }

  private static Predicate bin(String field, BinAxis axis, int bin) {
    boolean last = bin == axis.size() - 1;
    return switch (axis) {
      case BinAxis.Values values -> new Predicate.In(field, List.of(values.values().get(bin)));
      case BinAxis.Numbers numbers ->
          range(field, axis, numbers.edges()[bin], numbers.edges()[bin + 1], last);
      case BinAxis.Times times ->
          range(field, axis, times.edges()[bin], times.edges()[bin + 1], last);
    };
  }

  private static Predicate whole(String field, BinAxis axis) {
    return switch (axis) {
      case BinAxis.Values values -> new Predicate.In(field, values.values());
      case BinAxis.Numbers numbers ->
          range(field, axis, numbers.edges()[0], numbers.edges()[numbers.size()], true);
      case BinAxis.Times times ->
          range(field, axis, times.edges()[0], times.edges()[times.size()], true);
    };
  }

  /// A stretch of an axis of numbers or times.
  ///
  /// @param lo a number or microseconds
  /// @param closed whether `hi` belongs to the stretch
  static Predicate range(String field, BinAxis axis, double lo, double hi, boolean closed) {
    return axis instanceof BinAxis.Times times
        ? new Predicate.Range(field, moment(lo, times), moment(hi, times), true, closed)
        : new Predicate.Range(
            field, NumberColumn.textOf(lo), NumberColumn.textOf(hi), true, closed);
  }

  /// A day is all that a date can say: an edge within a day stands for the next one.
  private static String moment(double micros, BinAxis.Times axis) {
    long exact = Math.round(micros);
    long rounded =
        axis.format() == ValueFormat.DATE
            ? Math.ceilDiv(exact, TimeColumn.MICROS_PER_DAY) * TimeColumn.MICROS_PER_DAY
            : exact;
    return TimeColumn.textOf(rounded, axis.format());
  }
}
