package outcrop.analysis.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.io.Formulas;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The data behind a chart in long form: one line per count or value that the chart shows.
///
/// @param names of the columns, in camelCase like the keys of the command line's JSON
/// @param rows cells by column: a `String`, a `Long`, a `Double`, or null where there is none
public record ChartTable(List<String> names, List<List<@Nullable Object>> rows) {
  public ChartTable {
    names = List.copyOf(names);
  }

  /// At most so many rows.
  public ChartTable first(int most) {
    return rows.size() <= most ? this : new ChartTable(names, rows.subList(0, most));
  }

  /// CSV with a header. Nothing is an empty field, an empty text `""`.
  ///
  /// @param guarded whether texts that a spreadsheet would run are made harmless
  public String csv(boolean guarded) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(out)) {
      csv.writeRecord(names);
      for (List<@Nullable Object> row : rows) {
        CsvWriter.CsvWriterRecord line = csv.writeRecord();
        row.forEach(cell -> line.writeField(text(cell, guarded)));
        line.endRecord();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  /// Lines of fields with tabs between them, as spreadsheets take them from the clipboard; tabs and
  /// line breaks within a text become blanks, and no text is taken for a formula.
  public String tsv() {
    StringBuilder out = new StringBuilder(String.join("\t", names)).append('\n');
    for (List<@Nullable Object> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        String text = text(row.get(i), true);
        out.append(i == 0 ? "" : "\t")
            .append(text == null ? "" : text.replaceAll("[\\t\\r\\n]+", " "));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /// One array of objects with every column as a key. NaN and the infinities, for which JSON has no
  /// numbers, are texts.
  public String json() {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (List<@Nullable Object> row : rows) {
      ObjectNode object = array.addObject();
      for (int i = 0; i < names.size(); i++) {
        put(object, names.get(i), row.get(i));
      }
    }
    return Json.MAPPER.writeValueAsString(array) + "\n";
  }

  private static void put(ObjectNode object, String name, @Nullable Object cell) {
    switch (cell) {
      case null -> object.putNull(name);
      case Long whole -> object.put(name, whole);
      case Double number when !Double.isFinite(number) -> object.put(name, number.toString());
      case Double number -> object.put(name, number);
      case Object text -> object.put(name, text.toString());
    }
  }

  private static @Nullable String text(@Nullable Object cell, boolean guarded) {
    return switch (cell) {
      case null -> null;
      case Double number -> NumberColumn.textOf(number);
      case Long whole -> whole.toString();
      case Object text -> guarded ? Formulas.guarded(text.toString()) : text.toString();
    };
  }
}
