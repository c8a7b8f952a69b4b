package outcrop.analysis.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.conformance.Outcome.Verdict;

/// Rules that set statements apart: those that are not about reading files, and those where the
/// database refuses what we read on purpose. No rule names a single statement.
final class Scope {
  private static final Pattern LINE_ENDS = Pattern.compile("\r\n|\r|\n");

  /// @param verdict out of scope, or different on purpose
  /// @param reason a sentence for people
  /// @param covers the statements
  record Rule(Verdict verdict, String reason, Predicate<Statement> covers) {}

  /// Reasons by what the import itself warns of.
  private static final Map<String, String> WARNED =
      Map.of(
          "read both as",
          "The dates read both with the day first and with the month first, so they stay text until"
              + " the user chooses.",
          "with and without a time zone",
          "Times with and without a time zone do not compare, so a field that has both stays text.",
          "would change as a number",
          "Numbers of more digits than a number holds stay text, because they name things.");

  /// Reasons by what the import says, or what follows from its rows.
  private static final Map<String, String> SAID =
      Map.of(
          "holds binary data",
          "A file with zero bytes is taken for binary data; the encoding can be chosen to read it.",
          "UNNEST() can only",
          "Lists of lists are nested values, which are texts of JSON here.",
          "holds no values, only empty JSON",
          "JSON without any value is refused; the database gives empty rows.");

  static final String FEW_MISFITS =
      "Few rows among thousands that break the rules of quoting or do not fit the type of a field"
          + " go into quarantine; the database bends its rules or gives up the type for them.";

  private static final String CLOSING_DELIMITER =
      "Rows that end with a delimiter have a last field that the header does not name; it is kept,"
          + " since later rows may fill it.";

  private static final String REPEATED_FIRST =
      "In a file of one column a first line that stands again below is a row and no header.";

  static final String WHOLE_LINES =
      "The database finds no delimiter and gives whole lines; here the delimiter that most rows"
          + " share splits them.";

  static final String OTHER_WIDTH =
      "The number of columns is declared and differs from the file's; here it always is the"
          + " file's.";

  private Scope() {}

  private static final List<Rule> RULES =
      List.of(
          out(
              "The statement writes a file.",
              sql("(?is)^\\s*copy\\s+.*\\bto\\s+'\\{DATA_DIR\\}.*")),
          out(
              "The file that it reads is written by an earlier statement of the test suite.",
              sql(
                  "(?is).*\\{(TEMP|TEST)_DIR\\}/[^']*'\\s*[,\\])].*|.*from\\s+['\"]\\{TEMP_DIR\\}.*")),
          out(
              "The statement stands for a loop over all options of a function.",
              sql("(?s).*\\{parameter\\}.*")),
          out(
              "It asks for metadata of the file's storage or for the file's bytes, not for rows.",
              sql("(?is).*\\b(parquet_\\w*metadata|parquet_schema|glob|read_text)\\s*\\(.*")),
          out(
              "It shows the suggestion that the database prints for its own reading function.",
              sql("(?is).*\\bprompt\\b.*")),
          out(
              "The geometry type of a spatial database is asked for.",
              statement ->
                  statement.sql().matches("(?is).*\\b(ST_AsText|geometry)\\b.*")
                      || statement.sql().matches("(?is).*geojson.*")),
          out(
              "It asks for the database's own types of nested values.",
              statement ->
                  statement.sql().contains("typeof")
                      && statement.expected().matches("(?s)(STRUCT|MAP|UNION|JSON|UUID).*")),
          out(
              "The rows go through a type or function that only the database has.",
              sql("(?is).*\\b(nfc_normalize|json_structure|UNION\\()\\b.*")),
          outOfError(
              "A setting of the database forbids files or memory.",
              "Permission Error|Out of Memory"),
          outOfError(
              "The arguments of the database's function contradict each other or its catalogue.",
              "can only be supplied once|requires a |(?<!compression type )is not supported|as a"
                  + " valid input|must have unique|cannot be NULL|cannot have|are aliases|Failed to"
                  + " cast value|does not accept|expected to find|expects a column list|Binder"
                  + " Error|Unsupported parameter|Invalid named parameter|syntax"
                  + " error|Unimplemented|does not exist|do not exist|types were provided|'columns'"
                  + " option specifies|column type mismatch|must not appear in the|must be a higher"
                  + " value|values were supplied|unknown_type|cannot exceed a"
                  + " size|Unrecognized|Trailing format character|This is not accepted as a"
                  + " newline|No function matches"),
          purpose(
              "The names of fields stay as the file has them.",
              sql("(?is).*\\bnormalize_names\\b.*")),
          purposeOfError(
              "The database has a longest line; here only a cell has one.",
              "[Mm]aximum line size|max_line_size"),
          purposeOfError(
              "The database cannot read the file in parallel; here no such limit exists.",
              "parallel scanner|Parallel CSV Reader"),
          purpose(
              "The database keeps to types that it guessed from a sample which it was told to take"
                  + " too small; here types widen.",
              sql("(?is).*(\\bsample_size\\s*=\\s*1\\b|files_to_sniff|maximum_sample_files).*")),
          purpose(
              "Several files with different fields are joined by the names of their fields; an"
                  + " empty file among them is named.",
              statement ->
                  ReadCall.of(statement.sql()).stream().anyMatch(call -> call.files().size() > 1)),
          purpose(
              "The fields and types come from the table that the rows are put into, which is not"
                  + " part of the statement; here they come from the file.",
              statement ->
                  statement.kind() == Statement.Kind.MUST_FAIL
                      && statement.sql().matches("(?is)^\\s*(insert|copy)\\b.*")),
          purpose(
              OTHER_WIDTH,
              statement ->
                  statement.kind() == Statement.Kind.MUST_FAIL
                      && statement.sql().matches("(?is).*\\b(columns|names)\\s*=.*")
                      && statement
                          .expected()
                          .matches(
                              "(?s).*(Expected Number of Columns|Columns are set as|Error when"
                                  + " sniffing|It was not possible to automatically).*")),
          purpose(
              "The database is told to bend the rules of quoting; here a row that breaks them is"
                  + " refused, or quotes are switched off for the file.",
              sql("(?is).*\\bstrict_mode\\s*=\\s*false.*")),
          purpose(
              "A missing cell stays missing; no setting turns it into an empty text.",
              sql("(?is).*\\bforce_not_null\\b.*")),
          purpose(
              "JSON values may follow each other with or without line breaks, and values that are"
                  + " no objects are rows of one field.",
              statement ->
                  statement.kind() == Statement.Kind.MUST_FAIL && statement.sql().contains("json")),
          purpose(
              "The database shows objects of JSON whole, as text or as maps, where it is told to go"
                  + " less deep; here they become fields.",
              sql("(?is).*\\b(maximum_depth|field_appearance_threshold)\\s*=.*")),
          purpose(
              "A value of JSON that cannot be read is refused with its line; the database puts an"
                  + " empty row in its place.",
              statement -> statement.sql().matches("(?is).*json.*ignore_errors\\s*=\\s*true.*")),
          purpose(
              "The database wants the texts of a column of bytes, or the struct of a column, as"
                  + " they are; a header is looked for here.",
              sql("(?is).*columns\\s*=\\s*\\{[^}]*'(BLOB|STRUCT)\\b.*")),
          purpose(
              "A comma that does not stand between groups of three digits is no thousands sign.",
              sql("(?is).*\\bthousands\\s*=\\s*','.*")),
          purpose(
              "A file of which no row can be read is refused, with the reason; the database is told"
                  + " to give an empty table.",
              statement ->
                  statement.kind() == Statement.Kind.READABLE
                      && statement.sql().matches("(?is).*\\bignore_errors\\b.*")),
          purpose(
              "Objects within objects become fields with dotted names.",
              sql("(?is)^\\s*select \\w+\\.\\w+ from read_\\w*json\\w*\\(.*")),
          purpose(
              "Lists of objects that follow each other are rows, one per object.",
              statement ->
                  statement.sql().matches("(?is)^select \\* from '[^']*\\.json'$")
                      && statement.expected().startsWith("[{")),
          purposeOfError("The encoding is one that is read here.", "does not support the encoding"),
          purpose(
              "Lines may end in any of the three ways within one file.",
              statement ->
                  statement.kind() == Statement.Kind.MUST_FAIL
                      && (mixesLineEnds(statement)
                          || statement.sql().matches("(?is).*new_line\\s*=.*"))));

