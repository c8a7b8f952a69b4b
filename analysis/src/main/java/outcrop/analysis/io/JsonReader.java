package outcrop.analysis.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads JSON lines, and a JSON list of objects. Rows may have different keys; the fields are all
/// of them.
///
/// Options: `layout` (`lines` or `list`), `flatten` (`true`: inner objects become dotted fields),
/// `encoding`.
final class JsonReader implements DatasetReader {
  static final String FORMAT = "jsonl";

  private static final String LAYOUT = "layout";
  private static final String LINES = "lines";
  private static final String LIST = "list";
  private static final String FLATTEN = "flatten";
  private static final int HEAD_BYTES = 1 << 16;
  private static final int SAMPLE_ROWS = 20_000;
  private static final int SAMPLE_BYTES = 8 << 20;
  private static final int MOST_DOTTED = 200;

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(
        ReaderOption.choice(
            LAYOUT, List.of(LINES, LIST), "One object per line, or one list of them."),
        ReaderOption.flag(FLATTEN, true, "Whether inner objects become dotted fields."),
        TextEncoding.OPTION);
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  /// Whether the head of a text is JSON that this reader takes.
  ///
  /// @param name of the file, in lower case
  static boolean recognises(String head, String name) {
    String text = head.stripLeading();
    if (text.startsWith("[")) {
      String inner = text.substring(1).stripLeading();
      return inner.startsWith("{") || name.contains(".json");
    }
    boolean named = name.contains(".jsonl") || name.contains(".ndjson") || name.contains(".json");
    return named || text.startsWith("{") && isObject(firstLine(text));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static boolean isObject(String line) {
    char[] chars = line.toCharArray();
    try (JsonParser parser = JsonRowParser.parser(chars, 0, chars.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      // Not JSON: another reader may take it.
      return false;
    }
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    byte[] bytes = file.head(HEAD_BYTES);
    List<String> warnings = new ArrayList<>();
    TextEncoding encoding = DelimitedReader.encoding(file, given, bytes);
    if (encoding.warning() != null) {
      warnings.add(encoding.warning());
    }
    Map<String, String> options = new HashMap<>(given);
    options.put(DelimitedReader.ENCODING, encoding.charset().name());
    options.computeIfAbsent(LAYOUT, key -> arrangement(encoding.decode(bytes), file));
    if (!options.containsKey(FLATTEN)) {
      options.put(FLATTEN, "true");
      List<String> dotted = names(file, options, context);
      long inner = dotted.stream().filter(name -> name.contains(".")).count();
      if (inner <= MOST_DOTTED) {
        return new Layout(options, dotted, -1, warnings);
      }
      options.put(FLATTEN, "false");
      warnings.add(
          "The inner objects have "
              + inner
              + " different keys, so they are kept as JSON text; set the option flatten to true to"
              + " make them fields.");
    }
    return new Layout(options, names(file, options, context), -1, warnings);
  }

  private static String arrangement(String head, SourceFile file) {
    String text = head.stripLeading();
    if (text.startsWith("[")) {
      return LIST;
    }
    boolean severalLines = text.strip().contains("\n");
    String first = firstLine(text);
    if (severalLines && (first.strip().equals("{") || first.strip().endsWith("["))) {
      throw new UserFailure(
          file.name()
              + " is one JSON object over several lines, not a list of rows; save its rows as a"
              + " JSON list or as JSON lines.");
    }
    return LINES;
  }

  /// The keys of the first rows, in order of appearance.
  private List<String> names(SourceFile file, Map<String, String> options, TaskContext context)
      throws IOException {
    Set<String> names = new LinkedHashSet<>();
    long[] refused = {0};
    String[] reason = {""};
    RowSink sink =
        new RowSink() {
          @Override
          public void refuse(long line, String sentence) {
            if (refused[0]++ == 0) {
              reason[0] = "line " + line + ": " + sentence;
            }
          }

          @Override
          public void unknownField(
              String name, long line, char[] chars, int start, int length, boolean quoted) {
            names.add(name);
          }
        };
    long rows = 0;
    try (RowCursor cursor = cursor(file, options, Map.of(), context)) {
      boolean more = true;
      RowBatch batch = new RowBatch(0);
      while (more && rows < SAMPLE_ROWS && cursor.bytesRead() < SAMPLE_BYTES) {
        context.checkCancelled();
        batch.clear(0, line -> 0);
        more = cursor.fill(batch, sink);
        rows += batch.rows();
      }
    }
    if (rows == 0 && refused[0] > 0) {
      throw new UserFailure(
          file.name()
              + " holds no row of JSON ("
              + reason[0].replaceAll("\\.$", "")
              + "); each line, or each element of one list, must be an object.");
    }
    return List.copyOf(names);
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    return cursor(file, layout.options(), columns, context);
  }

  private static RowCursor cursor(
      SourceFile file,
      Map<String, String> options,
      Map<String, Integer> columns,
      TaskContext context)
      throws IOException {
    TextEncoding encoding = DelimitedReader.encoding(file, options, file.head(4));
    SourceFile.Opened opened = file.open();
    opened.stream().skipNBytes(encoding.markBytes());
    DecodingReader text = new DecodingReader(opened.stream(), encoding.charset(), context);
    JsonRowParser rows =
        new JsonRowParser(columns, Boolean.parseBoolean(options.getOrDefault(FLATTEN, "true")));
    return LIST.equals(options.get(LAYOUT))
        ? new JsonArrayCursor(file, opened, text, rows)
        : new JsonLinesCursor(opened, text, rows);
  }
}
