package outcrop.analysis.io;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/// Opens databases in memory that read and write files for us, with bounded memory.
public final class DuckDb {
  private static final String MEMORY = "512MB";

  private DuckDb() {}

  /// @param spill an existing directory for what does not fit into memory
  public static DuckDBConnection open(Path spill) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("temp_directory", spill.toString());
    properties.setProperty("preserve_insertion_order", "true");
    properties.setProperty("autoinstall_known_extensions", "false");
    DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /// A name as SQL takes it.
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text as SQL takes it.
  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /// A path as the file functions take it, which would read `*`, `?` and `[` as patterns.
  static String exactPath(Path path) {
    return path.toAbsolutePath().toString().replaceAll("([*?\\[])", "[$1]");
  }

  /// Says that a field of bytes is not read.
  static String bytesLeftOut(String field) {
    return "The field "
        + field
        + " holds raw bytes, not values, and is left out; write what the bytes mean into a field of"
        + " its own to use it.";
  }

  /// Whether reading needed more memory than the database may take.
  static boolean isOutOfMemory(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("Out of Memory")
        || failure.getCause() instanceof SQLException inner && isOutOfMemory(inner);
  }

  /// The first line of what the database says, without the kind of error.
  static String sentence(SQLException failure) {
    Throwable cause = failure.getCause() instanceof SQLException inner ? inner : failure;
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    String plain = message.replaceFirst("^(.{0,40}Error: )+", "").replaceFirst("\\.$", "");
    return plain.equals("Invalid result set")
        ? "its values are encrypted, damaged, encoded in a way that is not known, or one page of"
            + " them is larger than 512 MB"
        : plain;
  }
}
