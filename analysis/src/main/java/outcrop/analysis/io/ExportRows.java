package outcrop.analysis.io;

import java.util.function.IntUnaryOperator;
import outcrop.analysis.dataset.RowSet;

/// The rows to write, in order.
public interface ExportRows {
  int size();

  /// The dataset row at a position in 0…size−1.
  int rowAt(int position);

  /// All rows of a set, in dataset order.
  static ExportRows of(RowSet rows) {
    return of(rows.cardinality(), rows::select);
  }

  static ExportRows of(int size, IntUnaryOperator rowAt) {
    return new ExportRows() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public int rowAt(int position) {
        return rowAt.applyAsInt(position);
      }
    };
  }
}
