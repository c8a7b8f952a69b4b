package outcrop.analysis.conformance;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;

/// What the options of a reading function are in the settings of an import.
///
/// Options that only steer the database (sizes of buffers and samples, threads, its table of
/// rejects) have no counterpart and are left out.
final class ImportChoices {
  /// How the database reads where it is told to find out nothing.
  private static final Map<String, String> UNSNIFFED =
      Map.ofEntries(
          Map.entry("delimiter", ","),
          Map.entry("quote", "\""),
          Map.entry("escape", "doubled"),
          Map.entry("header", "false"),
          Map.entry("skip", "0"),
          Map.entry("comment", "none"),
          Map.entry("trim", "false"),
          Map.entry("ragged", "refuse"),
          Map.entry("decimal", "."),
          Map.entry("thousands", "none"));

  private final ReadCall call;

  ImportChoices(ReadCall call) {
    this.call = call;
  }

  /// The sources with the options that the call sets.
  ///
  /// @param folder where the data is
  ImportSpec sources(Path folder) {
    List<SourceSpec> sources =
        call.files().stream()
            .map(
                file ->
                    new SourceSpec(
                        file.replace("{DATA_DIR}", folder.toString()), format(), options()))
            .toList();
    return new ImportSpec(sources, List.of());
  }

  private String format() {
    boolean named = call.function().contains("_");
    return switch (call.format()) {
      case "json" -> named ? "jsonl" : "";
      case "parquet" -> named ? "parquet" : "";
      default -> named ? "csv" : "";
    };
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    compression(options);
    if (call.format().equals("json")) {
      call.text("format").ifPresent(format -> layout(options, format));
      return options;
    }
    if (!call.format().equals("csv")) {
      return options;
    }
    if (call.isUnset("auto_detect")) {
      options.putAll(UNSNIFFED);
    }
    put(options, "delimiter", "delim", "sep", "delimiter", "separator");
    put(options, "quote", "quote");
    put(options, "escape", "escape");
    put(options, "comment", "comment");
    put(options, "thousands", "thousands");
    put(options, "decimal", "decimal_separator");
    put(options, "skip", "skip");
    if (call.text("header").isPresent()) {
      options.put("header", Boolean.toString(call.isSet("header")));
    }
    options.put("null", nulls());
    // The database does not guess the encoding.
    options.put("encoding", call.text("encoding").orElse("utf-8").replace("latin-1", "latin1"));
    if (call.isSet("null_padding")) {
      options.put("ragged", "pad");
    }
    return options;
  }

  /// An option of one text; the empty text means that there is no such sign, and so does NULL where
  /// nothing is to be found out.
  private void put(Map<String, String> options, String name, String... names) {
    boolean none =
        call.isUnset("auto_detect")
            && call.option(names).filter(value -> value == SqlScanner.NULL).isPresent();
    if (none) {
      options.put(name, "none");
    }
    call.text(names).ifPresent(text -> options.put(name, text.isEmpty() ? "none" : text));
  }

