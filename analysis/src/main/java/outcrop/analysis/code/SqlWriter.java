package outcrop.analysis.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.SourceLayout;

/// Queries for DuckDB: the sources are read as text where they are text, typed as the import typed
/// them, numbered and filtered.
final class SqlWriter implements CodeWriter {
  private final CodeSource source;
  private final String number;

  SqlWriter(CodeSource source) {
    this.source = source;
    this.number = free("row_number");
  }

  /// A column name that no field has.
  private String free(String wanted) {
    List<String> taken = source.fields().stream().map(spec -> spec.field().name()).toList();
    String name = wanted;
    while (containsIgnoringCase(taken, name)) {
      name += "_";
    }
    return name;
  }

  private static boolean containsIgnoringCase(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  @Override
  public String reading(Condition condition, List<String> notes) throws Untranslatable {
    return comments(notes)
        + numbered()
        + "select * exclude ("
        + number
        + ")\nfrom numbered\n"
        + where(condition)
        + "order by "
        + number
        + ";\n";
  }

  /// A query that gives only the numbers of the rows, and the count of all rows with the number 0.
  String checking(Condition condition) throws Untranslatable {
    return numbered()
        + "select "
        + number
        + " from numbered\n"
        + where(condition)
        + "union all select -count(*) from numbered;\n";
  }

  private static String comments(List<String> notes) {
    return notes.stream()
        .map(note -> "-- " + note.replaceAll("\\s+", " ") + "\n")
        .collect(Collectors.joining());
  }

  private String where(Condition condition) {
    return condition.equals(new Condition.Always(true))
        ? ""
        : "where " + new SqlCondition(number).of(condition) + "\n";
  }

  private String numbered() throws Untranslatable {
    SourceOptions.checkFields(source);
    List<String> reads = new ArrayList<>();
    for (SourceLayout layout : source.sources()) {
      reads.add(read(layout));
    }
    return "with typed as (\n"
        + String.join("\n  union all\n", reads)
        + "\n), numbered as (\n  select *, row_number() over () as "
        + number
        + "\n  from typed\n)\n";
  }

  private String read(SourceLayout layout) throws Untranslatable {
    SqlSource from = new SqlSource(layout);
    String relation = from.relation(source.refused() > 0);
    List<String> columns = new ArrayList<>();
    List<String> fits = new ArrayList<>();
    for (FieldSpec spec : source.fields()) {
      String raw = from.cell(spec);
      String typed = typed(spec, raw, from.isText());
      columns.add(
          "    "
              + (typed.equals(Sql.name(spec.field().name()))
                  ? typed
                  : typed + " as " + Sql.name(spec.field().name())));
      FieldType type = spec.field().type();
      if (source.refused() > 0
          && from.isText()
          && (type == FieldType.NUMBER || type == FieldType.TIME)
          && !raw.equals(SqlSource.NULL)) {
        fits.add(
            "("
                + raw
                + " is null or trim("
                + raw
                + ") in ("
                + Sql.MARKERS
                + ") or "
                + fit(spec, raw)
                + ")");
      }
    }
    return "  select\n"
        + String.join(",\n", columns)
        + "\n  from "
        + relation
        + (fits.isEmpty() ? "" : "\n  where " + String.join("\n    and ", fits));
  }

  /// Whether a cell is a value of the type.
  private static String fit(FieldSpec spec, String raw) throws Untranslatable {
    return spec.field().format() == ValueFormat.INTEGER
        ? "regexp_full_match(trim(" + raw + "), '[-+]?[0-9]{1,18}')"
        : "(" + typed(spec, raw, true) + ") is not null";
  }

  /// The value of a field as the import types it.
  private static String typed(FieldSpec spec, String raw, boolean isText) throws Untranslatable {
    if (raw.equals(SqlSource.NULL)) {
      return "cast(null as " + type(spec.field()) + ")";
    }
    Field field = spec.field();
    String cell = isText ? "trim(" + raw + ")" : raw;
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE -> isText ? raw : "cast(" + raw + " as varchar)";
      case LIST, VECTOR ->
          isText
              ? "from_json(" + raw + ", '[\"" + element(field) + "\"]')"
              : "cast(" + raw + " as " + type(field) + ")";
      case NUMBER -> "try_cast(" + cell + " as " + type(field) + ")";
      case TIME ->
          spec.pattern() instanceof String pattern
              ? "cast(try_strptime("
                  + cell
                  + ", "
                  + Sql.text(TimeDirectives.sql(pattern))
                  + ") as "
                  + type(field)
                  + ")"
              : field.format() == ValueFormat.INSTANT
                  ? "(try_cast(" + cell + " as timestamptz) at time zone 'UTC')"
                  : "try_cast(" + cell + " as " + type(field) + ")";
    };
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE -> "varchar";
      case LIST, VECTOR -> element(field) + "[]";
      case NUMBER -> field.format() == ValueFormat.INTEGER ? "bigint" : "double";
      case TIME -> field.format() == ValueFormat.DATE ? "date" : "timestamp";
    };
  }

  private static String element(Field field) {
    return switch (field.format()) {
      case INTEGER -> "bigint";
      case DECIMAL -> "double";
      default -> field.type() == FieldType.VECTOR ? "float" : "varchar";
    };
  }

  @Override
  public String holding(RowSet rows, List<String> notes) {
    List<String> lines = new ArrayList<>();
    List<Column> columns =
        source.fields().stream().map(spec -> source.columns().column(spec.field().name())).toList();
    rows.forEach(
        row ->
            lines.add(
                columns.stream()
                    .map(column -> literal(column.field(), column.textAt(row)))
                    .collect(Collectors.joining(", ", "  (", ")"))));
    String names =
        columns.stream()
            .map(column -> Sql.name(column.field().name()))
            .collect(Collectors.joining(", "));
    if (lines.isEmpty()) {
      String nulls =
          columns.stream()
              .map(
                  column ->
                      literal(column.field(), null) + " as " + Sql.name(column.field().name()))
              .collect(Collectors.joining(", "));
      return comments(notes) + "select " + nulls + "\nwhere false;\n";
    }
    return comments(notes)
        + "select *\nfrom (values\n"
        + String.join(",\n", lines)
        + "\n) as rows("
        + names
        + ");\n";
  }

  private static String literal(Field field, @Nullable String value) {
    String type = type(field);
    String quoted = value == null ? "null" : Sql.text(value.replaceFirst("Z$", ""));
    return switch (field.type()) {
      case CATEGORY, TEXT, IMAGE -> value == null ? "cast(null as varchar)" : Sql.text(value);
      case LIST, VECTOR ->
          value == null
              ? "cast(null as " + type + ")"
              : "from_json(" + Sql.text(value) + ", '[\"" + element(field) + "\"]')";
      case NUMBER ->
          value == null ? "cast(null as " + type + ")" : "cast('" + value + "' as " + type + ")";
      case TIME -> "cast(" + quoted + " as " + type + ")";
    };
  }

  /// The moment as the queries write it.
  static String moment(long micros) {
    return "timestamp '" + TimeColumn.textOf(micros, ValueFormat.DATETIME).replace('T', ' ') + "'";
  }
}
