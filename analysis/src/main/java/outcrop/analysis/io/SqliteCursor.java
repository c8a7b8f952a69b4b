package outcrop.analysis.io;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/// Rows of a table of an SQLite database. The line of a row is its number.
final class SqliteCursor implements RowCursor {
  private final SourceFile file;
  private final LocalFile local;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet result;
  private final int[] targets;
  private final long total;
  private volatile long rows;

  SqliteCursor(SourceFile file, String query, int[] targets, long total) throws IOException {
    this.file = file;
    this.targets = targets;
    this.total = total;
    this.local = LocalFile.of(file);
    try {
      this.connection = SqliteReader.connect(local.path());
    } catch (SQLException e) {
      local.close();
      throw SqliteReader.unreadable(file, e);
    }
    try {
      this.statement = connection.createStatement();
      this.result = statement.executeQuery(query);
    } catch (SQLException e) {
      try (local;
          connection) {
        throw SqliteReader.unreadable(file, e);
      } catch (SQLException closing) {
        throw SqliteReader.unreadable(file, closing);
      }
    }
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) {
    try {
      while (!batch.isFull()) {
        if (!result.next()) {
          return false;
        }
        for (int i = 0; i < targets.length; i++) {
          put(batch, targets[i], i + 1);
        }
        batch.endRow(++rows);
      }
      return true;
    } catch (SQLException e) {
      throw SqliteReader.unreadable(file, e);
    }
  }

  private void put(RowBatch batch, int target, int column) throws SQLException {
    switch (result.getObject(column)) {
      case null -> {}
      case String text -> batch.put(target, text, true);
      case byte[] bytes -> batch.put(target, HexFormat.of().formatHex(bytes), true);
      case Object number -> batch.put(target, number.toString(), false);
    }
  }

  @Override
  public long bytesRead() {
    return total <= 0 ? 0 : (long) ((double) file.size() * rows / total);
  }

  @Override
  public void close() throws IOException {
    try (local;
        connection;
        statement) {
      result.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
