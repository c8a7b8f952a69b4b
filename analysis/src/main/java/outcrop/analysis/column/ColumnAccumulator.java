package outcrop.analysis.column;

import outcrop.analysis.dataset.RowSet;

/// The profile of a field in the making: takes rows in any parts, on any threads or machines, and
/// gives the same profile to the last bit however the rows were parted.
public sealed interface ColumnAccumulator
    permits ValueAccumulator, CategoryAccumulator, TextAccumulator, VectorAccumulator {
  /// An empty accumulator for columns of this kind.
  static ColumnAccumulator of(Column column) {
    return switch (column) {
      case NumberColumn numbers -> new ValueAccumulator(numbers.field(), numbers.integral());
      case TimeColumn times -> new ValueAccumulator(times.field(), true);
      case CategoryColumn categories -> new CategoryAccumulator(categories.field());
      case ListColumn lists -> new CategoryAccumulator(lists.field());
      case VectorColumn vectors -> new VectorAccumulator(vectors.field());
      case TextColumn texts -> new TextAccumulator(texts.field());
    };
  }

  /// Takes in rows `from`…`to`−1 as far as they are in the set.
  void update(Column column, RowSet rows, int from, int to);

  /// Takes in what another accumulator of the same field has seen; the other must not be used
  /// afterwards.
  void merge(ColumnAccumulator other);

  /// The profile of everything seen. May be called again after more updates.
  ColumnProfile finish();
}