  private static Rule out(String reason, Predicate<Statement> covers) {
    return new Rule(Verdict.OUT_OF_SCOPE, reason, covers);
  }

  private static Rule purpose(String reason, Predicate<Statement> covers) {
    return new Rule(Verdict.DIFFERS_ON_PURPOSE, reason, covers);
  }

  private static Predicate<Statement> sql(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return statement -> pattern.matcher(statement.sql()).matches();
  }

  private static Predicate<Statement> error(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return statement ->
        statement.kind() == Statement.Kind.MUST_FAIL
            && pattern.matcher(statement.expected()).find();
  }

  private static Rule outOfError(String reason, String regex) {
    return out(reason, error(regex));
  }

  private static Rule purposeOfError(String reason, String regex) {
    return purpose(reason, error(regex));
  }

  private static boolean mixesLineEnds(Statement statement) {
    return ReadCall.of(statement.sql()).stream()
        .flatMap(call -> call.files().stream())
        .map(file -> Path.of(statement.located(file)))
        .filter(Files::isRegularFile)
        .anyMatch(
            file -> {
              try (InputStream in = Files.newInputStream(file)) {
                String head = new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1);
                return LINE_ENDS.matcher(head).results().map(end -> end.group()).distinct().count()
                    > 1;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /// The reason to differ by a guess that the import warned of.
  static Optional<String> warned(List<String> warnings) {
    return WARNED.entrySet().stream()
        .filter(entry -> warnings.stream().anyMatch(said -> said.contains(entry.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The reason to differ by what the import said of the file, or by what our rows gave.
  ///
  /// @param table what was read first, null where nothing was
  static Optional<String> said(String difference, @Nullable StandIn table) {
    if (difference.equals(FEW_MISFITS) || difference.equals(WHOLE_LINES)) {
      return Optional.of(difference);
    }
    if (table != null && table.endsWithoutName()) {
      return Optional.of(CLOSING_DELIMITER);
    }
    boolean plainWords =
        table != null && table.columns() == 1 && "false".equals(table.options().get("header"));
    if (plainWords
        && difference.startsWith(table.rows() + " rows instead of " + (table.rows() - 1))) {
      return Optional.of(REPEATED_FIRST);
    }
    return SAID.entrySet().stream()
        .filter(entry -> difference.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The rule that puts a statement out of scope.
  static Optional<Rule> outside(Statement statement) {
    return first(statement, Verdict.OUT_OF_SCOPE);
  }

  /// The rule by which we may read what the database refuses.
  static Optional<Rule> onPurpose(Statement statement) {
    return first(statement, Verdict.DIFFERS_ON_PURPOSE);
  }

  private static Optional<Rule> first(Statement statement, Verdict verdict) {
    return RULES.stream()
        .filter(rule -> rule.verdict() == verdict && rule.covers().test(statement))
        .findFirst();
  }
}
