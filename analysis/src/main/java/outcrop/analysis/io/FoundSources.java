package outcrop.analysis.io;

import java.util.List;
import java.util.Map;
import outcrop.analysis.io.ImportSpec.SourceSpec;

/// What the files, folders and patterns that the user named come down to.
///
/// @param sources in the order of their paths
/// @param hints what a description beside the data says of fields, by their names in the sources
/// @param warnings what was left out and why, one sentence each
record FoundSources(List<SourceSpec> sources, Map<String, FieldHint> hints, List<String> warnings) {
  FoundSources {
    sources = List.copyOf(sources);
    hints = Map.copyOf(hints);
    warnings = List.copyOf(warnings);
  }

  static FoundSources of(SourceSpec source) {
    return new FoundSources(List.of(source), Map.of(), List.of());
  }
}
