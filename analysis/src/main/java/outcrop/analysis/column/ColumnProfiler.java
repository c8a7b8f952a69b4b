package outcrop.analysis.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskRunner;

/// Profiles fields over sets of rows.
public final class ColumnProfiler {
  private static final int ROWS_PER_PART = 1 << 18;

  private final TaskRunner runner;

  /// @param runner the threads that take parts of the rows
  public ColumnProfiler(TaskRunner runner) {
    this.runner = runner;
  }

  /// The profile on the calling thread alone.
  public static ColumnProfile profile(Column column, RowSet rows) {
    return new ColumnProfiler(new DirectTaskRunner()).profileParts(column, rows);
  }

  /// The profile of a field, worked out part by part, that the closing of the store waits for.
  ///
  /// @throws java.util.concurrent.CancellationException when the store is being closed
  public ColumnProfile profileParts(ColumnStore store, String field, RowSet rows) {
    try (ColumnUse use = store.use()) {
      return profileParts(store.column(field), rows, use);
    }
  }

  /// The profile, worked out part by part.
  public ColumnProfile profileParts(Column column, RowSet rows) {
    return profileParts(column, rows, ColumnUse.UNBOUND);
  }

  private ColumnProfile profileParts(Column column, RowSet rows, ColumnUse use) {
    int parts = Math.max(1, (column.rowCount() + ROWS_PER_PART - 1) / ROWS_PER_PART);
    ColumnAccumulator[] accumulators = new ColumnAccumulator[parts];
    runner.forEachPart(
        parts,
        part -> {
          use.checkWanted();
          ColumnAccumulator accumulator = ColumnAccumulator.of(column);
          accumulator.update(
              column,
              rows,
              part * ROWS_PER_PART,
              (int) Math.min(column.rowCount(), (part + 1L) * ROWS_PER_PART));
          accumulators[part] = accumulator;
        });
    List<ColumnAccumulator> rest = new ArrayList<>(Arrays.asList(accumulators));
    ColumnAccumulator all = rest.removeFirst();
    rest.forEach(all::merge);
    return all.finish();
  }
}
