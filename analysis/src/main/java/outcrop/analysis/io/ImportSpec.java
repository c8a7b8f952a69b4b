package outcrop.analysis.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

/// Everything that decides what an import gives: which files, how they are read, and which fields
/// come out. Part of the project and of recipes, so that the same import can be repeated.
///
/// @param sources files in the order in which their rows appear
/// @param fields the fields to keep, in order; those of the source that are not named are left out
public record ImportSpec(List<SourceSpec> sources, List<FieldSpec> fields) {
  /// As [FieldSpec#source()] and as a key of [SourceSpec#constants()]: the name of the file that
  /// each row came from. Sources that do not give it another one are named by their file.
  public static final String FILE_NAME = "::file::";

  public ImportSpec {
    sources = List.copyOf(sources);
    fields = List.copyOf(fields);
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

    public SourceSpec withPath(String value) {
      return new SourceSpec(value, format, options, constants);
    }

    /// The same source, read with this reader and these settings.
    public SourceSpec read(String reader, Map<String, String> settings) {
      return new SourceSpec(path, reader, settings, constants);
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
  }

  public Optional<FieldSpec> field(String name) {
    return fields.stream().filter(spec -> spec.field().name().equals(name)).findFirst();
  }
}
