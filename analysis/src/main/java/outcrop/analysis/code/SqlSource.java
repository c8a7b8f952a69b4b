package outcrop.analysis.code;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.SourceLayout;

/// One source as a relation of DuckDB, and its cells as expressions over it.
final class SqlSource {
  static final String NULL = "null";

  private final SourceLayout layout;

  SqlSource(SourceLayout layout) throws Untranslatable {
    this.layout = layout;
    SourceOptions.check(layout);
    String packing = SourceOptions.compression(layout);
    if (!packing.equals("none")
        && (!packing.equals("gzip") || layout.spec().format().equals(SourceOptions.PARQUET))) {
      throw new Untranslatable("the compression " + packing);
    }
  }

  /// Whether cells are text that is yet to be typed.
  boolean isText() {
    return !layout.spec().format().equals(SourceOptions.PARQUET);
  }

  /// @param refuses whether rows that do not fit the layout are left out
  String relation(boolean refuses) throws Untranslatable {
    return switch (layout.spec().format()) {
      case SourceOptions.CSV -> csv(refuses);
      case SourceOptions.JSON -> json(refuses);
      default -> "read_parquet(" + path() + ", hive_partitioning = false, filename = false)";
    };
  }

  /// A path, in which `*`, `?` and `[` are no patterns.
  private String path() {
    return Sql.text(
        layout.file().toAbsolutePath().normalize().toString().replaceAll("([*?\\[])", "[$1]"));
  }

  private String csv(boolean refuses) throws Untranslatable {
    String columns =
        layout.fields().stream()
            .map(field -> Sql.text(field) + ": 'varchar'")
            .collect(Collectors.joining(", ", "{", "}"));
    String quote = SourceOptions.quote(layout);
    return "read_csv("
        + path()
        + ", auto_detect = false, columns = "
        + columns
        + ",\n    delim = "
        + Sql.text(String.valueOf(SourceOptions.delimiter(layout)))
        + ", quote = "
        + Sql.text(quote)
        + ", escape = "
        + Sql.text(quote)
        + ", header = "
        + SourceOptions.header(layout)
        + ", nullstr = '', allow_quoted_nulls = false, encoding = "
        + encoding()
        + (SourceOptions.compression(layout).equals("gzip") ? ", compression = 'gzip'" : "")
        + (refuses ? ", ignore_errors = true" : "")
        + ")";
  }

  private String encoding() throws Untranslatable {
    return switch (SourceOptions.encoding(layout)) {
      case "utf-8", "us-ascii" -> "'utf-8'";
      case "iso-8859-1" -> "'latin-1'";
      case "utf-16", "utf-16le" -> "'utf-16'";
      default -> throw new Untranslatable("the encoding " + SourceOptions.encoding(layout));
    };
  }

  private String json(boolean refuses) throws Untranslatable {
    String encoding = SourceOptions.encoding(layout);
    if (!encoding.equals("utf-8") && !encoding.equals("us-ascii")) {
      throw new Untranslatable("the encoding " + encoding);
    }
    return "read_json_objects("
        + path()
        + ", format = "
        + (SourceOptions.isList(layout) ? "'array'" : "'newline_delimited'")
        + (refuses ? ", ignore_errors = true" : "")
        + ")";
  }

  /// The cell of a field, [#NULL] where this source does not have it.
  String cell(FieldSpec spec) throws Untranslatable {
    String name = spec.source();
    if (!layout.fields().contains(name)) {
      Optional<String> constant = layout.constant(name);
      if (constant.isPresent() || !layout.spec().format().equals(SourceOptions.JSON)) {
        return constant.map(Sql::text).orElse(NULL);
      }
    }
    return switch (layout.spec().format()) {
      case SourceOptions.JSON -> jsonCell(name);
      default -> Sql.name(name);
    };
  }

  private static String jsonCell(String name) throws Untranslatable {
    if (name.contains("\"") || name.contains("\\")) {
      throw new Untranslatable("the key " + name);
    }
    String whole = "json->>" + Sql.text("$.\"" + name + "\"");
    if (!name.contains(".")) {
      return "(" + whole + ")";
    }
    List<String> parts = Arrays.asList(name.split("\\.", -1));
    String inner =
        parts.stream().map(part -> ".\"" + part + "\"").collect(Collectors.joining("", "$", ""));
    return "coalesce(" + whole + ", json->>" + Sql.text(inner) + ")";
  }
}
