package outcrop.analysis.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.DuckDb;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.WholeFile;

/// Runs a query over the sources and compares the rows that it gives with those that are meant.
final class RowCheck {
  private static final int CHECK_EVERY = 1 << 14;

  private RowCheck() {}

  /// @param query that gives row numbers from 1 in any order, and the count of all rows as a number
  ///   below 1 ([SqlWriter#checking])
  static boolean gives(String query, RowSet rows, TaskContext context) throws IOException {
    Path spill = Files.createTempDirectory("outcrop-code");
    try (DuckDBConnection connection = DuckDb.open(spill);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return same(result, rows, context);
    } catch (SQLException unreadable) {
      // The database cannot read what we can: the rows are then named in another way.
      return false;
    } finally {
      WholeFile.deleteTree(spill);
    }
  }

  private static boolean same(ResultSet result, RowSet rows, TaskContext context)
      throws SQLException {
    long found = 0;
    long all = -1;
    while (result.next()) {
      long number = result.getLong(1);
      if (number < 1) {
        all = -number;
      } else if (number > rows.rowCount() || !rows.contains((int) number - 1)) {
        return false;
      } else {
        found++;
      }
      if (found % CHECK_EVERY == 0) {
        context.checkCancelled();
      }
    }
    return found == rows.cardinality() && all == rows.rowCount();
  }
}
