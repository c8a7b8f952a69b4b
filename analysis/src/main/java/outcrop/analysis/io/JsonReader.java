package outcrop.analysis.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import outcrop.analysis.io.JsonRowParser.Form;
import outcrop.analysis.io.JsonShape.Elements;
import outcrop.analysis.io.JsonShape.Place;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads JSON of any layout: lines, a list, lists inside an object, values one after another. Rows
/// may have different keys; the fields are all of them.
///
/// Options: `layout` (`lines`, `list`, `member`, `groups`, `keyed`, `values`, see
/// [JsonShape.Place]), `member` (dotted name of the list that holds the rows), `elements` (what a
/// row is: `objects`, `lists`, `values`), `names` (of the fields where rows are lists), `group`
/// (the name of the field for the member that holds a row), `flatten` (`true`: inner objects become
/// dotted fields), `encoding`.
final class JsonReader implements DatasetReader {
  static final String FORMAT = "jsonl";

  private static final String LAYOUT = "layout";
  private static final String MEMBER = "member";
  private static final String ELEMENTS = "elements";
  private static final String NAMES = "names";
  private static final String GROUP = "group";
  private static final String FLATTEN = "flatten";
  private static final List<String> ENDINGS = List.of(".json", ".ndjson", ".geojson", ".topojson");
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
            LAYOUT,
            Stream.of(Place.values()).map(JsonShape::word).toList(),
            "Where the rows are: one per line, in one list, in a list inside an object, in several"
                + " lists, as members of an object, or one after another."),
        ReaderOption.text(MEMBER, List.of(), "The list that holds the rows, dotted: data.items."),
        ReaderOption.choice(
            ELEMENTS, List.of("objects", "lists", "values"), "What each row is in the file."),
        ReaderOption.text(
            NAMES, List.of(), "Names of the fields, with commas, where rows are lists."),
        ReaderOption.text(
            GROUP, List.of(), "The field for the name of the list or member that holds a row."),
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
    boolean named = ENDINGS.stream().anyMatch(name::contains);
    if (text.startsWith("[")) {
      String inner = text.substring(1).stripLeading();
      return named || inner.startsWith("{") || inner.startsWith("[");
    }
    if (!text.startsWith("{")) {
      return named;
    }
    String inner = text.substring(1).stripLeading();
    return named || inner.startsWith("\"") || inner.startsWith("}");
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
    locate(file, options, encoding.decode(bytes), warnings, context);
    options.computeIfAbsent(ELEMENTS, key -> elements(file, options, context));
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

  /// Finds where the rows are, as far as it is not given.
  private static void locate(
      SourceFile file,
      Map<String, String> options,
      String head,
      List<String> warnings,
      TaskContext context)
      throws IOException {
    if (options.containsKey(MEMBER)) {
      options.putIfAbsent(LAYOUT, JsonShape.word(Place.MEMBER));
    }
    JsonShape shape;
    try (SourceFile.Opened opened = file.open()) {
      String name = Objects.requireNonNullElse(file.entry(), file.name());
      shape =
          JsonShape.of(sample(file, opened, options, context), head, name.toLowerCase(Locale.ROOT));
    }
    String layout = options.computeIfAbsent(LAYOUT, key -> JsonShape.word(shape.place()));
    Place place = place(layout);
    if (place == Place.MEMBER) {
      options.putIfAbsent(MEMBER, shape.member());
    }
    if (place == Place.GROUPS || place == Place.KEYED) {
      options.putIfAbsent(GROUP, shape.group().isEmpty() ? "group" : shape.group());
    }
    if (place == shape.place() && !shape.others().isEmpty()) {
      warnings.add(
          (place == Place.MEMBER ? "The rows are the list " + shape.member() : "The lists are rows")
              + "; "
              + String.join(", ", shape.others().stream().limit(20).toList())
              + (shape.others().size() == 1 ? " is not read." : " are not read."));
    }
  }

  private static Place place(String layout) {
    for (Place place : Place.values()) {
      if (JsonShape.word(place).equals(layout)) {
        return place;
      }
    }
    throw new UserFailure(
        "\""
            + layout
            + "\" is no layout of JSON; choose "
            + String.join(", ", Stream.of(Place.values()).map(JsonShape::word).toList())
            + ".");
  }

  private static Elements elements(String word) {
    for (Elements elements : Elements.values()) {
      if (elements.name().equalsIgnoreCase(word)) {
        return elements;
      }
    }
    throw new UserFailure(
        "\"" + word + "\" is no kind of JSON row; choose objects, lists or values.");
  }

  /// What the first row is.
  private static String elements(
      SourceFile file, Map<String, String> options, TaskContext context) {
    Form form = new Form(Elements.OBJECTS, false, List.of(), "");
    Place place = place(options.getOrDefault(LAYOUT, ""));
    // The first line is the first value.
    Place from = place == Place.LINES ? Place.VALUES : place;
    try (SourceFile.Opened opened = file.open();
        JsonTreeCursor cursor =
            new JsonTreeCursor(
                file,
                opened,
                text(file, opened, options, context),
                new JsonRowParser(Map.of(), form),
                new JsonTreeCursor.Location(from, options.getOrDefault(MEMBER, "")))) {
      return JsonShape.elements(cursor.firstToken()).name().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static Reader sample(
      SourceFile file, SourceFile.Opened opened, Map<String, String> options, TaskContext context)
      throws IOException {
    byte[] bytes = opened.stream().readNBytes(SAMPLE_BYTES);
    InputStream in = new ByteArrayInputStream(bytes);
    return text(file, new SourceFile.Opened(in, () -> bytes.length), options, context);
  }

  /// The keys of the first rows, in order of appearance.
  private static List<String> names(
      SourceFile file, Map<String, String> options, TaskContext context) throws IOException {
    Map<String, FieldEvidence> names = new LinkedHashMap<>();
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
            names
                .computeIfAbsent(name, key -> new FieldEvidence(true))
                .add(chars, start, length, quoted, line);
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
              + "); check the layout, or save its rows as JSON lines.");
    }
    if (names.isEmpty()) {
      throw new UserFailure(
          file.name() + " holds no values, only empty JSON; there is nothing to import.");
    }
    return List.copyOf(textAndLabel(names, options));
  }

  /// Pairs of a text and one of few words get names that say so.
  private static Collection<String> textAndLabel(
      Map<String, FieldEvidence> names, Map<String, String> options) {
    List<String> found = new ArrayList<>(names.keySet());
    if (!options.getOrDefault(ELEMENTS, "").equals("lists")
        || options.containsKey(NAMES)
        || found.size() < 2
        || !found.subList(0, 2).equals(FieldNames.numbered(2))
        || options.containsKey(GROUP) != (found.size() == 3)) {
      return found;
    }
    FieldEvidence first = names.getOrDefault("column_1", new FieldEvidence(true));
    FieldEvidence second = names.getOrDefault("column_2", new FieldEvidence(true));
    boolean label = second.meanWords() < 2 && second.distinct() * 3L <= second.values();
    if (first.meanWords() > 3 && first.distinctShare() > 0.5 && label) {
      options.put(NAMES, "text,label");
      found.set(0, "text");
      found.set(1, "label");
    }
    return found;
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
    SourceFile.Opened opened = file.open();
    DecodingReader text = text(file, opened, options, context);
    Form form =
        new Form(
            elements(options.getOrDefault(ELEMENTS, "objects")),
            Boolean.parseBoolean(options.getOrDefault(FLATTEN, "true")),
            options.containsKey(NAMES)
                ? List.of(options.getOrDefault(NAMES, "").split(",", -1))
                : List.of(),
            options.getOrDefault(GROUP, ""));
    JsonRowParser rows = new JsonRowParser(columns, form);
    Place place = place(options.getOrDefault(LAYOUT, JsonShape.word(Place.LINES)));
    return place == Place.LINES
        ? new JsonLinesCursor(opened, text, rows)
        : new JsonTreeCursor(
            file,
            opened,
            text,
            rows,
            new JsonTreeCursor.Location(place, options.getOrDefault(MEMBER, "")));
  }

  /// The characters after the byte order mark, if there is one.
  private static DecodingReader text(
      SourceFile file, SourceFile.Opened opened, Map<String, String> options, TaskContext context)
      throws IOException {
    PushbackInputStream in = new PushbackInputStream(opened.stream(), 4);
    byte[] head = in.readNBytes(4);
    in.unread(head);
    TextEncoding encoding = DelimitedReader.encoding(file, options, head);
    in.skipNBytes(encoding.markBytes());
    return new DecodingReader(in, encoding.charset(), context);
  }
}
