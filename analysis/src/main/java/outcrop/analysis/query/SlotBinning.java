package outcrop.analysis.query;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// The places of one field of a relation and the place of every row.
///
/// @param slotOfRow the place of a row, of a list its first one
/// @param slotsOfRow the places of a row of a list; empty for fields with one value per row
record SlotBinning(
    FieldSlots slots, IntUnaryOperator slotOfRow, Optional<IntFunction<int[]>> slotsOfRow) {

  /// @param wanted bins of numbers and times, 0 for the default rule
  /// @param named the most values of categories that have a place of their own
  /// @param order says in which order those stand
  static SlotBinning of(
      Column column, int wanted, int named, Bins order, Scale scale, ColumnUse use) {
    return switch (column) {
      case CategoryColumn categories -> {
        int[] counts = FieldBinning.counts(categories);
        int[] shown = FieldBinning.shown(categories.dictionary(), counts, order, named);
        int[] slotOf = FieldBinning.inverse(shown, counts.length, shown.length);
        FieldSlots slots =
            slots(column, FieldBinning.axis(categories.dictionary(), shown), counts.length);
        yield new SlotBinning(
            slots,
            row -> {
              int ordinal = categories.ordinal(row);
              return ordinal < 0 ? slots.missing() : slotOf[ordinal];
            },
            Optional.empty());
      }
      case ListColumn lists -> ofList(lists, named, order);
      default -> {
        Binning binning = FieldBinning.of(column, Bins.DEFAULT.withCount(wanted), scale, use);
        FieldSlots slots = slots(column, binning.axis(), binning.axis().size());
        IntUnaryOperator bin = binning.binOfRow();
        int bins = binning.axis().size();
        yield new SlotBinning(
            slots,
            row -> {
              int found = bin.applyAsInt(row);
              return found < bins ? found : found + 1;
            },
            Optional.empty());
      }
    };
  }

  private static SlotBinning ofList(ListColumn lists, int named, Bins order) {
    int[] counts = FieldBinning.counts(lists);
    int[] shown = FieldBinning.shown(lists.dictionary(), counts, order, named);
    int[] slotOf = FieldBinning.inverse(shown, counts.length, shown.length);
    FieldSlots slots = slots(lists, FieldBinning.axis(lists.dictionary(), shown), counts.length);
    IntFunction<int[]> all =
        row -> {
          if (lists.isMissing(row)) {
            return new int[] {slots.missing()};
          }
          int[] ordinals = lists.distinctOrdinals(row);
          return ordinals.length == 0
              ? new int[] {slots.offScale()}
              : java.util.Arrays.stream(ordinals).map(o -> slotOf[o]).distinct().toArray();
        };
    return new SlotBinning(slots, row -> all.apply(row)[0], Optional.of(all));
  }

  private static FieldSlots slots(Column column, BinAxis axis, int values) {
    FieldType type = column.field().type();
    return new FieldSlots(column.field().name(), type, axis, values - axis.size());
  }
}
