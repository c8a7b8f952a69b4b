package outcrop.analysis.query;

import java.util.Arrays;
import outcrop.analysis.column.ListColumn;

/// The axis of the values of a list field and the bins of every row: one for each different value,
/// the bin of rows without a value where it is missing, the bin off the scale where the list is
/// empty.
///
/// @param binOfOrdinal the bin of each value of the dictionary
record ListBinning(ListColumn column, BinAxis axis, int[] binOfOrdinal) {
  int[] binsOfRow(int row) {
    if (column.isMissing(row)) {
      return new int[] {axis.size()};
    }
    int[] ordinals = column.distinctOrdinals(row);
    return ordinals.length == 0
        ? new int[] {axis.size() + 1}
        : Arrays.stream(ordinals).map(ordinal -> binOfOrdinal[ordinal]).toArray();
  }
}
