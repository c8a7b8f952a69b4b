package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageFormat;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads Parquet through DuckDB. Structs become dotted fields down to [JsonRowParser#DEEPEST]
/// levels, other nested values JSON text.
///
/// A field whose bytes are images, and a struct of such `bytes` and a `path`, becomes one field of
/// references to them, `NAME#ROW/FIELD`; nothing is copied. Where a row has the path only, that is
/// the reference. The path stays a field of its own. In a packed file, which is not read by its
/// rows, such bytes are left out.
///
/// Other bytes that the file does not call text are read as text where the first rows look like it
/// (old programs wrote texts so), in hexadecimal where they are short, as keys and hashes are;
/// fields of longer bytes are left out.
final class ParquetReader implements DatasetReader {
  static final String FORMAT = "parquet";

  private static final int SAMPLE_ROWS = 1000;

  /// So many values of bytes are looked at for images, and so many bytes of each.
  private static final int SAMPLE_IMAGES = 64;

  private static final int HEAD_BYTES = 64;

  /// Longer JSON that holds bytes is content.
  private static final int LONGEST_NESTED = 4096;

  private static final String BYTES = "BLOB";

  /// The members of a struct that holds an image, as data sets of images are mostly written.
  private static final StructType.Member IMAGE_BYTES = new StructType.Member("bytes", BYTES);

  private static final StructType.Member IMAGE_PATH = new StructType.Member("path", "VARCHAR");

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

  @Override
  public boolean refersInside() {
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
    /// As an empty text where the image lies in the file, else as the path of it.
    IMAGE,
    /// Bytes, until the first rows say what they are.
    BYTES,
    /// JSON with bytes in it, until the first rows say how long they are.
    NESTED_BYTES,
    NONE
  }

  /// @param expression SQL that gives the value
  /// @param image where the images are that the values name, null where they name none
  record Column(String name, String expression, Transfer transfer, @Nullable ImagePlace image) {
    Column(String name, String expression, Transfer transfer) {
      this(name, expression, transfer, null);
    }

    Column named(String other) {
      return new Column(other, expression, transfer, image);
    }
  }

  /// Bytes that may be images.
  ///
  /// @param field what their field is called if they are
  /// @param leaf the path of the bytes in the schema of the file, as the database writes it
  /// @param bytes SQL that gives them
  /// @param path SQL that gives the path of an image elsewhere, null where there is none
  record ImagePlace(String field, String leaf, String bytes, @Nullable String path) {}

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, FieldHint> hints = new HashMap<>();
    try (LocalFile local = LocalFile.of(file);
        DuckDBConnection connection = DuckDb.open(local.spill())) {
      List<Column> columns = columns(connection, local.path(), isInPlace(file));
      for (Column column : columns) {
        hint(column, columns, hints);
        if (column.transfer() == Transfer.NONE) {
          warnings.add(DuckDb.bytesLeftOut(column.name()));
        } else {
          names.add(column.name());
        }
      }
      if (names.isEmpty()) {
        throw new UserFailure(file.name() + " has no field that can be read.");
      }
      return new Layout(given, names, rows(connection, local), warnings, hints);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /// Whether rows of a file can be read again without unpacking it.
  static boolean isInPlace(SourceFile file) {
    return file.compression() == Compression.NONE;
  }

  /// Images are images, and a path beside their bytes is the name that one had elsewhere.
  private static void hint(Column column, List<Column> all, Map<String, FieldHint> hints) {
    if (column.image() == null) {
      return;
    }
    hints.put(column.name(), new FieldHint(FieldType.IMAGE, null));
    for (Column other : all) {
      if (other.expression().equals(column.image().path())) {
        hints.put(other.name(), new FieldHint(FieldType.CATEGORY, null));
      }
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

  /// @param inPlace whether images can be read from the file later
  static List<Column> columns(DuckDBConnection connection, Path path, boolean inPlace)
      throws SQLException {
    List<Column> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select *" + FROM + " limit 0")) {
      query.setString(1, DuckDb.exactPath(path));
      try (ResultSet result = query.executeQuery()) {
        ResultSetMetaData types = result.getMetaData();
        for (int i = 1; i <= types.getColumnCount(); i++) {
          String name = types.getColumnName(i);
          String type = types.getColumnTypeName(i);
          add(new Typed(name, name, DuckDb.identifier(name), type), 1, found);
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : found) {
      columns.add(
          switch (column.transfer()) {
            case BYTES -> bytes(column, connection, path, inPlace);
            case NESTED_BYTES -> nestedBytes(column, connection, path);
            default -> column;
          });
    }
    List<String> names =
        FieldNames.unique(columns.stream().map(Column::name).toList(), new ArrayList<>());
    for (int i = 0; i < names.size(); i++) {
      columns.set(i, columns.get(i).named(names.get(i)));
    }
    return columns;
  }

  /// A value of the database's type.
  ///
  /// @param leaf its path in the schema of the file, as the database writes it
  private record Typed(String name, String leaf, String expression, String type) {
    Typed member(StructType.Member member) {
      return new Typed(
          name + '.' + member.name(),
          leaf + ", " + member.name(),
          "struct_extract(" + expression + ", " + DuckDb.literal(member.name()) + ")",
          member.type());
    }
  }

  private static void add(Typed value, int depth, List<Column> columns) {
    List<StructType.Member> members = StructType.members(value.type());
    if (members.isEmpty() || depth >= JsonRowParser.DEEPEST) {
      columns.add(
          value.type().equals(BYTES)
              ? candidate(value, value.name(), null)
              : column(value.name(), value.expression(), value.type()));
      return;
    }
    for (StructType.Member member : members) {
      Typed inner = value.member(member);
      if (member.equals(IMAGE_BYTES) && members.contains(IMAGE_PATH)) {
        String path = value.member(IMAGE_PATH).expression();
        columns.add(candidate(inner, value.name(), path));
      } else {
        add(inner, depth + 1, columns);
      }
    }
  }

  private static Column candidate(Typed bytes, String field, @Nullable String path) {
    ImagePlace place = new ImagePlace(field, bytes.leaf(), bytes.expression(), path);
    return new Column(bytes.name(), bytes.expression(), Transfer.BYTES, place);
  }

  /// What the first rows say about bytes of no stated meaning.
  private static Column bytes(
      Column column, DuckDBConnection connection, Path path, boolean inPlace) throws SQLException {
    ImagePlace place = column.image();
    if (inPlace && place != null && areImages(place, connection, path)) {
      return new Column(place.field(), reference(place, connection, path), Transfer.IMAGE, place);
    }
    String value = column.expression();
    String decoded = "try(decode(v))";
    String looksLikeText =
        decoded
            + " is not null and not regexp_matches("
            + decoded
            + ", '[\\x00-\\x08\\x0e-\\x1f]')";
    String hex = "lower(hex(" + value + "))";
    Sample sample = sample(value, "octet_length(v)", looksLikeText, connection, path);
    if (sample.text()) {
      String text = "coalesce(try(decode(" + value + ")), " + hex + ")";
      return new Column(column.name(), text, Transfer.TEXT);
    }
    return sample.longest() <= ArrowReader.LONGEST_BYTES
        ? new Column(column.name(), hex, Transfer.TEXT)
        : new Column(column.name(), value, Transfer.NONE);
  }

  /// Whether most of the first values begin like images. Drawings in letters are read as texts.
  private static boolean areImages(ImagePlace place, DuckDBConnection connection, Path path)
      throws SQLException {
    String query =
        "select v[1:"
            + HEAD_BYTES
            + "] from (select "
            + place.bytes()
            + " as v"
            + FROM
            + " limit "
            + SAMPLE_ROWS
            + ") where v is not null limit "
            + SAMPLE_IMAGES;
    int values = 0;
    int images = 0;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, DuckDb.exactPath(path));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          values++;
          Optional<ImageFormat> format = ImageFormat.ofBytes(result.getBytes(1));
          images += format.isPresent() && format.get() != ImageFormat.SVG ? 1 : 0;
        }
      }
    }
    return images * 2 > values;
  }

  /// SQL for the reference of a row, which reads the bytes only where the file does not say that
  /// every row has some.
  private static String reference(ImagePlace place, DuckDBConnection connection, Path path)
      throws SQLException {
    String query =
        "select bool_and(coalesce(stats_null_count, 1) = 0) from parquet_metadata(?)"
            + " where path_in_schema = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, DuckDb.exactPath(path));
      statement.setString(2, place.leaf());
      try (ResultSet result = statement.executeQuery()) {
        if (result.next() && result.getBoolean(1)) {
          return "''";
        }
      }
    }
    String elsewhere = place.path() == null ? "null" : "nullif(" + place.path() + ", '')";
    return "case when " + place.bytes() + " is not null then '' else " + elsewhere + " end";
  }

  private static Column nestedBytes(Column column, DuckDBConnection connection, Path path)
      throws SQLException {
    Sample sample = sample(column.expression(), "length(v)", "true", connection, path);
    Transfer transfer = sample.longest() <= LONGEST_NESTED ? Transfer.TEXT : Transfer.NONE;
    return new Column(column.name(), column.expression(), transfer);
  }

  /// @param text whether all values look like text
  private record Sample(long longest, boolean text) {}

  private static Sample sample(
      String value, String length, String test, DuckDBConnection connection, Path path)
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
      statement.setString(1, DuckDb.exactPath(path));
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
      return new Column(name, json, type.contains(BYTES) ? Transfer.NESTED_BYTES : Transfer.TEXT);
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
