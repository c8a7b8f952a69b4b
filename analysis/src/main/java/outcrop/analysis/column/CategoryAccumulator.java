package outcrop.analysis.column;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Counts the values of a category, by name, so that parts with dictionaries of their own can be
/// put together.
final class CategoryAccumulator implements ColumnAccumulator {
  private final Field field;
  private final Map<String, Long> counts = new HashMap<>();
  private long rows;
  private long missing;

  CategoryAccumulator(Field field) {
    this.field = field;
  }

  @Override
  public void update(Column column, RowSet set, int from, int to) {
    if (!(column instanceof CategoryColumn categories)) {
      throw new IllegalArgumentException(column.field().name() + " is no category");
    }
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
    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
      if (byOrdinal[ordinal] > 0) {
        counts.merge(categories.dictionary().value(ordinal), (long) byOrdinal[ordinal], Long::sum);
      }
    }
  }

  @Override
  public void merge(ColumnAccumulator other) {
    if (!(other instanceof CategoryAccumulator more)) {
      throw new IllegalArgumentException("Only profiles of one kind can be put together");
    }
    more.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
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
    return new ColumnProfile(field, rows, missing, counts.size(), null, null, null, top);
  }
}
