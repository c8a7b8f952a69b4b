package outcrop.analysis.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads delimited text: CSV, TSV and their relatives.
///
/// Options, each guessed where it is not given:
///
/// - `delimiter`: one or more characters, or one of the words `tab`, `space`, `blanks` (any run of
///   blanks) and `none` (a line is one field);
/// - `quote`: one character, or `none`;
/// - `escape`: `doubled` (a quote inside quotes is doubled), or the character, such as a backslash,
///   that takes what follows as it is: a quote, a delimiter or itself, outside quotes also a line
///   end;
/// - `header`: `true` or `false`;
/// - `skip`: lines before the header, or before the first row where there is none;
/// - `comment`: how lines begin that are no rows, or `none`;
/// - `trim`: `true` where blanks around fields do not count;
/// - `null`: texts that mean a missing value, as they stand in the file, separated by commas: `NA`
///   for the bare letters, `"NA"` for those in quotes;
/// - `ragged`: `refuse` or `pad`, for rows that end early;
/// - `decimal` and `thousands`: how numbers are written ([NumberStyle]);
/// - `encoding`.
final class DelimitedReader implements DatasetReader {
  static final String DELIMITER = "delimiter";
  static final String QUOTE = "quote";
  static final String ESCAPE = "escape";
  static final String HEADER = "header";
  static final String SKIP = "skip";
  static final String COMMENT = "comment";
  static final String TRIM = "trim";
  static final String NULL = "null";
  static final String RAGGED = "ragged";
  static final String ENCODING = "encoding";
  static final String FORMAT = "csv";

