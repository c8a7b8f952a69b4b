package outcrop.analysis.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.query.GeneratedFilter;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.testing.GeneratedTable;
import outcrop.analysis.workspace.Workspace;

/// Programs written for selections, run by who they are written for, and compared cell by cell with
/// the rows that Outcrop has.
class SelectionCodeTest {
  private static final long SEED = 20_261_124;
  private static final int FILTERS = 60;
  private static final int PANDAS_FILTERS = 25;

  @TempDir static Path directory;
  private static final GeneratedTable TABLE = new GeneratedTable(SEED, 400);
  private static Workspace csv;
  private static Connection duckdb;

  @BeforeAll
  static void load() throws IOException, SQLException {
    Path file = directory.resolve("it's a table.csv");
    Files.writeString(file, text());
    csv = imported(file, "generated");
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    csv.close();
    duckdb.close();
  }

  private static String text() {
    StringBuilder text = new StringBuilder("name,kind,wide,i,big,x,t,d,text\n");
    for (int row = 0; row < TABLE.rows; row++) {
      Long t = TABLE.t[row];
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(TABLE.name[row]);
      cells.add(TABLE.kind[row]);
      cells.add(TABLE.wide[row]);
      cells.add(TABLE.i[row]);
      cells.add(TABLE.big[row]);
      cells.add(TABLE.x[row]);
      cells.add(t == null ? null : TimeColumn.textOf(t, ValueFormat.DATETIME));
      cells.add(TimeColumn.textOf(TABLE.d[row], ValueFormat.DATE));
      cells.add(TABLE.text[row]);
      text.append(
          cells.stream()
              .map(cell -> cell == null ? "" : "\"" + cell.toString().replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(",", "", "\n")));
    }
    return text.toString();
  }

  private static Workspace imported(Path file, String name) {
    DirectTaskRunner runner = new DirectTaskRunner();
    ImportPreview preview = new Importer(runner).preview(List.of(file), TaskContext.NONE);
    ImportSpec spec =
        new ImportSpec(
            preview.spec().sources(),
            preview.spec().fields().stream().map(SelectionCodeTest::withText).toList());
    Path project = directory.resolve(name + ".outcrop");
    Workspace.importInto(project, spec, directory, runner, TaskContext.NONE);
    Workspace workspace = Workspace.open(project, false, runner);
    workspace.textReady().join();
    return workspace;
  }

  private static FieldSpec withText(FieldSpec spec) {
    Field field = spec.field();
    return field.name().equals("text")
        ? new FieldSpec(spec.source(), field.withType(FieldType.TEXT), null, true)
        : spec;
  }

  private static String code(Workspace data, CodeLanguage language, Predicate predicate) {
    return new SelectionCode(data.codeSource(TaskContext.NONE), TaskContext.NONE)
        .of(language, predicate);
  }

