package outcrop.analysis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.WholeFile;

/// The rows that our import gives for a reading call, as a table of the database that takes the
/// place of the call.
///
/// @param rows rows that were read
/// @param refused rows that were quarantined
/// @param columns their number
/// @param options how the first file was read, every guess included
/// @param schema names and types of SQL
/// @param otherWidth whether the call declares another number of columns than the file has
record StandIn(
    long rows,
    long refused,
    int columns,
    Map<String, String> options,
    List<Column> schema,
    boolean otherWidth) {
  private static final String SOURCE = "filename";

  /// A column of the table.
  record Column(String name, String type) {}

  /// Whether the rows have a last field that the header does not name.
  boolean endsWithoutName() {
    return hasHeader() && columns > 1 && schema.get(columns - 1).name().matches("column\\d+");
  }

  boolean hasHeader() {
    return "true".equals(options.get("header"));
  }

  /// Imports the files of a call and writes their rows to a table.
  ///
  /// @param warnings gets what the preview says of its guesses
  /// @throws outcrop.analysis.task.UserFailure where the import refuses the files
  static StandIn load(
      ReadCall call, Path folder, DuckDBConnection database, String table, List<String> warnings)
      throws IOException, SQLException {
    Importer importer = new Importer(new DirectTaskRunner());
    ImportChoices choices = new ImportChoices(call);
    ImportPreview preview = importer.preview(choices.sources(folder), folder, TaskContext.NONE);
    warnings.addAll(preview.warnings());
    ImportSpec spec = choices.edit(preview);
    Path directory = Files.createTempDirectory("outcrop-conformance");
    try {
      Path store = directory.resolve("store");
      ReadReport report = importer.read(spec, folder, store, TaskContext.NONE);
      try (ColumnStore columns = StoredColumns.open(store)) {
        List<Column> schema = schema(call, choices, preview, columns);
        fill(database, table, columns, schema, call, folder.toString());
        return new StandIn(
            report.rows(),
            report.quarantinedCount(),
            choices.names(preview).size(),
            preview.spec().sources().getFirst().options(),
            schema,
            choices.isOfOtherWidth(preview));
      }
    } finally {
      WholeFile.deleteTree(directory);
    }
  }

  private static List<Column> schema(
      ReadCall call, ImportChoices choices, ImportPreview preview, ColumnStore columns) {
    List<String> names = new ArrayList<>(choices.names(preview));
    List<String> types = choices.types(names);
    List<FieldSpec> own = choices.own(preview);
    List<Column> schema = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < columns.schema().fields().size(); i++) {
      Field field = columns.schema().fields().get(i);
      boolean known = i < own.size();
      boolean file =
          !known
              && preview.spec().fields().size() > i
              && preview.spec().fields().get(i).source().equals(ImportSpec.FILE_NAME);
      String name = known ? names.get(i) : file ? SOURCE : field.name();
      for (int copy = 1; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
        name = (known ? names.get(i) : field.name()) + '_' + copy;
      }
      String declared = known ? types.get(i) : null;
      schema.add(
          new Column(
              name, declared == null || !isPlain(declared) ? DeclaredType.of(field) : declared));
    }
    for (int i = own.size(); i < names.size(); i++) {
      schema.add(new Column(names.get(i), types.get(i) == null ? "VARCHAR" : types.get(i)));
    }
    if (call.isSet("filename") && call.files().size() == 1) {
      schema.add(new Column(SOURCE, "VARCHAR"));
    }
    return schema;
  }

  /// Types that need no definition of their own and take the text of a cell.
  private static boolean isPlain(String type) {
    return DeclaredType.family(type) != DeclaredType.Family.TEXT
        || type.toUpperCase(Locale.ROOT).matches("VARCHAR|TEXT|TIME|UUID|JSON");
  }

  private static void fill(
      DuckDBConnection database,
      String table,
      ColumnStore columns,
      List<Column> schema,
      ReadCall call,
      String folder)
      throws SQLException {
    List<String> fields = columns.schema().fields().stream().map(Field::name).toList();
    List<String> texts = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      boolean hidden = schema.get(i).name().equals(SOURCE) && !call.isSet("filename");
      if (i < fields.size()) {
        texts.add("c" + i + " VARCHAR");
      }
      if (!hidden) {
        String cell =
            i < fields.size()
                ? "c" + i
                : schema.get(i).name().equals(SOURCE)
                    ? Conformance.literal(call.files().getFirst().replace("{DATA_DIR}", folder))
                    : "NULL";
        typed.add(
            "CAST("
                + cell
                + " AS "
                + schema.get(i).type()
                + ") AS "
                + quoted(schema.get(i).name()));
      }
    }
    String raw = table + "_text";
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE " + raw + " (" + String.join(", ", texts) + ")");
      try (DuckDBAppender appender = database.createAppender(raw)) {
        for (int row = 0; row < columns.rowCount(); row++) {
          appender.beginRow();
          for (String field : fields) {
            String text = columns.textAt(field, row);
            if (text == null) {
              appender.appendNull();
            } else {
              appender.append(text);
            }
          }
          appender.endRow();
        }
      }
      statement.execute(
          "CREATE TABLE " + table + " AS SELECT " + String.join(", ", typed) + " FROM " + raw);
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
