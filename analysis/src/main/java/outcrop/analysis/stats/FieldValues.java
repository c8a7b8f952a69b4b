package outcrop.analysis.stats;

import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;

/// The numbers of a field over some rows, to be fitted as they are.
///
/// @param numbers the finite ones
/// @param rows the rows asked about
/// @param missing rows without a value
/// @param notFinite rows with NaN or an infinity
/// @param notPositive rows with zero or less, which are among `numbers` and in no fit
public record FieldValues(
    ValueFrequencies numbers, int rows, int missing, int notFinite, long notPositive) {
  private static final int ROWS_PER_CHECK = 1 << 16;

  public static FieldValues of(NumberColumn column, RowSet rows, ColumnUse use) {
    double[] values = new double[rows.cardinality()];
    int used = 0;
    int missing = 0;
    int notFinite = 0;
    int seen = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if (seen++ % ROWS_PER_CHECK == 0) {
        use.checkWanted();
      }
      if (column.isMissing(row)) {
        missing++;
      } else if (Double.isFinite(column.at(row))) {
        values[used++] = column.at(row) + 0.0;
      } else {
        notFinite++;
      }
    }
    ValueFrequencies numbers = ValueFrequencies.ofOwned(values, used);
    return new FieldValues(
        numbers,
        rows.cardinality(),
        missing,
        notFinite,
        numbers.size() - numbers.positive().size());
  }
}
