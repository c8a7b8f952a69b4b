package outcrop.analysis.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.Points;

/// The rows of a scatter that have a place on both axes, where they are few enough to be shown one
/// by one.
///
/// @param rows in the order of the dataset
record PlacedRows(int[] rows, double[] x, double[] y, int[] cells) {
  /// Null where more rows have a place than wanted.
  static @Nullable PlacedRows of(
      List<Column> columns, List<SlotBinning> binnings, CrossedCells crossed, int most) {
    SlotBinning across = binnings.get(0);
    SlotBinning upwards = binnings.get(1);
    int[] placed = new int[most + 1];
    int n = 0;
    for (int row = 0; row < columns.getFirst().rowCount() && n <= most; row++) {
      boolean onScale =
          across.slotOfRow().applyAsInt(row) < across.slots().axis().size()
              && upwards.slotOfRow().applyAsInt(row) < upwards.slots().axis().size();
      if (onScale) {
        placed[n++] = row;
      }
    }
    if (n > most) {
      return null;
    }
    int[] rows = Arrays.copyOf(placed, n);
    IntToDoubleFunction x = values(columns.get(0));
    IntToDoubleFunction y = values(columns.get(1));
    return new PlacedRows(
        rows,
        IntStream.of(rows).mapToDouble(x::applyAsDouble).toArray(),
        IntStream.of(rows).mapToDouble(y::applyAsDouble).toArray(),
        IntStream.of(rows).map(row -> crossed.cellOfRow().of(row)).toArray());
  }

  private static IntToDoubleFunction values(Column column) {
    return column instanceof TimeColumn times ? times::microsAt : ((NumberColumn) column)::at;
  }

  Optional<Points> points(RowSet all, RowSet selected) {
    int[] shown = IntStream.range(0, rows.length).filter(i -> all.contains(rows[i])).toArray();
    boolean[] chosen = new boolean[shown.length];
    for (int i = 0; i < shown.length; i++) {
      chosen[i] = selected.contains(rows[shown[i]]);
    }
    return Optional.of(
        new Points(
            IntStream.of(shown).mapToDouble(i -> x[i]).toArray(),
            IntStream.of(shown).mapToDouble(i -> y[i]).toArray(),
            IntStream.of(shown).map(i -> cells[i]).toArray(),
            chosen));
  }
}
