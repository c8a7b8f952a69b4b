package outcrop.analysis.io;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Puts the members of one JSON object into a row. Numbers keep their digits; inner objects become
/// dotted fields down to [#DEEPEST] levels, lists and everything deeper stay JSON text. `null` is
/// missing.
final class JsonRowParser {
  static final int DEEPEST = 4;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(DelimitedCursor.LARGEST_CELL)
                  .maxNumberLength(1000)
                  .maxDocumentLength(-1)
                  .build())
          .build();

  private static final LateFields.Cell EMPTY_OBJECT =
      new LateFields.Cell(new char[] {'{', '}'}, 0, 2, true);

  private final Map<String, Integer> columns;
  private final boolean flatten;

  /// @param columns of the batch by field name
  JsonRowParser(Map<String, Integer> columns, boolean flatten) {
    this.columns = columns;
    this.flatten = flatten;
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

  /// Reads the object at whose start the parser stands.
  void read(JsonParser parser, RowBatch batch, RowSink sink, long line) throws NoRow {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new NoRow("A JSON object is expected, not " + name(parser.currentToken()) + ".");
    }
    members(parser, "", 1, new Row(batch, sink, line));
  }

  private record Row(RowBatch batch, RowSink sink, long line) {}

  private void members(JsonParser parser, String prefix, int depth, Row row) throws NoRow {
    boolean empty = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      empty = false;
      String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
      switch (parser.nextToken()) {
        case VALUE_NULL -> {}
        case START_OBJECT -> {
          if (flatten && depth < DEEPEST) {
            members(parser, name + '.', depth + 1, row);
          } else {
            putJson(parser, name, row);
          }
        }
        case START_ARRAY -> putJson(parser, name, row);
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
    if (empty && !prefix.isEmpty()) {
      put(prefix.substring(0, prefix.length() - 1), EMPTY_OBJECT, row);
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
      case VALUE_STRING -> "a text";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> "a number";
    };
  }
}
