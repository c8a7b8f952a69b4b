package outcrop.analysis.query;

/// The rows of a table by position: constant time for any position.
public interface RowOrder {
  int size();

  /// The dataset row at a position.
  int rowAt(int position);

  /// The position of a dataset row, −1 where it is filtered out.
  int positionOf(int row);
}
