package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;

/// When the rows of the most frequent classes come: rows of each class counted in narrow, equal
/// steps of a time, of a number or of the places of the rows. Rows without a place are left out.
///
/// @param by what the steps are of
/// @param from where the first step begins: microseconds, a number, or the place of the first row
/// @param to where the last step ends; equal to `from` where all rows have one place
/// @param counts rows `[class][step]`, the most frequent class first
/// @param sizes rows of each class, also those without a place
/// @param names the class of a rank
/// @param classes how many classes there are, counted or not
public record EventRaster(
    By by,
    double from,
    double to,
    int[][] counts,
    long[] sizes,
    IntFunction<String> names,
    int classes) {
  /// What the steps are of.
  public enum By {
    /// The places of the rows in the dataset, from 1.
    ROWS,
    TIME,
    NUMBER
  }

  /// Steps from one end to the other.
  public static final int STEPS = 400;

  /// The most classes that are counted.
  public static final int MOST_CLASSES = 1000;

  /// @param by the field that orders the rows; null for their own order
  /// @throws outcrop.analysis.task.UserFailure for a field that has no classes row by row
  public static EventRaster of(Column column, @Nullable Column by, RowSet rows, ColumnUse use) {
    ColumnEvents events = ColumnEvents.of(column, rows, use);
    By kind =
        switch (by) {
          case TimeColumn _ -> By.TIME;
          case NumberColumn _ -> By.NUMBER;
          case null, default -> By.ROWS;
        };
    double[] places = places(events, by);
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (double place : places) {
      if (Double.isFinite(place)) {
        from = Math.min(from, place);
        to = Math.max(to, place);
      }
    }
    int[] ranked = events.events().byFrequency();
    int kept = Math.min(MOST_CLASSES, ranked.length);
    int[] lineOf = new int[events.events().classCount()];
    Arrays.fill(lineOf, -1);
    long[] all = events.events().counts();
    long[] sizes = new long[kept];
    for (int line = 0; line < kept; line++) {
      lineOf[ranked[line]] = line;
      sizes[line] = all[ranked[line]];
    }
    int[][] counts = new int[kept][STEPS];
    for (int i = 0; i < places.length; i++) {
      int line = lineOf[events.events().classes()[i]];
      if (line >= 0 && Double.isFinite(places[i])) {
        double share = to > from ? (places[i] - from) / (to - from) : 0;
        counts[line][Math.min(STEPS - 1, (int) (share * STEPS))]++;
      }
    }
    boolean any = from <= to;
    return new EventRaster(
        kind,
        any ? from : 0,
        any ? to : 0,
        counts,
        sizes,
        rank -> events.names().apply(ranked[rank]),
        ranked.length);
  }

  private static double[] places(ColumnEvents events, @Nullable Column by) {
    double[] places = new double[events.rows().length];
    for (int i = 0; i < places.length; i++) {
      int row = events.rows()[i];
      places[i] =
          switch (by) {
            case TimeColumn times when times.isMissing(row) -> Double.NaN;
            case TimeColumn times -> times.microsAt(row);
            case NumberColumn numbers when numbers.isMissing(row) -> Double.NaN;
            case NumberColumn numbers -> numbers.at(row);
            case null, default -> row + 1.0;
          };
    }
    return places;
  }
}
