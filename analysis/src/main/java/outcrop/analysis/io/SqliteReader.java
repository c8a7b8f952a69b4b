package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads one table or view of an SQLite database.
///
/// The database is opened as a file that never changes: nothing is written beside it, no lock is
/// taken, and nothing in it runs but the query of a view that the user chose, without functions
/// that reach outside. Each value has the type that it has in the database; bytes come in
/// hexadecimal where they are short, fields of longer bytes are left out.
///
/// Options: `table` (its name, or that of a view).
final class SqliteReader implements DatasetReader {
  static final String FORMAT = "sqlite";

  private static final String TABLE = "table";
  private static final int SAMPLE_ROWS = 1000;
  private static final int MOST_COUNTED = 200;
  private static final int LARGEST_VALUE = 1 << 28;

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(ReaderOption.text(TABLE, List.of(), "The table or view that is read."));
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  static boolean recognises(byte[] head) {
    return Magic.starts(head, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ');
  }

  /// Opens the database for reading and for nothing else.
  static Connection connect(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    String location = path.toUri().getRawPath().replace("?", "%3f");
    SQLiteConnection connection =
        (SQLiteConnection)
            config.createConnection("jdbc:sqlite:file:" + location + "?mode=ro&immutable=1");
    try (Statement statement = connection.createStatement()) {
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma query_only = on");
      statement.execute("pragma cell_size_check = on");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static UserFailure unreadable(SourceFile file, SQLException cause) {
    return new UserFailure(
        file.name()
            + " cannot be read as SQLite ("
            + String.valueOf(cause.getMessage())
                .replaceFirst("^\\[[A-Z_]+]\\s*", "")
                .replaceFirst("\\.$", "")
            + "); fetch it again, or dump the table as CSV and import that.",
        cause);
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    Map<String, String> options = new HashMap<>(given);
    List<String> warnings = new ArrayList<>();
    try (LocalFile local = LocalFile.of(file);
        Connection connection = connect(local.path())) {
      Map<String, Long> tables = tables(connection, context);
      String table = options.computeIfAbsent(TABLE, key -> largest(file, tables, warnings));
      if (!tables.containsKey(table)) {
        throw new UserFailure(
            file.name()
                + " has no table named "
                + table
                + "; choose "
                + String.join(", ", tables.keySet())
                + ".");
      }
      List<String> fields = new ArrayList<>();
      for (String column : columns(connection, table)) {
        if (holdsContent(connection, table, column)) {
          warnings.add(DuckDb.bytesLeftOut(column));
        } else {
          fields.add(column);
        }
      }
      if (fields.isEmpty()) {
        throw new UserFailure(file.name() + " has no field that can be read in " + table + ".");
      }
      warnOfJournal(local.path(), warnings);
      return new Layout(options, fields, count(connection, table), warnings);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /// What is only in the journal beside the file is not seen.
  private static void warnOfJournal(Path path, List<String> warnings) throws IOException {
    Path journal = path.resolveSibling(path.getFileName() + "-wal");
    if (Files.exists(journal) && Files.size(journal) > 0) {
      warnings.add(
          "The newest changes are still in "
              + journal.getFileName()
              + " and are not read; close the program that writes the database and import again.");
    }
  }

  /// The tables and views with the numbers of their rows, −1 where nothing was counted.
  private static Map<String, Long> tables(Connection connection, TaskContext context)
      throws SQLException {
    Map<String, Long> tables = new java.util.LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select name, type = 'table' and sql not like 'create virtual%' from sqlite_schema"
                    + " where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'"
                    + " order by type, rowid")) {
      while (result.next()) {
        tables.put(result.getString(1), result.getBoolean(2) ? 0L : -1L);
      }
    }
    int counted = 0;
    for (Map.Entry<String, Long> table : tables.entrySet()) {
      context.checkCancelled();
      if (table.getValue() == 0 && counted++ < MOST_COUNTED) {
        table.setValue(count(connection, table.getKey()));
      }
    }
    return tables;
  }

  private static String largest(SourceFile file, Map<String, Long> tables, List<String> warnings) {
    if (tables.isEmpty()) {
      throw new UserFailure(file.name() + " has no table; there is nothing to import.");
    }
    String largest = tables.keySet().iterator().next();
    for (Map.Entry<String, Long> table : tables.entrySet()) {
      if (table.getValue() > tables.getOrDefault(largest, -1L)) {
        largest = table.getKey();
      }
    }
    String chosen = largest;
    List<String> others =
        tables.keySet().stream().filter(name -> !name.equals(chosen)).limit(20).toList();
    if (!others.isEmpty()) {
      warnings.add(
          "The table "
              + chosen
              + " is read, and "
              + String.join(", ", others)
              + (others.size() == 1 ? " is not." : " are not."));
    }
    return chosen;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select count(*) from " + DuckDb.identifier(table))) {
      return result.next() ? result.getLong(1) : -1;
    }
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("select name from pragma_table_xinfo(?) where hidden <> 1")) {
      statement.setString(1, table);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          columns.add(result.getString(1));
        }
      }
    }
    return columns;
  }

  private static boolean holdsContent(Connection connection, String table, String column)
      throws SQLException {
    String value = DuckDb.identifier(column);
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select 1 from (select "
                    + value
                    + " from "
                    + DuckDb.identifier(table)
                    + " limit "
                    + SAMPLE_ROWS
                    + ") where typeof("
                    + value
                    + ") = 'blob' and length("
                    + value
                    + ") > "
                    + ArrowReader.LONGEST_BYTES)) {
      return result.next();
    }
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    List<String> fields = layout.fields().stream().filter(columns::containsKey).toList();
    int[] targets = fields.stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
    String list =
        fields.isEmpty()
            ? "1"
            : String.join(", ", fields.stream().map(DuckDb::identifier).toList());
    String table = layout.options().getOrDefault(TABLE, "");
    String query = "select " + list + " from " + DuckDb.identifier(table);
    return new SqliteCursor(file, query, targets, layout.rows());
  }
}