  private static final String REFUSE = "refuse";
  private static final String PAD = "pad";
  private static final String BARE_NULL = "\\N";
  private static final int HEAD_BYTES = 1 << 20;
  private static final int HEADER_ROWS = 100;
  private static final double NEARLY_ALL = 0.9;
  private static final double OFTEN = 0.1;
  private static final int SEVERAL = 3;
  private static final List<ReaderOption> OPTIONS =
      List.of(
          ReaderOption.text(
              DELIMITER,
              List.of(",", "tab", ";", "|", "space", "blanks", "none", "::"),
              "What stands between fields."),
          ReaderOption.text(QUOTE, List.of("\"", "'", "none"), "What stands around fields."),
          ReaderOption.text(
              ESCAPE,
              List.of("doubled", "\\"),
              "How a quote is written inside quotes: doubled, or after this character."),
          ReaderOption.flag(HEADER, true, "Whether the first row names the fields."),
          ReaderOption.number(SKIP, 0, "Lines to pass before the header."),
          ReaderOption.text(
              COMMENT, List.of("none", "#", "//"), "How lines begin that are no rows."),
          ReaderOption.flag(TRIM, false, "Whether blanks around fields do not count."),
          ReaderOption.text(
              NULL, List.of("", BARE_NULL, "NA", "-"), "Texts that mean a missing value."),
          ReaderOption.choice(RAGGED, List.of(REFUSE, PAD), "What becomes of rows that end early."),
          NumberStyle.DECIMAL_OPTION,
          NumberStyle.THOUSANDS_OPTION,
          TextEncoding.OPTION);

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return OPTIONS;
  }

  @Override
  public boolean quotesMeanText() {
    return false;
  }

  @Override
  public Map<String, String> dialect(Map<String, String> options) {
    return Map.of(DELIMITER, options.get(DELIMITER), QUOTE, options.get(QUOTE));
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context) {
    byte[] bytes = file.head(HEAD_BYTES);
    List<String> warnings = new ArrayList<>();
    TextEncoding encoding = encoding(file, given, bytes);
    if (encoding.warning() != null) {
      warnings.add(encoding.warning());
    }
    String head = encoding.decode(bytes);
    DelimitedDialect dialect = sniffed(file, head, given, warnings);
    Map<String, String> options = new HashMap<>(given);
    options.put(ENCODING, encoding.charset().name());
    dialect.into(options);
    int skip = skip(head, dialect, given, warnings);
    options.put(SKIP, Integer.toString(skip));
    List<List<String>> rows = HeadRows.of(head, dialect, skip, HEADER_ROWS).rows();
    if (rows.isEmpty()) {
      throw new UserFailure(
          file.name()
              + " has no row that can be read with these settings; check the quotes of its first"
              + " line.");
    }
    NumberStyle style = style(rows, dialect, given, warnings);
    style.into(options);
    boolean header =
        given.containsKey(HEADER)
            ? Boolean.parseBoolean(given.get(HEADER))
            : DialectSniffer.hasHeader(rows, style);
    options.put(HEADER, Boolean.toString(header));
    options.computeIfAbsent(NULL, _ -> nulls(head, dialect));
    List<String> fields =
        header
            ? FieldNames.unique(fitted(rows, warnings), warnings)
            : FieldNames.numbered(width(rows, options));
    options.computeIfAbsent(RAGGED, _ -> ragged(rows, fields.size(), warnings));
    rules(options);
    return new Layout(options, fields, -1, warnings);
  }

  private static DelimitedDialect sniffed(
      SourceFile file, String head, Map<String, String> given, List<String> warnings) {
    DialectSniffer sniffer = new DialectSniffer(head, given, extension(file));
    DelimitedDialect dialect = sniffer.dialect();
    if (!given.containsKey(QUOTE) && sniffer.quotesMeanNothing(dialect)) {
      dialect = dialect.withQuote(DelimitedDialect.NONE);
    }
    if (!given.containsKey(QUOTE) && dialect.quote() == DelimitedDialect.NONE) {
      warnings.add(
          "Quotes do not pair up, so they are read as plain characters; set the option quote to"
              + " change that.");
    }
    boolean oneColumn = !head.contains(dialect.delimiter()) && !dialect.isBlanks();
    if (!given.containsKey(DELIMITER) && oneColumn && DialectSniffer.isFixedWidth(head)) {
      throw new UserFailure(
          file.name()
              + " looks like fixed-width text, whose columns are told apart by their place alone;"
              + " save it with a delimiter such as a comma, or set the option delimiter to none to"
              + " read whole lines.");
    }
    return dialect;
  }

  private static int skip(
      String head, DelimitedDialect dialect, Map<String, String> given, List<String> warnings) {
    String value = given.get(SKIP);
    if (value != null) {
      return number(value);
    }
    HeadRows rows = HeadRows.of(head, dialect, HEADER_ROWS);
    int preamble = rows.preamble(DialectSniffer.usualWidth(rows.rows()));
    if (preamble == 0) {
      return 0;
    }
    int lines = rows.starts().get(preamble);
    warnings.add(
        "The first "
            + (lines == 1 ? "line is" : lines + " lines are")
            + " no row of the table and passed over; the option skip changes that.");
    return lines;
  }

  private static int number(String value) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The sentence below says it all.
    }
    throw new UserFailure("The option skip is a whole number from 0, not \"" + value + "\".");
  }

  private static NumberStyle style(
      List<List<String>> rows,
      DelimitedDialect dialect,
      Map<String, String> given,
      List<String> warnings) {
    String decimal = given.get(NumberStyle.DECIMAL);
    String thousands = given.get(NumberStyle.THOUSANDS);
    if (decimal != null && thousands != null) {
      return NumberStyle.of(given);
    }
    List<List<String>> below = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
    NumberStyleGuess guess = NumberStyleGuess.of(below, dialect.delimiter().equals(";"));
    Map<String, String> guessed = new HashMap<>();
    (guess == null ? NumberStyle.PLAIN : guess.style()).into(guessed);
    if ((decimal == null || decimal.equals(guessed.get(NumberStyle.DECIMAL)))
        && (thousands == null || thousands.equals(guessed.get(NumberStyle.THOUSANDS)))) {
      if (guess != null) {
        warnings.add(guess.warning());
      }
      return NumberStyle.of(guessed);
    }
    // The user chose one of the two against the guess; the other one gives way.
    Map<String, String> settled = new HashMap<>(given);
    if (decimal == null && ".".equals(thousands)) {
      settled.put(NumberStyle.DECIMAL, ",");
    }
    return NumberStyle.of(settled);
  }

  private static String nulls(String head, DelimitedDialect dialect) {
    boolean alone = dialect.escape() == DelimitedDialect.NONE && !dialect.delimiter().isEmpty();
    return alone
            && (head.contains(dialect.delimiter() + BARE_NULL)
                || head.contains(BARE_NULL + dialect.delimiter()))
        ? BARE_NULL
        : "";
  }

  /// Rows that often end early, and never go on too long, lack values that were not written.
  private static String ragged(List<List<String>> rows, int width, List<String> warnings) {
    long shorter = rows.stream().filter(row -> row.size() < width).count();
    boolean longer = rows.stream().anyMatch(row -> row.size() > width);
    boolean all = shorter > 1 && shorter == rows.size() - 1;
    boolean often = shorter >= SEVERAL && shorter >= OFTEN * rows.size();
    if (longer || shorter == rows.size() || !all && !often) {
      return REFUSE;
    }
    warnings.add(
        "Many rows end before the last field; what they lack is read as missing. Set the option"
            + " ragged to refuse to keep them out.");
    return PAD;
  }

  /// How many fields there are without a header: where short rows are padded, as many as the
  /// longest row has.
  private static int width(List<List<String>> rows, Map<String, String> options) {
    return PAD.equals(options.get(RAGGED))
        ? rows.stream().mapToInt(List::size).max().orElse(1)
        : DialectSniffer.usualWidth(rows);
  }

  private static DelimitedRows.Rules rules(Map<String, String> options) {
    String ragged = options.getOrDefault(RAGGED, REFUSE);
    if (!ragged.equals(PAD) && !ragged.equals(REFUSE)) {
      throw new UserFailure("The option ragged is refuse or pad, not \"" + ragged + "\".");
    }
    return new DelimitedRows.Rules(
        Boolean.parseBoolean(options.get(HEADER)),
        number(options.getOrDefault(SKIP, "0")),
        ragged.equals(PAD),
        new NullTexts(options.getOrDefault(NULL, "")));
  }

  /// The header as wide as the rows: names that all rows lack may go when they are empty, and
  /// columns without a name get one.
  private static List<String> fitted(List<List<String>> records, List<String> warnings) {
    List<String> header = new ArrayList<>(records.getFirst());
    if (records.size() == 1) {
      return header;
    }
    List<List<String>> rows = records.subList(1, records.size());
    int width = DialectSniffer.usualWidth(rows);
    if (rows.stream().allMatch(row -> row.size() == width)) {
      while (header.size() > width && header.getLast().isEmpty()) {
        header.removeLast();
      }
    }
    long usual = rows.stream().filter(row -> row.size() == width).count();
    if (width > header.size() && usual >= NEARLY_ALL * rows.size()) {
      warnings.add(
          "The rows have " + width + " fields, but the header names only " + header.size() + ".");
      while (header.size() < width) {
        header.add("");
      }
    } else if (width < header.size()) {
      warnings.add(
          "Most rows have " + width + " fields, but the header names " + header.size() + ".");
    }
    return header;
  }

  private static String extension(SourceFile file) {
    String plain = file.plainName();
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  static TextEncoding encoding(SourceFile file, Map<String, String> given, byte[] head) {
    String name = given.get(ENCODING);
    return name == null ? TextEncoding.of(head) : TextEncoding.named(name, head, file.name());
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    byte[] head = file.head(4);
    TextEncoding encoding = encoding(file, layout.options(), head);
    SourceFile.Opened opened = file.open();
    opened.stream().skipNBytes(encoding.markBytes());
    int[] targets =
        layout.fields().stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
    DelimitedDialect dialect = DelimitedDialect.of(layout.options());
    DelimitedRows.Rules rules = rules(layout.options());
    DecodingReader text = new DecodingReader(opened.stream(), encoding.charset(), context);
    DelimitedRows rows = new DelimitedRows(file, text, rules, targets);
    return dialect.isPlain()
        ? new DelimitedCursor(opened, text, dialect, rows, rules.skip())
        : new DialectCursor(opened, text, dialect, rows, rules.skip());
  }
}
