package outcrop.analysis.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import outcrop.analysis.conformance.Outcome.Verdict;
import outcrop.analysis.task.UserFailure;

/// Answers the statements of a database's test suite from what our import gives: each reading call
/// is replaced by a table with the rows that we read, and the database evaluates the rest.
final class Conformance {
  private static final int SHOWN = 160;
  private static final double FEW = 0.001;

  private final Statement statement;
  private final List<ReadCall> calls;
  private final List<String> warnings = new ArrayList<>();
  private final List<StandIn> read = new ArrayList<>();
  private long misfits;
  private boolean otherWidth;

  private Conformance(Statement statement) {
    this.statement = statement;
    this.calls = ReadCall.of(statement.sql());
  }

  /// Answers all statements.
  ///
  /// @param data the folder of real datasets
  static List<Outcome> all(Path data) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Statement statement : Statement.all(data)) {
      Optional<Scope.Rule> outside = Scope.outside(statement);
      outcomes.add(
          outside.isPresent()
              ? outcome(statement, "none", Verdict.OUT_OF_SCOPE, outside.get().reason())
              : new Conformance(statement).outcome());
    }
    return outcomes;
  }

  private Outcome outcome() {
    if (calls.isEmpty()) {
      return outcome(statement, "none", Verdict.OUT_OF_SCOPE, "It reads no file.");
    }
    String format = calls.getFirst().format();
    String difference = difference();
    if (difference.isEmpty()) {
      return outcome(statement, format, Verdict.AGREES, "");
    }
    Optional<String> warned = Scope.warned(warnings);
    if (warned.isPresent()) {
      return outcome(statement, format, Verdict.DIFFERS_ON_PURPOSE, warned.get());
    }
    if (otherWidth) {
      return outcome(statement, format, Verdict.DIFFERS_ON_PURPOSE, Scope.OTHER_WIDTH);
    }
    Optional<String> said = Scope.said(difference, read.isEmpty() ? null : read.getFirst());
    if (said.isPresent()) {
      return outcome(statement, format, Verdict.DIFFERS_ON_PURPOSE, said.get());
    }
    return Scope.onPurpose(statement)
        .map(rule -> outcome(statement, format, Verdict.DIFFERS_ON_PURPOSE, rule.reason()))
        .orElseGet(() -> outcome(statement, format, Verdict.DISAGREES, difference));
  }

  private static Outcome outcome(
      Statement statement, String format, Verdict verdict, String words) {
    String data = statement.folder().getParent() + "/";
    return new Outcome(statement, format, verdict, words.replace(data, ""));
  }

  /// What differs, empty where nothing does.
  private String difference() {
    boolean mustFail = statement.kind() == Statement.Kind.MUST_FAIL;
    try (DuckDBConnection database =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
      List<StandIn> tables = new ArrayList<>();
      for (ReadCall call : calls) {
        tables.add(
            StandIn.load(call, statement.folder(), database, "our_" + tables.size(), warnings));
        otherWidth |= tables.getLast().otherWidth();
        misfits += tables.getLast().refused();
        read.add(tables.getLast());
      }
      if (mustFail) {
        boolean refused = tables.stream().anyMatch(table -> table.refused() > 0);
        return refused ? "" : "must fail, but is read without a refused row";
      }
      return statement.kind() == Statement.Kind.VALUES
          ? values(database, tables)
          : counts(database, tables);
    } catch (UserFailure e) {
      return mustFail || isEmptyAsExpected(e) ? "" : "is refused: " + e.getMessage();
    } catch (SQLException | IOException | RuntimeException e) {
      return "fails: " + e.toString().lines().findFirst().orElse("");
    }
  }

  /// A file without any row gives no dataset here; the database gives an empty table.
  private boolean isEmptyAsExpected(UserFailure failure) {
    boolean nothing = statement.expected().isEmpty() || statement.expected().equals("0");
    return statement.kind() == Statement.Kind.VALUES
        && nothing
        && failure.getMessage().matches("(?s).*(is empty|no row|nothing to import|holds no).*");
  }

  private String values(DuckDBConnection database, List<StandIn> tables) throws SQLException {
    List<List<String>> expected = statement.expectedRows();
    if (calls.getFirst().function().equals("copy")
        || statement.sql().matches("(?is)^\\s*insert.*")) {
      return rowCount(Long.parseLong(statement.expected().strip()), tables);
    }
    if (calls.getFirst().function().contains("objects")) {
      // Whole objects as text are the database's; the number of rows says that all were found.
      return statement.sql().contains("count(*)")
          ? rowCount(Long.parseLong(statement.expected().strip()), tables)
          : rowCount(expected.size(), tables);
    }
    String sql = statement.located(rewritten(database, tables));
    List<List<String>> actual = new ArrayList<>();
    try (java.sql.Statement query = database.createStatement()) {
      query.execute("SET TimeZone = 'UTC'");
      query.execute("PREPARE v1 AS SELECT * FROM our_0");
      try (ResultSet rows = query.executeQuery(sql)) {
        int width = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            String cell = rows.getString(i);
            row.add(cell == null ? "NULL" : cell.replace("\n", "\\n"));
          }
          actual.add(row);
        }
      }
    }
    return compared(expected, actual);
  }

  private static String rowCount(long expected, List<StandIn> tables) {
    long rows = tables.stream().mapToLong(StandIn::rows).sum();
    return rows == expected ? "" : rows + " rows instead of " + expected;
  }

  /// The statement with our tables in the place of its calls.
  private String rewritten(DuckDBConnection database, List<StandIn> tables) throws SQLException {
    StringBuilder sql = new StringBuilder(statement.sql());
    for (int i = calls.size() - 1; i >= 0; i--) {
      ReadCall call = calls.get(i);
      String name = "our_" + i;
      if (call.function().equals("sniff_csv")) {
        name = "sniffed_" + i;
        sniff(database, name, tables.get(i));
      }
      sql.replace(call.start(), call.end(), name);
    }
    String text = sql.toString();
    return text.matches("(?is)^\\s*execute.*") ? "SELECT * FROM our_0" : text;
  }

  /// What we found out about a file, as the database shows what it found out.
  private static void sniff(DuckDBConnection database, String name, StandIn table)
      throws SQLException {
    Map<String, String> options = table.options();
    String columns =
        table.schema().stream()
            .map(
                column ->
                    "{'name': "
                        + literal(column.name())
                        + ", 'type': "
                        + literal(column.type())
                        + "}")
            .collect(Collectors.joining(", ", "[", "]"));
    String quote = options.getOrDefault("quote", "none");
    List<String> values =
        List.of(
            options.getOrDefault("delimiter", ",").replace("tab", "\t"),
            quote.equals("none") ? "" : quote,
            options.getOrDefault("escape", "doubled").replace("doubled", quote).replace("none", ""),
            "\\n",
            options.getOrDefault("comment", "").replace("none", ""),
            options.getOrDefault("skip", "0"),
            options.getOrDefault("header", "").equals("true") ? "1" : "0",
            "NULL",
            "NULL",
            "NULL",
            "NULL");
    try (java.sql.Statement statement = database.createStatement()) {
      statement.execute(
          values.stream()
              .map(Conformance::literal)
              .collect(
                  Collectors.joining(
                      ", ",
                      "CREATE TABLE " + name + " AS SELECT * FROM (VALUES (",
                      ", "
                          + columns
                          + ")) t(Delimiter, Quote, Escape, NewLineDelimiter, Comment,"
                          + " SkipRows, HasHeader, DateFormat, TimestampFormat, UserArguments,"
                          + " Prompt, Columns)")));
    }
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private String compared(List<List<String>> expected, List<List<String>> actual) {
    if (calls.getFirst().function().equals("sniff_csv") && expected.getFirst().size() == 12) {
      return sniffed(expected.getFirst(), actual.getFirst());
    }
    if (expected.size() != actual.size()) {
      return actual.size() + " rows instead of " + expected.size();
    }
    String inOrder = firstDifference(expected, actual);
    if (inOrder.isEmpty()) {
      return "";
    }
    Comparator<List<String>> order = Comparator.comparing(row -> String.join("\t", row));
    return firstDifference(
                expected.stream().sorted(order).toList(), actual.stream().sorted(order).toList())
            .isEmpty()
        ? ""
        : inOrder;
  }

  /// Of what is found out about a file, the delimiter, the header and the columns decide what is
  /// read; the database leaves the quote open where none occurs.
  private static String sniffed(List<String> expected, List<String> actual) {
    int[][] pairs = {{0, 0}, {6, 6}, {7, 11}};
    for (int[] pair : pairs) {
      String wanted = expected.get(pair[0]);
      String given = actual.get(pair[1]);
      if (!CellRule.same(wanted, given)) {
        return cut(given) + " instead of " + cut(wanted);
      }
    }
    return "";
  }

  private static String firstDifference(List<List<String>> expected, List<List<String>> actual) {
    for (int row = 0; row < expected.size(); row++) {
      List<String> wanted = expected.get(row);
      List<String> given = actual.get(row);
      if (wanted.size() != given.size()) {
        return given.size() + " columns instead of " + wanted.size();
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (!CellRule.same(wanted.get(i), given.get(i))) {
          return "row "
              + (row + 1)
              + ", column "
              + (i + 1)
              + ": "
              + cut(given.get(i))
              + " instead of "
              + cut(wanted.get(i));
        }
      }
    }
    return "";
  }

  private static String cut(String text) {
    return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + '…' : text) + '"';
  }

  /// Where no values are stated, the database itself says how many rows and columns a file has; a
  /// call that it cannot answer outside its test must only be read.
  private String counts(DuckDBConnection database, List<StandIn> tables) throws SQLException {
    for (int i = 0; i < calls.size(); i++) {
      ReadCall call = calls.get(i);
      if (call.function().equals("copy") || call.function().equals("sniff_csv")) {
        continue;
      }
      String text = statement.located(statement.sql().substring(call.start(), call.end()));
      long rows;
      int columns;
      try (java.sql.Statement query = database.createStatement();
          ResultSet described =
              query.executeQuery("SELECT count(*) FROM (DESCRIBE SELECT * FROM " + text + ")")) {
        described.next();
        columns = described.getInt(1);
        // Counting alone would not look at the cells.
        query.execute("CREATE OR REPLACE TABLE theirs AS SELECT * FROM " + text);
        try (ResultSet counted = query.executeQuery("SELECT count(*) FROM theirs")) {
          counted.next();
          rows = counted.getLong(1);
        }
      } catch (SQLException e) {
        continue;
      }
      if (misfits > 0
          && rows == tables.get(i).rows() + misfits
          && misfits <= FEW * tables.get(i).rows()) {
        return Scope.FEW_MISFITS;
      }
      if (rows != tables.get(i).rows()) {
        return tables.get(i).rows() + " rows instead of " + rows;
      }
      boolean flattened = call.format().equals("json");
      if (columns == 1 && tables.get(i).columns() > 1 && call.text("delim", "sep").isEmpty()) {
        return Scope.WHOLE_LINES;
      }
      if (!flattened && columns != tables.get(i).columns()) {
        return tables.get(i).columns() + " columns instead of " + columns;
      }
    }
    return "";
  }
}
