package outcrop.analysis.column;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

/// Counts the values of a category or a list, by name, so that parts with dictionaries of their own
/// can be put together. A row counts once for each different value in its list.
final class CategoryAccumulator implements ColumnAccumulator {
  private final Field field;
  private final Map<String, Long> counts = new HashMap<>();
  private final @Nullable ValueAccumulator lengths;
  private long rows;
  private long missing;

  CategoryAccumulator(Field field) {
    this.field = field;
    this.lengths = field.type() == FieldType.LIST ? new ValueAccumulator(field, true) : null;
  }

  @Override
  public void update(Column column, RowSet set, int from, int to) {
    switch (column) {
      case CategoryColumn categories -> {
        int[] byOrdinal = new int[categories.dictionary().size()];
        for (int row = set.next(from); row >= 0 && row < to; row = set.next(row + 1)) {
          rows++;
          int ordinal = categories.ordinal(row);
          if (ordinal < 0) {
            missing++;
          } else {
            byOrdinal[ordinal]++;
          }
        }
        count(categories.dictionary(), byOrdinal);
      }
      case ListColumn lists when lengths != null -> {
        int[] byOrdinal = new int[lists.dictionary().size()];
        for (int row = set.next(from); row >= 0 && row < to; row = set.next(row + 1)) {
          rows++;
          if (lists.isMissing(row)) {
            missing++;
            continue;
          }
          lengths.addLong(lists.length(row));
          for (int ordinal : lists.distinctOrdinals(row)) {
            byOrdinal[ordinal]++;
          }
        }
        count(lists.dictionary(), byOrdinal);
      }
      case ListColumn _, NumberColumn _, TimeColumn _, TextColumn _, VectorColumn _ ->
          throw new IllegalArgumentException(column.field().name() + " has no named values");
    }
  }

  private void count(Dictionary dictionary, int[] byOrdinal) {
    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
      if (byOrdinal[ordinal] > 0) {
        counts.merge(dictionary.value(ordinal), (long) byOrdinal[ordinal], Long::sum);
      }
    }
  }

  @Override
  public void merge(ColumnAccumulator other) {
    if (!(other instanceof CategoryAccumulator more)) {
      throw new IllegalArgumentException("Only profiles of one kind can be put together");
    }
    more.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
    if (lengths != null && more.lengths != null) {
      lengths.merge(more.lengths);
    }
    rows += more.rows;
    missing += more.missing;
  }

  @Override
  public ColumnProfile finish() {
    List<ValueCount> top =
        counts.entrySet().stream()
            .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(ValueCount::count)
                    .reversed()
                    .thenComparing(ValueCount::value, TextOrder.BY_CODE_POINT))
            .limit(ColumnProfile.TOP)
            .toList();
    return new ColumnProfile(
        field,
        rows,
        missing,
        counts.size(),
        null,
        null,
        lengths == null ? null : lengths.numbers(),
        top);
  }
}
