package outcrop.analysis.io;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

/// Everything that decides what an import gives: which files, how they are read, and which fields
/// come out. Part of the project and of recipes, so that the same import can be repeated.
///
/// @param sources files in the order in which their rows appear
/// @param fields the fields to keep, in order; those of the source that are not named are left out
/// @param joins files whose fields stand beside those of the sources
/// @param named what the user named, absolute, where a folder or a pattern is among it, so that
///   files that come into it later are found; empty where each source was named itself
public record ImportSpec(
    List<SourceSpec> sources,
    List<FieldSpec> fields,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JoinSpec> joins,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> named) {
  /// As [FieldSpec#source()] and as a key of [SourceSpec#constants()]: the name of the file that
  /// each row came from. Sources that do not give it another one are named by their file.
  public static final String FILE_NAME = "::file::";

  private static final String MARK = "::";

  /// Null joins and names are what projects of before hold: none.
  @SuppressWarnings("NullAway")
  public ImportSpec {
    sources = List.copyOf(sources);
    fields = List.copyOf(fields);
    joins = joins == null ? List.of() : List.copyOf(joins);
    named = named == null ? List.of() : List.copyOf(named);
  }

  /// An import without joins.
  public ImportSpec(List<SourceSpec> sources, List<FieldSpec> fields) {
    this(sources, fields, List.of(), List.of());
  }

  public ImportSpec withSources(List<SourceSpec> value) {
    return new ImportSpec(value, fields, joins, named);
  }

  public ImportSpec withFields(List<FieldSpec> value) {
    return new ImportSpec(sources, value, joins, named);
  }

  public ImportSpec withJoins(List<JoinSpec> value) {
    return new ImportSpec(sources, fields, value, named);
  }

  public ImportSpec withNamed(List<String> value) {
    return new ImportSpec(sources, fields, joins, value);
  }

  /// How [FieldSpec#source()] names the fields of a join, before the name in its file.
  public String joinPrefix(int join) {
    String name = fileName(joins.get(join));
    long before = joins.subList(0, join).stream().filter(j -> fileName(j).equals(name)).count();
    return MARK + name + (before == 0 ? "" : "#" + (before + 1)) + MARK;
  }

  private static String fileName(JoinSpec join) {
    String path = join.source().path().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The fields that the sources give; those of joins are left out.
  @JsonIgnore
  public List<FieldSpec> ownFields() {
    List<String> prefixes = IntStream.range(0, joins.size()).mapToObj(this::joinPrefix).toList();
    return fields.stream()
        .filter(field -> prefixes.stream().noneMatch(field.source()::startsWith))
        .toList();
  }

  /// The fields that one join gives.
  public List<FieldSpec> joinedFields(int join) {
    String prefix = joinPrefix(join);
    return fields.stream().filter(field -> field.source().startsWith(prefix)).toList();
  }

  /// One file, or a folder that is read as a whole.
  ///
  /// @param path relative to the project folder where possible, else absolute
  /// @param format the reader's name: `csv`, `jsonl`, `parquet`
  /// @param options the reader's settings by name, such as `delimiter`, `quote`, `header`,
  ///   `encoding`, `compression`, `entry` (inside a zip); every guess is written down here
  /// @param constants values that all rows of the source have, by field and in the order of the
  ///   fields: keys of a partition (`year=2024/…`), the split of its file, the name of the source
  ///   under [#FILE_NAME]. A field that the source holds itself keeps its own values.
  public record SourceSpec(
      String path,
      String format,
      Map<String, String> options,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> constants) {
    /// Null constants are what projects of before hold: none.
    @SuppressWarnings("NullAway")
    public SourceSpec {
      options = Map.copyOf(options);
      constants =
          constants == null || constants.isEmpty()
              ? Map.of()
              : Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /// A source whose rows share nothing.
    public SourceSpec(String path, String format, Map<String, String> options) {
      this(path, format, options, Map.of());
    }

    /// The name of the source in sentences, in the field that tells sources apart and in what
    /// refers to places inside it.
    String name() {
      Path file = Path.of(path).getFileName();
      return constants.getOrDefault(FILE_NAME, file == null ? path : file.toString());
    }

    public SourceSpec withPath(String value) {
      return new SourceSpec(value, format, options, constants);
    }

    /// The same source, read with this reader and these settings.
    public SourceSpec read(String reader, Map<String, String> settings) {
      return new SourceSpec(path, reader, settings, constants);
    }
  }

  /// A file whose fields are put beside the rows of the dataset: predictions, scores, vectors.
  ///
  /// By row order it must have as many rows as the sources. By key each row takes the row of the
  /// file with its value; what has no partner is missing.
  ///
  /// @param source the file
  /// @param left the field of the sources that holds the key, by its name there; empty to join by
  ///   row order
  /// @param right the field of the file that holds the key; empty to join by row order
  public record JoinSpec(SourceSpec source, String left, String right) {
    /// @throws IllegalArgumentException where only one side has a key
    public JoinSpec {
      if (left.isEmpty() != right.isEmpty()) {
        throw new IllegalArgumentException("A join needs a key on both sides or on none");
      }
    }

    public static JoinSpec byOrder(SourceSpec source) {
      return new JoinSpec(source, "", "");
    }

    @JsonIgnore
    public boolean isByOrder() {
      return left.isEmpty();
    }

    public JoinSpec withSource(SourceSpec value) {
      return new JoinSpec(value, left, right);
    }
  }

  /// One field.
  ///
  /// @param source the name in the source; [Field#name()] is the name in the dataset
  /// @param field name, type, role and format in the dataset
  /// @param pattern how times are written in the source, null for ISO 8601
  /// @param chosen whether the user chose the type; a guessed type may still be widened by what the
  ///   rows hold
  public record FieldSpec(String source, Field field, @Nullable String pattern, boolean chosen) {
    /// The same as a time that is written by a pattern, as a user's choice.
    ///
    /// @param letters of [java.time.format.DateTimeFormatter], or `epoch-seconds`, `epoch-millis`,
    ///   `epoch-micros`
    public FieldSpec withPattern(String letters) {
      Field timed = field.withType(FieldType.TIME).withFormat(TimeText.formatOf(letters));
      return new FieldSpec(source, timed, letters, true);
    }

    public FieldSpec withSource(String value) {
      return new FieldSpec(value, field, pattern, chosen);
    }

    public FieldSpec withField(Field value) {
      return new FieldSpec(source, value, pattern, chosen);
    }
  }

  public Optional<FieldSpec> field(String name) {
    return fields.stream().filter(spec -> spec.field().name().equals(name)).findFirst();
  }
}
