package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.WholeFile;

/// Writes Parquet: rows go into a table of a database with bounded memory, which then writes the
/// file.
final class ParquetRowWriter implements RowWriter {
  private static final String TABLE = "export_rows";

  private final Plan plan;
  private final Path spill;
  private final DuckDBConnection connection;
  private final List<Kind> kinds = new ArrayList<>();
  private final DuckDBAppender appender;

  private enum Kind {
    BIGINT,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMPTZ,
    VARCHAR,
    TEXT_LIST,
    BIGINT_LIST,
    DOUBLE_LIST,
    VECTOR;

    /// The type of the table's column: lists lie there as their JSON text.
    String stored() {
      return switch (this) {
        case TEXT_LIST, BIGINT_LIST, DOUBLE_LIST, VECTOR -> VARCHAR.name();
        case BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ, VARCHAR -> name();
      };
    }

    /// What stands in the file for a column of the table.
    String written(String column) {
      return switch (this) {
        case TEXT_LIST -> "from_json(" + column + ", '[\"VARCHAR\"]') as " + column;
        case BIGINT_LIST -> "from_json(" + column + ", '[\"BIGINT\"]') as " + column;
        case DOUBLE_LIST -> "cast(" + column + " as double[]) as " + column;
        case VECTOR -> "cast(" + column + " as float[]) as " + column;
        case BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ, VARCHAR -> column;
      };
    }
  }

  ParquetRowWriter(Plan plan) throws IOException {
    this.plan = plan;
    this.spill =
        Files.createDirectory(plan.target().resolveSibling(plan.target().getFileName() + "-spill"));
    plan.columns().forEach(column -> kinds.add(kind(column)));
    try {
      this.connection = DuckDb.open(spill);
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table " + TABLE + " (" + definitions() + ")");
      }
      this.appender = connection.createAppender(TABLE);
    } catch (SQLException e) {
      WholeFile.deleteTree(spill);
      throw failure(e);
    }
  }

  private static IOException failure(SQLException e) {
    return new IOException(DuckDb.sentence(e), e);
  }

  private String definitions() {
    List<String> parts = new ArrayList<>();
    String key = plan.options().keyField();
    if (key != null) {
      parts.add(DuckDb.identifier(key) + " VARCHAR");
    }
    for (int i = 0; i < kinds.size(); i++) {
      String name = plan.columns().get(i).field().name();
      parts.add(DuckDb.identifier(name) + ' ' + kinds.get(i).stored());
    }
    return String.join(", ", parts);
  }

  private String selected() {
    List<String> parts = new ArrayList<>();
    String key = plan.options().keyField();
    if (key != null) {
      parts.add(DuckDb.identifier(key));
    }
    for (int i = 0; i < kinds.size(); i++) {
      parts.add(kinds.get(i).written(DuckDb.identifier(plan.columns().get(i).field().name())));
    }
    return String.join(", ", parts);
  }

  private static Kind kind(Column column) {
    return switch (column) {
      case NumberColumn number -> number.integral() ? Kind.BIGINT : Kind.DOUBLE;
      case CategoryColumn category -> isBoolean(category) ? Kind.BOOLEAN : Kind.VARCHAR;
      case TextColumn _ -> Kind.VARCHAR;
      case ListColumn list ->
          switch (list.field().format()) {
            case INTEGER -> Kind.BIGINT_LIST;
            case DECIMAL -> Kind.DOUBLE_LIST;
            case PLAIN, BOOLEAN, DATE, DATETIME, INSTANT -> Kind.TEXT_LIST;
          };
      case VectorColumn _ -> Kind.VECTOR;
      case TimeColumn time ->
          switch (time.field().format()) {
            case DATE -> Kind.DATE;
            case DATETIME -> Kind.TIMESTAMP;
            case INSTANT, PLAIN, INTEGER, DECIMAL, BOOLEAN -> Kind.TIMESTAMPTZ;
          };
    };
  }

  private static boolean isBoolean(CategoryColumn column) {
    return column.field().format() == ValueFormat.BOOLEAN
        && column.dictionary().values().stream()
            .allMatch(text -> JsonCells.isBoolean(column, text));
  }

  @Override
  public void write(int row, @Nullable RowKey key) throws IOException {
    try {
      appender.beginRow();
      if (key != null) {
        appender.append(key.text());
      }
      for (int i = 0; i < kinds.size(); i++) {
        append(plan.columns().get(i), kinds.get(i), row);
      }
      appender.endRow();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void append(Column column, Kind kind, int row) throws SQLException {
    if (column.isMissing(row)) {
      appender.appendNull();
      return;
    }
    switch (column) {
      case NumberColumn number when kind == Kind.BIGINT -> appender.append(number.longAt(row));
      case NumberColumn number -> appender.append(number.at(row));
      case TimeColumn time when kind == Kind.DATE ->
          appender.appendEpochDays(
              (int) Math.floorDiv(time.microsAt(row), TimeColumn.MICROS_PER_DAY));
      case TimeColumn time when kind == Kind.TIMESTAMP ->
          appender.appendEpochMicros(time.microsAt(row));
      case TimeColumn time ->
          appender.append(
              Instant.EPOCH.plus(time.microsAt(row), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      case CategoryColumn _ when kind == Kind.BOOLEAN ->
          appender.append(Boolean.parseBoolean(column.textAt(row)));
      case CategoryColumn _, TextColumn _, ListColumn _, VectorColumn _ ->
          appender.append(column.textAt(row));
    }
  }

  @Override
  public void finish(TaskContext context) throws IOException {
    try (Statement statement = connection.createStatement()) {
      appender.close();
      context.checkCancelled();
      statement.execute(
          "copy (select "
              + selected()
              + " from "
              + TABLE
              + ") to "
              + DuckDb.literal(plan.target().toAbsolutePath().toString())
              + " (format parquet, compression zstd)");
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      WholeFile.deleteTree(spill);
    }
  }
}
