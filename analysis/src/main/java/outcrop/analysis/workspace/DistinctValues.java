package outcrop.analysis.workspace;

import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;

/// How many different values a field has, as far as the choice of first views asks: exact where a
/// dictionary knows, 1 for a number that never changes, otherwise many.
final class DistinctValues {
  private static final int MANY = Integer.MAX_VALUE;

  private DistinctValues() {}

  static int of(Column column) {
    return switch (column) {
      case CategoryColumn category -> category.dictionary().size();
      case ListColumn list -> list.dictionary().size();
      case NumberColumn number when isConstant(number) -> 1;
      case NumberColumn _, TimeColumn _, TextColumn _, VectorColumn _ -> MANY;
    };
  }

  /// Ends at the first row that differs, which mostly is the second.
  private static boolean isConstant(NumberColumn column) {
    int first = 0;
    while (first < column.rowCount() && column.isMissing(first)) {
      first++;
    }
    for (int row = first + 1; row < column.rowCount(); row++) {
      if (!column.isMissing(row) && column.at(row) != column.at(first)) {
        return false;
      }
    }
    return true;
  }
}
