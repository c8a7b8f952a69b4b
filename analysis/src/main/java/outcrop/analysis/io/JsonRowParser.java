package outcrop.analysis.io;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Puts one JSON value into a row: the members of an object, the elements of a list, or the value
/// itself. Numbers keep their digits; inner objects become dotted fields down to [#DEEPEST] levels,
/// lists and everything deeper stay JSON text. `null` is missing. `NaN` and `Infinity`, which some
/// programs write although JSON has no such numbers, are taken as they stand.
final class JsonRowParser {
  static final int DEEPEST = 4;

  /// The field of rows that are single values.
  static final String VALUE = "value";

  private static final int DEEPEST_NESTING = 500;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(DelimitedCursor.LARGEST_CELL)
                  .maxNumberLength(1000)
                  .maxNestingDepth(DEEPEST_NESTING)
                  .maxDocumentLength(-1)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final LateFields.Cell EMPTY_OBJECT =
      new LateFields.Cell(new char[] {'{', '}'}, 0, 2, true);

  private final Map<String, Integer> columns;
  private final Form form;

  /// How values become rows.
  ///
  /// @param elements what each row is
  /// @param flatten whether inner objects become dotted fields
  /// @param names of the elements where a row is a list; further ones are numbered
  /// @param group the field for the member that holds a row, empty for none
  record Form(JsonShape.Elements elements, boolean flatten, List<String> names, String group) {
    String name(int position) {
      return position < names.size() ? names.get(position) : "column_" + (position + 1);
    }
  }

  /// @param columns of the batch by field name
  JsonRowParser(Map<String, Integer> columns, Form form) {
    this.columns = columns;
    this.form = form;
  }

  /// What is wrong with a text, as a sentence without its full stop.
  static String trouble(JacksonException failure) {
    return failure instanceof StreamConstraintsException
        ? "it is nested deeper than "
            + DEEPEST_NESTING
            + " levels, or one text is longer than "
            + (DelimitedCursor.LARGEST_CELL >> 20)
            + " million characters"
        : failure.getOriginalMessage().lines().findFirst().orElse("");
  }

  /// Why a JSON value is no row: one sentence.
  static final class NoRow extends Exception {
    private static final long serialVersionUID = 1L;

    NoRow(String sentence) {
      super(sentence);
    }
  }

  static JsonParser parser(char[] chars, int start, int length) {
    return JSON.createParser(ObjectReadContext.empty(), chars, start, length);
  }

  static JsonParser parser(java.io.Reader text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }

  /// Reads the value at whose start the parser stands.
  ///
  /// @param group the name of the member that holds the row, empty where none does
  void read(JsonParser parser, RowBatch batch, RowSink sink, Place at) throws NoRow {
    Row row = new Row(batch, sink, at.line());
    switch (form.elements()) {
      case OBJECTS -> {
        expect(parser, JsonToken.START_OBJECT, "A JSON object");
        putGroup(at, row);
        members(parser, "", 1, row);
      }
      case LISTS -> {
        expect(parser, JsonToken.START_ARRAY, "A JSON list");
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
          value(parser, form.name(i), row);
        }
        putGroup(at, row);
      }
      case VALUES -> {
        value(parser, VALUE, row);
        putGroup(at, row);
      }
    }
  }

  /// Where a row stands.
  ///
  /// @param group the member that holds it, empty for none
  record Place(long line, String group) {}

  private static void expect(JsonParser parser, JsonToken start, String what) throws NoRow {
    if (parser.currentToken() != start) {
      throw new NoRow(what + " is expected, not " + name(parser.currentToken()) + ".");
    }
  }

  private void putGroup(Place at, Row row) throws NoRow {
    if (!form.group().isEmpty()) {
      char[] chars = at.group().toCharArray();
      put(form.group(), new LateFields.Cell(chars, 0, chars.length, true), row);
    }
  }

  private record Row(RowBatch batch, RowSink sink, long line) {}

  private void members(JsonParser parser, String prefix, int depth, Row row) throws NoRow {
    boolean empty = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      empty = false;
      String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
      if (parser.nextToken() == JsonToken.START_OBJECT && form.flatten() && depth < DEEPEST) {
        members(parser, name + '.', depth + 1, row);
      } else {
        value(parser, name, row);
      }
    }
    if (empty && !prefix.isEmpty()) {
      put(prefix.substring(0, prefix.length() - 1), EMPTY_OBJECT, row);
    }
  }

  /// Puts the value at which the parser stands into one field.
  private void value(JsonParser parser, String name, Row row) throws NoRow {
    switch (parser.currentToken()) {
      case VALUE_NULL -> {}
      case START_OBJECT, START_ARRAY -> putJson(parser, name, row);
      case VALUE_STRING ->
          put(
              name,
              new LateFields.Cell(
                  parser.getStringCharacters(),
                  parser.getStringOffset(),
                  parser.getStringLength(),
                  true),
              row);
      default -> {
        char[] chars = parser.getString().toCharArray();
        put(name, new LateFields.Cell(chars, 0, chars.length, false), row);
      }
    }
  }

  private void putJson(JsonParser parser, String name, Row row) throws NoRow {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructureExact(parser);
    }
    char[] chars = text.toString().toCharArray();
    put(name, new LateFields.Cell(chars, 0, chars.length, true), row);
  }

  private void put(String name, LateFields.Cell cell, Row row) throws NoRow {
    if (DecodingReader.hasMark(cell.chars(), cell.start(), cell.length())) {
      throw new NoRow("The value of " + name + " holds bytes or escapes that are no characters.");
    }
    Integer column = columns.get(name);
    if (column == null) {
      row.sink()
          .unknownField(name, row.line(), cell.chars(), cell.start(), cell.length(), cell.quoted());
    } else if (row.batch().has(column)) {
      throw new NoRow("The field " + name + " occurs twice.");
    } else {
      row.batch().put(column, cell.chars(), cell.start(), cell.length(), cell.quoted());
    }
  }

  private static String name(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "a list";
      case START_OBJECT -> "an object";
      case VALUE_STRING -> "a text";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> "a number";
    };
  }
}
