package outcrop.analysis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One statement with the outcome that the database's own tests expect of it.
///
/// @param number its place in the list of expectations, from 0
/// @param test the file of the test suite that it stands in
/// @param kind what is expected
/// @param sql with the folder of the data still called `{DATA_DIR}`
/// @param expected rows with tabs between cells, or words of the error message
/// @param folder where the data is
record Statement(int number, String test, Kind kind, String sql, String expected, Path folder) {
  /// What a statement must do.
  enum Kind {
    /// Give the rows that are listed.
    VALUES("values"),
    /// Succeed.
    READABLE("readable"),
    /// Fail.
    MUST_FAIL("must fail"),
    /// Do either.
    EITHER("either");

    final String word;

    Kind(String word) {
      this.word = word;
    }

    private static Kind of(String name) {
      if (name.startsWith("query")) {
        return VALUES;
      }
      return switch (name) {
        case "statement ok" -> READABLE;
        case "statement error" -> MUST_FAIL;
        default -> EITHER;
      };
    }
  }

  static final String LIST = "expected/shared_duckdb_sqllogic_expectations.json";
  private static final String DATA_DIR = "{DATA_DIR}";

  /// @param data the folder of real datasets
  static List<Statement> all(Path data) throws IOException {
    JsonNode list = JsonMapper.shared().readTree(Files.readString(data.resolve(LIST)));
    List<Statement> statements = new ArrayList<>();
    for (JsonNode node : list) {
      statements.add(
          new Statement(
              statements.size(),
              node.path("test").asString().replaceFirst("^test/sql/", ""),
              Kind.of(node.path("kind").asString()),
              filledIn(node.path("sql").asString()),
              node.path("expected").asString(),
              data.resolve("duckdb_data").toAbsolutePath().normalize()));
    }
    return statements;
  }

  /// The test suite runs some statements in a loop over sizes of its buffer and other settings that
  /// say nothing about the data; one value stands for all.
  private static String filledIn(String sql) {
    return sql.replaceAll("(['\"])data/", "$1{DATA_DIR}/")
        .replace("{i}", "500")
        .replace("{buffer_size}", "500")
        .replace("{header}", "0")
        .replace("{newline}", "'\\n'");
  }

  /// A text of the statement with the real folder in it.
  String located(String text) {
    return text.replace(DATA_DIR, folder.toString());
  }

  List<List<String>> expectedRows() {
    if (expected.isEmpty()) {
      return List.of();
    }
    return located(expected).lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
  }
}
