package outcrop.analysis.code;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.SourceLayout;

/// The settings of a source that both languages know how to say.
final class SourceOptions {
  static final String CSV = "csv";
  static final String JSON = "jsonl";
  static final String PARQUET = "parquet";

  /// By format the settings and the values of them that both languages can say; none where they can
  /// say every value.
  private static final Map<String, Map<String, Set<String>>> KNOWN =
      Map.of(
          CSV,
          Map.ofEntries(
              Map.entry("delimiter", Set.of()),
              Map.entry("quote", Set.of()),
              Map.entry("escape", Set.of("doubled")),
              Map.entry("header", Set.of()),
              Map.entry("skip", Set.of("0")),
              Map.entry("comment", Set.of("none")),
              Map.entry("trim", Set.of("false")),
              Map.entry("null", Set.of("")),
              Map.entry("ragged", Set.of("refuse")),
              Map.entry("decimal", Set.of(".")),
              Map.entry("thousands", Set.of("none")),
              Map.entry("encoding", Set.of()),
              Map.entry("compression", Set.of()),
              Map.entry("entry", Set.of())),
          JSON,
          Map.of(
              "layout", Set.of("lines", "list"),
              "elements", Set.of("objects"),
              "flatten", Set.of(),
              "encoding", Set.of(),
              "compression", Set.of(),
              "entry", Set.of()),
          PARQUET,
          Map.of("compression", Set.of(), "entry", Set.of()));

  private SourceOptions() {}

  /// Refuses a format or a setting that has no equal.
  static void check(SourceLayout source) throws Untranslatable {
    Map<String, Set<String>> known = KNOWN.get(source.spec().format());
    if (known == null) {
      throw new Untranslatable("the format " + source.spec().format());
    }
    for (Map.Entry<String, String> option : source.spec().options().entrySet()) {
      Set<String> values = known.get(option.getKey());
      boolean said = values != null && (values.isEmpty() || values.contains(option.getValue()));
      if (!said && !option.getValue().isEmpty()) {
        throw new Untranslatable(
            "the import setting " + option.getKey() + " = " + option.getValue());
      }
    }
    if (source.spec().format().equals(CSV)
        && !source.option("delimiter").equals("tab")
        && source.option("delimiter").length() != 1) {
      throw new Untranslatable("the delimiter " + source.option("delimiter"));
    }
  }

  /// Refuses fields that no source holds: those of joined files.
  static void checkFields(CodeSource source) throws Untranslatable {
    for (FieldSpec field : source.fields()) {
      String name = field.source();
      boolean joined = name.startsWith("::") && !name.equals(ImportSpec.FILE_NAME);
      boolean held =
          source.sources().stream()
              .anyMatch(
                  layout ->
                      layout.fields().contains(name)
                          || layout.constant(name).isPresent()
                          || layout.spec().format().equals(JSON));
      if (joined || !held) {
        throw new Untranslatable("the joined field " + field.field().name());
      }
    }
  }

  static char delimiter(SourceLayout source) {
    String delimiter = source.option("delimiter");
    return delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
  }

  /// The quote, empty where quotes are plain characters.
  static String quote(SourceLayout source) {
    String quote = source.option("quote");
    return quote.equals("none") ? "" : quote;
  }

  static boolean header(SourceLayout source) {
    return Boolean.parseBoolean(source.option("header"));
  }

  static boolean isList(SourceLayout source) {
    return source.option("layout").equals("list");
  }

  static String encoding(SourceLayout source) {
    return source.option("encoding").toLowerCase(Locale.ROOT);
  }

  static String compression(SourceLayout source) {
    String compression = source.option("compression");
    return compression.isEmpty() ? "none" : compression;
  }
}
