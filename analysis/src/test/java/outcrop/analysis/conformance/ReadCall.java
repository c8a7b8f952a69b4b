package outcrop.analysis.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a statement where files are read.
///
/// @param function in lower case; `copy` for COPY … FROM, `file` for a file in the place of a table
/// @param files as the statement names them
/// @param options by name in lower case
/// @param start where the call starts in the SQL
/// @param end where it ends
record ReadCall(
    String function, List<String> files, Map<String, Object> options, int start, int end) {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "\\b(read_csv_auto|read_csv|sniff_csv|read_\\w*json\\w*|parquet_scan|read_parquet)\\s*\\(",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COPY =
      Pattern.compile(
          "^\\s*copy\\s+\\w+\\s*(\\([^)]*\\))?\\s*from\\s*(?=')", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE =
      Pattern.compile(
          "(?<=\\b(from|execute v1\\()|,)\\s*(['\"])(\\{DATA_DIR\\}/[^'\"]+)\\2",
          Pattern.CASE_INSENSITIVE);

  /// All calls of a statement, in order.
  static List<ReadCall> of(String sql) {
    Matcher copy = COPY.matcher(sql);
    if (copy.find()) {
      SqlScanner scanner = new SqlScanner(sql, copy.end());
      String file = String.valueOf(scanner.value());
      Map<String, Object> options = new LinkedHashMap<>();
      if (sql.substring(scanner.position())
          .stripLeading()
          .toLowerCase(Locale.ROOT)
          .startsWith("with")) {
        scanner.skipBlanks();
        scanner.value();
      }
      scanner.copyOptions(options);
      return List.of(new ReadCall("copy", List.of(file), options, 0, sql.length()));
    }
    List<ReadCall> calls = new ArrayList<>();
    int from = 0;
    while (true) {
      Matcher function = FUNCTION.matcher(sql);
      Matcher file = FILE.matcher(sql);
      boolean anyFunction = function.find(from);
      boolean anyFile = file.find(from);
      if (!anyFunction && !anyFile) {
        return calls;
      }
      if (anyFunction && (!anyFile || function.start() < file.start())) {
        calls.add(call(sql, function));
      } else {
        int start = file.start() + file.group().indexOf(file.group(2).charAt(0));
        calls.add(new ReadCall("file", List.of(file.group(3)), Map.of(), start, file.end()));
      }
      from = calls.getLast().end();
    }
  }

  private static ReadCall call(String sql, Matcher function) {
    SqlScanner scanner = new SqlScanner(sql, function.end());
    List<Object> positional = new ArrayList<>();
    Map<String, Object> named = new LinkedHashMap<>();
    scanner.arguments(positional, named);
    Object first = positional.isEmpty() ? "" : positional.getFirst();
    List<String> files =
        first instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(String.valueOf(first));
    return new ReadCall(
        function.group(1).toLowerCase(Locale.ROOT),
        files,
        named,
        function.start(),
        scanner.position());
  }

  /// The value of the first of these options that is set.
  Optional<Object> option(String... names) {
    for (String name : names) {
      Object value = options.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  Optional<String> text(String... names) {
    return option(names).filter(value -> value != SqlScanner.NULL).map(String::valueOf);
  }

  boolean isSet(String... names) {
    return text(names).filter(value -> value.matches("(?i)true|1|on")).isPresent();
  }

  boolean isUnset(String... names) {
    return text(names).filter(value -> value.matches("(?i)false|0|off")).isPresent();
  }

  /// `csv`, `json` or `parquet`.
  String format() {
    String name = files.getFirst().toLowerCase(Locale.ROOT);
    if (function.contains("json")) {
      return "json";
    }
    if (function.contains("parquet") || name.endsWith(".parquet")) {
      return "parquet";
    }
    return !function.contains("csv") && name.contains("json") ? "json" : "csv";
  }
}