  private void compression(Map<String, String> options) {
    call.text("compression")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> !text.equals("infer"))
        .ifPresent(text -> options.put("compression", text));
  }

  private static void layout(Map<String, String> options, String format) {
    switch (format) {
      case "nd", "newline_delimited" -> options.put("layout", "lines");
      case "array" -> options.put("layout", "list");
      default -> {}
    }
  }

  /// The database takes its texts for missing values, usually the empty one, in quotes too.
  private String nulls() {
    List<?> texts =
        switch (call.option("nullstr", "null").orElse("")) {
          case List<?> list -> list;
          case Object one -> List.of(one);
        };
    List<String> all = new ArrayList<>();
    for (Object text : texts) {
      all.add(String.valueOf(text));
      if (!call.isUnset("allow_quoted_nulls")) {
        all.add('"' + String.valueOf(text) + '"');
      }
    }
    return String.join(",", all);
  }

  /// The names of the fields as the database would give them, one per field; with padding also
  /// those of declared columns that no row has.
  List<String> names(ImportPreview preview) {
    List<FieldSpec> fields = own(preview);
    boolean header = !"false".equals(preview.spec().sources().getFirst().options().get("header"));
    List<String> names = new ArrayList<>();
    int digits = Integer.toString(Math.max(0, fields.size() - 1)).length();
    for (FieldSpec field : fields) {
      String name = field.field().name();
      boolean numbered = name.matches("column_\\d+") && (!header || call.format().equals("csv"));
      names.add(
          numbered
              ? "column" + ("%0" + digits + "d").formatted(Integer.parseInt(name.substring(7)) - 1)
              : name);
    }
    List<String> declared = declaredNames();
    while (names.size() < declared.size() && call.isSet("null_padding")) {
      names.add(declared.get(names.size()));
    }
    for (int i = 0; i < Math.min(declared.size(), names.size()); i++) {
      names.set(i, declared.get(i));
    }
    return names;
  }

  /// Whether the call says how many columns there are, and the file has another number.
  boolean isOfOtherWidth(ImportPreview preview) {
    int declared = declaredNames().size();
    return declared > 0 && declared != own(preview).size() && call.option("columns").isPresent();
  }

  private List<String> declaredNames() {
    if (call.option("columns").orElse(null) instanceof Map<?, ?> columns
        && !call.format().equals("json")) {
      return columns.keySet().stream().map(String::valueOf).toList();
    }
    return call.option("names", "column_names").orElse(null) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// The types that the call declares, by position in the list of names; null where it declares
  /// none.
  List<String> types(List<String> names) {
    Object value = call.option("columns", "types", "dtypes", "column_types").orElse(null);
    List<String> types = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      types.add(
          switch (value) {
            case List<?> list -> i < list.size() ? String.valueOf(list.get(i)) : null;
            case Map<?, ?> map ->
                map.entrySet().stream()
                    .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
                    .map(entry -> String.valueOf(entry.getValue()))
                    .findFirst()
                    .orElse(call.isSet("all_varchar") ? "VARCHAR" : null);
            case null, default -> call.isSet("all_varchar") ? "VARCHAR" : null;
          });
    }
    return types;
  }

  /// The fields of the files, without the one for the name of the file.
  List<FieldSpec> own(ImportPreview preview) {
    return preview.spec().fields().stream()
        .filter(field -> !field.source().equals(ImportSpec.FILE_NAME))
        .filter(this::isDeclared)
        .toList();
  }

  /// The spec of a preview with the types that the call declares and the patterns of its times.
  ImportSpec edit(ImportPreview preview) {
    List<FieldSpec> fields = new ArrayList<>();
    List<FieldSpec> own = own(preview);
    List<String> types = types(names(preview));
    for (FieldSpec spec : preview.spec().fields()) {
      if (!isDeclared(spec)) {
        continue;
      }
      int index = own.indexOf(spec);
      String type = index < 0 ? null : types.get(index);
      fields.add(index < 0 ? spec : edited(spec, type, cells(preview, spec)));
    }
    return new ImportSpec(preview.spec().sources(), fields);
  }

  private static List<String> cells(ImportPreview preview, FieldSpec spec) {
    int column = preview.spec().fields().indexOf(spec);
    return preview.rows().stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
  }

  /// Of JSON the database takes only the members that are declared.
  private boolean isDeclared(FieldSpec spec) {
    return !call.format().equals("json")
        || !(call.option("columns").orElse(null) instanceof Map<?, ?> columns)
        || columns.containsKey(spec.field().name())
        || columns.size() == 1 && spec.field().name().equals("value");
  }

  private FieldSpec edited(FieldSpec spec, String type, List<String> cells) {
    String dates = call.text("dateformat").map(DeclaredType::pattern).orElse(null);
    String times = call.text("timestampformat").map(DeclaredType::pattern).orElse(null);
    if (type == null) {
      for (String pattern : new String[] {dates, times}) {
        if (pattern != null && spec.field().type() != FieldType.NUMBER && fits(pattern, cells)) {
          Field field =
              spec.field()
                  .withType(FieldType.TIME)
                  .withFormat(
                      DeclaredType.isOfDays(pattern) ? ValueFormat.DATE : ValueFormat.DATETIME);
          return new FieldSpec(spec.source(), field, pattern, true);
        }
      }
      return spec;
    }
    Field field = DeclaredType.choose(spec.field(), type);
    if (field.type() != FieldType.TIME) {
      return new FieldSpec(spec.source(), field, null, true);
    }
    String pattern = type.equalsIgnoreCase("DATE") ? dates : times;
    if (pattern != null && !DeclaredType.isOfDays(pattern)) {
      field = field.withFormat(ValueFormat.DATETIME);
    }
    // Without a pattern of its own the field keeps the one that was guessed.
    return new FieldSpec(spec.source(), field, pattern == null ? spec.pattern() : pattern, true);
  }

  private static boolean fits(String pattern, List<String> cells) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      cells.forEach(formatter::parse);
      return !cells.isEmpty();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }
}
