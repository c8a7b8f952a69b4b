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
/// Options: `delimiter` (one character, or `tab`), `quote` (one character, or `none`), `header`
/// (`true` or `false`), `encoding`.
final class DelimitedReader implements DatasetReader {
  static final String DELIMITER = "delimiter";
  static final String QUOTE = "quote";
  static final String HEADER = "header";
  static final String ENCODING = "encoding";
  static final String FORMAT = "csv";

  private static final String TAB = "tab";
  private static final String NONE = "none";
  private static final int HEAD_BYTES = 1 << 20;
  private static final int HEADER_RECORDS = 100;
  private static final double NEARLY_ALL = 0.9;

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(
        ReaderOption.text(DELIMITER, List.of(",", TAB, ";", "|"), "What stands between fields."),
        ReaderOption.text(QUOTE, List.of("\"", "'", NONE), "What stands around fields."),
        ReaderOption.flag(HEADER, true, "Whether the first row names the fields."),
        TextEncoding.OPTION);
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
    char quote = given.containsKey(QUOTE) ? one(given, QUOTE) : DialectSniffer.quote(head);
    char delimiter =
        given.containsKey(DELIMITER)
            ? one(given, DELIMITER)
            : DialectSniffer.delimiter(head, quote, extension(file));
    if (!given.containsKey(QUOTE) && DialectSniffer.quotesMeanNothing(head, delimiter, quote)) {
      quote = DialectSniffer.NO_QUOTE;
      warnings.add(
          "Quotes do not pair up, so they are read as plain characters; set the option quote to"
              + " change that.");
    }
    List<List<String>> records = DialectSniffer.records(head, delimiter, quote, HEADER_RECORDS);
    if (records.isEmpty()) {
      throw new UserFailure(
          file.name()
              + " has no row that can be read with these settings; check the quotes of its first"
              + " line.");
    }
    boolean header =
        given.containsKey(HEADER)
            ? Boolean.parseBoolean(given.get(HEADER))
            : DialectSniffer.hasHeader(records);
    Map<String, String> options = new HashMap<>(given);
    options.put(ENCODING, encoding.charset().name());
    options.put(QUOTE, quote == DialectSniffer.NO_QUOTE ? NONE : String.valueOf(quote));
    options.put(DELIMITER, delimiter == '\t' ? TAB : String.valueOf(delimiter));
    options.put(HEADER, Boolean.toString(header));
    List<String> fields =
        header
            ? FieldNames.unique(fitted(records, warnings), warnings)
            : FieldNames.numbered(usualWidth(records));
    return new Layout(options, fields, -1, warnings);
  }

  /// The header as wide as the rows: names that all rows lack may go when they are empty, and
  /// columns without a name get one.
  private static List<String> fitted(List<List<String>> records, List<String> warnings) {
    List<String> header = new ArrayList<>(records.getFirst());
    if (records.size() == 1) {
      return header;
    }
    List<List<String>> rows = records.subList(1, records.size());
    int width = usualWidth(rows);
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

  private static int usualWidth(List<List<String>> records) {
    Map<Integer, Integer> counts = new HashMap<>();
    records.forEach(record -> counts.merge(record.size(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  private static String extension(SourceFile file) {
    String plain = file.plainName();
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  static TextEncoding encoding(SourceFile file, Map<String, String> given, byte[] head) {
    String name = given.get(ENCODING);
    return name == null ? TextEncoding.of(head) : TextEncoding.named(name, head, file.name());
  }

  private static char one(Map<String, String> options, String key) {
    String value = options.getOrDefault(key, ",");
    if (value.equals(TAB) || value.equals("\\t")) {
      return '\t';
    }
    if (value.equals(NONE) && key.equals(QUOTE)) {
      return DialectSniffer.NO_QUOTE;
    }
    if (value.length() != 1) {
      throw new UserFailure(
          "The " + key + " \"" + value + "\" must be one character, or the word tab.");
    }
    return value.charAt(0);
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
    DelimitedCursor.Dialect dialect =
        new DelimitedCursor.Dialect(
            one(layout.options(), DELIMITER),
            one(layout.options(), QUOTE),
            Boolean.parseBoolean(layout.options().get(HEADER)));
    return new DelimitedCursor(
        file,
        opened,
        new DecodingReader(opened.stream(), encoding.charset(), context),
        dialect,
        targets);
  }
}
