package outcrop.analysis.curation;

import java.util.function.IntUnaryOperator;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.task.TaskRunner;

/// The class of each of the rows that are shaped.
///
/// @param rows the rows that are shaped
/// @param classOfRow by row; [#OUTSIDE] for rows that are not shaped
/// @param size how many classes there are
public record RowClasses(RowSet rows, int[] classOfRow, int size) {
  public static final int OUTSIDE = -1;
  private static final int ROWS_PER_PART = 1 << 16;

  /// The classes of a field, worked out on several threads.
  public static RowClasses of(FieldClasses classes, RowSet rows, TaskRunner runner) {
    return of(rows, classes.size(), classes.classOfRow(), runner);
  }

  static RowClasses of(RowSet rows, int size, IntUnaryOperator classOfRow, TaskRunner runner) {
    int[] result = new int[rows.rowCount()];
    forEachRow(
        rows.rowCount(),
        runner,
        row -> result[row] = rows.contains(row) ? classOfRow.applyAsInt(row) : OUTSIDE);
    return new RowClasses(rows, result, size);
  }

  static void forEachRow(int rowCount, TaskRunner runner, java.util.function.IntConsumer action) {
    runner.forEachPart(
        (rowCount + ROWS_PER_PART - 1) / ROWS_PER_PART,
        part -> {
          int end = Math.min(rowCount, (part + 1) * ROWS_PER_PART);
          for (int row = part * ROWS_PER_PART; row < end; row++) {
            action.accept(row);
          }
        });
  }

  /// How many of the rows each class has.
  public long[] counts() {
    long[] counts = new long[size];
    for (int index : classOfRow) {
      if (index != OUTSIDE) {
        counts[index]++;
      }
    }
    return counts;
  }
}
