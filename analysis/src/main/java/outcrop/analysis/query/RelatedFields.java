package outcrop.analysis.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Association;
import outcrop.analysis.stats.ComparedField;
import outcrop.analysis.stats.KeyedSample;

/// How much two fields say about each other in the selected rows. Of more rows than [#MOST_ROWS] a
/// sample is looked at, the same that the overview of all fields takes, so that both say the same
/// of the same rows. Safe for several threads.
final class RelatedFields {
  static final int MOST_ROWS = 50_000;
  private static final long SEED = 1;

  /// Of a filter that leaves fewer of the sample, a sample of its own is drawn.
  private static final int FEWEST = 2_000;

  private final ColumnStore columns;
  private int @Nullable [] sample;

  RelatedFields(ColumnStore columns) {
    this.columns = columns;
  }

  /// Empty for other than two fields, for fields without single values or with too many, and where
  /// nothing can be said.
  Optional<Association> between(List<Column> fields, RowSet selected) {
    if (fields.size() != 2
        || fields.get(0) == fields.get(1)
        || !fields.stream().allMatch(ComparedField::isComparable)) {
      return Optional.empty();
    }
    int[] rows = rows(selected);
    ComparedField a = ComparedField.of(fields.get(0), rows);
    ComparedField b = ComparedField.of(fields.get(1), rows);
    return a.isThickEnough(rows.length) && b.isThickEnough(rows.length)
        ? ComparedField.between(a, b)
        : Optional.empty();
  }

  private int[] rows(RowSet selected) {
    if (selected.cardinality() <= MOST_ROWS) {
      return KeyedSample.rows(columns, selected, MOST_ROWS, SEED);
    }
    int[] kept = Arrays.stream(ofAll()).filter(selected::contains).toArray();
    return kept.length >= FEWEST ? kept : KeyedSample.rows(columns, selected, MOST_ROWS, SEED);
  }

  /// Rows keep their keys as long as the store is open, so one sample is enough.
  private synchronized int[] ofAll() {
    int[] known = sample;
    if (known == null) {
      known = KeyedSample.rows(columns, RowSet.all(columns.rowCount()), MOST_ROWS, SEED);
      sample = known;
    }
    return known;
  }
}
