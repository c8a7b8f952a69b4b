package outcrop.analysis.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// The images inside the Parquet files of a dataset, each read by its row: of a file, the row group
/// that holds it and no other. All share one database with bounded memory, which is opened when the
/// first image is asked for and reads one image at a time.
///
/// Only the files of the dataset are ever opened: a reference finds its file among them by name.
final class ParquetImages implements AutoCloseable {
  private static final Pattern PLACE = Pattern.compile("#(\\d{1,18})/(.+)", Pattern.DOTALL);

  private final Map<String, Set<Path>> files;
  private final Map<Path, Map<String, String>> expressions = new HashMap<>();
  private @Nullable Path spill;
  private @Nullable DuckDBConnection connection;
  private boolean closed;

  /// @param files by the names that references begin with, where several have one name all of them
  ParquetImages(Map<String, Set<Path>> files) {
    this.files = Map.copyOf(files);
  }

  /// The text of a cell whose image lies in a row of a file.
  ///
  /// @param row from 0
  static String reference(String file, long row, String field) {
    return file + '#' + row + '/' + field;
  }

  /// The image that `NAME#ROW/FIELD` names; empty where the text names none of these files.
  Optional<ImageSource> find(String text) {
    for (int hash = text.indexOf('#'); hash > 0; hash = text.indexOf('#', hash + 1)) {
      String name = text.substring(0, hash);
      Set<Path> named = files.getOrDefault(name, Set.of());
      Matcher place = PLACE.matcher(text).region(hash, text.length());
      if (named.size() > 1 && place.matches()) {
        String sentence =
            "Several files are named " + name + ", so " + text + " is not looked up; rename one.";
        return Optional.of(new ImageSource.Unavailable(text, sentence));
      }
      if (named.size() == 1 && place.matches()) {
        Path file = named.iterator().next();
        long row = Long.parseLong(place.group(1));
        String field = place.group(2);
        return Optional.of(new ImageSource.OfBytes(text, -1, () -> open(text, file, row, field)));
      }
    }
    return Optional.empty();
  }

  private synchronized InputStream open(String name, Path path, long row, String field)
      throws IOException {
    SourceFile file = SourceFile.plain(path);
    try {
      DuckDBConnection database = database();
      String expression = expressions(database, path).get(field);
      byte[] bytes = expression == null ? null : bytes(database, path, expression, row);
      if (bytes == null) {
        throw new UserFailure(
            name + " is no longer in " + file.name() + "; read the sources again.");
      }
      return new ByteArrayInputStream(bytes);
    } catch (SQLException e) {
      throw DuckDb.isOutOfMemory(e)
          ? new UserFailure(
              name
                  + " lies in a row group too large to be read at once; write "
                  + file.name()
                  + " again with smaller row groups or pages.",
              e)
          : ParquetReader.unreadable(file, e);
    }
  }

  private DuckDBConnection database() throws IOException, SQLException {
    if (closed) {
      throw new CancellationException("The project is being closed.");
    }
    DuckDBConnection open = connection;
    if (open == null) {
      Path folder = spill == null ? Files.createTempDirectory("outcrop-images") : spill;
      spill = folder;
      open = DuckDb.open(folder);
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute("SET threads = 1");
      }
    }
    return open;
  }

  /// SQL for the bytes of each field of images.
  private Map<String, String> expressions(DuckDBConnection database, Path path)
      throws SQLException {
    Map<String, String> known = expressions.get(path);
    if (known == null) {
      known = new HashMap<>();
      for (ParquetReader.Column column : ParquetReader.columns(database, path, true)) {
        if (column.image() != null) {
          known.put(column.name(), column.image().bytes());
        }
      }
      expressions.put(path, known);
    }
    return known;
  }

  private static byte @Nullable [] bytes(
      DuckDBConnection database, Path path, String expression, long row) throws SQLException {
    String query = "select " + expression + ParquetReader.from() + " limit 1 offset ?";
    try (PreparedStatement statement = database.prepareStatement(query)) {
      statement.setString(1, DuckDb.exactPath(path));
      statement.setLong(2, row);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getBytes(1) : null;
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (connection != null) {
        connection.close();
        connection = null;
      }
      if (spill != null) {
        WholeFile.deleteTree(spill);
        spill = null;
      }
    } catch (SQLException | IOException leftBehind) {
      // Only what was read is let go; the system clears its temporary files.
      return;
    }
  }
}
