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

/// Reads Parquet through DuckDB. Structs become dotted fields down to [JsonRowParser#DEEPEST]
/// levels, other nested values JSON text.
///
/// Bytes that the file does not call text are read as text where the first rows look like it (old
/// programs wrote texts so), in hexadecimal where they are short, as keys and hashes are; fields of
/// longer bytes are left out.
final class ParquetReader implements DatasetReader {
  static final String FORMAT = "parquet";

  private static final int SAMPLE_ROWS = 1000;

  /// Longer JSON that holds bytes is content.
  private static final int LONGEST_NESTED = 4096;

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
    /// Bytes, until the first rows say what they are.
    BYTES,
    /// JSON with bytes in it, until the first rows say how long they are.
    NESTED_BYTES,
    NONE
  }

  /// @param expression SQL that gives the value
  record Column(String name, String expression, Transfer transfer) {
    Column named(String other) {
      return new Column(other, expression, transfer);
    }
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (LocalFile local = LocalFile.of(file);
        DuckDBConnection connection = DuckDb.open(local.spill())) {
      for (Column column : columns(connection, local)) {
        if (column.transfer() == Transfer.NONE) {
          warnings.add(DuckDb.bytesLeftOut(column.name()));
        } else {
          names.add(column.name());
        }
      }
      if (names.isEmpty()) {
        throw new UserFailure(file.name() + " has no field that can be read.");
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
    List<Column> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select *" + FROM + " limit 0")) {
      query.setString(1, DuckDb.exactPath(local.path()));
      try (ResultSet result = query.executeQuery()) {
        ResultSetMetaData types = result.getMetaData();
        for (int i = 1; i <= types.getColumnCount(); i++) {
          String name = types.getColumnName(i);
          add(new Typed(name, DuckDb.identifier(name), types.getColumnTypeName(i)), 1, found);
        }
      }
    }
    List<String> names =
        FieldNames.unique(found.stream().map(Column::name).toList(), new ArrayList<>());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column column = found.get(i);
      columns.add(
          switch (column.transfer()) {
            case BYTES -> bytes(column.named(names.get(i)), connection, local);
            case NESTED_BYTES -> nestedBytes(column.named(names.get(i)), connection, local);
            default -> column.named(names.get(i));
          });
    }
    return columns;
  }

  /// A value of the database's type.
  private record Typed(String name, String expression, String type) {}

  private static void add(Typed value, int depth, List<Column> columns) {
    List<StructType.Member> members = StructType.members(value.type());
    if (members.isEmpty() || depth >= JsonRowParser.DEEPEST) {
      columns.add(column(value.name(), value.expression(), value.type()));
      return;
    }
    for (StructType.Member member : members) {
      String inner =
          "struct_extract(" + value.expression() + ", " + DuckDb.literal(member.name()) + ")";
      add(new Typed(value.name() + '.' + member.name(), inner, member.type()), depth + 1, columns);
    }
  }

  /// What the first rows say about bytes of no stated meaning.
  private static Column bytes(Column column, DuckDBConnection connection, LocalFile local)
      throws SQLException {
    String value = column.expression();
    String decoded = "try(decode(v))";
    String looksLikeText =
        decoded
            + " is not null and not regexp_matches("
            + decoded
            + ", '[\\x00-\\x08\\x0e-\\x1f]')";
    String hex = "lower(hex(" + value + "))";
    Sample sample = sample(value, "octet_length(v)", looksLikeText, connection, local);
    if (sample.text()) {
      String text = "coalesce(try(decode(" + value + ")), " + hex + ")";
      return new Column(column.name(), text, Transfer.TEXT);
    }
    return sample.longest() <= ArrowReader.LONGEST_BYTES
        ? new Column(column.name(), hex, Transfer.TEXT)
        : new Column(column.name(), value, Transfer.NONE);
  }

  private static Column nestedBytes(Column column, DuckDBConnection connection, LocalFile local)
      throws SQLException {
    Sample sample = sample(column.expression(), "length(v)", "true", connection, local);
    Transfer transfer = sample.longest() <= LONGEST_NESTED ? Transfer.TEXT : Transfer.NONE;
    return new Column(column.name(), column.expression(), transfer);
  }

  /// @param text whether all values look like text
  private record Sample(long longest, boolean text) {}

  private static Sample sample(
      String value, String length, String test, DuckDBConnection connection, LocalFile local)
      throws SQLException {
    String query =
        "select coalesce(max("
            + length
            + "), 0), coalesce(bool_and("
            + test
            + "), false) from (select "
            + value
            + " as v"
            + FROM
            + " limit "
            + SAMPLE_ROWS
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, DuckDb.exactPath(local.path()));
      try (ResultSet result = statement.executeQuery()) {
        return result.next()
            ? new Sample(result.getLong(1), result.getBoolean(2))
            : new Sample(0, false);
      }
    }
  }

  private static Column column(String name, String value, String type) {
    String text = "cast(" + value + " as varchar)";
    if (type.endsWith("]")
        || type.startsWith("STRUCT")
        || type.startsWith("MAP")
        || type.startsWith("UNION")
        || type.startsWith("VARIANT")
        || type.startsWith("LIST")) {
      String json = "cast(to_json(" + value + ") as varchar)";
      return new Column(name, json, type.contains("BLOB") ? Transfer.NESTED_BYTES : Transfer.TEXT);
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
      case "BLOB" -> new Column(name, value, Transfer.BYTES);
      case "GEOMETRY" -> new Column(name, "lower(hex(cast(" + value + " as blob)))", Transfer.TEXT);
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
