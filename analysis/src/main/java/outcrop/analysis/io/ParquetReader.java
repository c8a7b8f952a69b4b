package outcrop.analysis.io;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads Parquet through DuckDB. Lists and structs become JSON text; columns of raw bytes are left
/// out with a warning.
final class ParquetReader implements DatasetReader {
  static final String FORMAT = "parquet";

  private static final String FROM =
      " from read_parquet(?, hive_partitioning = false, filename = false)";

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  /// How a column comes over.
  enum Transfer {
    LONG,
    DOUBLE,
    FLOAT,
    BOOLEAN,
    /// As text that stands for a number.
    NUMBER_TEXT,
    TEXT,
    NONE
  }

  /// @param expression SQL that gives the value
  record Column(String name, String expression, Transfer transfer) {}

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (LocalFile local = LocalFile.of(file);
        DuckDBConnection connection = DuckDb.open(local.spill())) {
      for (Column column : columns(connection, local)) {
        if (column.transfer() == Transfer.NONE) {
          warnings.add(
              "The column " + column.name() + " holds raw bytes, not values, and is left out.");
        } else {
          names.add(column.name());
        }
      }
      return new Layout(given, names, rows(connection, local), warnings);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  static UserFailure unreadable(SourceFile file, SQLException cause) {
    return new UserFailure(
        file.name()
            + " cannot be read as Parquet ("
            + DuckDb.sentence(cause).replace(file.path().toAbsolutePath().toString(), file.name())
            + "); fetch or write it again.",
        cause);
  }

  private static long rows(DuckDBConnection connection, LocalFile local) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select sum(num_rows) from parquet_file_metadata(?)")) {
      query.setString(1, DuckDb.exactPath(local.path()));
      try (ResultSet result = query.executeQuery()) {
        return result.next() ? result.getLong(1) : -1;
      }
    }
  }

  static List<Column> columns(DuckDBConnection connection, LocalFile local) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select *" + FROM + " limit 0")) {
      query.setString(1, DuckDb.exactPath(local.path()));
      try (ResultSet result = query.executeQuery()) {
        ResultSetMetaData types = result.getMetaData();
        for (int i = 1; i <= types.getColumnCount(); i++) {
          columns.add(column(types.getColumnName(i), types.getColumnTypeName(i)));
        }
      }
    }
    return columns;
  }

  private static Column column(String name, String type) {
    String value = DuckDb.identifier(name);
    String text = "cast(" + value + " as varchar)";
    if (type.endsWith("]")
        || type.startsWith("STRUCT")
        || type.startsWith("MAP")
        || type.startsWith("UNION")
        || type.startsWith("VARIANT")
        || type.startsWith("LIST")) {
      return new Column(name, "cast(to_json(" + value + ") as varchar)", Transfer.TEXT);
    }
    if (type.startsWith("DECIMAL")) {
      return new Column(name, text, Transfer.NUMBER_TEXT);
    }
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          new Column(name, "cast(" + value + " as bigint)", Transfer.LONG);
      case "UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM" ->
          new Column(name, text, Transfer.NUMBER_TEXT);
      case "DOUBLE" -> new Column(name, value, Transfer.DOUBLE);
      case "FLOAT" -> new Column(name, value, Transfer.FLOAT);
      case "BOOLEAN" -> new Column(name, value, Transfer.BOOLEAN);
      case "VARCHAR" -> new Column(name, value, Transfer.TEXT);
      case "TIMESTAMP WITH TIME ZONE" ->
          new Column(
              name,
              "strftime(" + value + " at time zone 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ')",
              Transfer.TEXT);
      case "BLOB", "BIT", "GEOMETRY" -> new Column(name, value, Transfer.NONE);
      default -> new Column(name, text, Transfer.TEXT);
    };
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    return ParquetCursor.open(file, columns, layout.rows());
  }

  static String from() {
    return FROM;
  }
}
