package outcrop.analysis.io;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import outcrop.analysis.task.UserFailure;

/// Rows of a Parquet file, chunk by chunk, as the texts that stand for their values. The line of a
/// row is its number.
final class ParquetCursor implements RowCursor {
  private final SourceFile file;
  private final LocalFile local;
  private final DuckDBConnection connection;
  private final List<ParquetReader.Column> columns;
  private final int[] targets;
  private final DuckDBPreparedStatement statement;
  private final DuckDBChunkedResult result;
  private final long totalRows;
  private List<DuckDBReadableVector> vectors = List.of();
  private int row;
  private int chunkRows;
  private volatile long rows;

  private ParquetCursor(
      SourceFile file,
      LocalFile local,
      DuckDBConnection connection,
      Map<String, Integer> wanted,
      long totalRows)
      throws SQLException {
    this.file = file;
    this.local = local;
    this.connection = connection;
    this.totalRows = totalRows;
    this.columns = new ArrayList<>();
    for (ParquetReader.Column column : columns(connection, file, local)) {
      if (column.transfer() != ParquetReader.Transfer.NONE && wanted.containsKey(column.name())) {
        columns.add(column);
      }
    }
    this.targets =
        columns.stream().mapToInt(column -> wanted.getOrDefault(column.name(), -1)).toArray();
    List<String> expressions = columns.stream().map(ParquetReader.Column::expression).toList();
    String list = expressions.isEmpty() ? "1" : String.join(", ", expressions);
    this.statement = connection.prepare("select " + list + ParquetReader.from());
    statement.setString(1, DuckDb.exactPath(local.path()));
    this.result = statement.query();
  }

  private static List<ParquetReader.Column> columns(
      DuckDBConnection connection, SourceFile file, LocalFile local) throws SQLException {
    return ParquetReader.columns(connection, local.path(), ParquetReader.isInPlace(file));
  }

  static ParquetCursor open(SourceFile file, Map<String, Integer> wanted, long totalRows)
      throws IOException {
    LocalFile local = LocalFile.of(file);
    try {
      DuckDBConnection connection = DuckDb.open(local.spill());
      try {
        return new ParquetCursor(file, local, connection, wanted, totalRows);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      local.close();
      throw ParquetReader.unreadable(file, e);
    }
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) {
    while (!batch.isFull()) {
      if (row == chunkRows && !nextChunk()) {
        return false;
      }
      for (int i = 0; i < targets.length; i++) {
        put(batch, targets[i], columns.get(i), vectors.get(i));
      }
      row++;
      batch.endRow(++rows);
    }
    return true;
  }

  private boolean nextChunk() {
    try {
      do {
        if (!result.nextChunk()) {
          checkComplete();
          return false;
        }
        DuckDBDataChunkReader chunk = result.chunk();
        chunkRows = (int) chunk.rowCount();
        row = 0;
        vectors = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
          vectors.add(chunk.vector(i));
        }
      } while (chunkRows == 0);
      return true;
    } catch (RuntimeException e) {
      throw e.getCause() instanceof SQLException cause ? ParquetReader.unreadable(file, cause) : e;
    }
  }

  /// A stream that breaks may look like one that ends: the footer says how many rows there are.
  private void checkComplete() {
    if (totalRows >= 0 && rows < totalRows) {
      throw new UserFailure(
          file.name()
              + " breaks off after row "
              + rows
              + " of "
              + totalRows
              + "; fetch or write it again.");
    }
  }

  private void put(
      RowBatch batch, int target, ParquetReader.Column column, DuckDBReadableVector vector) {
    if (vector.isNull(row)) {
      return;
    }
    switch (column.transfer()) {
      case LONG -> batch.put(target, Long.toString(vector.getLong(row)), false);
      case DOUBLE -> batch.put(target, Double.toString(vector.getDouble(row)), false);
      case FLOAT -> batch.put(target, Double.toString(vector.getFloat(row)), false);
      case BOOLEAN -> batch.put(target, Boolean.toString(vector.getBoolean(row)), false);
      case NUMBER_TEXT -> batch.put(target, vector.getString(row), false);
      case TEXT -> batch.put(target, vector.getString(row), true);
      case IMAGE -> {
        String elsewhere = vector.getString(row);
        String inside = ParquetImages.reference(file.name(), rows, column.name());
        batch.put(target, elsewhere.isEmpty() ? inside : elsewhere, true);
      }
      case BYTES, NESTED_BYTES, NONE -> {}
    }
  }

  @Override
  public long bytesRead() {
    return totalRows <= 0 ? 0 : (long) ((double) file.size() * rows / totalRows);
  }

  @Override
  public void close() throws IOException {
    try (local;
        connection;
        statement) {
      result.close();
    } catch (SQLException e) {
      throw new IOException(DuckDb.sentence(e), e);
    }
  }
}
