package outcrop.analysis.io;

import java.util.List;
import java.util.Map;
import outcrop.analysis.io.ImportSpec.SourceSpec;

/// What the files, folders and patterns that the user named come down to.
///
/// @param sources in the order of their paths
/// @param hints what a description beside the data says of fields, by their names in the sources
/// @param named what the user named, absolute, where a folder or a pattern is among it; empty where
///   only files were named
/// @param warnings what was left out and why, one sentence each
record FoundSources(
    List<SourceSpec> sources,
    Map<String, FieldHint> hints,
    List<String> named,
    List<String> warnings) {
  FoundSources {
    sources = List.copyOf(sources);
    hints = Map.copyOf(hints);
    named = List.copyOf(named);
    warnings = List.copyOf(warnings);
  }

  /// The same sources with settings that the user gave; all others are guessed anew under them.
  ///
  /// @param format of all sources, empty for what each was found to be
  FoundSources read(String format, Map<String, String> given) {
    if (format.isEmpty() && given.isEmpty()) {
      return this;
    }
    List<SourceSpec> settled =
        sources.stream()
            .map(source -> source.read(format.isEmpty() ? source.format() : format, given))
            .toList();
    return new FoundSources(settled, hints, named, warnings);
  }

  FoundSources(List<SourceSpec> sources, Map<String, FieldHint> hints, List<String> warnings) {
    this(sources, hints, List.of(), warnings);
  }

  static FoundSources of(SourceSpec source) {
    return new FoundSources(List.of(source), Map.of(), List.of());
  }
}
