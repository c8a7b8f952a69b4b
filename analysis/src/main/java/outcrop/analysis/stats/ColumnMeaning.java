package outcrop.analysis.stats;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.LabelMultiplicity.Ambiguous;

/// What the labels of a field mean for the classes of another.
///
/// @param multiplicity over all rows that have both, and a context where contexts are given
/// @param ambiguous the items that hold most of the ambiguity
/// @param labelsPerItem how many items have at least so many labels, from 1
/// @param itemsPerLabel how many labels have at least so many items, from 1
/// @param names the item of a number
public record ColumnMeaning(
    LabelMultiplicity multiplicity,
    List<Ambiguous> ambiguous,
    int[] labelsPerItem,
    int[] itemsPerLabel,
    IntFunction<String> names) {

  /// @param context the field of contexts, null for none
  /// @param most ambiguous items at most
  public static ColumnMeaning of(
      Column item, Column label, @Nullable Column context, RowSet rows, int most, ColumnUse use) {
    ColumnEvents items = ColumnEvents.of(item, rows, use);
    int[] contexts = {};
    if (context != null) {
      // Twice: only rows that have a label as well may stand in a context.
      ColumnEvents labelled = items.joined(ColumnEvents.of(label, rows, use)).events();
      ColumnEvents.Joined inContext = labelled.joined(ColumnEvents.of(context, rows, use));
      items = inContext.events();
      contexts = inContext.other();
    }
    ColumnEvents.Joined labels = items.joined(ColumnEvents.of(label, rows, use));
    int[] numbers = labels.events().events().classes();
    return new ColumnMeaning(
        LabelMultiplicity.of(numbers, labels.other(), contexts),
        LabelMultiplicity.ambiguous(numbers, labels.other(), most),
        LabelMultiplicity.atLeast(numbers, labels.other()),
        LabelMultiplicity.atLeast(labels.other(), numbers),
        items.names());
  }
}
