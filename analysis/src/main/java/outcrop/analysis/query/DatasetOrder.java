package outcrop.analysis.query;

import outcrop.analysis.dataset.RowSet;

/// Rows of a filter as they stand in the dataset.
record DatasetOrder(RowSet rows) implements RowOrder {
  @Override
  public int size() {
    return rows.cardinality();
  }

  @Override
  public int rowAt(int position) {
    return rows.select(position);
  }

  @Override
  public int positionOf(int row) {
    return rows.contains(row) ? rows.rank(row) : -1;
  }

  @Override
  public RowSet stretch(int first, int last, int rowCount) {
    return rows.and(RowSet.range(rowCount, rowAt(first), rowAt(last) + 1));
  }
}
