package outcrop.app.viewmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.TimePeriod;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.BinRule;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.render.Brush;
import outcrop.analysis.selection.Predicate;

/// The rows that have a place of a field, as a predicate.
final class SlotPredicate {
  private SlotPredicate() {}

  /// The rows of a place by shown names.
  static Predicate of(FieldSlots slots, int slot) {
    String field = slots.field();
    if (slot < slots.axis().size()) {
      return bin(field, slots.axis(), slot);
    }
    if (slot == slots.missing()) {
      return new Predicate.IsMissing(field);
    }
    Predicate placed =
        slots.axis() instanceof BinAxis.Values values
            ? new Predicate.In(field, values.values())
            : whole(field, slots.axis());
    return without(field, placed);
  }

  /// Rows with a value that are not those of a predicate.
  private static Predicate without(String field, Predicate placed) {
    return new Predicate.And(
        List.of(new Predicate.Not(placed), new Predicate.Not(new Predicate.IsMissing(field))));
  }

  /// The rows of a place behind the named values of a list: a row with another value may have named
  /// ones as well, so the other values are named one by one; a row with an empty list has none.
  ///
  /// @param stored the values of the list as they are stored
  /// @param shown what a value is shown as
  /// @return empty for a place that [#of] can say
  static Optional<Predicate> ofList(
      FieldSlots slots, int slot, List<String> stored, UnaryOperator<String> shown) {
    if (slots.type() != FieldType.LIST
        || !(slots.axis() instanceof BinAxis.Values(List<String> named))) {
      return Optional.empty();
    }
    String field = slots.field();
    if (slot == slots.offScale()) {
      return Optional.of(without(field, new Predicate.In(field, stored)));
    }
    Set<String> known = Set.copyOf(named);
    return slot == slots.other()
        ? Optional.of(
            new Predicate.In(
                field,
                stored.stream().filter(value -> !known.contains(shown.apply(value))).toList()))
        : Optional.empty();
  }

  /// The rows of places that lie beside each other on an axis of numbers or times.
  ///
  /// @param last the last of them, the first one where it is alone
  static Predicate of(FieldSlots slots, int first, int last) {
    if (first == last) {
      return of(slots, first);
    }
    boolean closed = last == slots.axis().size() - 1;
    return switch (slots.axis()) {
      case BinAxis.Values values ->
          new Predicate.In(slots.field(), values.values().subList(first, last + 1));
      case BinAxis.Numbers(double[] edges, boolean _, BinRule _) ->
          range(slots.field(), slots.axis(), edges[first], edges[last + 1], closed);
      case BinAxis.Times times ->
          range(slots.field(), times, times.edges()[first], times.edges()[last + 1], closed);
    };
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

  /// Where a stretch lies on an axis; empty where the predicate is none of the axis.
  static Optional<Brush.Range> place(Predicate part, BinAxis axis) {
    return part instanceof Predicate.Range(String _, String lo, String hi, boolean _, boolean _)
            && lo != null
            && hi != null
        ? place(lo, axis).flatMap(from -> place(hi, axis).map(to -> new Brush.Range(from, to)))
        : Optional.empty();
  }

  private static Optional<Double> place(String text, BinAxis axis) {
    if (axis instanceof BinAxis.Times times) {
      return TimePeriod.parse(text, times.format()).map(period -> (double) period.from());
    }
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException otherField) {
      return Optional.empty();
    }
  }

  /// The stretch as it is worth keeping: whole numbers and calendar steps where the axis has them,
  /// else no more digits than a pixel can mean.
  static Brush.Range rounded(Brush.Range range, BinAxis axis) {
    return switch (axis) {
      case BinAxis.Values _ -> range;
      case BinAxis.Times times ->
          new Brush.Range(
              edge(times.edges(), range.from(), false), edge(times.edges(), range.to(), true));
      case BinAxis.Numbers(double[] edges, boolean integral, BinRule _) -> {
        double span = range.to() - range.from();
        if (integral || !(span > 0)) {
          yield new Brush.Range(Math.ceil(range.from()), Math.floor(range.to()));
        }
        int digits = 2 - (int) Math.floor(Math.log10(span));
        yield new Brush.Range(cut(range.from(), digits), cut(range.to(), digits));
      }
    };
  }

  private static double edge(long[] edges, double value, boolean up) {
    int at = 0;
    while (at < edges.length - 1 && (up ? edges[at] < value : edges[at + 1] <= value)) {
      at++;
    }
    return edges[at];
  }

  private static double cut(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
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
