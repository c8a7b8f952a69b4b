package outcrop.analysis.io;

import java.io.StringWriter;
import java.util.List;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.ValueFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Values as JSON: numbers keep their exact text, NaN and the infinities are texts, missing values
/// are null, lists and vectors are lists.
public final class JsonCells {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private JsonCells() {}

  /// One cell as a JSON value.
  public static String cell(Column column, int row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, column, row);
    }
    return text.toString();
  }

  /// One row as a JSON object.
  public static String row(List<Column> columns, int row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      for (Column column : columns) {
        json.writeName(column.field().name());
        write(json, column, row);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  static void write(JsonGenerator json, Column column, int row) {
    String text = column.textAt(row);
    if (text == null) {
      json.writeNull();
      return;
    }
    switch (column) {
      case NumberColumn number when Double.isFinite(number.at(row)) -> json.writeNumber(text);
      case CategoryColumn category when isBoolean(category, text) ->
          json.writeBoolean(Boolean.parseBoolean(text));
      case ListColumn _ -> json.writeRawValue(text);
      case VectorColumn vector -> writeVector(json, vector, row);
      case NumberColumn _, CategoryColumn _, TextColumn _, TimeColumn _ -> json.writeString(text);
    }
  }

  private static void writeVector(JsonGenerator json, VectorColumn vector, int row) {
    json.writeStartArray();
    for (int i = 0; i < vector.dimensions(); i++) {
      float value = vector.at(row, i);
      if (Float.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeString(Float.toString(value));
      }
    }
    json.writeEndArray();
  }

  /// `True` and `TRUE` stay texts: JSON could not give them back.
  static boolean isBoolean(CategoryColumn column, String text) {
    return column.field().format() == ValueFormat.BOOLEAN
        && (text.equals("true") || text.equals("false"));
  }
}