  @Test
  void queriesGiveTheSameRowsForGeneratedFilters() throws SQLException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 0; n < FILTERS; n++) {
      Predicate predicate = GeneratedFilter.draw(random, TABLE, 2).predicate();
      String query = code(csv, CodeLanguage.SQL, predicate);
      assertEquals(
          rows(csv, csv.evaluator().evaluate(predicate)),
          rows(csv, query),
          "filter %d of seed %d: %s\n%s".formatted(n, SEED, predicate, query));
    }
  }

  @Test
  void rowsChosenOneByOneComeBack() throws SQLException {
    RowSet rows = RowSet.of(csv.columns().rowCount(), 3, 7, 399);
    String query =
        new SelectionCode(csv.codeSource(TaskContext.NONE), TaskContext.NONE)
            .of(CodeLanguage.SQL, rows);
    assertEquals(rows(csv, rows), rows(csv, query), query);
  }

  @Test
  void filtersThatSqlCanSayAreSaidAndNotListed() {
    List<Predicate> said =
        List.of(
            new Predicate.Range("i", "1", "5.5", true, false),
            new Predicate.Range("x", "0.1", null, false, true),
            new Predicate.In("name", List.of("Ann", "O'Neil")),
            new Predicate.Not(new Predicate.In("x", List.of("NaN", "1"))),
            new Predicate.Range("t", "2023-12", null, true, true),
            new Predicate.Query("text:\"good bad\" OR name:ann*"));
    for (Predicate predicate : said) {
      String query = code(csv, CodeLanguage.SQL, predicate);
      assertTrue(
          query.contains("read_csv(") && !query.contains("row_number in"),
          "The filter has an equal in SQL: " + predicate + "\n" + query);
    }
  }

  @Test
  void wordsThatNoExpressionFindsBecomeRowNumbers() throws SQLException {
    Predicate fuzzy = new Predicate.Query("text:god~1");
    String query = code(csv, CodeLanguage.SQL, fuzzy);
    assertTrue(query.contains("-- Not said as a condition: the search for words in text."), query);
    assertEquals(rows(csv, csv.evaluator().evaluate(fuzzy)), rows(csv, query), query);
  }

  @Test
  void refusedRowsAndRenamedFieldsAreLikeInTheImport() throws IOException, SQLException {
    StringBuilder text = new StringBuilder("id;n;when\n");
    for (int i = 0; i < 300; i++) {
      text.append(i % 100 == 50 ? "r;x;y;z\n" : i % 100 == 70 ? "bad;so so;02/01/2024\n" : "")
          .append("r%d;%d;%02d/03/2024\n".formatted(i, i % 9, 1 + i % 28));
    }
    Path file = directory.resolve("refused.csv");
    Files.writeString(file, text);
    try (Workspace data = imported(file, "refused")) {
      assertTrue(data.report().quarantinedCount() >= 3, "Some rows are refused");
      Predicate predicate = new Predicate.Range("n", "3", "6", true, true);
      String query = code(data, CodeLanguage.SQL, predicate);
      assertTrue(query.contains("read_csv("), query);
      assertEquals(rows(data, data.evaluator().evaluate(predicate)), rows(data, query), query);
    }
  }

  @Test
  void jsonAndParquetSourcesAreReadAsTheyAre() throws IOException, SQLException {
    Path json = directory.resolve("lines.jsonl");
    Files.writeString(
        json,
        """
        {"a": 1, "deep": {"b": "x", "c": null}, "tag": "one", "tags": ["p", "q"], "ns": [1, 2.5]}
        {"a": 2.5, "deep": {"b": "y\\"z"}, "tag": "", "tags": [], "ns": [3]}
        {"a": null, "tag": "three", "deep": {"b": "x"}, "tags": ["q"]}
        """);
    Path parquet = directory.resolve("table.parquet");
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(
          "copy (select i as n, i % 3 = 0 as flag, date '2024-01-01' + i::integer as d, 'v' || (i %"
              + " 5) as v, i / 7 as x from range(100) t(i)) to "
              + Sql.text(parquet.toString())
              + " (format parquet)");
    }
    for (Predicate predicate :
        List.of(
            new Predicate.In("deep.b", List.of("x")),
            new Predicate.Range("a", "2", null, true, true),
            new Predicate.In("tags", List.of("p")),
            new Predicate.Range("ns", "2", null, true, true),
            new Predicate.Query("tags:q"),
            new Predicate.Not(new Predicate.In("tag", List.of("one"))))) {
      same(json, "json" + predicate.hashCode(), predicate);
    }
    for (Predicate predicate :
        List.of(
            new Predicate.In("flag", List.of("true")),
            new Predicate.Range("d", "2024-02", "2024-03-10", true, true),
            new Predicate.Range("x", "0.3", "7", false, true))) {
      same(parquet, "parquet" + predicate.hashCode(), predicate);
    }
  }

  private static void same(Path file, String name, Predicate predicate) throws SQLException {
    try (Workspace data = imported(file, name)) {
      String query = code(data, CodeLanguage.SQL, predicate);
      assertTrue(query.contains(" read_"), "The source is read and not copied: " + query);
      assertEquals(rows(data, data.evaluator().evaluate(predicate)), rows(data, query), query);
    }
  }

  @Test
  void pandasGivesTheSameRows() throws IOException, InterruptedException {
    assumeTrue(
        exit(List.of(python(), "-c", "import pandas")) == 0,
        "There is no python3 with pandas; install it, or name it with -Doutcrop.python=PATH");
    SplittableRandom random = new SplittableRandom(SEED + 1);
    StringBuilder program = new StringBuilder();
    List<List<List<@Nullable String>>> expected = new ArrayList<>();
    for (int n = 0; n < PANDAS_FILTERS; n++) {
      Predicate predicate = GeneratedFilter.draw(random, TABLE, 2).predicate();
      expected.add(rows(csv, csv.evaluator().evaluate(predicate)));
      program.append(code(csv, CodeLanguage.PANDAS, predicate)).append(PRINT);
    }
    Path script = directory.resolve("programs.py");
    Path answers = directory.resolve("answers.txt");
    Files.writeString(script, program);
    int code = exit(List.of(python(), script.toString(), answers.toString()));
    assertEquals(0, code, () -> "The programs run: " + program);
    List<String> lines = Files.readAllLines(answers);
    for (int n = 0; n < PANDAS_FILTERS; n++) {
      assertEquals(
          expected.get(n).stream()
              .map(row -> row.get(2) + "/" + row.get(3) + "/" + row.get(4) + "/" + row.get(8))
              .toList()
              .toString(),
          lines.get(n),
          "filter " + n + " of seed " + (SEED + 1));
    }
  }

  private static final String PRINT =
      """
      import sys
      with open(sys.argv[1], 'a', encoding='utf-8') as out:
          texts = rows.astype('string').fillna('null')
          lines = texts['wide'] + '/' + texts['i'] + '/' + texts['big'] + '/' + texts['text']
          out.write('[' + ', '.join(lines.tolist()) + ']\\n')
      """;

  private static String python() {
    return System.getProperty("outcrop.python", "python3");
  }

  private static int exit(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }

  private static List<List<@Nullable String>> rows(Workspace data, RowSet rows) {
    List<Column> columns =
        data.columns().schema().fields().stream()
            .map(field -> data.columns().column(field.name()))
            .toList();
    List<List<@Nullable String>> table = new ArrayList<>();
    rows.forEach(
        row -> {
          List<@Nullable String> cells = new ArrayList<>();
          columns.forEach(column -> cells.add(column.textAt(row)));
          table.add(cells);
        });
    return table;
  }

  private static List<List<@Nullable String>> rows(Workspace data, String query)
      throws SQLException {
    List<Field> fields = data.columns().schema().fields();
    List<List<@Nullable String>> table = new ArrayList<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
          cells.add(cell(fields.get(i), result.getObject(i + 1)));
        }
        table.add(cells);
      }
    }
    return table;
  }

  private static @Nullable String cell(Field field, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number ->
          field.format() == ValueFormat.INTEGER
              ? value.toString()
              : outcrop.analysis.column.NumberColumn.textOf(number);
      case java.sql.Array list -> elements(list);
      case LocalDate day -> day.toString();
      case Timestamp time -> moment(time.toLocalDateTime(), field.format());
      case LocalDateTime time -> moment(time, field.format());
      default -> value.toString();
    };
  }

  private static String elements(java.sql.Array list) {
    try {
      return java.util.Arrays.stream((Object[]) list.getArray())
          .map(
              element ->
                  element instanceof Double number
                      ? outcrop.analysis.column.NumberColumn.textOf(number)
                      : "\"" + element + "\"")
          .collect(Collectors.joining(",", "[", "]"));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String moment(LocalDateTime time, ValueFormat format) {
    return TimeColumn.textOf(
        time.toEpochSecond(java.time.ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000, format);
  }
}
