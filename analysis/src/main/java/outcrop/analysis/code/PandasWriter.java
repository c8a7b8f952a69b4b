package outcrop.analysis.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.SourceLayout;

/// Programs for pandas 2 and later: the sources are read as text where they are text, typed as the
/// import typed them into nullable columns, numbered and filtered. The frame is named `rows`.
final class PandasWriter implements CodeWriter {
  private static final String TYPES =
      """
      MISSING = ['', 'NA', 'N/A', 'null', 'NULL', 'None', '-']


      def present(texts):
          texts = texts.astype('string').str.strip()
          return texts.mask(texts.isin(MISSING))


      def whole(texts):
          texts = present(texts)
          fits = texts.str.fullmatch('[-+]?[0-9]{1,18}').fillna(False).astype(bool)
          return texts.where(fits).astype('Int64')


      def decimal(texts):
          texts = present(texts)
          numbers = pd.to_numeric(texts, errors='coerce')
          nan = texts.str.fullmatch('(?i)nan').fillna(False).astype(bool)
          return numbers.astype('Float64').mask(numbers.isna() & ~nan)


      """;

  private final CodeSource source;

  PandasWriter(CodeSource source) {
    this.source = source;
  }

  @Override
  public String reading(Condition condition, List<String> notes) throws Untranslatable {
    if (source.refused() > 0) {
      // pandas fills rows that end early where the import refuses them.
      throw new Untranslatable("the rows that the import refused");
    }
    SourceOptions.checkFields(source);
    StringBuilder body = new StringBuilder();
    boolean text = false;
    boolean json = false;
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < source.sources().size(); i++) {
      SourceLayout layout = source.sources().get(i);
      PandasSource from = new PandasSource(layout);
      String frame = source.sources().size() == 1 ? "rows" : "rows" + (i + 1);
      frames.add(frame);
      text |= from.isText();
      json |= from.isJson();
      read(from, frame, body);
    }
    if (frames.size() > 1) {
      body.append("rows = pd.concat([")
          .append(String.join(", ", frames))
          .append("], ignore_index=True)\n");
    } else {
      body.append("rows = rows.reset_index(drop=True)\n");
    }
    if (!condition.equals(new Condition.Always(true))) {
      body.append("rows = rows[").append(new PandasCondition(source).of(condition)).append("]\n");
    }
    return comments(notes)
        + imports(body.toString(), json)
        + (json ? PandasSource.JSON_ROWS + "\n" : "")
        + (text
                && (body.indexOf("whole(") >= 0
                    || body.indexOf("decimal(") >= 0
                    || body.indexOf("present(") >= 0)
            ? TYPES
            : "")
        + body;
  }

  private static String imports(String body, boolean json) {
    StringBuilder lines = new StringBuilder();
    if (body.contains("csv.QUOTE_NONE")) {
      lines.append("import csv\n");
    }
    if (body.contains("gzip.open(")) {
      lines.append("import gzip\n");
    }
    if (json || body.contains("json.loads(")) {
      lines.append("import json\n");
    }
    if (body.contains("re.search(")) {
      lines.append("import re\n");
    }
    return lines + (lines.isEmpty() ? "" : "\n") + "import pandas as pd\n\n";
  }

  private void read(PandasSource from, String frame, StringBuilder body) throws Untranslatable {
    body.append("read = ")
        .append(from.frame(source.fields().stream().map(FieldSpec::source).toList()))
        .append('\n');
    body.append(frame).append(" = pd.DataFrame({\n");
    for (FieldSpec spec : source.fields()) {
      String name = Python.text(spec.field().name());
      body.append("    ").append(name).append(": ").append(typed(from, spec)).append(",\n");
    }
    body.append("}, index=read.index)\n");
  }

  private static String typed(PandasSource from, FieldSpec spec) throws Untranslatable {
    Field field = spec.field();
    if (!from.isText() && spec.source().contains(".")) {
      // A field inside a struct, or a name with a dot: pandas would have to be told which.
      throw new Untranslatable("the inner field " + spec.source());
    }
    if (!from.isText() && field.type() == FieldType.IMAGE) {
      // It may refer to bytes of the file, which pandas would give themselves.
      throw new Untranslatable("the images of " + spec.source());
    }
    String cell = from.cells(spec.source());
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE ->
          from.isText()
              ? cell + ".astype('string')"
              : field.format() == ValueFormat.BOOLEAN
                  ? cell + ".map({True: 'true', False: 'false'}).astype('string')"
                  : cell + ".astype('string')";
      case LIST, VECTOR -> from.isText() ? elements(field, cell) : cell;
      case NUMBER -> {
        boolean whole = field.format() == ValueFormat.INTEGER;
        yield from.isText()
            ? (whole ? "whole(" : "decimal(") + cell + ")"
            : cell + ".astype('" + dtype(field) + "')";
      }
      case TIME -> time(from, spec, cell);
    };
  }

  private static String time(PandasSource from, FieldSpec spec, String cell) throws Untranslatable {
    String format = spec.pattern() == null ? "ISO8601" : TimeDirectives.python(spec.pattern());
    boolean instant = spec.field().format() == ValueFormat.INSTANT;
    return "pd.to_datetime("
        + (from.isText() ? "present(" + cell + ")" : cell)
        + (from.isText() ? ", format=" + Python.text(format) + ", errors='coerce'" : "")
        + (instant ? ", utc=True).dt.tz_localize(None)" : ")");
  }

  private static String elements(Field field, String cell) {
    String element =
        switch (field.format()) {
          case INTEGER -> "int(value)";
          case DECIMAL -> "float(value)";
          default -> field.type() == FieldType.VECTOR ? "float(value)" : "value";
        };
    return cell
        + ".map(\n        lambda text: [None if value is None else "
        + element
        + " for value in json.loads(text)],\n        na_action='ignore',\n    )";
  }

  private static String dtype(Field field) {
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE -> "string";
      case LIST, VECTOR -> "object";
      case NUMBER -> field.format() == ValueFormat.INTEGER ? "Int64" : "Float64";
      case TIME -> "datetime64[us]";
    };
  }

  private static String comments(List<String> notes) {
    return notes.stream()
        .map(note -> "# " + note.replaceAll("\\s+", " ") + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public String holding(RowSet rows, List<String> notes) {
    StringBuilder body = new StringBuilder("rows = pd.DataFrame({\n");
    for (FieldSpec spec : source.fields()) {
      Column column = source.columns().column(spec.field().name());
      List<String> values = new ArrayList<>();
      rows.forEach(row -> values.add(literal(column.field(), column.textAt(row))));
      body.append("    ")
          .append(Python.text(spec.field().name()))
          .append(": pd.Series([")
          .append(String.join(", ", values))
          .append("], dtype='")
          .append(dtype(spec.field()))
          .append("'),\n");
    }
    body.append("})\n");
    return comments(notes) + imports(body.toString(), false) + body;
  }

  private static String literal(Field field, @Nullable String value) {
    if (field.type() == FieldType.LIST || field.type() == FieldType.VECTOR) {
      return value == null ? "None" : "json.loads(" + Python.text(value) + ")";
    }
    if (value == null) {
      return field.type() == FieldType.TIME ? "pd.NaT" : "pd.NA";
    }
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE, LIST, VECTOR -> Python.text(value);
      case NUMBER ->
          Objects.equals(field.format(), ValueFormat.INTEGER)
              ? value
              : "float(" + Python.text(value) + ")";
      case TIME -> "pd.Timestamp(" + Python.text(value.replaceFirst("Z$", "")) + ")";
    };
  }
}
