package outcrop.analysis.code;

import java.util.List;
import outcrop.analysis.io.SourceLayout;

/// One source as an expression that gives a data frame: of texts where the source holds text, of
/// values where it is Parquet.
final class PandasSource {
  private final SourceLayout layout;

  PandasSource(SourceLayout layout) throws Untranslatable {
    this.layout = layout;
    SourceOptions.check(layout);
  }

  boolean isText() {
    return !layout.spec().format().equals(SourceOptions.PARQUET);
  }

  boolean isJson() {
    return layout.spec().format().equals(SourceOptions.JSON);
  }

  boolean has(String name) {
    return layout.fields().contains(name);
  }

  /// The cells of a field, as the source has them or all alike.
  String cells(String name) {
    return has(name) || isJson() && layout.constant(name).isEmpty()
        ? "read[" + Python.text(name) + "]"
        : "pd.Series("
            + layout.constant(name).map(Python::text).orElse("pd.NA")
            + ", index=read.index, dtype='string')";
  }

  /// @param fields the names that a JSON source is asked for
  String frame(List<String> fields) throws Untranslatable {
    return switch (layout.spec().format()) {
      case SourceOptions.CSV -> csv();
      case SourceOptions.JSON -> json(fields);
      default -> {
        unpacked("none");
        yield "pd.read_parquet(" + path() + ", dtype_backend='numpy_nullable')";
      }
    };
  }

  private void unpacked(String... known) throws Untranslatable {
    String packing = SourceOptions.compression(layout);
    if (!List.of(known).contains(packing)) {
      throw new Untranslatable("the compression " + packing);
    }
  }

  private String path() {
    return Python.text(layout.file().toAbsolutePath().normalize().toString());
  }

  private String csv() throws Untranslatable {
    unpacked("none", "gzip");
    String quote = SourceOptions.quote(layout);
    String quoting = quote.isEmpty() ? "quoting=csv.QUOTE_NONE" : "quotechar=" + Python.text(quote);
    return "pd.read_csv(\n    "
        + path()
        + ",\n    sep="
        + Python.text(String.valueOf(SourceOptions.delimiter(layout)))
        + ", "
        + quoting
        + ", encoding="
        + Python.text(SourceOptions.encoding(layout))
        + ",\n    header="
        + (SourceOptions.header(layout) ? "0" : "None")
        + ", names="
        + Python.texts(layout.fields())
        + ",\n    index_col=False, dtype=str, keep_default_na=False, na_values=['']"
        + ", skip_blank_lines="
        + Python.truth(layout.fields().size() > 1)
        + (SourceOptions.compression(layout).equals("gzip") ? ", compression='gzip'" : "")
        + ",\n)";
  }

  private String json(List<String> fields) throws Untranslatable {
    unpacked("none", "gzip");
    String open =
        SourceOptions.compression(layout).equals("gzip")
            ? "gzip.open(" + path() + ", 'rt'"
            : "open(" + path();
    return "pd.DataFrame(\n    json_rows("
        + open
        + ", encoding="
        + Python.text(SourceOptions.encoding(layout))
        + "), lines="
        + Python.truth(!SourceOptions.isList(layout))
        + "),\n    columns="
        + Python.texts(fields)
        + ",\n    dtype='string',\n)";
  }

  /// The function that the program needs for JSON: values as text, inner objects with dotted names.
  static final String JSON_ROWS =
      """
      def json_rows(file, lines):
          exact = dict(parse_int=str, parse_float=str)

          def flat(value, name, row, depth):
              if isinstance(value, dict) and value and depth < 5:
                  for key, inner in value.items():
                      flat(inner, name + '.' + key if name else key, row, depth + 1)
              elif isinstance(value, bool):
                  row[name] = 'true' if value else 'false'
              elif isinstance(value, (dict, list)):
                  row[name] = json.dumps(value, ensure_ascii=False, separators=(',', ':'))
              else:
                  row[name] = value
              return row

          with file:
              if lines:
                  return [flat(json.loads(line, **exact), '', {}, 1) for line in file if line.strip()]
              return [flat(value, '', {}, 1) for value in json.load(file, **exact)]

      """;
}
