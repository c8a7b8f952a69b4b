package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What was read into a store from which source: all that a later read must know to take rows over
/// from it. The file `sources.json`.
///
/// @param version of what readers make of the same bytes; raised when that changes
/// @param fields with the types that the rows turned out to have
/// @param columns the names of all fields of all sources, in the order in which they count for the
///   keys of rows
/// @param quotesMeanText whether quoted cells were taken as text
/// @param widened whether a type changed while the rows were read
record ReadTrace(
    int version,
    List<SourceTrace> sources,
    List<FieldSpec> fields,
    List<String> columns,
    boolean quotesMeanText,
    boolean widened) {
  static final String FILE = "sources.json";
  static final int VERSION = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// One source.
  ///
  /// @param name as the rows and the sentences have it
  /// @param content hash of its bytes, empty until it is known
  /// @param counts what it gave
  record SourceTrace(
      String name,
      String format,
      Map<String, String> options,
      Map<String, String> constants,
      String content,
      Counts counts) {
    static SourceTrace of(OpenedSources.Source source, String content, Counts counts) {
      return new SourceTrace(
          source.name(),
          source.spec().format(),
          new TreeMap<>(source.spec().options()),
          source.spec().constants(),
          content,
          counts);
    }

    /// Whether the other source gives the same rows under the same types.
    boolean isSame(SourceTrace other) {
      return !content.isEmpty() && withCounts(other.counts).equals(other);
    }

    private SourceTrace withCounts(Counts value) {
      return new SourceTrace(name, format, options, constants, content, value);
    }

    SourceTrace withContent(String value) {
      return new SourceTrace(name, format, options, constants, value, counts);
    }
  }

  /// What one source gave.
  ///
  /// @param rows taken in
  /// @param refused in quarantine, for whatever reason
  /// @param dropped those in quarantine because a cell did not fit its type
  /// @param warnings of its reader, without the name of the source
  record Counts(long rows, long refused, long dropped, List<String> warnings) {
    static final Counts NONE = new Counts(0, 0, 0, List.of());
  }

  /// The trace in a store, empty where there is none that this version can use.
  static Optional<ReadTrace> in(Path directory) {
    try {
      ReadTrace trace = JSON.readValue(Files.readString(directory.resolve(FILE)), ReadTrace.class);
      return trace.version == VERSION ? Optional.of(trace) : Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /// Writes the trace of a store that is being made.
  void write(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE), JSON.writeValueAsString(this));
  }

  /// Writes the trace of a store that is there.
  void replace(Path directory) {
    WholeFile.write(
        directory.resolve(FILE), file -> Files.writeString(file, JSON.writeValueAsString(this)));
  }

  /// The contents of the first sources, as far as they are known.
  List<Fingerprint> contents() {
    return sources.stream()
        .map(SourceTrace::content)
        .takeWhile(content -> !content.isEmpty())
        .map(Fingerprint::new)
        .toList();
  }

  /// @param contents of all sources; more are left out
  ReadTrace withContents(List<Fingerprint> contents) {
    List<SourceTrace> known = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      known.add(sources.get(i).withContent(contents.get(i).hex()));
    }
    return new ReadTrace(version, known, fields, columns, quotesMeanText, widened);
  }

  /// Whether fields of these specs hold the same cells, and name the rows in the same way, as those
  /// that were read.
  boolean hasFields(List<FieldSpec> specs) {
    return comparable(fields).equals(comparable(specs));
  }

  /// Of the roles only that of an id changes what a read gives, and patterns only times.
  private static List<FieldSpec> comparable(List<FieldSpec> specs) {
    return specs.stream()
        .map(
            spec ->
                new FieldSpec(
                    spec.source(),
                    spec.field().role() == FieldRole.ID
                        ? spec.field()
                        : spec.field().withRole(FieldRole.NONE),
                    spec.field().type() == FieldType.TIME ? spec.pattern() : null,
                    spec.chosen()))
        .toList();
  }
}
